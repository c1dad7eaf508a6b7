/**
 * Ninety days of many channels on both platforms by an injected clock, in one process: real editions, the real store,
 * planning and delivery. Nothing goes wrong in it (year.test.ts is for that): it looks for what adds up.
 * SOAK_CHANNELS=1000 is the full size, for which CI has no time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { deliverOne, type Looks } from '../../src/digest/delivery/deliver-one.ts';
import type { DeliveryParts } from '../../src/digest/delivery/deliver-parts.ts';
import { DELIVERY_SETTINGS } from '../../src/digest/delivery/deliver-settings.ts';
import { nextOf } from '../../src/digest/delivery/plan.ts';
import { planDue } from '../../src/digest/delivery/planner.ts';
import { createWatch } from '../../src/digest/delivery/watch.ts';
import { makeEdition } from '../../src/digest/edition/edition.ts';
import { nextSlot, slotsDue } from '../../src/digest/timetable/slots.ts';
import { renderDiscord } from '../../src/platforms/discord/render.ts';
import { renderSlack } from '../../src/platforms/slack/render.ts';
import type { Courier } from '../../src/ports/courier.ts';
import type { Subscription } from '../../src/ports/store.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { createStore } from '../../src/store/create.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { deliveryParts } from '../digest/engine.ts';
import { kuril } from '../kit/kuril.ts';

const DAYS = Number(process.env.SOAK_DAYS ?? 90);
const CHANNELS = Number(process.env.SOAK_CHANNELS ?? 40);
const BRIEFING = kuril();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 0, 1);
const ZONES = [
  'Asia/Tokyo',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Etc/UTC',
];
/** What the heap may have grown by in the last two thirds of the days, whatever their number. */
const MOST_GROWTH_MB = 6;
/** Each send has timers of its own, which go by the real clock: what they hold is gone once they have run out. */
const SETTINGS = { ...DELIVERY_SETTINGS, leaseMs: 10_000, sendTimeoutMs: 5_000 };
const calendar = { nextSlot, slotsDue };

test(`${DAYS} days of ${CHANNELS} channels: each digest once, nothing left over, and no more memory at the end`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attache-soak-'));
  let now = START;
  const created = await createStore({ kind: 'sqlite', dataDir: folder }, { now: () => now });
  if (created.kind !== 'open') throw new Error(created.kind);
  const { store } = created;
  const all = channels();
  for (const one of all) await store.subscriptions.put(one);

  const sent = { slack: 0, discord: 0 };
  const couriers = (['slack', 'discord'] as const).map((platform) => counting(platform, sent));
  const parts = deliveryParts({
    ...{ ledger: store.ledger, couriers, calendar, settings: SETTINGS, editions, random: () => 0.5 },
    now: () => now,
    elapsed: () => now,
  });
  const looks: Looks = new Map();
  const ending = new AbortController().signal;
  const heap: number[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    for (;;) {
      const due = await store.ledger.nextDue();
      if (due === undefined || due >= START + (day + 1) * DAY) break;
      now = due;
      await planDue({ ledger: store.ledger, calendar, patience: SETTINGS }, () => undefined);
      for (const courier of couriers) {
        const { platform } = courier;
        const watch = createWatch({
          courier,
          ledger: store.ledger,
          log: parts.log,
          awayMs: [MINUTE],
          elapsed: () => now,
        });
        for (;;) {
          const some = await store.ledger.seize({ platform, most: 48, mostOfWorkspace: 48, forMs: MINUTE });
          if (some.length === 0) break;
          for (const one of some) await deliverOne({ ...parts, ending, watch, looks }, one);
        }
      }
    }
    if (day === Math.floor(DAYS / 3) || day === DAYS - 1) heap.push(await heapMb());
  }
  now = START + DAYS * DAY;

  const expected = all.map((one) => slotsDue(one.timetable, START, now - 1).length);
  for (const [at, one] of all.entries()) {
    const rows = await store.history.deliveries(one.id, 10 * DAYS);
    expect(rows.filter(({ state }) => state.kind === 'sent')).toHaveLength(expected[at] ?? 0);
    expect(rows).toHaveLength(expected[at] ?? 0);
  }
  expect(sent.slack + sent.discord).toBe(expected.reduce((sum, count) => sum + count, 0));
  const left = await store.census((...of) => nextOf(...of, calendar));
  expect({ due: left.due, pauses: left.pauses, nextTooLate: left.nextTooLate }).toEqual({
    due: [],
    pauses: [],
    nextTooLate: 0,
  });
  expect(looks.size).toBe(0);
  const growth = heap[1]! - heap[0]!;
  expect(growth).toBeLessThan(MOST_GROWTH_MB);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function channels(): Subscription[] {
  return Array.from({ length: CHANNELS }, (_, at) => {
    const platform = at % 2 === 0 ? 'slack' : 'discord';
    const time = `${String(at % 24).padStart(2, '0')}:${String((at * 5) % 60).padStart(2, '0')}`;
    const timetable = {
      time,
      days: [1, 2, 3, 4, 5, 6, 7],
      zone: ZONES[at % ZONES.length] ?? 'Etc/UTC',
    } as const;
    const one = subscription({ platform, workspace: `W${at % 10}`, channel: `C${at}` });
    return { ...one, timetable, next: nextSlot(timetable, START) };
  });
}

const editions: DeliveryParts['editions'] = async ({ slot, had }) => {
  const edition = makeEdition(
    { briefing: BRIEFING, date: slot.date, had, previousItems: undefined, whenAllShown: 'start-over' },
    messagesFor('en'),
  );
  return edition.kind === 'quiet' ? edition : { ...edition, words: 'digest' };
};

/** Takes whatever is a message of its platform's, and keeps nothing of it. */
function counting(platform: 'slack' | 'discord', sent: Record<'slack' | 'discord', number>): Courier {
  const render = platform === 'slack' ? renderSlack : renderDiscord;
  return {
    platform,
    repeatSafeForMs: platform === 'slack' ? 0 : 120_000,
    async send({ reply, briefing, words, locale, id }) {
      const { pages } = render(reply, { briefing, words, audience: 'channel', say: messagesFor(locale) });
      if (pages.length > 0) sent[platform] += 1;
      return { kind: 'sent', message: id };
    },
    find: async () => ({ kind: 'absent' }),
    examine: async () => [],
  };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function heapMb(): Promise<number> {
  await setTimeout(SETTINGS.leaseMs + 1_000);
  // What one collection finalises, the next frees, and tables that have emptied shrink only then.
  for (let times = 0; times < 4; times += 1) {
    collect();
    await setTimeout(100);
  }
  return process.memoryUsage().heapUsed / 1e6;
}
