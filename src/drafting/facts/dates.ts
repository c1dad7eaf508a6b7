/** Dates as a briefing keeps them: what the text leaves out is told from the day of publication, and said to be inferred. */
import { amountOf } from '../../briefing/numerals.ts';
import { type DateFound, datesIn } from '../../words/dates.ts';
import type { FoundWhen, Inference } from '../draft.ts';

export type Dated = {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly when: FoundWhen;
  /** What the words themselves do not say. */
  readonly inferred: readonly Inference[];
};

/**
 * Pure. The dates of a sentence. `published` is the article's day, where it is known; without it a weekday and
 * 'last year' stay untold. `ahead`: the sentence tells of what is to come.
 */
export function datedIn(
  text: string,
  published: Temporal.PlainDate | undefined,
  ahead: (at: number) => boolean,
): Dated[] {
  return datesIn(text).flatMap((found): Dated[] => {
    const told = whenOf(found, text, published, ahead(found.start));
    if (!told) return [];
    const { start, end, shown } = found;
    return [
      {
        start,
        end,
        shown,
        when: told.when,
        inferred: told.exact ? [] : [inferenceOf(told.when, shown, published)],
      },
    ];
  });
}

type Told = { readonly when: FoundWhen; readonly exact: boolean };

function whenOf(
  { date, shown, start }: DateFound,
  text: string,
  published: Temporal.PlainDate | undefined,
  ahead: boolean,
): Told | undefined {
  if (date.kind === 'years') return { when: { on: String(date.from), until: String(date.to) }, exact: false };
  if (date.kind === 'calendar') {
    const { year, month, day } = date;
    if (year !== undefined)
      return {
        when: {
          on: [pad(year, 4), month && pad(month, 2), month && day && pad(day, 2)].filter(Boolean).join('-'),
        },
        exact: true,
      };
    if (!published || month === undefined) return undefined;
    const own = yearOf(published, month, day, ahead, text.slice(Math.max(0, start - 6), start));
    return {
      when: { on: [pad(own, 4), pad(month, 2), day && pad(day, 2)].filter(Boolean).join('-') },
      exact: false,
    };
  }
  if (!published) return undefined;
  const day =
    date.kind === 'weekday'
      ? weekday(published, date.weekday, ahead, text.slice(Math.max(0, start - 8), start), shown)
      : relative(published, shown.toLowerCase());
  return day === undefined ? undefined : { when: typeof day === 'string' ? { on: day } : day, exact: false };
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** The year in which a month lies nearest: behind for what has happened, ahead for what is to come. */
function yearOf(
  published: Temporal.PlainDate,
  month: number,
  day: number | undefined,
  ahead: boolean,
  before: string,
): number {
  const { year } = published;
  if (/last\s$/i.test(before)) return month < published.month ? year : year - 1;
  const away = (own: number) =>
    Temporal.PlainDate.from({ year: own, month, day: Math.min(day ?? 15, 28) })
      .since(published)
      .total('days');
  const years = [year - 1, year, year + 1];
  const least = ahead ? -20 : -400;
  const most = ahead ? 400 : day === undefined ? 20 : 5;
  const fits = years.filter((own) => away(own) >= least && away(own) <= most);
  return (fits.length > 0 ? fits : years).sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)))[0]!;
}

function weekday(
  published: Temporal.PlainDate,
  wanted: number,
  ahead: boolean,
  before: string,
  shown: string,
): string | undefined {
  // 'Sunday rates', 'three Mondays': no day is meant.
  if (/s$/i.test(shown)) return undefined;
  const back = (published.dayOfWeek - wanted + 7) % 7;
  if (/next\s$/i.test(before)) return published.add({ days: 7 - back }).toString();
  if (/last\s$/i.test(before)) return published.subtract({ days: back === 0 ? 7 : back }).toString();
  if (ahead) return published.add({ days: (7 - back) % 7 }).toString();
  return published.subtract({ days: back }).toString();
}

function relative(published: Temporal.PlainDate, shown: string): string | FoundWhen | undefined {
  const day = { today: 0, tonight: 0, yesterday: -1, 'last night': -1, tomorrow: 1 }[shown];
  if (day !== undefined) return published.add({ days: day }).toString();
  const [, which, unit] =
    /^(this|last|next|the previous|the following|the past|the same|the coming) (\w+)$/.exec(shown) ?? [];
  if (which === undefined || /past|same/.test(which)) return ago(published, shown);
  const step = /last|previous/.test(which) ? -1 : /next|following|coming/.test(which) ? 1 : 0;
  if (unit === 'year') return pad(published.year + step, 4);
  if (unit === 'month') return published.add({ months: step }).toString().slice(0, 7);
  if (unit === 'week') {
    const monday = published.subtract({ days: published.dayOfWeek - 1 }).add({ weeks: step });
    return { on: monday.toString(), until: monday.add({ days: 6 }).toString() };
  }
  return undefined;
}

/** 'Three years ago', 'two days ago'. */
function ago(published: Temporal.PlainDate, shown: string): string | undefined {
  const [, count = '', unit] = /^(\S+) (day|week|month|year)s? ago$/.exec(shown) ?? [];
  const number = amountOf([count]);
  if (unit === undefined || number === undefined || number < 1 || number > 500) return undefined;
  if (!Number.isInteger(number)) return undefined;
  if (unit === 'year') return pad(published.year - number, 4);
  if (unit === 'month') return published.subtract({ months: number }).toString().slice(0, 7);
  return published.subtract(unit === 'week' ? { weeks: number } : { days: number }).toString();
}

function inferenceOf(
  { on, until }: FoundWhen,
  shown: string,
  published: Temporal.PlainDate | undefined,
): Inference {
  const says = until === undefined ? inWords(on) : `${inWords(on)} to ${inWords(until)}`;
  const why = published
    ? `The source says '${shown}', and is of ${inWords(published.toString())}.`
    : `The source says '${shown}'.`;
  return { says, why };
}

/** '2016-12-15' as '15 December 2016'. */
export function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = month === undefined ? '' : `${MONTHS[month - 1]} `;
  return `${date === undefined ? '' : `${date} `}${name}${year}`;
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month, 1)),
);
