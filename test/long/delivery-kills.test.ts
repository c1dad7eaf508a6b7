/**
 * Replicas are killed, frozen and thawed at random moments, and at the worst one: right after the platform took a
 * message, before its answer could be written down. Then the ledger and what the platforms hold are compared.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Subscription } from '../../src/ports/store.ts';
import { en } from '../../src/show/messages/en.ts';
import { inFull } from '../../src/show/messages/reasons.ts';
import { createStore, type FullStore, type StoreChoice } from '../../src/store/create.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { engine, everyFew, HASTY, slotDate, toDiscord, toSlack } from '../digest/engine.ts';
import { until } from '../kit/until.ts';
import { LocalDiscord } from '../servers/discord/server.ts';
import { startPostgres } from '../servers/postgres.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';
import { addTeam, install, type Team } from '../servers/slack/world.ts';
import type { ReplicaOrder } from './delivery-replica.ts';
import { whenTaken } from './taken.ts';

/** As long as a life or two, so that planning is killed as well as sending. */
const SLOT_EVERY_MS = 3_000;
/** Three processes take longer to start, and Discord takes five messages in five seconds in a channel. */
const SLOT_EVERY_MS_ON_POSTGRES = 4_000;
const CHANNELS = 8;
/** The full size is KILL_ROUNDS=100 KILL_ROUNDS_POSTGRES=30, a quarter of an hour on a machine of its own. */
const ROUNDS_IN_A_FILE = Number(process.env.KILL_ROUNDS ?? 25);
const ROUNDS_ON_POSTGRES = Number(process.env.KILL_ROUNDS_POSTGRES ?? 6);
/** Longer than a lease and a sweep: by then somebody else has taken over. */
const FROZEN_MS = 2_500;
/** Kills leave a pile, which takes its time at Discord's five messages in five seconds: it only has to grow smaller. */
const STUCK_MS = 60_000;

let discord: LocalDiscord;
let slack: LocalSlack;
/** A workspace where the bot may not read the history: what is lost there cannot be looked for. */
let blind: Team;
let folder: string;
let onTaken: () => void;
let slotEveryMs: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attache-kills-'));
  discord = await new LocalDiscord().listen();
  slack = await startSlack();
  blind = addTeam(slack.world, 'T0000BLIND', 'Blind');
  install(blind, ['chat:write']);
  onTaken = () => undefined;
  whenTaken(discord, slack, () => onTaken());
});

afterEach(async () => {
  await discord.close();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

test(`in a file, killed ${ROUNDS_IN_A_FILE} times: no slot lost, none doubled, what is unknown is shown`, async () => {
  slotEveryMs = SLOT_EVERY_MS;
  const choice: StoreChoice = { kind: 'sqlite', dataDir: join(folder, 'data') };
  const all = await withStore(choice, subscribeAll);
  for (let round = 0; goesOn(round, ROUNDS_IN_A_FILE, all); round += 1) {
    const replica = start(choice);
    await lives(replica, round);
  }
  await withStore(choice, async (store) => {
    await finish(store, all);
    await compare(store, all);
  });
});

test(`on Postgres, three replicas killed ${ROUNDS_ON_POSTGRES} times, one frozen and thawed: the same`, async () => {
  slotEveryMs = SLOT_EVERY_MS_ON_POSTGRES;
  const server = await startPostgres();
  try {
    const choice: StoreChoice = { kind: 'postgres', url: await server.database() };
    const all = await withStore(choice, subscribeAll);
    for (let round = 0; goesOn(round, ROUNDS_ON_POSTGRES, all); round += 1) {
      const replicas = [0, 1, 2].map(() => start(choice));
      await Promise.all(replicas.map((replica, at) => lives(replica, round + at, at === 2)));
    }
    await withStore(choice, async (store) => {
      await finish(store, all);
      await compare(store, all);
    });
  } finally {
    await server.end();
  }
});

test('told to stop while nothing is answered, a replica ends within ten seconds and loses nothing', async () => {
  slotEveryMs = 3_600_000;
  const choice: StoreChoice = { kind: 'sqlite', dataDir: join(folder, 'data') };
  const now = Date.now();
  const channels = Array.from({ length: 20 }, () => discord.world.addChannel(discord.guild.id, 'c').id);
  const all = channels.map((channel) => {
    const next = { date: slotDate(1), at: now };
    return subscription({ platform: 'discord', workspace: channel, channel, next });
  });
  await withStore(choice, async (store) => {
    for (const one of all) await store.subscriptions.put(one);
  });
  discord.mischief.order({ trick: { kind: 'hang' }, times: 10 });
  const replica = start(choice, {});
  await until(() => discord.rest.seen.length === 20, 'all are under way');
  const began = performance.now();
  replica.kill('SIGTERM');
  const [code] = (await once(replica, 'exit')) as [number | null];
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(code).toBe(0);
  await withStore(choice, async (store) => {
    const states = await Promise.all(
      all.map(async (one) => (await store.history.deliveries(one.id, 1))[0]?.state.kind),
    );
    expect(Map.groupBy(states, (state) => state).get('sent')?.length).toBe(10);
    expect(Map.groupBy(states, (state) => state).get('retry')?.length).toBe(10);
    const delivery = engine({ ledger: store.ledger, couriers: [toDiscord(discord.api, discord.token)] });
    await delivery.start();
    await until(async () => (await store.ledger.nextTurn()) === undefined, 'all is settled');
    await delivery.stop(1_000);
  });
  const shown = Map.groupBy(discord.world.messages.values(), ({ channel }) => channel);
  expect(channels.map((channel) => shown.get(channel)?.length)).toEqual(channels.map(() => 1));
});

/** So many rounds, and more where the machine is so busy that little was sent in them: without messages they prove nothing. */
function goesOn(round: number, rounds: number, all: readonly Subscription[]): boolean {
  return round < rounds || (sent() <= ENOUGH * all.length && round < MOST_TIMES * rounds);
}

const ENOUGH = 5;
const MOST_TIMES = 6;
const sent = () => discord.world.messages.size + slack.posts.length;

/** The life of a replica: killed at a random moment, at the worst one, or after it was frozen past its leases. */
async function lives(replica: ChildProcess, round: number, freezes = false): Promise<void> {
  const ended = once(replica, 'exit');
  const kill = () => replica.kill('SIGKILL');
  const started = once(replica.stdout!, 'data');
  if (round % 10 === 9) {
    // Somewhere in its start: opening the store, migrating, the first plan.
    await pause(Math.random() * 1_200);
    kill();
  } else {
    await Promise.race([started, ended]);
    if (freezes) {
      await frozen(replica);
    } else if (round % 2 === 0) {
      const take = Math.floor(Math.random() * 12);
      let taken = 0;
      const before = onTaken;
      onTaken = () => {
        before();
        taken += 1;
        if (taken > take) kill();
      };
      await Promise.race([ended, pause(2_500)]);
    } else await pause(Math.random() * 1_500);
    kill();
  }
  await ended;
  onTaken = () => undefined;
}

async function frozen(replica: ChildProcess): Promise<void> {
  await pause(Math.random() * 600);
  replica.kill('SIGSTOP');
  await pause(FROZEN_MS);
  replica.kill('SIGCONT');
  await pause(Math.random() * 800);
}

function start(store: StoreChoice, settings: ReplicaOrder['settings'] = HASTY): ChildProcess {
  const tokens: Record<string, string> = {};
  for (const team of slack.world.teams.values()) tokens[team.id] = team.install?.botToken ?? '';
  const order: ReplicaOrder = {
    store,
    discord: { api: discord.api, token: discord.token },
    slack: { apiUrl: slack.apiUrl, tokens },
    settings,
    slotEveryMs,
    tickEveryMs: 200,
  };
  const script = new URL('delivery-replica.ts', import.meta.url).pathname;
  const output = process.env.KILL_LOG === undefined ? 'ignore' : 'inherit';
  return spawn(process.execPath, [script, JSON.stringify(order)], { stdio: ['ignore', 'pipe', output] });
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

async function subscribeAll(store: FullStore): Promise<Subscription[]> {
  const next = everyFew(slotEveryMs).nextSlot(subscription({}).timetable, Date.now());
  const all: Subscription[] = [];
  for (let at = 0; at < CHANNELS; at += 1) {
    const channel = discord.world.addChannel(discord.guild.id, `c${at}`).id;
    all.push(subscription({ platform: 'discord', workspace: discord.guild.id, channel, next }));
    for (const team of [slack.home, blind]) {
      const mark = team.id.slice(1);
      const there = { platform: 'slack', workspace: team.id, channel: `C${mark}GENERAL` } as const;
      all.push(subscription({ ...there, briefing: `briefing-${at}`, next }));
    }
  }
  for (const one of all) await store.subscriptions.put(one);
  return all;
}

/** No new slots; what is on its way comes to its end. */
async function finish(store: FullStore, all: readonly Subscription[]): Promise<void> {
  console.log('sent by replicas that were killed:', sent());
  expect(sent()).toBeGreaterThan(ENOUGH * all.length);
  const couriers = [
    toDiscord(discord.api, discord.token),
    toSlack(slack.apiUrl, (team) => slack.world.teams.get(team)?.install?.botToken ?? ''),
  ];
  const calendar = everyFew(slotEveryMs);
  const delivery = engine({ ledger: store.ledger, couriers, calendar });
  await delivery.start();
  await delivery.tick();
  for (const one of all) {
    const now = await store.subscriptions.get(one);
    await store.subscriptions.put({ ...now!, next: { date: slotDate(1e11), at: Date.now() + 1e10 } });
  }
  let left = await unsettled(store, all);
  let least = left.length;
  let lessAt = performance.now();
  while (left.length > 0) {
    const told = `not settled: ${left.length}, of them ${left.slice(0, 5).join('; ')}`;
    if (performance.now() - lessAt > STUCK_MS) throw new Error(told);
    await pause(500);
    left = await unsettled(store, all);
    if (left.length < least) lessAt = performance.now();
    least = Math.min(least, left.length);
  }
  await delivery.stop(1_000);
}

/** Where nobody may look, what is unknown stays so, however often it is asked for. */
async function unsettled(store: FullStore, all: readonly Subscription[]): Promise<readonly string[]> {
  const recorded = await Promise.all(
    all.map(async (one) => {
      const deliveries = await store.history.deliveries(one.id, 100_000);
      const settled = one.workspace === blind.id ? ['sent', 'skipped', 'unknown'] : ['sent', 'skipped'];
      const open = deliveries.filter(({ state }) => !settled.includes(state.kind));
      return open.map((delivery) => `${one.id} ${JSON.stringify(delivery)}`);
    }),
  );
  return recorded.flat();
}

async function compare(store: FullStore, all: readonly Subscription[]): Promise<void> {
  const messages = new Map<string, number>();
  const count = (delivery: string) => messages.set(delivery, (messages.get(delivery) ?? 0) + 1);
  for (const { nonce } of discord.world.messages.values()) count(String(nonce));
  for (const { metadata } of slack.posts) count(String(metadata?.event_payload.delivery));

  const tally: Record<string, number> = {};
  const wrong: string[] = [];
  for (const one of all) {
    const recorded = (await store.history.deliveries(one.id, 100_000)).toReversed();
    const first = one.next!.at;
    const last = recorded.at(-1)!.slot.at;
    const due = [one.next!, ...everyFew(slotEveryMs).slotsDue(one.timetable, first, last)];
    expect(recorded.map(({ slot }) => slot)).toEqual(due);
    for (const { id, state, slot } of recorded) {
      const shown = messages.get(id) ?? 0;
      messages.delete(id);
      const where = one.platform === 'discord' ? 'discord' : one.workspace === blind.id ? 'blind' : 'slack';
      tally[`${where} ${state.kind}`] = (tally[`${where} ${state.kind}`] ?? 0) + 1;
      const right = state.kind === 'sent' ? shown === 1 : state.kind === 'unknown' ? shown <= 1 : shown === 0;
      if (!right) wrong.push(`${one.id} ${slot.date} is ${state.kind} and was shown ${shown} times`);
      if (state.kind === 'unknown') expect(inFull(state.why, en)).not.toBe('');
      expect(['sent', 'unknown', 'skipped']).toContain(state.kind);
    }
  }
  console.log(tally);
  expect(wrong).toEqual([]);
  expect([...messages]).toEqual([]);
  expect(tally['discord sent']).toBeGreaterThan(0);
  expect(tally['slack sent']).toBeGreaterThan(0);
  expect(slack.traffic.faults).toEqual([]);
  expect(discord.world.faults).toEqual([]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
