/** A new command, from an article to an answer on Discord, while the bot runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draft } from '../../src/main/draft.ts';
import { release } from '../../src/main/release.ts';
import { createReview } from '../../src/main/review.ts';
import { en } from '../../src/show/messages/en.ts';
import { startProcess } from '../main/running.ts';
import { type LocalDiscord, startDiscord } from '../servers/discord/server.ts';

const ARTICLE = join(import.meta.dirname, '../fixtures/articles/ferry.txt');

let root: string;
let discord: LocalDiscord;
let settings: Record<string, string>;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'attache-release-'));
  discord = await startDiscord();
  settings = {
    BRIEFINGS_DIR: join(root, 'briefings'),
    DATA_DIR: join(root, 'data'),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
  };
});
afterEach(async () => {
  vi.restoreAllMocks();
  await discord.close();
  rmSync(root, { recursive: true, force: true });
});

/** What the verbs print, which is no matter of the test's own output. */
function printed(): () => string {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  return () => out.mock.calls.map(([text]) => String(text)).join('');
}

const onDesk = () =>
  createReview({
    environment: settings,
    say: en,
    editor: 'anna',
    articles: [],
    today: () => '2026-11-27',
    now: Date.now,
    seen: () => undefined,
  });

/** As a reviewer does: what the proofs find in the draft goes. */
function reviewed(): void {
  const desk = onDesk();
  for (const { id, was, faults } of desk.sheet('ferry')!.items)
    if (faults.length > 0) desk.save('ferry', { by: 'anna', edit: { kind: 'drop', item: id, was } });
  expect(desk.sheet('ferry')!.left.faults).toBe(0);
}

const commands = () => (discord.world.commands.get('') ?? []).map(({ name }) => name);

describe('a briefing that is released for the first time while the bot runs', () => {
  it.each(['the page', 'the command line'])('answers on Discord by its command: from %s', async (from) => {
    const said = printed();
    const bot = startProcess(settings);
    await bot.says(/Answering on Discord/);
    expect(await draft([ARTICLE, '--id', 'ferry', '--source-rights', 'own'], settings, en)).toBe(0);
    reviewed();
    expect(commands()).not.toContain('ferry');
    if (from === 'the page') {
      const released = await onDesk().release('ferry');
      expect(released).toMatchObject({ kind: 'released', revision: 1 });
      expect(JSON.stringify(released)).toContain('/ferry');
    } else {
      expect(await release(['ferry'], settings, en)).toBe(0);
      expect(said()).toContain('"command": "/ferry"');
    }
    expect(commands()).toContain('ferry');
    // Whoever asked again and again until then would be over a person's limit.
    await bot.says(/The briefings were read again/);
    const { body } = await discord.ask('ferry', 'Who is quoted?');
    expect(JSON.stringify(body)).toContain('Tomas Ek');
    bot.child.kill('SIGTERM');
    expect(await bot.ended()).toBe(0);
    expect(discord.world.faults).toEqual([]);
  });

  it('is released all the same where Discord refuses, and says so with the mend', async () => {
    printed();
    await draft([ARTICLE, '--id', 'ferry', '--source-rights', 'own'], settings, en);
    reviewed();
    settings = { ...settings, DISCORD_TOKEN: 'not.the.token' };
    const released = await onDesk().release('ferry');
    expect(released).toMatchObject({ kind: 'released', revision: 1 });
    expect(JSON.stringify(released)).toContain('DISCORD_TOKEN');
    expect(commands()).toEqual([]);
  });
});
