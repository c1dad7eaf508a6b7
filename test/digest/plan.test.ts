import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plan } from '../../src/digest/delivery/plan.ts';
import { planDue } from '../../src/digest/delivery/planner.ts';
import { nextSlot, slotsDue } from '../../src/digest/timetable/slots.ts';
import type { Subscription, Timetable, Weekday } from '../../src/ports/store.ts';
import { createStore } from '../../src/store/create.ts';
import { subscription } from '../contracts/store-fixture.ts';

const HOUR = 3_600_000;
const GRACE = 6 * HOUR;
const START = Date.UTC(2026, 9, 20);
const calendar = { nextSlot, slotsDue };
const PATIENCE = { graceMs: 6 * 3_600_000, doubtAfterMs: 90_000 };
const daily: Timetable = { time: '09:00', days: [1, 2, 3, 4, 5, 6, 7], zone: 'Asia/Tokyo' };

function subscribed(timetable: Timetable, id: string): Subscription {
  return { ...subscription({ channel: id }), timetable, next: nextSlot(timetable, START) };
}

describe('what a due subscription means', () => {
  const one = subscribed(daily, 'C1');
  const at = one.next!.at;
  const planned = (now: number, graceMs: number) => {
    const made = plan(one, now, { graceMs, doubtAfterMs: 90_000 }, calendar);
    if (made.kind === 'broken') throw new Error(made.why.code);
    return made;
  };

  test('a zone that is none any more is a reason to pause, not to fail', () => {
    const lost = { ...one, timetable: { ...daily, zone: 'Mars/Olympus' } };
    expect(plan(lost, at, PATIENCE, calendar)).toEqual({
      kind: 'broken',
      why: { code: 'timetable-broken' },
    });
  });

  test('a slot within the grace period is to be sent, after a look where it comes late, and the next is the day after', () => {
    for (const late of [0, GRACE]) {
      const { record, next } = planned(at + late, GRACE);
      const doubtful = late > 0 ? { doubtful: true } : {};
      expect(record).toEqual([{ slot: one.next, as: { kind: 'pending', ...doubtful } }]);
      expect(next).toEqual(nextSlot(daily, at));
    }
  });

  test('a slot past the grace period is recorded as skipped, with the reason', () => {
    const { record } = planned(at + GRACE + 1, GRACE);
    expect(record).toEqual([
      { slot: one.next, as: { kind: 'skipped', why: { code: 'missed', graceMs: 6 * 3_600_000 } } },
    ]);
  });

  test('after days of silence one edition goes out, and each day before it is recorded as skipped', () => {
    const { record, next } = planned(at + 10 * 24 * HOUR + 1, GRACE);
    expect(record.map(({ as }) => as.kind)).toEqual([...Array(10).fill('skipped'), 'pending']);
    expect(new Set(record.map(({ slot }) => slot.date)).size).toBe(11);
    expect(next.at).toBeGreaterThan(at + 10 * 24 * HOUR);
  });

  test('with a grace of days still only the latest goes out', () => {
    const { record } = planned(at + 2 * 24 * HOUR, 7 * 24 * HOUR);
    expect(record.map(({ as }) => as.kind)).toEqual(['skipped', 'skipped', 'pending']);
  });
});

const timetable: fc.Arbitrary<Timetable> = fc.record({
  time: fc.integer({ min: 0, max: 47 }).map((half) => {
    return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
  }),
  days: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
    .map((days) => days.sort() as Weekday[]),
  zone: fc.constantFrom(
    'Asia/Tokyo',
    'Europe/Berlin',
    'America/New_York',
    'Pacific/Apia',
    'Asia/Vladivostok',
  ),
});

/** What may happen: time passes, planners tick (several at once), one dies in the middle of its transaction. */
const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 0, max: 60 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('tick' as const), planners: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('die' as const), after: fc.integer({ min: 0, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);

test('whatever ticks, replicas, deaths and restarts do, each slot is in the ledger exactly once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attache-plan-'));
  const property = fc.asyncProperty(
    fc.array(timetable, { minLength: 1, maxLength: 6 }),
    fc.array(happening, { maxLength: 25 }),
    async (timetables, happenings) => {
      const clock = { now: START };
      const open = async () => {
        const created = await createStore({ kind: 'sqlite', dataDir: folder }, { now: () => clock.now });
        if (created.kind === 'refused') throw new Error(created.why);
        return created.store;
      };
      let store = await open();
      const all = timetables.map((one, at) => subscribed(one, `C${at}`));
      for (const one of all) await store.subscriptions.put(one);
      const planning = () => ({ ledger: store.ledger, calendar, patience: PATIENCE });
      const tick = () => planDue(planning(), () => {});
      for (const what of happenings) {
        if (what.kind === 'pass') clock.now += what.hours * HOUR;
        if (what.kind === 'tick') await Promise.all(Array.from({ length: what.planners }, tick));
        if (what.kind === 'die') {
          let left = what.after;
          const dying = {
            ...calendar,
            nextSlot: (...at: Parameters<typeof nextSlot>) => {
              if (left === 0) throw new Error('killed');
              left -= 1;
              return nextSlot(...at);
            },
          };
          await planDue({ ...planning(), calendar: dying }, () => {}).catch(() => undefined);
        }
        if (what.kind === 'restart') {
          await store.close();
          store = await open();
        }
      }
      await tick();
      for (const one of all) {
        const recorded = (await store.history.deliveries(one.id, 10_000)).toReversed();
        expect(recorded.map(({ slot }) => slot)).toEqual(slotsDue(one.timetable, START, clock.now));
        const kept = (await store.subscriptions.get(one))?.next;
        expect(kept).toEqual(nextSlot(one.timetable, clock.now));
      }
      await store.forget('slack', 'T1');
      await store.close();
    },
  );
  await fc.assert(property, { numRuns: 20 });
  rmSync(folder, { recursive: true, force: true });
});
