/** The next sends of a timetable, in the channel's zone and in UTC, with what a clock change does to them. Pure. */

import type { DaysOff } from '../../ports/choices.ts';
import type { Slot, Timetable } from '../../ports/store.ts';
import type { Block, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { wallClock } from '../timetable/dates.ts';
import { named, offDay } from '../timetable/days-off.ts';
import { nextSlots, shiftOf } from '../timetable/slots.ts';
import { zoneLabel } from '../timetable/zones.ts';

const SENDS_SHOWN = 5;
/** Further than this, a clock change is nobody's business yet. */
const CHANGE_AHEAD_DAYS = 366;

/** From `from` on, the first slot, which may be in the ledger already. */
export function upcomingBlocks(timetable: Timetable, first: Slot, say: Messages, off?: DaysOff): Block[] {
  const slots = [first, ...nextSlots(timetable, first.at, SENDS_SHOWN - 1, first.date)];
  const items = slots.map((slot, i) => {
    const why = offDay(off, slot.date);
    return why === undefined
      ? sendText(timetable, slot, slots[i - 1], say)
      : [say.time.day(slot.date), `: ${say.off.skippedIn(say.off.reason(named(why)))}`];
  });
  return [
    { kind: 'text', text: [say.upcoming.heading(slots.length)] },
    { kind: 'list', items },
    ...aheadNote(timetable, slots, say),
  ];
}

/** 'Tuesday 24 November 2026, 09:00 (00:00 UTC)', and what is unusual about it. */
function sendText(timetable: Timetable, slot: Slot, before: Slot | undefined, say: Messages): Text {
  const here = wallClock(slot.at, timetable.zone);
  const utc = wallClock(slot.at, 'UTC');
  const utcWords = utc.date === here.date ? utc.time : `${say.time.day(utc.date)}, ${utc.time}`;
  const notes = notesOn(timetable, slot, before, say);
  return [
    { bold: `${say.time.day(here.date)}, ${here.time}` },
    ` (${utcWords} UTC)`,
    ...notes.map((note) => `. ${note}`),
  ];
}

function notesOn(timetable: Timetable, slot: Slot, before: Slot | undefined, say: Messages): string[] {
  const { time, zone } = timetable;
  const shift = shiftOf(timetable, slot.date);
  if (shift.kind === 'moved') return [say.upcoming.moved(time, say.time.day(slot.date), shift.time)];
  const notes = shift.kind === 'twice' ? [say.upcoming.twice(time)] : [];
  if (before === undefined) return notes;
  const change = offset(slot.at, zone) - offset(before.at, zone);
  return change === 0 ? notes : [...notes, say.upcoming.changed(change > 0 ? 'forward' : 'back', time)];
}

/** When the clocks change next, where none of the sends shown tells. */
function aheadNote({ zone, time }: Timetable, slots: readonly Slot[], say: Messages): Block[] {
  const [first, last] = [slots[0]?.at ?? 0, slots.at(-1)?.at ?? 0];
  if (/^[+-]/u.test(zone)) return [note(say.upcoming.fixed(zoneLabel(zone)))];
  if (offset(first, zone) !== offset(last, zone)) return [];
  const there = Temporal.Instant.fromEpochMilliseconds(last).toZonedDateTimeISO(zone);
  const change = there.getTimeZoneTransition('next');
  if (change === null || there.until(change, { largestUnit: 'days' }).days > CHANGE_AHEAD_DAYS) return [];
  return [note(say.upcoming.ahead(say.time.day(change.toPlainDate().toString()), time))];
}

function note(text: string): Block {
  return { kind: 'note', text: [text] };
}

/** How far the zone's clocks are ahead of UTC at an instant, in nanoseconds. */
function offset(at: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds;
}
