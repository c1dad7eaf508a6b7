import { counted, date, list, month, weekday } from './wording.ts';

/** A date as exact as it is known, 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; `until` where it is a span. */
type When = { readonly on: string; readonly until?: string | undefined };
/** ISO weekdays: 1 is Monday. */
type Days = readonly number[];

/** Dates, lengths of time and days of the week. */
export const time = {
  /** '16 December 2016', 'September 2016', '2014', '15 to 16 December 2016' */
  when({ on, until }: When): string {
    if (until === undefined) return date(on);
    const sameMonth = on.length === 10 && on.slice(0, 7) === until.slice(0, 7);
    return `${sameMonth ? String(Number(on.slice(8))) : date(on)} to ${date(until)}`;
  },
  /** The days of something that may be open at the end: 'since 4 June 2017', '5 June 2017'. */
  dates({ from, to }: { readonly from: string; readonly to?: string | undefined }): string {
    if (to === undefined) return `since ${date(from)}`;
    return from === to ? date(from) : time.when({ on: from, until: to });
  },
  /** The same with its preposition: 'on 16 December 2016', 'in 2014', 'from 2012 to 2016'. */
  whenInSentence(when: When): string {
    if (when.until !== undefined) return `from ${time.when(when)}`;
    return `${when.on.length === 10 ? 'on' : 'in'} ${time.when(when)}`;
  },
  /** 'Saturday 17 December 2016' */
  day(of: string): string {
    return `${weekday(Temporal.PlainDate.from(of).dayOfWeek)} ${date(of)}`;
  },
  /** A moment as the clock on the wall shows it: 'Sat 17 Dec 2016, 09:00 Asia/Tokyo'. */
  clock(at: Temporal.ZonedDateTime): string {
    const day = `${weekday(at.dayOfWeek).slice(0, 3)} ${at.day} ${month(at.month).slice(0, 3)} ${at.year}`;
    return `${day}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })} ${at.timeZoneId}`;
  },
  /** '40 seconds', '5 minutes', '2 hours', '3 days' */
  length(ms: number): string {
    const units = [
      [86_400_000, 'day'],
      [3_600_000, 'hour'],
      [60_000, 'minute'],
    ] as const;
    const [size, name] = units.find(([size]) => ms >= size) ?? [1_000, 'second'];
    return counted(Math.max(1, Math.round(ms / size)), { one: name, other: `${name}s` });
  },
  /** 'every day', 'on weekdays', 'on Mondays and Fridays' */
  days(days: Days): string {
    const group = GROUPS[days.join('')];
    return group ?? `on ${list(days.map((day) => `${weekday(day)}s`))}`;
  },
  /** The same as a menu shows it: 'Weekdays', 'Every day'. */
  daysAlone(days: Days): string {
    const words = time.days(days).replace(/^(on|at) /u, '');
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
  /** 'every day at 09:00 (Tokyo, Japan)' */
  timetable: (at: { readonly time: string; readonly days: Days; readonly zone: string }) =>
    `${time.days(at.days)} at ${at.time} (${at.zone})`,
};

const GROUPS: Readonly<Record<string, string>> = {
  '1234567': 'every day',
  '12345': 'on weekdays',
  '67': 'at weekends',
};
