/** What people type after `skip`: dates, spans of dates, the holidays of a country, or none. Pure. */
import type { DaySpan } from '../../ports/choices.ts';
import { type DateMeant, datesIn } from '../../words/dates.ts';
import { placeOf } from './holidays.ts';

export type ReadOff =
  | { readonly kind: 'show' }
  | { readonly kind: 'none'; readonly of: 'all' | 'dates' | 'holidays' }
  /** The next edition, whatever day it is on. */
  | { readonly kind: 'next' }
  | { readonly kind: 'spans'; readonly spans: readonly [DaySpan, ...DaySpan[]] }
  | { readonly kind: 'holidays'; readonly regions: readonly [string, ...string[]] }
  /** 'holidays', and not whose. */
  | { readonly kind: 'whose' }
  | { readonly kind: 'over'; readonly span: DaySpan }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'unknown'; readonly typed: string };

/** Nobody needs more for some dates. */
const LONGEST = 200;

/** `today` is the channel's own, 'YYYY-MM-DD': a date without a year is the next of its kind. */
export function readOff(typed: string, today: string): ReadOff {
  if (typed.length > LONGEST) return { kind: 'too-long', most: LONGEST };
  const line = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const plain = line.toLowerCase();
  if (plain === '') return { kind: 'show' };
  const none = NONE.exec(plain);
  if (none !== null)
    return { kind: 'none', of: /holiday/u.test(plain) ? 'holidays' : /date/u.test(plain) ? 'dates' : 'all' };
  if (/^(?:the )?next(?: one| edition| digest)?$/u.test(plain)) return { kind: 'next' };
  return readHolidays(line) ?? readSpans(line, today);
}

const NONE =
  /^(?:none|nothing|no(?: (?:days|dates|holidays))?|never|clear)(?: (?:of )?(?:the )?(?:days|dates|holidays))?$/u;

function readHolidays(line: string): ReadOff | undefined {
  const after = /^(?:all |the )*(?:(?:public|bank|national) )?holidays?(?: (?:in|of|for))?(?: (.+))?$/iu.exec(
    line,
  );
  const before =
    after ?? /^(?:all |the )*(.+?)(?:'s|’s)? (?:(?:public|bank|national) )?holidays?$/iu.exec(line);
  if (before === null) return undefined;
  const names = (before[1] ?? '').split(/,| and |&|\+/u).map((name) => name.trim());
  if (names.every((name) => name === '')) return { kind: 'whose' };
  const regions = names.filter((name) => name !== '').map((name) => ({ name, region: placeOf(name) }));
  const lost = regions.find(({ region }) => region === undefined);
  if (lost !== undefined) return { kind: 'unknown', typed: lost.name };
  const [first = '', ...others] = regions.map(({ region }) => region ?? '');
  return { kind: 'holidays', regions: [first, ...others] };
}

const YEARLY = /\b(?:every|each) year\b|\byearly\b|\bannually\b/iu;
const FILLERS = /\b(?:on|from|between|the|days?)\b|[,;&]|\band\b/giu;
const UNTIL = /^\s*(?:to|until|till|through|thru|and|[-–—~])(?: and including)?\s*$/iu;

function readSpans(line: string, today: string): ReadOff {
  const yearly = YEARLY.test(line);
  const text = withMonths(line.replace(YEARLY, ' '));
  const found = datesIn(text);
  const spans: DaySpan[] = [];
  let rest = '';
  let end = 0;
  for (let at = 0; at < found.length; at += 1) {
    const one = found[at]!;
    rest += ` ${text.slice(end, one.start)}`;
    const next = found[at + 1];
    const between = next === undefined ? '' : text.slice(one.end, next.start);
    const joined =
      next !== undefined && UNTIL.test(between) && (!/and/iu.test(between) || /between/iu.test(rest));
    const first = daysOf(one.date, one.shown, today);
    const last = joined ? daysOf(next.date, next.shown, today) : first;
    if (first === undefined || last === undefined) return { kind: 'unknown', typed: line };
    spans.push(spanOf(first, last, today));
    end = joined ? next.end : one.end;
    if (joined) at += 1;
  }
  rest += ` ${text.slice(end)}`;
  const left = rest.replace(FILLERS, ' ').trim();
  const [span, ...others] = spans;
  if (span === undefined || left !== '') return { kind: 'unknown', typed: left === '' ? line : left };
  if (yearly) return { kind: 'spans', spans: [everyYear(span), ...others.map(everyYear)] };
  const over = spans.find(({ from, to }) => to < today || to < from);
  return over === undefined ? { kind: 'spans', spans: [span, ...others] } : { kind: 'over', span: over };
}

/** '24 to 26 Dec' and 'Dec 24-26' are said in full; months are written as names are. */
function withMonths(line: string): string {
  const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
  const to = String.raw`\s*(?:to|until|till|through|thru|[-–—])\s*`;
  return line
    .replace(new RegExp(`\\b(${day})${to}(${day}) (\\p{L}{3,})`, 'giu'), '$1 $3 to $2 $3')
    .replace(new RegExp(`\\b(\\p{L}{3,}) (${day})${to}(${day})(?![\\d:])`, 'giu'), '$1 $2 to $1 $3')
    .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/giu, (month) => capitalised(month));
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`;
}

/** What a date means: its first and last day, with or without a year. */
type Days = {
  readonly year?: number;
  readonly first: { readonly month: number; readonly day: number };
  readonly last: { readonly month: number; readonly day: number };
};

const PERIODS: Readonly<Record<string, (today: Temporal.PlainDate) => readonly Temporal.PlainDate[]>> = {
  today: (today) => [today, today],
  tomorrow: (today) => [today.add({ days: 1 }), today.add({ days: 1 })],
  'this week': (today) => [today, today.add({ days: 7 - today.dayOfWeek })],
  'next week': (today) => [
    today.add({ days: 8 - today.dayOfWeek }),
    today.add({ days: 14 - today.dayOfWeek }),
  ],
  'this month': (today) => [today, today.with({ day: today.daysInMonth })],
  'next month': (today) => {
    const first = today.with({ day: 1 }).add({ months: 1 });
    return [first, first.with({ day: first.daysInMonth })];
  },
};

function daysOf(date: DateMeant, shown: string, today: string): Days | undefined {
  const now = Temporal.PlainDate.from(today);
  switch (date.kind) {
    case 'relative': {
      const [first, last] = PERIODS[shown.toLowerCase()]?.(now) ?? [];
      return first === undefined || last === undefined ? undefined : exactly(first, last);
    }
    case 'weekday': {
      const day = now.add({ days: (date.weekday - now.dayOfWeek + 7) % 7 });
      return exactly(day, day);
    }
    case 'calendar': {
      const { year, month, day, also, part } = date;
      if (month === undefined || part !== undefined || also !== undefined) return undefined;
      const most = Temporal.PlainDate.from({ year: year ?? LEAP_YEAR, month, day: 1 }).daysInMonth;
      if (day !== undefined && day > most) return undefined;
      return {
        ...(year !== undefined && { year }),
        first: { month, day: day ?? 1 },
        last: { month, day: day ?? most },
      };
    }
    case 'years':
      return undefined;
  }
}

const LEAP_YEAR = 2028;

function exactly(first: Temporal.PlainDate, last: Temporal.PlainDate): Days {
  // A span over the end of a year has but one year here, and `last` is the next of its kind.
  return { year: first.year, first, last };
}

/** A year that is not typed is the one that makes the span the next of its kind. */
function spanOf(first: Days, last: Days, today: string): DaySpan {
  const until = (from: string): string => dateFrom(last.last, last === first ? undefined : last.year, from);
  if (first.year !== undefined) {
    const from = dateIn(first.year, first.first);
    return { from, to: until(from) };
  }
  if (last.year !== undefined) {
    const to = dateIn(last.year, last.last);
    const same = dateIn(last.year, first.first);
    return { from: same <= to ? same : dateIn(last.year - 1, first.first), to };
  }
  // One that has begun goes on: today is 28 December, and it is from 24 December to 1 January.
  const year = Number(today.slice(0, 4));
  const begun = [year - 1, year].map((one) => dateIn(one, first.first));
  const from =
    begun.find((one) => until(one) >= today && one <= today) ?? dateFrom(first.first, undefined, today);
  return { from, to: until(from) };
}

/** In this year, or else the first from a date on. */
function dateFrom(day: Days['first'], year: number | undefined, from: string): string {
  if (year !== undefined) return dateIn(year, day);
  const same = dateIn(Number(from.slice(0, 4)), day);
  return same >= from ? same : dateIn(Number(from.slice(0, 4)) + 1, day);
}

function dateIn(year: number, { month, day }: Days['first']): string {
  return Temporal.PlainDate.from({ year, month, day }).toString();
}

function everyYear({ from, to }: DaySpan): DaySpan {
  return { from: from.slice(5), to: to.slice(5) };
}
