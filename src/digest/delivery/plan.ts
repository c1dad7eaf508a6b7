import type { Planned } from '../../ports/ledger.ts';
import type { Slot, Subscription, Timetable } from '../../ports/store.ts';
import { named, offDay } from '../timetable/days-off.ts';
import type { DeliverySettings } from './deliver-settings.ts';

/** When slots fall; `slots.ts` is the real one. Both are strict: later than `after` and `from`, up to `until`. */
export type Calendar = {
  nextSlot(timetable: Timetable, after: number, afterDate?: string): Slot;
  slotsDue(timetable: Timetable, from: number, until: number): Slot[];
};

/**
 * What a due subscription means: the latest slot that is no day off goes out if it is no more than `graceMs` late; all
 * before it are recorded as skipped, so that after a long silence one edition comes, not a pile.
 */
export function plan(
  subscription: Subscription,
  now: number,
  patience: Patience,
  calendar: Calendar,
): Planned {
  try {
    return slots(subscription, now, patience, calendar);
  } catch (error) {
    // Temporal's own: the zone or the time is none, or none any more.
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'broken', why: { code: 'timetable-broken' } };
  }
}

export type Patience = Pick<DeliverySettings, 'graceMs' | 'doubtAfterMs'>;

function slots(
  subscription: Subscription,
  now: number,
  { graceMs, doubtAfterMs }: Patience,
  calendar: Calendar,
): Planned {
  const { next: first, timetable, off } = subscription;
  if (first === undefined) throw new Error(`subscription ${subscription.id} is not due, it has no next slot`);
  const due = [first];
  for (const slot of calendar.slotsDue(timetable, first.at, now)) {
    if (slot.date > due.at(-1)!.date) due.push(slot);
  }
  const latest = due.at(-1)!;
  const sends = due.findLast(({ date }) => offDay(off, date) === undefined);
  return {
    kind: 'slots',
    record: due.map((slot) => {
      const why = offDay(off, slot.date);
      if (why !== undefined)
        return { slot, as: { kind: 'skipped', why: { code: 'day-off', off: named(why) } } };
      const late = now - slot.at > graceMs;
      if (slot === sends && !late) {
        const doubtful = now - slot.at > doubtAfterMs;
        return { slot, as: { kind: 'pending', ...(doubtful ? { doubtful } : {}) } };
      }
      return {
        slot,
        as: { kind: 'skipped', why: late ? { code: 'missed', graceMs } : { code: 'overtaken' } },
      };
    }),
    next: calendar.nextSlot(timetable, Math.max(now, latest.at), latest.date),
  };
}

/** The next slot from `now` on; undefined where the timetable makes no sense any more, which planning finds out. */
export function nextOf(
  { timetable }: Subscription,
  now: number,
  lastDate: string,
  calendar: Calendar,
): Slot | undefined {
  try {
    return calendar.nextSlot(timetable, now, lastDate);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
