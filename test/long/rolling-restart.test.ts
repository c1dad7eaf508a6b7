/**
 * Three replicas as they are run: processes of their own over one Postgres, Slack over HTTP through a load balancer
 * that follows readiness, Discord over its gateway. Each is told to stop and started again, one after the other, while
 * people ask all the while and digests fall due.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from '../../src/store/create.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { type Process, run, startProcess } from '../main/running.ts';
import { type Backend, type Balancer, startBalancer } from '../servers/balancer.ts';
import type { Exchange } from '../servers/discord/exchange.ts';
import { type LocalDiscord, startDiscord } from '../servers/discord/server.ts';
import type { Message } from '../servers/discord/world.ts';
import { freePort, type Postgres, startPostgres } from '../servers/postgres.ts';
import type { Delivery } from '../servers/slack/deliveries.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';
import { addChannel, addUser } from '../servers/slack/world.ts';

const REPLICAS = 3;
const CHANNELS = 30;
/** Over so long digests fall due: longer than all restarts take on a quick machine. */
const DUE_OVER_MS = 75_000;
const EVERY_MS = 100;
const LINES = ['newsham', 'deals', 'people', 'what did Newsham say about China?'];
const DAY_MS = 86_400_000;
const PATIENCE_MS = 120_000;

let postgres: Postgres;
let balancer: Balancer;
let slack: LocalSlack;
let discord: LocalDiscord;
let replicas: Replica[];

type Replica = Backend & { readonly settings: Record<string, string>; process: Process };

beforeEach(async () => {
  postgres = await startPostgres();
  slack = await startSlack({
    mode: {
      kind: 'http',
      url: () => `${balancer.url}/slack/events`,
      signingSecret: 'signing-secret-of-the-local-slack',
    },
  });
  discord = await startDiscord({ limits: { perSecond: 10_000, channelMessages: 10_000 } });
});

afterEach(async () => {
  for (const { process } of replicas) {
    process.child.kill('SIGKILL');
    await process.ended();
  }
  await balancer.close();
  await slack.close();
  await discord.close();
  await postgres.end();
});

test('a rolling restart of three replicas under load loses no command on Slack and posts nothing twice', async () => {
  const url = await postgres.database();
  const settings = {
    DATABASE_URL: url,
    SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
    SLACK_SIGNING_SECRET: slack.world.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    LOG_LEVEL: 'warn',
  };
  const digests = await subscribeAll(url);
  expect((await run(['register'], settings)).status).toBe(0);
  replicas = [];
  for (let at = 0; at < REPLICAS; at += 1) {
    const [port, ops] = [await freePort(), await freePort()];
    const own = { ...settings, PORT: String(port), OPS_PORT: String(ops) };
    const here = { url: `http://127.0.0.1:${port}`, health: `http://127.0.0.1:${ops}/health/ready` };
    replicas.push({ ...here, settings: own, process: startProcess(own) });
  }
  balancer = await startBalancer(replicas);
  await until('all are ready', () => replicas.every((one) => balancer.isReady(one)));
  await until('one is on Discord', () => discord.gateway.open > 0);

  const load = startLoad();
  for (const one of replicas) {
    one.process.child.kill('SIGTERM');
    expect(await one.process.ended()).toBe(0);
    one.process = startProcess(one.settings);
    await until('it is taken out', () => !balancer.isReady(one));
    await until('it is ready again', () => balancer.isReady(one));
  }
  load.stop();
  await until('everything on Slack is answered', () => load.slack.every(isAnswered));
  await until('every digest is sent', () => digests.every((channel) => postsIn(channel).length > 0));
  await until('one is on Discord again', () => discord.gateway.open > 0);

  expect(balancer.lost).toEqual([]);
  expect(load.slack.length).toBeGreaterThan(100);
  expect(load.slack.flatMap(({ failed }) => failed ?? [])).toEqual([]);
  for (const asked of load.slack) expect(answersOnSlack(asked)).toHaveLength(1);
  expect(slack.traffic.faults.filter(isNotLate)).toEqual([]);

  for (const channel of digests) expect(postsIn(channel)).toHaveLength(1);
  const answered = load.exchanges.filter(({ original }) => original !== undefined);
  // One process alone is connected; between two of them Discord itself says that nothing answered.
  expect(answered.length).toBeGreaterThan(load.exchanges.length / 2);
  for (const { followUps } of answered) expect(followUps).toEqual([]);
  const replies = load.mentions.map(repliesTo);
  expect(replies.filter((all) => all.length > 1)).toEqual([]);
  expect(replies.filter((all) => all.length === 1).length).toBeGreaterThan(load.mentions.length / 2);
  expect(discord.world.faults.filter(isNotLate)).toEqual([]);
  for (const { process } of replicas) expect(process.said()).not.toContain('"level":"error"');
});

/** Channels on both platforms whose digests fall due while all this goes on, each once. */
async function subscribeAll(url: string): Promise<string[]> {
  const created = await createStore({ kind: 'postgres', url }, { now: Date.now });
  if (created.kind !== 'open') throw new Error(created.why);
  const { store } = created;
  const now = Date.now();
  // By its timetable none is due again before tomorrow.
  const time = new Date(now + DAY_MS / 2).toISOString().slice(11, 16);
  const places = Array.from({ length: CHANNELS }, (_, at) => [
    { platform: 'slack', workspace: slack.home.id, channel: addSlackChannel(`DIGEST${at}`) } as const,
    { platform: 'discord', workspace: discord.guild.id, channel: addDiscordChannel(`digest-${at}`) } as const,
  ]).flat();
  for (const [at, place] of places.entries()) {
    const due = now + 5_000 + Math.round((at / places.length) * DUE_OVER_MS);
    const made = subscription({
      ...place,
      next: { date: new Date(due).toISOString().slice(0, 10), at: due },
    });
    await store.subscriptions.put({ ...made, timetable: { ...made.timetable, time } });
  }
  await store.close();
  return places.map(({ channel }) => channel);
}

function addSlackChannel(mark: string): string {
  const { home } = slack;
  const id = `C${home.id.slice(1)}${mark}`;
  addChannel(home, id, mark.toLowerCase(), { members: [home.install?.botUser ?? ''] });
  return id;
}

function addDiscordChannel(name: string): string {
  return discord.world.addChannel(discord.guild.id, name).id;
}

/** Each asks once, so that nobody comes near a limit; channels are many for the same reason. */
function startLoad() {
  const talk = {
    slack: Array.from({ length: CHANNELS }, (_, at) => addSlackChannel(`TALK${at}`)),
    discord: Array.from({ length: CHANNELS }, (_, at) => addDiscordChannel(`talk-${at}`)),
  };
  const asked = { slack: [] as Delivery[], exchanges: [] as Exchange[], mentions: [] as Message[] };
  let at = 0;
  const timer = setInterval(() => {
    at += 1;
    const words = LINES[at % LINES.length] ?? '';
    const user = addUser(slack.home, `U0000LOAD${at}`).id;
    const channel = talk.slack[at % CHANNELS] ?? '';
    slack.home.channels.get(channel)?.members.add(user);
    asked.slack.push(
      at % 4 === 0
        ? slack.people.mentions(words, { user, channel })
        : slack.people.types('/kuril', words, { user }),
    );
    const member = discord.world.addUser(`load${at}`).id;
    discord.guild.members.set(member, { user: member, roles: [] });
    const where = { channel: talk.discord[at % CHANNELS] ?? '', user: member };
    if (at % 4 === 0) asked.mentions.push(discord.people.say(`<@${discord.world.bot.id}> ${words}`, where));
    else asked.exchanges.push(discord.people.slash('kuril', words, where));
  }, EVERY_MS);
  return { ...asked, stop: () => clearInterval(timer) };
}

function isAnswered(asked: Delivery): boolean {
  return asked.failed !== undefined || answersOnSlack(asked).length > 0;
}

/** What came of a command, or of a mention. */
function answersOnSlack({ envelope, url }: Delivery): readonly unknown[] {
  if (url !== undefined) return url.responses;
  const { ts } = (envelope.payload as { event: { ts: string } }).event;
  return slack.posts.filter(({ thread_ts }) => thread_ts === ts);
}

function postsIn(channel: string): readonly unknown[] {
  return [...slack.posts, ...discord.world.messages.values()].filter(
    (message) =>
      message.channel === channel && !('author' in message && message.author !== discord.world.bot.id),
  );
}

function repliesTo({ id }: Message): readonly Message[] {
  return [...discord.world.messages.values()].filter(
    ({ body }) => (body.message_reference as { message_id?: string } | undefined)?.message_id === id,
  );
}

/** How soon each is acknowledged hangs on the machine. */
function isNotLate(fault: unknown): boolean {
  return !/acknowledged after \d+ ms|a late acknowledgement/u.test(JSON.stringify(fault));
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > end)
      throw new Error(`In vain: ${what}. ${replicas.map(({ process }) => process.said()).join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
