import { afterEach, describe, expect, it } from 'vitest';
import type { SlackSettings } from '../../../src/config.ts';
import { MODES, type Stage, stage } from './stage.ts';

let on: Stage;
afterEach(async () => {
  await on.close();
});

const bot = (botToken: string) => (fitting: SlackSettings) => ({
  ...fitting,
  tokens: { kind: 'one' as const, botToken },
});
const app = (appToken: string) => (fitting: SlackSettings) => ({
  ...fitting,
  mode: { kind: 'socket' as const, appToken },
});

describe('a start', () => {
  it.each(MODES)('with a wrong bot token says which variable and what to do (%s)', async (mode) => {
    on = await stage({ mode, settings: bot('xoxb-wrong') });
    expect(on.started).toEqual({
      kind: 'refused',
      why: 'Slack does not accept the token in SLACK_BOT_TOKEN (invalid_auth).',
      mend: expect.stringContaining('OAuth & Permissions'),
    });
    expect(on.platform.health(Date.now()).kind).toBe('refused');
    expect(JSON.stringify(on.log.lines)).not.toContain('xoxb-wrong');
  });

  it('with a wrong app token says which variable and what to do', async () => {
    on = await stage({ settings: app('xapp-wrong') });
    expect(on.started).toEqual({
      kind: 'refused',
      why: 'Slack does not accept the token in SLACK_APP_TOKEN (invalid_auth).',
      mend: expect.stringContaining('connections:write'),
    });
  });

  it('with the two tokens swapped says so', async () => {
    on = await stage({
      settings: (fitting) => bot('xapp-1-A-1-x')(app('xoxb-1-x')(fitting)),
    });
    expect(on.started).toMatchObject({ kind: 'refused', why: expect.stringContaining('swapped') });
    expect(on.slack.traffic.calls).toEqual([]);
  });

  it('with the bot token in both places names the one that is wrong', async () => {
    on = await stage({ settings: (fitting) => app(tokenOf(fitting))(fitting) });
    expect(on.started).toMatchObject({
      kind: 'refused',
      why: 'SLACK_APP_TOKEN does not hold an app-level token.',
    });
  });

  it('with socket mode switched off says where to switch it on', async () => {
    on = await stage({ unstarted: true });
    on.slack.misbehave({
      of: 'apps.connections.open',
      mischief: { kind: 'error', error: 'socket_mode_not_enabled' },
    });
    expect(await on.platform.start()).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Socket mode is switched off'),
    });
  });

  it.each(MODES)('while Slack is away goes on, and answers when Slack is back (%s)', async (mode) => {
    on = await stage({ mode, unstarted: true });
    on.slack.misbehave({ of: '*', mischief: { kind: 'status', status: 503 }, times: 2 });
    // Over HTTP it is Slack that calls: nothing is away.
    expect(await on.platform.start()).toMatchObject({ kind: mode === 'socket' ? 'trying' : 'started' });
    if (mode === 'socket') await on.slack.connected();
    expect((await on.slack.people.types('/kuril', 'people').response()).text).toContain('people');
    expect(on.platform.health(Date.now())).toEqual({ kind: 'well' });
  });
});

function tokenOf({ tokens }: SlackSettings): string {
  return tokens.kind === 'one' ? tokens.botToken : '';
}
