import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../../src/platforms/slack/manifest.ts';
import { EVENTS, SCOPES } from '../../../src/platforms/slack/scopes.ts';

const card = { id: 'k', command: 'kuril', title: 'T', about: 'The summit', examples: [] };
const another = { ...card, id: 'f', command: 'falklands' };

describe('Slack’s manifest', () => {
  it('that is kept with the docs is the one that the commands make', () => {
    const printed = execFileSync(process.execPath, ['src/main.ts', 'manifest'], { encoding: 'utf8' });
    expect(JSON.parse(readFileSync('docs/slack-manifest.json', 'utf8'))).toEqual(JSON.parse(printed));
  });

  it('has one command for each briefing', () => {
    const made = manifest([card, another], { mode: { kind: 'socket' } });
    expect(made.features.slash_commands.map(({ command }) => command)).toEqual(['/kuril', '/falklands']);
  });

  it('needs no address in socket mode, and one for everything in HTTP mode', () => {
    const socket = manifest([card], { mode: { kind: 'socket' } });
    expect(JSON.stringify(socket)).not.toContain('url');
    expect(socket.settings.socket_mode_enabled).toBe(true);
    const mode = { kind: 'http', publicUrl: 'https://bot.example.org' } as const;
    const http = manifest([card], { mode });
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: 'https://bot.example.org/slack/events' },
      interactivity: { is_enabled: true, request_url: 'https://bot.example.org/slack/events' },
    });
    expect(http.features.slash_commands[0]).toMatchObject({ url: 'https://bot.example.org/slack/events' });
    expect(http.oauth_config.redirect_urls).toEqual(['https://bot.example.org/slack/oauth_redirect']);
  });

  it('asks for who is an admin, since only an admin deletes everything', () => {
    const made = manifest([card], { mode: { kind: 'socket' } });
    expect(made.oauth_config.scopes.bot).toContain('users:read');
  });

  it('keeps to Slack’s lengths', () => {
    const made = manifest([card], { mode: { kind: 'socket' } });
    expect(made.display_information.name.length).toBeLessThanOrEqual(35);
    expect(made.display_information.description.length).toBeLessThanOrEqual(140);
    expect(made.features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  });

  it('asks for nothing that the guide does not explain', () => {
    const guide = readFileSync('docs/slack.md', 'utf8');
    for (const { name, why } of [...SCOPES, ...EVENTS]) {
      expect(guide).toContain(`| \`${name}\` | ${why}`);
    }
  });
});
