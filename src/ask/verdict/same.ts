/** Whether two numbers, two dates or two parts may say the same. In doubt they may. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { When } from '../../briefing/schema.ts';
import type { DateMeant } from '../../words/dates.ts';
import { sameMoney } from '../../words/numbers/currencies.ts';
import type { Quantity } from '../../words/numbers.ts';
import { stemOf } from '../../words/stem.ts';
import { mayBeSame } from './mentions.ts';
import type { Part } from './parts.ts';

export function sameParts(one: Part, other: Part, briefing: Briefing): boolean {
  if (isWorded(one) && isWorded(other)) return one.stem === other.stem;
  if (one.kind === 'name' && other.kind === 'name') return mayBeSame(one.mention, other.mention, briefing);
  if (one.kind === 'number' && other.kind === 'number')
    return comparable(one.quantity, other.quantity) && agree(one.quantity, other.quantity);
  if (one.kind === 'date' && other.kind === 'date') return datesAgree(one.date, other.date);
  return sameLetters(one.shown, other.shown);
}

function isWorded(part: Part): part is Extract<Part, { stem: string }> {
  return part.kind !== 'name' && part.kind !== 'number' && part.kind !== 'date';
}

/** Whatever their case; most are told apart by their length. */
function sameLetters(one: string, other: string): boolean {
  return one.length === other.length && one.toLowerCase() === other.toLowerCase();
}

/** Whether two numbers tell of the same sort of thing. */
export function comparable(one: Quantity, other: Quantity): boolean {
  if (one.kind !== other.kind) return false;
  switch (one.kind) {
    case 'count': {
      const [a, b] = [headsOf(one.unit), headsOf(other.unit)];
      return a.length === 0 || b.length === 0 || a.some((word) => b.includes(word));
    }
    case 'money':
      return true;
    case 'share':
      return one.of === other.of || one.low === other.low;
    case 'percent':
    case 'distance':
    case 'weight':
    case 'area':
    case 'volume':
    case 'speed':
    case 'temperature':
    case 'power':
    case 'data':
      return one.unit === other.unit || scaled(one) !== undefined;
    default:
      return true;
  }
}

/** What is counted, without the words that only describe it: only the last two may name it. */
function headsOf(unit: string): string[] {
  return unit
    .split(' ')
    .filter((word) => word !== '')
    .map(stemOf);
}

/** How far from a round number 'about' reaches, and how far two ways of measuring may differ. */
const ABOUT = 0.05;
const ROUNDED = 0.03;

/** Whether what is claimed may be what is given. */
export function agree(claimed: Quantity, given: Quantity): boolean {
  if (claimed.kind === 'money' && !sameMoney(claimed.unit, given.unit)) return false;
  if (claimed.kind === 'share') return claimed.low * (given.of ?? 1) === given.low * (claimed.of ?? 1);
  if (claimed.kind === 'score')
    return (
      (claimed.low === given.low && claimed.high === given.high) ||
      (claimed.low === given.high && claimed.high === given.low)
    );
  const [a, b] = [scaled(claimed) ?? claimed, scaled(given) ?? given];
  if (claimed.bound === 'more' && b.low >= a.low) return true;
  if (claimed.bound === 'less' && b.high <= a.high) return true;
  if (
    claimed.kind === 'time-of-day' &&
    !(HALF.test(claimed.shown) && HALF.test(given.shown)) &&
    (a.low + 720) % 1440 === b.low % 1440 &&
    (a.low < 720 || b.low < 720)
  )
    return true;
  const roughly = claimed.bound === 'about' ? ABOUT : given.bound === 'about' ? ROUNDED : 0;
  // Two ways of measuring never come out even.
  const converted = isMeasured(claimed) && claimed.unit !== given.unit ? ROUNDED : 0;
  const reach = Math.abs(b.high) * Math.max(roughly, converted);
  return a.low <= b.high + reach && a.high >= b.low - reach;
}

/** Which half of the day it is, told in so many letters. */
const HALF = /[ap]\.?\s?m\.?$/iu;

function isMeasured({ kind }: Quantity): boolean {
  return kind !== 'count' && kind !== 'money';
}

const IN_BASE: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  night: 86_400,
  week: 604_800,
  fortnight: 1_209_600,
  month: 2_629_800,
  year: 31_557_600,
  decade: 315_576_000,
  century: 3_155_760_000,
  millimeter: 0.001,
  centimeter: 0.01,
  meter: 1,
  kilometer: 1_000,
  mile: 1_609.344,
  'nautical-mile': 1_852,
  yard: 0.9144,
  foot: 0.3048,
  inch: 0.0254,
  gram: 0.001,
  kilogram: 1,
  tonne: 1_000,
  ton: 1_000,
  ounce: 0.02835,
  stone: 6.35,
};

function scaled({
  low,
  high,
  unit,
  kind,
}: Quantity): { readonly low: number; readonly high: number } | undefined {
  const factor = IN_BASE[unit];
  if (factor === undefined || kind === 'age') return undefined;
  return { low: low * factor, high: high * factor };
}

/** Whether two dates may be the same day, or one lie in the other; what is not given agrees with all. */
export function datesAgree(one: DateMeant, other: DateMeant): boolean {
  if (one.kind === 'relative' || other.kind === 'relative') return true;
  if (one.kind === 'weekday' || other.kind === 'weekday') return weekdaysAgree(one, other);
  if (one.kind === 'years' || other.kind === 'years') {
    const [a, b] = [yearsOf(one), yearsOf(other)];
    return a === undefined || b === undefined || (a[0] <= b[1] && b[0] <= a[1]);
  }
  const differs = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && a !== b;
  if (differs(one.year, other.year)) return false;
  const readings = one.also === undefined ? [one] : [one, { ...one, ...one.also }];
  return readings.some(({ month, day }) => !differs(month, other.month) && !differs(day, other.day));
}

/** Whether two dates can disagree: both tell a year, a month, a day of the month or of the week. */
export function areAlike(one: DateMeant, other: DateMeant): boolean {
  if (one.kind === 'years' || other.kind === 'years') return one.kind === other.kind;
  if (one.kind !== 'calendar' || other.kind !== 'calendar') return one.kind === other.kind;
  return (['year', 'month', 'day'] as const).some((of) => one[of] !== undefined && other[of] !== undefined);
}

function yearsOf(date: DateMeant): readonly [number, number] | undefined {
  if (date.kind === 'years') return [date.from, date.to];
  return date.kind === 'calendar' && date.year !== undefined ? [date.year, date.year] : undefined;
}

function weekdaysAgree(one: DateMeant, other: DateMeant): boolean {
  const [a, b] = [one, other].map((date) => {
    if (date.kind === 'weekday') return date.weekday;
    if (
      date.kind !== 'calendar' ||
      date.year === undefined ||
      date.month === undefined ||
      date.day === undefined
    )
      return undefined;
    return new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay() || 7;
  });
  return a === undefined || b === undefined || a === b;
}

/** Whether a date may lie in the time that an item gives. */
export function dateFits(date: DateMeant, when: When): boolean {
  const [from, until] = [when.on, when.until ?? when.on].map(calendarOf) as [DateMeant, DateMeant];
  if (when.until === undefined) return datesAgree(date, from);
  if (datesAgree(date, from) || datesAgree(date, until)) return true;
  if (date.kind === 'weekday' || date.kind === 'relative') return true;
  const years = yearsOf(date);
  if (years === undefined) return true;
  const first = date.kind === 'calendar' ? iso(date) : String(years[0]);
  return first >= when.on.slice(0, first.length) && first <= when.until.slice(0, first.length);
}

export function calendarOf(day: string): DateMeant {
  const [year, month, date] = day.split('-').map(Number);
  return {
    kind: 'calendar',
    year: year!,
    ...(month !== undefined && { month }),
    ...(date !== undefined && { day: date }),
  };
}

function iso({ year, month, day }: Extract<DateMeant, { kind: 'calendar' }>): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
