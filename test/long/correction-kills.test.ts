/**
 * Replicas are killed at random moments, and at the worst one, while corrections go out under what was said. Then what
 * the platforms hold is counted: each affected message corrected once, none missed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { createCorrector } from '../../src/digest/corrections/corrector.ts';
import type { Place } from '../../src/ports/bot.ts';
import type { PostedMessage } from '../../src/ports/corrections.ts';
import { createStore, type FullStore, type StoreChoice } from '../../src/store/create.ts';
import { reply } from '../commands/kuril.ts';
import { correctorParts } from '../digest/corrections-stage.ts';
import { LocalDiscord } from '../servers/discord/server.ts';
import { startPostgres } from '../servers/postgres.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';
import { addChannel } from '../servers/slack/world.ts';
import { story } from '../story/kit.ts';
import type { CorrectingOrder } from './correction-replica.ts';
import { whenTaken } from './taken.ts';

/** The full size is KILL_ROUNDS=100 KILL_ROUNDS_POSTGRES=100, some minutes on a machine of its own. */
const ROUNDS_IN_A_FILE = Number(process.env.KILL_ROUNDS ?? 8);
const ROUNDS_ON_POSTGRES = Number(process.env.KILL_ROUNDS_POSTGRES ?? 4);
/** New messages that have to be corrected in each round, on each platform. */
const EACH_ROUND = 6;
const STUCK_MS = 60_000;

let discord: LocalDiscord;
let slack: LocalSlack;
let root: string;
let first: Briefing;
let second: Briefing;
let folder: string;
let onTaken: () => void;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'attache-corrections-'));
  const told = story(root);
  first = told.release(0);
  second = told.release(1);
  folder = told.folder;
  discord = await new LocalDiscord().listen();
  slack = await startSlack();
  onTaken = () => undefined;
  whenTaken(discord, slack, () => onTaken());
});

afterEach(async () => {
  await discord.close();
  await slack.close();
  rmSync(root, { recursive: true, force: true });
});

test(`in a file, killed ${ROUNDS_IN_A_FILE} times: each message corrected once, none missed`, async () => {
  const choice: StoreChoice = { kind: 'sqlite', dataDir: join(root, 'data') };
  await rounds(choice, ROUNDS_IN_A_FILE, 1);
});

test(`on Postgres, two replicas killed ${ROUNDS_ON_POSTGRES} times: the same`, async () => {
  const server = await startPostgres();
  try {
    await rounds({ kind: 'postgres', url: await server.database() }, ROUNDS_ON_POSTGRES, 2);
  } finally {
    await server.end();
  }
});

async function rounds(choice: StoreChoice, count: number, replicas: number): Promise<void> {
  const said: PostedMessage[] = [];
  for (let round = 0; round < count; round += 1) {
    said.push(...(await withStore(choice, (store) => say(store, round))));
    const lives = Array.from({ length: replicas }, (_, at) => life(start(choice), round + at));
    await Promise.all(lives);
  }
  await withStore(choice, async (store) => {
    const corrector = createCorrector(correctorParts(store, [discord, slack], briefings));
    corrector.start();
    await settled(store, said, () => corrector.tick());
    await corrector.stop(1_000);
  });
  compare(said);
}

/** Kills leave a pile, and a busy machine takes its time: it only has to grow smaller. */
async function settled(
  store: FullStore,
  said: readonly PostedMessage[],
  tick: () => Promise<void>,
): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let lessAt = performance.now();
  for (;;) {
    await tick();
    const left = await open(store, said);
    if (left.length === 0) return;
    if (left.length < least) lessAt = performance.now();
    least = Math.min(least, left.length);
    if (performance.now() - lessAt > STUCK_MS)
      throw new Error(`${left.length} not settled: ${left.slice(0, 5).join('; ')}`);
    await pause(500);
  }
}

/** Killed right after a platform took something, or at any moment. */
async function life(replica: ChildProcess, round: number): Promise<void> {
  const ended = once(replica, 'exit');
  const kill = () => replica.kill('SIGKILL');
  await Promise.race([once(replica.stdout!, 'data'), ended]);
  if (round % 2 === 0) {
    let left = Math.floor(Math.random() * EACH_ROUND);
    const before = onTaken;
    onTaken = () => {
      before();
      left -= 1;
      if (left < 0) kill();
    };
    await Promise.race([ended, pause(2_500)]);
  } else await pause(Math.random() * 900);
  kill();
  await ended;
  onTaken = () => undefined;
}

function start(store: StoreChoice): ChildProcess {
  const tokens: Record<string, string> = {};
  for (const team of slack.world.teams.values()) tokens[team.id] = team.install?.botToken ?? '';
  const order: CorrectingOrder = {
    store,
    folder,
    discord: { api: discord.api, token: discord.token },
    slack: { apiUrl: slack.apiUrl, tokens },
  };
  const script = new URL('correction-replica.ts', import.meta.url).pathname;
  const output = process.env.KILL_LOG === undefined ? 'ignore' : 'inherit';
  return spawn(process.execPath, [script, JSON.stringify(order)], { stdio: ['ignore', 'pipe', output] });
}

/** What the bot has said before the release, in channels of their own. */
async function say(store: FullStore, round: number): Promise<PostedMessage[]> {
  const { couriers } = correctorParts(store, [discord, slack], briefings);
  const members = [...slack.home.users.keys()];
  const places = Array.from({ length: EACH_ROUND }, (_, at): Place[] => {
    const channel = `C${round}X${at}`;
    addChannel(slack.home, channel, channel.toLowerCase(), { members });
    return [
      { platform: 'discord', workspace: discord.guild.id, channel: discordChannel(), kind: 'channel' },
      { platform: 'slack', workspace: slack.home.id, channel, kind: 'channel' },
    ];
  }).flat();
  return Promise.all(
    places.map(async (place, at) => {
      const parcel = {
        ...{ id: `said-${round}-${at}`, place, briefing: first.id, words: '', locale: 'en' },
        reply: reply('ask When did Tarrow close the plant?', first),
      };
      const courier = couriers.find(({ platform }) => platform === place.platform)!;
      let sent = await courier.send(parcel, AbortSignal.timeout(20_000));
      // Replicas before it have used up Discord's room.
      while (sent.kind === 'retry') {
        await pause(sent.afterMs + 100);
        sent = await courier.send(parcel, AbortSignal.timeout(20_000));
      }
      if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
      const { platform, workspace, channel } = place;
      const message = {
        platform,
        workspace,
        channel,
        message: sent.message,
        briefing: first.id,
        locale: 'en',
      };
      await store.posted.shown(message, ['plant-closed-2009', 'ruling']);
      return message;
    }),
  );
}

function discordChannel(): string {
  return discord.world.addChannel(discord.guild.id, 'c').id;
}

function briefings(): readonly Briefing[] {
  return [second];
}

async function open(store: FullStore, said: readonly PostedMessage[]): Promise<string[]> {
  const states: string[] = [];
  for (const one of said) {
    const its = (await store.corrections.ofChannel(one, 10)).map(({ state }) => state);
    if (its.length !== 1 || its[0]?.kind !== 'sent') states.push(JSON.stringify([one.platform, ...its]));
  }
  return states;
}

function compare(said: readonly PostedMessage[]): void {
  const replies = [
    ...[...discord.world.messages.values()].map(
      ({ body }) => (body.message_reference as { message_id?: string } | undefined)?.message_id,
    ),
    ...slack.posts.map(({ thread_ts: thread }) => thread),
  ].filter((under) => under !== undefined);
  const counted = Map.groupBy(replies, (under) => under);
  const wrong = said.filter(({ message }) => counted.get(message)?.length !== 1);
  expect(
    wrong.map(({ message, channel }) => `${channel} ${message}: ${counted.get(message)?.length}`),
  ).toEqual([]);
  expect(replies.length).toBe(said.length);
  for (const { message, platform } of said) {
    const standing =
      platform === 'discord'
        ? JSON.stringify(discord.world.messages.get(message)?.body.components)
        : JSON.stringify(slack.posts.find(({ ts }) => ts === message)?.blocks);
    expect(standing.match(/Corrected/gu)?.length).toBe(1);
  }
  expect(slack.traffic.faults).toEqual([]);
  expect(discord.world.faults).toEqual([]);
}

async function withStore<T>(choice: StoreChoice, act: (store: FullStore) => Promise<T>): Promise<T> {
  const created = await createStore(choice, { now: Date.now });
  if (created.kind === 'refused') throw new Error(created.why);
  try {
    return await act(created.store);
  } finally {
    await created.store.close();
  }
}
