/**
 * Two thousand channels due at once, under Discord's fifty requests a second: as fast as allowed, and no faster.
 * FLOOD_CHANNELS=10000 is the full size, which takes seven minutes. The rate is printed, and is a machine's with nothing
 * else to do: FLOOD_SHARE=0.95 demands the share of it that is wanted. FLOOD_PROFILE=FOLDER writes where the replicas'
 * time goes; what a delivery costs of a processor is printed, and depends less on what else runs. FLOOD_WAY_MS=150 puts
 * Discord so far away, there and back.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { createStore, type StoreChoice } from '../../src/store/create.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { slotDate } from '../digest/engine.ts';
import { startPostgres } from '../servers/postgres.ts';
import type { ReplicaOrder } from './delivery-replica.ts';

const CHANNELS = Number(process.env.FLOOD_CHANNELS ?? 2_000);
const PER_SECOND = 50;
const PROFILE = process.env.FLOOD_PROFILE;
const ONE_WAY_MS = Number(process.env.FLOOD_WAY_MS ?? 0) / 2;
const LEAST_SHARE = Number(process.env.FLOOD_SHARE ?? 0);
const DAY = 86_400_000;
/** Until everything falls due: by then it is written down, and all replicas are there. */
const DUE_IN_MS = 20_000;

type Told = { api: string; token: string; control: string; channels: string[] };
type Count = { messages: number; first: number; last: number; cpuMs: number };

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

test('from one process on a file', { timeout: 900_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attache-flood-'));
  await flood({ kind: 'sqlite', dataDir: join(folder, 'data') }, 1);
  rmSync(folder, { recursive: true, force: true });
});

test('from three replicas on Postgres together', { timeout: 900_000 }, async () => {
  const server = await startPostgres();
  try {
    await flood({ kind: 'postgres', url: await server.database() }, 3);
  } finally {
    await server.end();
  }
});

async function flood(store: StoreChoice, replicas: number): Promise<void> {
  const discord = await startDiscord();
  await subscribeAll(store, discord.channels);
  const started = Array.from({ length: replicas }, () => startReplica(store, discord));
  const ask = async <T>(what: string) => (await (await fetch(`${discord.control}/${what}`)).json()) as T;
  let count: Count;
  do {
    await new Promise((resolve) => setTimeout(resolve, 500));
    count = await ask<Count>('count');
  } while (count.messages < CHANNELS);
  for (const { child } of started) child.kill('SIGTERM');
  await Promise.all(started.map(({ child }) => once(child, 'exit')));
  const spent = await Promise.all(started.map(({ lines }) => lines));
  const cpuMs = spent.reduce((sum, lines) => sum + Number(lines.at(-1)), 0) / CHANNELS;

  const rate = (CHANNELS / (count.last - count.first)) * 1_000;
  const limited = await ask<{ global: number; bucket: number }>('limits');
  console.log({
    replicas,
    channels: CHANNELS,
    rate: Number(rate.toFixed(2)),
    cpuMs: Number(cpuMs.toFixed(2)),
    discordCpuMs: Number((count.cpuMs / CHANNELS).toFixed(2)),
    wayMs: 2 * ONE_WAY_MS,
    limited,
  });
  expect(limited).toEqual({ global: 0, bucket: 0 });
  expect(await ask('faults')).toEqual([]);
  expect((await ask<Count>('count')).messages).toBe(CHANNELS);
  expect(rate).toBeGreaterThan(PER_SECOND * LEAST_SHARE);
}

async function startDiscord(): Promise<Told> {
  const script = new URL('../servers/discord/main.ts', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    [script, JSON.stringify({ channels: CHANNELS, oneWayMs: ONE_WAY_MS })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return JSON.parse(line) as Told;
}

async function subscribeAll(choice: StoreChoice, channels: readonly string[]): Promise<void> {
  const created = await createStore(choice, { now: Date.now });
  if (created.kind === 'refused') throw new Error(created.why);
  const next = { date: slotDate(1), at: Date.now() + DUE_IN_MS };
  for (let from = 0; from < channels.length; from += 1_000) {
    const some = channels.slice(from, from + 1_000);
    const key = (channel: string) => subscription({ platform: 'discord', workspace: channel, channel, next });
    await Promise.all(some.map((channel) => created.store.subscriptions.put(key(channel))));
  }
  await created.store.close();
}

function startReplica(store: StoreChoice, { api, token }: Told) {
  const order: ReplicaOrder = {
    store,
    discord: { api, token },
    settings: {},
    slotEveryMs: DAY,
    tickEveryMs: 500,
    perSecond: PER_SECOND,
  };
  const script = new URL('delivery-replica.ts', import.meta.url).pathname;
  const profile = PROFILE === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`];
  const child = spawn(process.execPath, [...profile, script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return { child, lines: Array.fromAsync(createInterface({ input: child.stdout })) };
}
