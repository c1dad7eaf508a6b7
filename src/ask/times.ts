/** Dates as people ask for them: what a date may be called, and how it is shown. */
import { MONTHS } from '../briefing/months.ts';
import type { When } from '../briefing/schema.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Month and weekday names and their short forms, in small letters, with the key that they share. */
const CALLED = new Map<string, string>([
  ...MONTHS.flatMap((name, at) =>
    [name, name.slice(0, 3)].map((way): [string, string] => [way.toLowerCase(), `month:${at + 1}`]),
  ),
  ['sept', 'month:9'],
  ...DAYS.flatMap((name, at) =>
    [name, name.slice(0, 3)].map((way): [string, string] => [way.toLowerCase(), `day:${at + 1}`]),
  ),
  ['tues', 'day:2'],
  ['thur', 'day:4'],
  ['thurs', 'day:4'],
]);
// Short forms that are words of their own.
for (const word of ['may', 'mar', 'sun', 'sat', 'wed']) CALLED.delete(word);

/** The key of a month's or a weekday's name in small letters. */
export function timeKeyOf(word: string): string | undefined {
  return CALLED.get(word);
}

/** All that a date may be called: its year, month, day of the month and weekday, at both ends of a span. */
export function timeKeysOf(when: When): string[] {
  return [when.on, ...(when.until === undefined ? [] : [when.until])].flatMap((date) => {
    const [year, month, day] = date.split('-').map(Number);
    const keys = [String(year)];
    if (month !== undefined) keys.push(`month:${month}`);
    if (month !== undefined && day !== undefined) {
      keys.push(String(day), `day:${new Date(Date.UTC(year!, month - 1, day)).getUTCDay() || 7}`);
    }
    return keys;
  });
}
