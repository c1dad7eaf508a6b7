import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/ports/store.ts';
import { createStore } from '../../src/store/create.ts';
import { run, startProcess, temporaryFolder } from '../main/running.ts';
import { type LocalDiscord, startDiscord } from '../servers/discord/server.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';

type Line = { readonly ref?: string; readonly msg: string } & Readonly<Record<string, unknown>>;

let folder: ReturnType<typeof temporaryFolder>;
let slack: LocalSlack;
let discord: LocalDiscord;
let settings: Record<string, string>;
let bot: ReturnType<typeof startProcess> | undefined;

beforeEach(async () => {
  folder = temporaryFolder();
  [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
  settings = {
    SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
    SLACK_APP_TOKEN: slack.world.app.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    DATA_DIR: folder.path,
    PORT: '0',
    LOG_LEVEL: 'debug',
  };
  expect((await run(['register'], settings)).status).toBe(0);
});
afterEach(async () => {
  bot?.child.kill('SIGKILL');
  await bot?.ended();
  await Promise.all([slack.close(), discord.close()]);
  folder.remove();
});

async function up(): Promise<NonNullable<typeof bot>> {
  bot = startProcess(settings);
  await bot.says(/Answering on Slack and Discord/);
  await Promise.all([slack.connected(), discord.connected()]);
  return bot;
}

/** The log's lines; what it says to whoever sits at the terminal is no line of the log. */
function linesOf(said: string): Line[] {
  return said
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

/** A digest of a channel that has been due for ten seconds. */
async function due(platform: 'slack' | 'discord', workspace: string, channel: string): Promise<Subscription> {
  const at = Date.now() - 10_000;
  const one: Subscription = {
    id: `digest-${platform}`,
    ...{ platform, workspace, channel, briefing: 'kuril', locale: 'en', whenAllShown: 'start-over' },
    timetable: {
      time: new Date(at).toISOString().slice(11, 16),
      days: [1, 2, 3, 4, 5, 6, 7],
      zone: 'Etc/UTC',
    },
    state: { kind: 'active' },
    changedBy: 'U1',
    changedAt: 1,
    next: { date: new Date(at).toISOString().slice(0, 10), at },
  };
  const created = await createStore({ kind: 'sqlite', dataDir: folder.path }, { now: Date.now });
  if (created.kind === 'refused') throw new Error(created.why);
  await created.store.subscriptions.put(one);
  await created.store.close();
  return one;
}

const HOSTILE = 'who is\n{"level":"fatal","msg":"forged"}\r\nNewsham\u2028{"msg":"forged"}\u0085 SECRETWORD?';

describe('one reference from a command to its last line', () => {
  it('stands on each line that a command on Slack or on Discord leads to, and nothing of what was typed does', async () => {
    const { said, says } = await up();
    await slack.people.types('/kuril', HOSTILE).response();
    await discord.ask('kuril', HOSTILE);
    await slack.people.types('/kuril', 'subscribe 9:00 Tokyo').response();
    await slack.people.types('/kuril', 'digest now').response();
    await slack.post(1);
    await says(/"delivered"/);
    const lines = linesOf(said());
    const answered = lines.filter(({ msg }) => msg === 'Answered');
    expect(answered.map(({ platform }) => platform)).toEqual(['slack', 'discord', 'slack', 'slack']);
    expect(answered.every(({ ref }) => /^[0-9a-z]{8}$/u.test(ref ?? ''))).toBe(true);
    expect(new Set(answered.map(({ ref }) => ref)).size).toBe(4);
    const subscribed = lines.find(({ msg }) => msg === 'A channel subscribed');
    expect(subscribed?.ref).toBe(answered[2]?.ref);
    const delivered = lines.find(({ msg }) => msg === 'delivered');
    expect(delivered?.ref).toBe(answered[3]?.ref);
    expect(delivered?.digest).toBe(subscribed?.digest);
    expect(said()).not.toContain('SECRETWORD');
    expect(said()).not.toContain('forged');
  });

  it('stands on each line of a delivery, from its tries to its end, on both platforms', async () => {
    const inSlack = await due('slack', slack.home.id, `C${slack.home.id.slice(1)}GENERAL`);
    const inDiscord = await due('discord', discord.guild.id, discord.channel.id);
    discord.mischief.order({
      trick: { kind: 'limit', retryAfter: 1, scope: 'shared' },
      on: /POST .*messages/,
    });
    const { said, says } = await up();
    await says(new RegExp(`"${inDiscord.id}".*"as":"sent".*"delivered"`));
    await says(new RegExp(`"${inSlack.id}".*"(not )?delivered"`));
    const lines = linesOf(said()).filter((line) => 'delivery' in line);
    expect(lines.map(({ digest, as }) => `${digest} ${as}`).toSorted()).toEqual([
      'digest-discord retry',
      'digest-discord sent',
      'digest-slack sent',
    ]);
    for (const { ref, delivery } of lines) expect(String(delivery).startsWith(ref ?? 'none')).toBe(true);
    expect(new Set(lines.map(({ digest }) => digest))).toEqual(new Set([inSlack.id, inDiscord.id]));
  });

  it('stands in the sentence that tells a person of a fault', async () => {
    const { said } = await up();
    const refused = { code: 50035, message: 'Invalid Form Body' };
    discord.mischief.order({
      trick: { kind: 'status', status: 400, body: refused },
      on: /POST .*interactions.*callback/,
    });
    const shown = JSON.stringify((await discord.ask('kuril', 'newsham')).body);
    const failed = linesOf(said()).find(({ msg }) => msg === 'An answer failed');
    expect(failed?.ref).toMatch(/^[0-9a-z]{8}$/u);
    expect(shown).toContain(failed?.ref);
    expect(linesOf(said()).find(({ msg }) => msg === 'Answered')?.ref).toBe(failed?.ref);
  });
});
