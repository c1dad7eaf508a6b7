import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/digest/delivery/deliver.ts';
import { slidingPace } from '../../src/digest/delivery/deliver-pace.ts';
import { sharedPace } from '../../src/digest/delivery/deliver-pace-shared.ts';
import { createStore, type FullStore } from '../../src/store/create.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { silent } from '../kit/log.ts';
import { until } from '../kit/until.ts';
import { LocalDiscord } from '../servers/discord/server.ts';
import { type Postgres, startPostgres } from '../servers/postgres.ts';
import { engine, HASTY, QUICK, slotDate, toDiscord } from './engine.ts';

let server: Postgres;
let discord: LocalDiscord;
const stores: FullStore[] = [];
const engines: Delivery[] = [];
const paces: { close(): Promise<void> }[] = [];
const elapsed = () => performance.now();

beforeAll(async () => {
  server = await startPostgres();
  discord = await new LocalDiscord().listen();
});
afterEach(async () => {
  await Promise.all(engines.splice(0).map((one) => one.stop(1_000)));
  for (const one of [...paces.splice(0), ...stores.splice(0)]) await one.close();
});
afterAll(async () => {
  await discord.close();
  await server.end();
});

async function replica(url: string, settings = QUICK): Promise<FullStore> {
  const created = await createStore({ kind: 'postgres', url }, { now: Date.now });
  if (created.kind === 'refused') throw new Error(created.why);
  const { store } = created;
  stores.push(store);
  const pace = sharedPace({ url, name: 'discord', perSecond: 50, elapsed, log: silent });
  paces.push(pace);
  const { ledger } = store;
  const couriers = [toDiscord(discord.api, discord.token)];
  engines.push(engine({ ledger, couriers, settings, paces: { discord: pace } }));
  return store;
}

async function subscribe(store: FullStore, count: number): Promise<string[]> {
  const channels = Array.from({ length: count }, () => discord.world.addChannel(discord.guild.id, 'c').id);
  const next = { date: slotDate(1), at: Date.now() - 5 };
  for (const channel of channels) {
    await store.subscriptions.put(subscription({ platform: 'discord', workspace: channel, channel, next }));
  }
  return channels;
}

const inDiscord = (channel: string) =>
  [...discord.world.messages.values()].filter((message) => message.channel === channel).length;

describe('three replicas on one Postgres', () => {
  test('share the work, keep to one limit together, and send each edition once', async () => {
    const url = await server.database();
    const [store] = await Promise.all([replica(url), replica(url), replica(url)]);
    const channels = await subscribe(store!, 75);
    await Promise.all(engines.map((one) => one.start()));
    await until(async () => (await store!.ledger.nextTurn()) === undefined, 'all are sent');
    expect(channels.map(inDiscord)).toEqual(channels.map(() => 1));
    expect(discord.limits.limited).toEqual({ global: 0, bucket: 0 });
  });

  test('a database that goes away in the middle costs nothing but time', async () => {
    const url = await server.database();
    const [store] = await Promise.all([replica(url, HASTY), replica(url, HASTY)]);
    const channels = await subscribe(store!, 60);
    await Promise.all(engines.map((one) => one.start()));
    await until(() => channels.some((channel) => inDiscord(channel) > 0), 'the first are sent');
    await server.stop();
    await server.start();
    const open = async () => (await store!.ledger.nextTurn().catch(() => 0)) === undefined;
    await until(open, 'all are sent');
    expect(channels.map(inDiscord)).toEqual(channels.map(() => 1));
  });
});

test('a pace lets no more through in any second than it may, also after a pause, and little less', async () => {
  let now = 0;
  const pace = slidingPace({ perSecond: () => 50, now: () => now });
  const sent: number[] = [];
  const never = new AbortController().signal;
  const realTimeout = globalThis.setTimeout;
  // The pace waits on timers: here a timer moves the clock instead, now and then by far too much.
  globalThis.setTimeout = ((end: () => void, ms: number) => {
    now += ms + (sent.length % 97 === 96 ? 180 : 0);
    queueMicrotask(end);
    return 0;
  }) as unknown as typeof setTimeout;
  try {
    while (now < 20_000) {
      const turn = await pace.turn(never);
      sent.push(now);
      turn.answered();
    }
  } finally {
    globalThis.setTimeout = realTimeout;
  }
  for (const [at, first] of sent.entries()) {
    const after = sent[at + 50];
    if (after !== undefined) expect(after - first).toBeGreaterThanOrEqual(1_000);
  }
  expect(sent.length).toBeGreaterThan(20 * 50 * 0.95);
});
