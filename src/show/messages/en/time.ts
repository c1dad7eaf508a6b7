import { counted, date, list, month, ordinal, weekday } from './wording.ts';

/** A date as exact as it is known, 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; `until` where it is a span. */
type When = { readonly on: string; readonly until?: string | undefined };
/** ISO weekdays: 1 is Monday. */
type Days = readonly number[];
/** Weekdays, and which of them. */
type Often = {
  readonly days: Days;
  readonly rhythm?:
    | { readonly kind: 'weeks'; readonly every: number }
    | { readonly kind: 'dates'; readonly dates: readonly number[] }
    | { readonly kind: 'nth'; readonly nths: readonly number[] };
};

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
  /** 'on Mondays', 'every other week on Fridays', 'on the 1st of each month', 'on the last Friday of each month' */
  rhythm({ days, rhythm }: Often): string {
    switch (rhythm?.kind) {
      case undefined:
        return time.days(days);
      case 'weeks': {
        const often = rhythm.every === 2 ? 'every other week' : `every ${rhythm.every} weeks`;
        return `${often} ${days.length === 7 ? 'each day' : time.days(days)}`;
      }
      case 'dates': {
        const named = list(rhythm.dates.map((day) => (day === LAST ? 'last day' : ordinal(day))));
        const shorter = rhythm.dates.some((day) => day > 28) ? ', or its last day where it is shorter' : '';
        return `on the ${named} of each month${shorter}`;
      }
      case 'nth': {
        const nths = list(rhythm.nths.map((nth) => (nth === LAST ? 'last' : (NTHS[nth] ?? ordinal(nth)))));
        const day = ONE_OF[days.join('')] ?? list(days.map((one) => weekday(one)));
        return `on the ${nths} ${day} of each month`;
      }
    }
  },
  /** The same as a menu shows it: 'Weekdays', 'Every day', 'The 1st of each month'. */
  rhythmAlone(often: Often): string {
    const words = time.rhythm(often).replace(/^(on|at) /u, '');
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
  /** 'every day at 09:00 (Tokyo, Japan)' */
  timetable: (at: Often & { readonly time: string; readonly zone: string }) =>
    `${time.rhythm(at)} at ${at.time} (${at.zone})`,
};

/** The last of its kind in a month, among numbers. */
const LAST = -1;
const NTHS: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth' };
const ONE_OF: Readonly<Record<string, string>> = { '12345': 'weekday', '67': 'weekend day' };

const GROUPS: Readonly<Record<string, string>> = {
  '1234567': 'every day',
  '12345': 'on weekdays',
  '67': 'at weekends',
};
