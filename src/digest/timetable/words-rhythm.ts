/** How often, as people type it after `subscribe`: every other week, once a month. It is taken out of the line first. */
import { LAST, type Rhythm } from '../../ports/choices.ts';
import type { Weekday } from '../../ports/store.ts';
import { datesIn } from '../../words/dates.ts';
import { DAY_NAMES, dayWords, EVERY_DAY, readDays } from './words-days.ts';

/** Every so many weeks from a week on that need not be named: then it is the next in which an edition can come. */
export type WantedRhythm =
  | { readonly kind: 'weekly' }
  | { readonly kind: 'weeks'; readonly every: number; readonly from?: string }
  | Extract<Rhythm, { kind: 'dates' | 'nth' }>;

export type ReadRhythm = {
  /** The line without it. */
  readonly rest: string;
  readonly rhythms: readonly WantedRhythm[];
  /** The days that it names itself: 'first Monday'. */
  readonly days?: readonly Weekday[];
  /** 'monthly', and nothing yet of when in the month. */
  readonly monthly: boolean;
  /** From a date on. */
  readonly from?: string;
  /** 'every third Friday': of each month, or of each three weeks. */
  readonly unclear?: { readonly typed: string; readonly nth: number; readonly days: readonly Weekday[] };
  readonly typed: string;
};

const NTHS: Readonly<Record<string, number>> = {
  ...{ first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4, last: LAST },
};
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ other: 2, two: 2, second: 2, three: 3, third: 3, four: 4, fourth: 4, '2nd': 2, '3rd': 3, '4th': 4 },
};
/** More weeks than these are a month, and better named so. */
const MOST_WEEKS = 8;

const NTH = Object.keys(NTHS).join('|');
const NAMES = [
  ...DAY_NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?s?`),
  'tues',
  'weds',
  'thurs?',
].join('|');
const DAY = `(?:${NAMES}|(?:week|working |business |work)days?|weekends?(?: days?)?)`;
const MONTHLY = '(?:(?:of|in) )?(?:the|each|every|a|per) month|monthly|of month';
const AND = '(?:\\s*,\\s*(?:and )?| and | ?& ?)(?:the )?';
const DATE = '(?:\\d{1,2}(?:st|nd|rd|th)|last day)';
const LEAD = '(?:on )?(?:the )?';

const FORMS = {
  from: /\b(?:from|starting|beginning)(?: on)? (?=\S)/iu,
  unclear: form(`(?:every|each) (third|3rd|fourth|4th) (${DAY})\\b(?! (?:${MONTHLY}))`),
  everyOther: form(`(?:(?:every|each) (?:other|second|2nd)|alternate) (?=${DAY}\\b(?! (?:${MONTHLY})))`),
  weeks: form(`(?:every|each) (${Object.keys(NUMBERS).join('|')}|\\d{1,2}) weeks?\\b(?: on)?`),
  fortnightly: /\b(?:fortnightly|bi-?weekly|(?:every|each) fortnight|alternate weeks)\b(?: on)?/iu,
  nth: form(
    `(?:(?:${MONTHLY}) )?(?:every |each )?${LEAD}((?:${NTH})(?:${AND}(?:${NTH}))*) (${DAY})\\b(?: (?:${MONTHLY}))?`,
  ),
  dates: form(
    `(?:(?:${MONTHLY}) )?${LEAD}((?:${DATE})(?:${AND}${DATE})*)(?: day)?(?: (?:${MONTHLY}))?(?!\\S)`,
  ),
  day: form(
    `(?:(?:${MONTHLY}) )?${LEAD}(?:day (\\d{1,2})(?: (?:${MONTHLY}))?|(\\d{1,2}) (?:${MONTHLY}))(?!\\S)`,
  ),
  firstDay: form(`${LEAD}(?:first|1st)(?: day)? (?:${MONTHLY})`),
  lastDay: form(`${LEAD}(?:at )?(?:the )?(?:month ?end|end (?:${MONTHLY})|last (?:${MONTHLY}))`),
  monthly: form(`once (?:${MONTHLY})|monthly|(?:every|each) month`),
  weekly: /\b(?:weekly|(?:once )?(?:a|every|each|per) week)\b/iu,
} as const;

export function readRhythm(line: string): ReadRhythm {
  const taken: string[] = [];
  let rest = line.replace(/[,;](?=\s|$)/gu, ' , ').replace(/\s+/gu, ' ');
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest);
    if (found === null) return undefined;
    taken.push(found[0].trim());
    rest = `${rest.slice(0, found.index)} ; ${rest.slice(found.index + found[0].length)}`;
    return found;
  };

  const from = takeFrom(rest);
  if (from !== undefined) {
    rest = from.rest;
    taken.push(from.typed);
  }
  const rhythms: WantedRhythm[] = [];
  const unclear = take(FORMS.unclear);
  const weeks = take(FORMS.weeks);
  const every = weeks === undefined ? undefined : numberOf(weeks[1]);
  if (every !== undefined) rhythms.push(every === 1 ? { kind: 'weekly' } : { kind: 'weeks', every });
  if (take(FORMS.everyOther) !== undefined || take(FORMS.fortnightly) !== undefined)
    rhythms.push({ kind: 'weeks', every: 2 });
  const nth = take(FORMS.nth);
  if (nth !== undefined) rhythms.push({ kind: 'nth', nths: nthsOf(nth[1]) });
  const dates = [...datesOf(take(FORMS.dates)?.[1])];
  const day = take(FORMS.day);
  if (day !== undefined) dates.push(Number(day[1] ?? day[2]));
  if (take(FORMS.firstDay) !== undefined) dates.push(1);
  if (take(FORMS.lastDay) !== undefined) dates.push(LAST);
  if (dates.length > 0) rhythms.push({ kind: 'dates', dates: inOrder(dates) });
  const monthly = take(FORMS.monthly) !== undefined;
  if (take(FORMS.weekly) !== undefined) rhythms.push({ kind: 'weekly' });
  return {
    rest,
    rhythms,
    monthly: monthly && rhythms.length === 0,
    typed: taken.join(' '),
    ...(nth && { days: readDays(singular(nth[2])) }),
    ...(from && { from: from.date }),
    ...(unclear && {
      unclear: {
        typed: unclear[0],
        nth: NTHS[unclear[1]?.toLowerCase() ?? ''] ?? 3,
        days: readDays(singular(unclear[2])),
      },
    }),
  };
}

/** Whether what was read makes sense: a 32nd day and a ninth week do not. */
export function isSensible(rhythm: WantedRhythm): boolean {
  if (rhythm.kind === 'weeks') return rhythm.every >= 1 && rhythm.every <= MOST_WEEKS;
  if (rhythm.kind !== 'dates') return true;
  return rhythm.dates.every((day) => day === LAST || (day >= 1 && day <= 31));
}

/** As a timetable has it, from the first date on that it can come, where no week was named; nothing for every week. */
export function rhythmAsSet(wanted: WantedRhythm | undefined, first: string): { readonly rhythm?: Rhythm } {
  if (wanted === undefined || wanted.kind === 'weekly') return {};
  return { rhythm: wanted.kind === 'weeks' ? { from: first, ...wanted } : wanted };
}

/** The words that `readRhythm` reads back, with the days where they are a part of it; short, for controls. */
export function rhythmWords(rhythm: WantedRhythm, days: readonly Weekday[] = EVERY_DAY): string {
  switch (rhythm.kind) {
    case 'weekly':
      return dayWords(days);
    case 'weeks': {
      const often = rhythm.every === 2 ? 'fortnightly' : `every ${rhythm.every} weeks`;
      return `${often} ${dayWords(days)}${rhythm.from === undefined ? '' : ` from ${rhythm.from}`}`;
    }
    case 'dates':
      return rhythm.dates.map((day) => (day === LAST ? 'last day' : ordinal(day))).join(',');
    case 'nth':
      return `${rhythm.nths.map((nth) => (nth === LAST ? 'last' : ordinal(nth))).join(',')} ${dayWords(days)}`;
  }
}

function form(pattern: string): RegExp {
  return new RegExp(`(?<!\\S)(?:${pattern})`, 'iu');
}

/** 'from 4 December 2026': a date with its year, so that it means one day for ever. */
function takeFrom(
  line: string,
): { readonly rest: string; readonly date: string; readonly typed: string } | undefined {
  const lead = FORMS.from.exec(line);
  if (lead === null) return undefined;
  const start = lead.index + lead[0].length;
  const [found] = datesIn(line.slice(start));
  if (found?.start !== 0 || found.date.kind !== 'calendar') return undefined;
  const { year, month, day } = found.date;
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const end = start + found.end;
  return {
    rest: `${line.slice(0, lead.index)} ; ${line.slice(end)}`,
    date,
    typed: line.slice(lead.index, end),
  };
}

function numberOf(word = ''): number {
  return NUMBERS[word.toLowerCase()] ?? Number(word);
}

function nthsOf(list = ''): number[] {
  return inOrder(
    list
      .toLowerCase()
      .match(new RegExp(NTH, 'gu'))
      ?.map((word) => NTHS[word] ?? 1) ?? [],
  );
}

function datesOf(list = ''): number[] {
  const words = list.toLowerCase().match(new RegExp(DATE, 'gu')) ?? [];
  return words.map((word) => (word === 'last day' ? LAST : Number.parseInt(word, 10)));
}

/** The last comes last. */
function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => (a === LAST ? 1 : b === LAST ? -1 : a - b));
}

/** 'working day', 'weekend days', 'Mon': as `readDays` knows them. */
function singular(days = ''): string {
  return days
    .replace(/^weekend days?$/iu, 'weekend')
    .replace(/^(?:working |business |work)days?$/iu, 'weekday');
}

function ordinal(day: number): string {
  const teens = day % 100 > 10 && day % 100 < 14;
  return `${day}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
}
