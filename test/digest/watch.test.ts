/** Whether a platform is away: over the real ledger, against the platform of the simulated year. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { DELIVERY_SETTINGS } from '../../src/digest/delivery/deliver-settings.ts';
import { createWatch, type Watch } from '../../src/digest/delivery/watch.ts';
import { type FullStore, storeOver } from '../../src/store/create.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { silent } from '../kit/log.ts';
import { OUTAGES, YearPlatform } from '../long/year-platform.ts';

const MINUTE = 60_000;

let now: number;
let store: FullStore;
let platform: YearPlatform;

beforeEach(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'attache-watch-'));
  now = Date.UTC(2026, 0, 1);
  const opened = await openSqlite({ dataDir, now: () => now });
  if (opened.kind !== 'open') throw new Error(opened.kind);
  store = storeOver(opened.database);
  platform = new YearPlatform({ kind: 'slack', now: () => now, random: () => 0.5, blind: new Set() });
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

test('where two deliveries are all that waits, an outage is noticed by asking the platform, and both are held up', async () => {
  outage(109);
  const watch = watching();
  for (const id of ['a', 'b']) await watch.heard('away', id);
  expect(await watch.look()).toBe('there');
  await watch.heard('away', 'a');
  expect(await watch.look()).toBe('away');
  for (const until = now + 100 * MINUTE; now < until; now += MINUTE) expect(await watch.look()).toBe('away');
  expect(platform.asked.every(({ what }) => what === 'contact')).toBe(true);
  expect(platform.asked.length).toBeLessThanOrEqual(101);
});

test('a channel that alone gets no answer holds nobody up: the platform is asked about every third time, and is well', async () => {
  const watch = watching();
  for (let times = 0; times < 9; times += 1) {
    await watch.heard('away', 'a');
    expect(await watch.look()).toBe('there');
  }
  expect(platform.asked.length).toBe(3);
});

test('three deliveries without an answer are the platform’s trouble, and nothing more is asked to know it', async () => {
  outage(10);
  const watch = watching();
  for (const id of ['a', 'b', 'c']) await watch.heard('away', id);
  expect(platform.asked).toEqual([]);
  expect(await watch.look()).toBe('away');
});

test('what a process knew of an outage stands in the store: the next asks no sooner', async () => {
  outage(10);
  const before = watching();
  for (const id of ['a', 'b', 'c']) await before.heard('away', id);
  expect(await watching().look()).toBe('away');
  expect(platform.asked).toEqual([]);
});

function watching(): Watch {
  const { courier } = platform;
  const { awayMs } = DELIVERY_SETTINGS;
  return createWatch({ courier, ledger: store.ledger, log: silent, awayMs, elapsed: () => now });
}

function outage(minutes: number): void {
  const [form] = OUTAGES.slack;
  platform.troubles.push({ from: now, until: now + minutes * MINUTE, form: form! });
}
