/** Two processes with one token: one holds the shard, the other relieves it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDiscord } from '../../../src/platforms/discord/platform.ts';
import { createStore, type FullStore } from '../../../src/store/create.ts';
import { type LocalDiscord, startDiscord } from '../../servers/discord/server.ts';
import { EchoBot, LogBook, registerAll, wordsOf } from './fixture.ts';

const WAIT = { timeout: 50_000, interval: 20 };
const timing = { leaseMs: 1_500, keepMs: 200, lookMs: 50 };

let server: LocalDiscord;
let store: FullStore;
let folder: string;
let closing: (() => Promise<void>)[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'relief-'));
  const created = await createStore({ kind: 'sqlite', dataDir: folder }, { now: Date.now });
  if (created.kind !== 'open') throw new Error(created.why);
  store = created.store;
  server = await startDiscord();
  registerAll(server, new EchoBot());
  closing = [];
});
afterEach(async () => {
  for (const close of closing) await close();
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function process(owner: string, leases = store.leases) {
  const [bot, log] = [new EchoBot(), new LogBook()];
  const platform = createDiscord({
    bot,
    config: { token: server.token, shards: { kind: 'auto' }, apiUrl: server.api },
    seen: store.seen,
    several: { leases, owner, timing },
    log,
    now: Date.now,
    onRemoved: () => {},
  });
  closing.push(() => platform.stop(100));
  return { platform, bot, log };
}

test('a newcomer waits, says so in the log, and takes over as soon as the other has stopped', async () => {
  const [older, newer] = [process('older'), process('newer')];
  await older.platform.start();
  await newer.platform.start();
  expect(newer.log.at('info')).toContain('Another process answers on these shards: waiting to take over');
  expect(newer.platform.health(Date.now())).toEqual({ kind: 'well' });
  await server.ask('kuril', 'before');
  expect(server.gateway.open).toBe(1);
  expect([older.bot.asks.length, newer.bot.asks.length]).toEqual([1, 0]);
  await older.platform.stop(1_000);
  await vi.waitUntil(() => newer.log.at('info').includes('A shard is ready'), WAIT);
  expect(wordsOf((await server.ask('kuril', 'after')).body)).toContain('after');
  expect(newer.bot.asks.map(({ words }) => words)).toEqual(['after']);
});

test('the shards of a process that died are taken over when nobody has kept them', async () => {
  const { platform, log } = process('newer');
  // One that dies keeps nothing, and gives nothing back.
  const dead = process('dead', { ...store.leases, give: async () => {} });
  await dead.platform.start();
  await dead.platform.stop(100);
  await platform.start();
  expect(server.gateway.connected).toBe(0);
  await vi.waitUntil(() => server.gateway.connected === 1, WAIT);
  expect(log.at('info')).toContain('Taking over the shards');
});
