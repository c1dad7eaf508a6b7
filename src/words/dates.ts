/** Finds dates in a text, in any usual form and as exact as they are written. */
import { anyOf, CJK_WEEKDAYS, MONTHS, WEEKDAYS } from './dates/calendar.ts';
import { halfWidth, hanValue } from './numbers/numerals.ts';
import { overlap, type Span } from './span.ts';

export type DateFound = Span & {
  /** The text's own letters. */
  readonly shown: string;
  readonly date: DateMeant;
};

export type DateMeant =
  /** A date with what is given of it; `also` is the other reading of '3/4/2016'. `part` narrows a month or a year. */
  | {
      readonly kind: 'calendar';
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly also?: { readonly month: number; readonly day: number };
      readonly part?: 'early' | 'mid' | 'late';
    }
  /** The years from `from` to `to`: '1990s', 'the 19th century', '2012-2016'. */
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  /** Monday is 1. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** 'last year', 'yesterday': told from a day that the text does not give. */
  | { readonly kind: 'relative' };

const MONTH = anyOf(MONTHS);
const YEAR = String.raw`(?:1\d{3}|20\d{2}|21\d{2})`;
const END = String.raw`(?![\p{L}\p{M}\p{N}])`;
const BEGIN = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|\.|º)?`;
const OF = String.raw`(?:\s+(?:of|de|des|du|del))?`;

type Read = (match: RegExpExecArray) => DateMeant | undefined;

/** The more exact forms come first: what they take is not read again. */
const FORMS: readonly (readonly [RegExp, Read])[] = [
  [
    form(String.raw`(?<![\d.,/-])(${YEAR})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/]|[-.]\d)`),
    ([, y, , m, d]) => calendar(y, m, d),
  ],
  [
    form(String.raw`(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2(${YEAR})(?![\d/]|[-.]\d)`),
    ([, one, , other, y]) => slashed(one!, other!, y!),
  ],
  [
    form(String.raw`(${YEAR})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일号號])?`),
    ([, y, m, d]) => calendar(y, m, d),
  ],
  [form(String.raw`(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]`), ([, m, d]) => calendar(undefined, m, d)],
  [form(String.raw`(${YEAR})\s?[年년]`), ([, y]) => calendar(y)],
  [form(String.raw`(?<!\d)(\d{1,2})\s?[月월](?![曜間])`), ([, m]) => calendar(undefined, m)],
  [
    form(
      `([〇零一二三四五六七八九]{4}年)?([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号號])?`,
    ),
    ([, y, m, d]) => calendar(y === undefined ? undefined : han(y.slice(0, -1)), han(m), han(d)),
  ],
  [
    form(String.raw`${BEGIN}${DAY}${OF}\s+(${MONTH})\.?${END}(?:(?:,|\s+de[l]?)?\s+(${YEAR})${END})?`),
    ([, d, m, y]) => calendar(y, monthOf(m), d),
  ],
  [
    form(
      String.raw`${BEGIN}(${MONTH})\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?![\d:%])(?![.,]\d)(?:,?\s+(${YEAR})${END})?`,
    ),
    (match) => (isMonth(match, match[1]!) ? calendar(match[3], monthOf(match[1]), match[2]) : undefined),
  ],
  [
    form(
      String.raw`${BEGIN}(?:(early|mid|late)[-\s])?(${MONTH})\.?,?(?:\s+(?:of|de[l]?)?\s*|\s)(${YEAR})${END}`,
    ),
    ([, part, m, y]) => withPart(calendar(y, monthOf(m)), part),
  ],
  [
    form(String.raw`${BEGIN}(?:(early|mid|late)[-\s])?(${MONTH})${END}`),
    (match) =>
      isMonth(match, match[2]!) ? withPart(calendar(undefined, monthOf(match[2])), match[1]) : undefined,
  ],
  [
    form(String.raw`${BEGIN}(${YEAR})\s?[-–—/]\s?(\d{2}|${YEAR})(?![\d-])`),
    ([, from, to]) => years(from!, to!),
  ],
  [
    form(String.raw`${BEGIN}(\d{3}0|\d0)s${END}|['’](\d0)s${END}`),
    ([, decade, short]) => decadeOf(decade ?? short!),
  ],
  [
    form(String.raw`${BEGIN}(\d{1,2})(?:st|nd|rd|th)[-\s]century${END}`),
    ([, century]) => centuryOf(Number(century)),
  ],
  [
    form(String.raw`${BEGIN}(?:(early|mid|late)[-\s])(${YEAR})${END}`),
    ([, part, y]) => withPart(calendar(y), part),
  ],
];

/** Those that need no figures, in the same order. */
const IN_WORDS = FORMS.filter(([{ source }]) => !source.includes(String.raw`\d`));

/** A year alone: behind a word that leads to one, in brackets, or where nothing is counted by it. */
const BARE_YEAR = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£¥/:-])(${YEAR})(?![\\p{L}\\p{N}%:/]|[.,]\\d|-\\p{L})`,
  'gu',
);
const LEADS_TO_YEAR =
  /(?:^|[\s(])(?:in|since|from|by|until|till|before|after|during|of|to|year|around|circa|for|en|im|seit|ab|depuis|desde|в|с|until late|early|late|mid|summer|winter|spring|autumn|fall|and|or|or in|the|through)\s+$|[('‘’]$/iu;
const COUNTED =
  /^\s+(?!(?:was|is|as|his|this|has|us|its|does|various|perhaps|always|thus|across|afterwards|towards)\b)(?:\p{Ll}[\p{L}-]*\s+)?\p{Ll}+s\b|^\s+(?:people|million|billion|percent|per cent|men|women|children|dollars)/u;

const RELATIVE = new RegExp(
  `${BEGIN}(?:today|yesterday|tomorrow|tonight|(?:this|last|next|the (?:previous|following|past|same|coming)) (?:year|month|week|weekend|day|night|summer|winter|spring|autumn|fall|quarter|season|decade|century)|the (?:day|year|week|month) (?:before|after)|(?:\\p{L}+|\\d+) (?:days?|weeks?|months?|years?) (?:ago|earlier|later)|вчера|сегодня|завтра|gestern|heute|morgen|hier|aujourd’hui|ayer|hoy|昨日|今日|明日|昨年|去年|今年|来年)${END}`,
  'giu',
);
const WEEKDAY = new RegExp(`${BEGIN}(${anyOf(WEEKDAYS)})s?${END}`, 'giu');

/** All dates of a text, in order; none overlaps another. */
export function datesIn(text: string): DateFound[] {
  const plain = halfWidth(text);
  const found: DateFound[] = [];
  const take = (match: RegExpExecArray, date: DateMeant | undefined) => {
    const span = { start: match.index, end: match.index + match[0].trimEnd().length };
    if (date === undefined || found.some((other) => overlap(span, other))) return;
    found.push({ ...span, shown: text.slice(span.start, span.end), date });
  };
  const figures = /\d/.test(plain);
  for (const [pattern, read] of figures ? FORMS : IN_WORDS)
    for (const match of plain.matchAll(pattern)) take(match, read(match));
  if (figures)
    for (const match of plain.matchAll(BARE_YEAR)) if (isYear(plain, match)) take(match, calendar(match[1]));
  for (const match of plain.matchAll(RELATIVE)) take(match, { kind: 'relative' });
  for (const match of plain.matchAll(WEEKDAY))
    take(match, { kind: 'weekday', weekday: WEEKDAYS.get(match[1]!.toLowerCase())! });
  for (const [pattern, letters] of CJK_WEEKDAYS)
    for (const match of plain.matchAll(pattern))
      take(match, { kind: 'weekday', weekday: letters.indexOf(match[1]!) + 1 });
  return found.sort((one, other) => one.start - other.start);
}

function form(source: string): RegExp {
  return new RegExp(source, 'giu');
}

function isYear(text: string, { index, 0: written }: RegExpExecArray): boolean {
  const after = text.slice(index + written.length, index + written.length + 40);
  if (LEADS_TO_YEAR.test(text.slice(Math.max(0, index - 14), index))) return true;
  return !COUNTED.test(after);
}

/** 'May', 'March' and short forms are months only where they are written as names and stand by a figure or 'in'. */
function isMonth({ 0: whole, index, input }: RegExpExecArray, name: string): boolean {
  if (!/^(?:may|march|mar|dec|sep|jun|jan|mars|mai|abr|ago|set|nov|oct)$/i.test(name)) return true;
  if (/\d/.test(whole)) return /^\p{Lu}/u.test(name) || /^(?:may|march)$/.test(name);
  if (!/^\p{Lu}/u.test(name) || /^['’]/.test(input.slice(index + whole.length))) return false;
  return /(?:^|\s)(?:in|since|until|till|by|last|next|this|during|early|late)[\s-]$|^(?:early|mid|late)/i.test(
    input.slice(Math.max(0, index - 8), index) || whole,
  );
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.get(name!.toLowerCase()));
}

function han(written: string | undefined): string | undefined {
  return written === undefined ? undefined : String(hanValue(written));
}

function calendar(year?: string, month?: string, day?: string): DateMeant | undefined {
  const [y, m, d] = [year, month, day].map((part) => (part === undefined ? undefined : Number(part)));
  if ((m !== undefined && (m < 1 || m > 12)) || (d !== undefined && (d < 1 || d > 31))) return undefined;
  return {
    kind: 'calendar',
    ...(y !== undefined && { year: y }),
    ...(m !== undefined && { month: m }),
    ...(d !== undefined && { day: d }),
  };
}

/** '15/12/2016' is read one way only; '3/4/2016' both ways, the day first. */
function slashed(one: string, other: string, year: string): DateMeant | undefined {
  const dayFirst = calendar(year, other, one);
  const monthFirst = calendar(year, one, other);
  if (dayFirst === undefined || monthFirst === undefined || one === other) return dayFirst ?? monthFirst;
  return { ...dayFirst, kind: 'calendar', also: { month: Number(one), day: Number(other) } };
}

function withPart(date: DateMeant | undefined, part: string | undefined): DateMeant | undefined {
  if (date?.kind !== 'calendar' || part === undefined) return date;
  return { ...date, part: part.toLowerCase() as 'early' | 'mid' | 'late' };
}

function years(from: string, to: string): DateMeant | undefined {
  const last = to.length === 2 ? Number(from.slice(0, 2) + to) : Number(to);
  return last > Number(from) ? { kind: 'years', from: Number(from), to: last } : undefined;
}

function decadeOf(decade: string): DateMeant | undefined {
  if (decade.length === 4)
    return decade.endsWith('0') ? { kind: 'years', from: Number(decade), to: Number(decade) + 9 } : undefined;
  return { kind: 'years', from: 1900 + Number(decade), to: 1909 + Number(decade) };
}

function centuryOf(century: number): DateMeant {
  return { kind: 'years', from: (century - 1) * 100, to: century * 100 - 1 };
}
