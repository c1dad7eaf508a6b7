/**
 * When a channel's digest falls due: pure, by Temporal, in the subscription's own zone.
 *
 * A slot belongs to a local date. Every date that the timetable falls on and that the zone's calendar has gets one slot:
 * - in a gap (clocks go forward past the time): the first valid instant after the gap. Where the gap ends after
 *   midnight (Nuuk in spring), that instant lies on the next date; the slot stays the earlier date's;
 * - in an overlap (clocks go back over the time): its first occurrence, once;
 * - a date that the zone left out whole (Samoa had no 30 December 2011, Kwajalein no 21 August 1993) has no slot.
 */
import type { Slot, Timetable } from '../../ports/store.ts';
import { fallsOn } from './rhythm.ts';

/** How a clock change touches a slot. */
export type SlotShift =
  | { readonly kind: 'none' }
  /** The time does not exist on this date; the slot is at `time`, 'HH:MM', the first valid one after the gap. */
  | { readonly kind: 'moved'; readonly time: string }
  /** The time comes twice on this date; the slot is the first of the two. */
  | { readonly kind: 'twice' };

/**
 * The first slot later than the instant `after` (epoch ms) and, where `afterDate` is given, of a later local date:
 * a channel that has had its edition of a date gets no other of that date when its timetable changes.
 * Throws a RangeError where the zone is none, or `after` no instant.
 */
export function nextSlot(timetable: Timetable, after: number, afterDate = ''): Slot {
  for (const slot of slotsFrom(timetable, after)) if (slot.date > afterDate) return slot;
  throw new RangeError('a timetable without an end has a next slot');
}

/** The first `count` slots later than `after`, as `nextSlot` finds them one after the other. */
export function nextSlots(timetable: Timetable, after: number, count: number, afterDate = ''): Slot[] {
  const found: Slot[] = [];
  if (count < 1) return found;
  for (const slot of slotsFrom(timetable, after)) {
    if (slot.date > afterDate) found.push(slot);
    if (found.length === count) break;
  }
  return found;
}

/** The slots with `from` < at <= `until` (epoch ms), in order, at most one a local date. */
export function slotsDue(timetable: Timetable, from: number, until: number): Slot[] {
  const due: Slot[] = [];
  for (const slot of slotsFrom(timetable, from)) {
    if (slot.at > until) break;
    due.push(slot);
  }
  return due;
}

/** What a clock change did to the slot of `date` ('YYYY-MM-DD'). */
export function shiftOf(timetable: Timetable, date: string): SlotShift {
  const wall = wallTime(timetable, Temporal.PlainDate.from(date));
  const first = wall.toZonedDateTime(timetable.zone, { disambiguation: 'earlier' });
  if (!first.toPlainDateTime().equals(wall)) {
    const time = afterGap(first).toPlainTime().toString({ smallestUnit: 'minute' });
    return { kind: 'moved', time };
  }
  const last = wall.toZonedDateTime(timetable.zone, { disambiguation: 'later' });
  return first.equals(last) ? { kind: 'none' } : { kind: 'twice' };
}

/** Slots later than `after`, without an end. */
function* slotsFrom(timetable: Timetable, after: number): Generator<Slot> {
  const here = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timetable.zone);
  // A slot that a gap moved past midnight, or a day that came twice, is found from two dates back.
  let date = here.toPlainDate().subtract({ days: 2 });
  for (; ; date = date.add({ days: 1 })) {
    if (!fallsOn(timetable, date)) continue;
    const at = instantOf(timetable, date);
    if (at !== undefined && at > after) yield { date: date.toString(), at };
  }
}

function instantOf(timetable: Timetable, date: Temporal.PlainDate): number | undefined {
  const wall = wallTime(timetable, date);
  const found = wall.toZonedDateTime(timetable.zone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wall)) return found.epochMilliseconds;
  return exists(date, timetable.zone) ? afterGap(found).epochMilliseconds : undefined;
}

function wallTime(timetable: Timetable, date: Temporal.PlainDate): Temporal.PlainDateTime {
  return date.toPlainDateTime(Temporal.PlainTime.from(timetable.time));
}

/** `before` is what 'earlier' makes of a time in a gap: an instant before the gap. */
function afterGap(before: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const change = before.getTimeZoneTransition('next');
  if (change === null) throw new RangeError(`${before.timeZoneId} has a gap without a clock change`);
  return change;
}

/** Whether the zone's calendar has any moment of this date. */
function exists(date: Temporal.PlainDate, zone: string): boolean {
  return date.toZonedDateTime(zone).toPlainDate().equals(date);
}
