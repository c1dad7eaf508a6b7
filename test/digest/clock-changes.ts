/** Compares our slots with the independent ones around clock changes and on other days, for every kind of timetable. */
import { slotsDue } from '../../src/digest/timetable/slots.ts';
import type { Timetable, Weekday } from '../../src/ports/store.ts';
import { changesOf, expectedSlots, type Stretch, stretchesOf } from './wall-clock.ts';

export const FROM = Date.UTC(2016, 0, 1);
export const UNTIL = Date.UTC(2027, 0, 1);
const DAY = 86_400_000;
/** Days looked at on either side of a clock change. */
const AROUND = 3;

const EVERY_HALF_HOUR = Array.from({ length: 48 }, (_, i) => {
  const hour = String(Math.floor(i / 2)).padStart(2, '0');
  return `${hour}:${i % 2 === 0 ? '00' : '30'}`;
});
const DAILY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const SINGLE: readonly (readonly Weekday[])[] = DAILY.map((day) => [day]);
export const EVERY_KIND: readonly (readonly Weekday[])[] = [DAILY, WEEKDAYS, ...SINGLE];

/** IANA's zones as Node lists them, and UTC. */
export const EVERY_ZONE: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

export function stretchesOfTheYears(zone: string): Stretch[] {
  return stretchesOf(zone, FROM - 10 * DAY, UNTIL + 10 * DAY);
}

/** Compares every half hour around each of `moments`; what differs, one line each, and how many were compared. */
export function compare(
  zone: string,
  stretches: readonly Stretch[],
  moments: readonly number[],
  kinds: readonly (readonly Weekday[])[] = EVERY_KIND,
): { compared: number; differences: string[] } {
  let compared = 0;
  const differences: string[] = [];
  for (const moment of moments) {
    const [from, until] = [moment - AROUND * DAY, moment + AROUND * DAY];
    const near = stretches.filter(({ start, end }) => end > from - 5 * DAY && start < until + 5 * DAY);
    for (const time of EVERY_HALF_HOUR) {
      for (const days of kinds) {
        const timetable: Timetable = { time, days, zone };
        const expected = JSON.stringify(expectedSlots(timetable, near, from, until));
        const ours = JSON.stringify(slotsDue(timetable, from, until));
        compared++;
        if (ours !== expected) differences.push(`${zone} ${time} ${days.join()}: ${ours} is not ${expected}`);
      }
    }
  }
  return { compared, differences };
}

/** The clock changes of the years that are compared. */
export function changesOfTheYears(stretches: readonly Stretch[]): number[] {
  return changesOf(stretches).filter((at) => at >= FROM && at < UNTIL);
}
