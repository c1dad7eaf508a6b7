import { expect, test as plain, type TestContext, vi } from 'vitest';
import { createDiscord } from '../../../src/platforms/discord/platform.ts';
import { until } from '../../kit/until.ts';
import { answerTo } from '../../servers/discord/people.ts';
import { type LocalDiscord, startDiscord } from '../../servers/discord/server.ts';
import { EchoBot, LogBook, type Running, registerAll, running, wordsOf } from './fixture.ts';

// Most of a recovery is waiting, so the tests wait side by side, each with a server of its own.
const test = plain.concurrent;
const WAIT = { timeout: 50_000, interval: 20 };

async function up(
  { onTestFinished }: TestContext,
  given: Parameters<typeof running>[0] = {},
): Promise<Running> {
  const it = await running({
    ...given,
    server: { limits: { perSecond: 10_000, channelMessages: 10_000 }, ...given.server },
    parts: { timing: { watchMs: 50 }, ...given.parts },
  });
  onTestFinished(() => it.close());
  return it;
}

/** Answers again, and each of the questions asked since got one answer. */
async function answersAgain(it: Running): Promise<void> {
  await vi.waitUntil(() => it.platform.health(Date.now()).kind === 'well', WAIT);
  const before = it.server.world.messages.size;
  expect(wordsOf((await it.server.ask('kuril', 'back again')).body)).toContain('back again');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(it.server.world.messages.size).toBe(before + 1);
  expect(it.server.world.faults).toEqual([]);
}

test('a socket that is closed or cut is opened again, and the session goes on', async (context) => {
  const it = await up(context);
  it.server.gateway.close(4000);
  await until(() => (it.server.gateway.counts.resumed === 1 ? true : undefined), 'a resume');
  await answersAgain(it);
  it.server.gateway.cut();
  await until(() => (it.server.gateway.counts.resumed === 2 ? true : undefined), 'a resume');
  await answersAgain(it);
  expect(it.server.gateway.counts.identify).toBe(1);
});

test('what was asked while the socket was away is answered once, when the session goes on', async (context) => {
  const it = await up(context);
  const where = { channel: it.server.channel.id, user: it.server.user.id };
  it.server.gateway.cut();
  const asked = it.server.people.slash('kuril', 'asked meanwhile', where);
  it.server.people.say(`<@${it.server.world.bot.id}> mentioned meanwhile`, where);
  expect(wordsOf((await answerTo(asked)).body)).toContain('asked meanwhile');
  const answers = () =>
    [...it.server.world.messages.values()].filter(({ body }) =>
      wordsOf(body).includes('mentioned meanwhile'),
    );
  await until(() => (answers().length > 0 ? true : undefined), 'an answer to the mention');
  await answersAgain(it);
  expect(answers()).toHaveLength(1);
});

test('asked to reconnect, or told that the session is invalid, it comes back', async (context) => {
  const it = await up(context);
  it.server.gateway.askToReconnect();
  await until(() => (it.server.gateway.counts.resumed === 1 ? true : undefined), 'a resume');
  await answersAgain(it);
  it.server.gateway.invalidate(false);
  await until(() => (it.server.gateway.counts.identify === 2 ? true : undefined), 'an identify', 9_000);
  await answersAgain(it);
});

test('when the resume is refused it starts a new session', async (context) => {
  const it = await up(context);
  it.server.gateway.refuseResumes(1);
  it.server.gateway.cut();
  await until(() => (it.server.gateway.counts.identify === 2 ? true : undefined), 'an identify', 9_000);
  await answersAgain(it);
});

test('frames that stop without a close are noticed by the heartbeat', async (context) => {
  const it = await up(context, { server: { gateway: { heartbeatMs: 300 } } });
  it.server.gateway.silence();
  await until(() => (it.server.gateway.counts.resumed === 1 ? true : undefined), 'a resume');
  await answersAgain(it);
});

test('while the server is away the health says so, and says well again after', async (context) => {
  const it = await up(context);
  await it.server.vanish();
  await vi.waitUntil(() => it.platform.health(Date.now()).kind === 'recovering', WAIT);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await it.server.appear();
  await answersAgain(it);
});

test('a connection that hangs, even while it is closed, gets a new client', async (context) => {
  const it = await up(context, {
    server: { gateway: { heartbeatMs: 300 } },
    parts: { timing: { watchMs: 50, heartbeatMs: 900, rebuildMs: 500 } },
  });
  await until(() => (it.server.gateway.counts.heartbeat > 0 ? true : undefined), 'a heartbeat');
  it.server.gateway.silence('deaf');
  await until(() => (it.server.gateway.counts.identify === 2 ? true : undefined), 'an identify', 9_000);
  await answersAgain(it);
});

test('several shards in one process each answer for their guilds', async (context) => {
  const server = await startDiscord({ gateway: { shards: 3 } });
  context.onTestFinished(() => server.close());
  const { channel: second } = server.world.addGuild('Second', server.user, true, shifted(server.guild.id, 1));
  const { channel: third } = server.world.addGuild('Third', server.user, true, shifted(server.guild.id, 2));
  const bot = new EchoBot();
  registerAll(server, bot);
  const platform = platformFor(server, bot);
  expect(await platform.start()).toEqual({ kind: 'started' });
  expect([...server.gateway.sessions.values()].map(({ shard }) => shard).toSorted()).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  for (const channel of [server.channel, second, third]) {
    const where = { channel: channel.id, user: server.user.id };
    const answer = await answerTo(server.people.slash('kuril', channel.name, where));
    expect(wordsOf(answer.body)).toContain(channel.name);
  }
  await platform.stop(100);
});

test('one machine of several takes its span of the shards', async (context) => {
  const it = await up(context, { config: { shards: { kind: 'span', from: 2, to: 3, total: 8 } } });
  expect([...it.server.gateway.sessions.values()].map(({ shard }) => shard).toSorted()).toEqual([
    [2, 8],
    [3, 8],
  ]);
});

test('a wrong token at the start says which variable and what to do', async (context) => {
  const server = await startDiscord();
  context.onTestFinished(() => server.close());
  const started = await platformFor(server, new EchoBot(), { token: 'wrong' }).start();
  expect(started).toMatchObject({ kind: 'refused', why: expect.stringContaining('DISCORD_TOKEN') });
});

test('too few shards at the start say which variable and what to do', async (context) => {
  const server = await startDiscord({ gateway: { shardsRequired: 4 } });
  context.onTestFinished(() => server.close());
  const platform = platformFor(server, new EchoBot(), { shards: { kind: 'span', from: 0, to: 1, total: 2 } });
  expect(await platform.start()).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('DISCORD_SHARDS'),
  });
  expect(platform.health(Date.now()).kind).toBe('refused');
});

test('a start while Discord is away goes on in the background', async (context) => {
  const server = await startDiscord();
  context.onTestFinished(() => server.close());
  const bot = new EchoBot();
  registerAll(server, bot);
  const platform = platformFor(server, bot);
  await server.vanish();
  expect(await platform.start()).toMatchObject({ kind: 'trying' });
  expect(platform.health(Date.now()).kind).toBe('recovering');
  await server.appear();
  await vi.waitUntil(() => platform.health(Date.now()).kind === 'well', WAIT);
  expect(wordsOf((await server.ask('kuril', 'late')).body)).toContain('late');
  await platform.stop(100);
});

test('a token that is revoked while running is told by the health', async (context) => {
  const it = await up(context);
  it.server.gateway.close(4004);
  await vi.waitUntil(() => it.platform.health(Date.now()).kind === 'refused', WAIT);
  expect(it.platform.health(Date.now())).toMatchObject({ why: expect.stringContaining('DISCORD_TOKEN') });
});

/** A guild's id on another shard. */
function shifted(id: string, by: number): string {
  return String(BigInt(id) + (BigInt(by) << 22n));
}

function platformFor(server: LocalDiscord, bot: EchoBot, config: object = {}) {
  return createDiscord({
    bot,
    config: { token: server.token, shards: { kind: 'auto' }, apiUrl: server.api, ...config },
    seen: { firstTime: async () => true, forget: async () => undefined },
    log: new LogBook(),
    now: Date.now,
    onRemoved: () => {},
    timing: { startMs: 1_500, retryMs: 200, watchMs: 50 },
  });
}

test('stopped within half a second of the gateway closing, it does not come back, three times of three', async (context) => {
  for (const wait of [20, 200, 400]) {
    const it = await up(context);
    it.server.gateway.close(4000);
    await vi.waitUntil(() => it.server.gateway.open === 0, WAIT);
    await later(wait);
    await it.platform.stop(100);
    const { identify, resume } = { ...it.server.gateway.counts };
    await later(1_200);
    expect(it.server.gateway.counts).toMatchObject({ identify, resume });
    expect(it.server.gateway.open).toBe(0);
  }
});

test('stopped while it signs in, it stays away', async (context) => {
  for (const wait of [0, 30, 60]) {
    const server = await startDiscord({ gateway: { oneWayMs: 40 } });
    context.onTestFinished(() => server.close());
    const platform = platformFor(server, new EchoBot());
    void platform.start();
    await later(wait);
    await platform.stop(100);
    await later(1_000);
    expect(server.gateway.open).toBe(0);
  }
});

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
