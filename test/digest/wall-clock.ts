/**
 * When a timetable falls due, worked out without Temporal and without any rule of ours: a zone's offsets are read off
 * `Intl.DateTimeFormat`, its clock changes found by looking and halving, and a slot is the first instant whose wall
 * clock shows the date and time, or else the end of the gap that swallowed them.
 */
import type { Slot, Timetable } from '../../src/ports/store.ts';

/** From `start` on (epoch ms) the zone is `offset` ms ahead of UTC. */
export type Stretch = { readonly start: number; readonly end: number; readonly offset: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Fine enough: no zone of these years changes its clocks twice within it. */
const STEP = 12 * HOUR;

export function stretchesOf(zone: string, from: number, until: number): Stretch[] {
  const offsetAt = offsetReader(zone);
  const found: Stretch[] = [];
  let start = from;
  let offset = offsetAt(from);
  for (let at = from; at < until; at += STEP) {
    const next = Math.min(at + STEP, until);
    if (offsetAt(next) === offset) continue;
    const change = firstWith(at, next, (moment) => offsetAt(moment) !== offset);
    found.push({ start, end: change, offset });
    start = change;
    offset = offsetAt(change);
  }
  return [...found, { start, end: until, offset }];
}

/** The instants at which the clocks change. */
export function changesOf(stretches: readonly Stretch[]): number[] {
  return stretches.slice(1).map(({ start }) => start);
}

/** The slots with `from` < at <= `until`. */
export function expectedSlots(
  timetable: Timetable,
  stretches: readonly Stretch[],
  from: number,
  until: number,
): Slot[] {
  const [hours = 0, minutes = 0] = timetable.time.split(':').map(Number);
  const slots: Slot[] = [];
  for (let day = Math.floor(from / DAY) * DAY - 3 * DAY; day <= until + 3 * DAY; day += DAY) {
    const weekday = new Date(day).getUTCDay() || 7;
    if (!timetable.days.some((wanted) => wanted === weekday)) continue;
    const at = instantOf(day + hours * HOUR + minutes * 60_000, day, stretches);
    if (at !== undefined && at > from && at <= until) {
      slots.push({ date: new Date(day).toISOString().slice(0, 10), at });
    }
  }
  return slots;
}

/** `wall` and `day` are readings of the wall clock, written as if they were UTC. */
function instantOf(wall: number, day: number, stretches: readonly Stretch[]): number | undefined {
  for (const { start, end, offset } of stretches) {
    const at = wall - offset;
    if (at >= start && at < end) return at;
  }
  for (const [i, { start, offset }] of stretches.entries()) {
    const before = stretches[i - 1];
    if (before === undefined) continue;
    const [gapFrom, gapTo] = [start + before.offset, start + offset];
    const dateLeftOut = gapFrom <= day && gapTo >= day + DAY;
    if (gapFrom <= wall && wall < gapTo) return dateLeftOut ? undefined : start;
  }
  return undefined;
}

function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => {
    const [, month = '', day = '', year = '', hour = '', minute = '', second = ''] =
      /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/u.exec(format.format(at)) ?? [];
    return Date.UTC(+year, +month - 1, +day, +hour, +minute, +second) - Math.floor(at / 1_000) * 1_000;
  };
}

/** The first whole second in (`low`, `high`] for which `is` holds; it holds for `high`, and not for `low`. */
function firstWith(low: number, high: number, is: (at: number) => boolean): number {
  let [no, yes] = [low / 1_000, high / 1_000];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (is(middle * 1_000)) yes = middle;
    else no = middle;
  }
  return yes * 1_000;
}
