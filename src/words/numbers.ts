/**
 * The quantities that a text gives: sums in any currency, shares, ages, measures, times of day, scores, ordinals and
 * counts, each whole ('40 million euros', '17 or 18 percent') and with its place in the text, letter by letter.
 */

import english from './data/en/numerals.json' with { type: 'json' };
import { datesIn } from './dates.ts';
import { moneyAt } from './numbers/money.ts';
import { halfWidth, type Numeral, numeralsIn } from './numbers/numerals.ts';
import { clockTimesIn, scoresIn, sharesIn, singleUnitsIn } from './numbers/patterns.ts';
import { type Measure, unitAt } from './numbers/units.ts';
import { overlap, type Span } from './span.ts';

export type QuantityKind =
  | 'money'
  | Measure
  /** Part of a whole: `of` is the whole. */
  | 'share'
  | 'age'
  /** In minutes after midnight. */
  | 'time-of-day'
  /** `low` is the first figure, `high` the second. */
  | 'score'
  | 'ordinal'
  | 'count';

export type Quantity = Span & {
  readonly kind: QuantityKind;
  /** The same twice, but for a range and a score. */
  readonly low: number;
  readonly high: number;
  readonly of?: number;
  /** An ISO code or a currency's noun; a unit's CLDR name; what is counted, as written, in small letters; or ''. */
  readonly unit: string;
  /** What its neighbours make of it: 'about 17,000', 'more than $600 billion', 'up to five'. */
  readonly bound: 'exact' | 'about' | 'more' | 'less';
  /** The text's own letters, without what bounds it. */
  readonly shown: string;
};

/** How many words behind a number may say what it counts. */
const COUNTED_WORDS = 4;

/** All quantities of a text, in order; none overlaps another, nor one of its dates. */
export function quantitiesIn(text: string, dates: readonly Span[] = datesIn(text)): readonly Quantity[] {
  const plain = halfWidth(text);
  const found: Quantity[] = [];
  const free = (span: Span) =>
    !found.some((other) => overlap(span, other)) && !dates.some((other) => overlap(span, other));
  const take = (quantity: Omit<Quantity, 'shown' | 'bound'>) =>
    found.push({
      ...quantity,
      bound: boundBefore(plain, quantity.start),
      shown: text.slice(quantity.start, quantity.end),
    });
  for (const time of clockTimesIn(plain)) if (free(time)) take(time);
  const numerals = numeralsIn(plain);
  for (const share of sharesIn(plain, numerals)) if (free(share)) take(share);
  for (const score of scoresIn(plain)) if (free(score)) take(score);
  for (let at = 0; at < numerals.length; at += 1) {
    const numeral = numerals[at]!;
    if (!free(numeral)) continue;
    // 'The Group of Seven' counts nothing.
    if (!numeral.figures && isName(plain, numeral)) continue;
    const possible = rangeAt(plain, numerals, at);
    // In '$1-2 of 3' the second end is a share's.
    const range = possible !== undefined && free(possible) ? possible : undefined;
    const quantity = quantityOf(plain, range ?? { ...numeral, low: numeral.value, high: numeral.value });
    if (!free(quantity)) continue;
    // 'The leaders discussed one': a word that stands for another, and no number.
    if (!(numeral.weak && range === undefined && quantity.kind === 'count' && quantity.unit === ''))
      take(quantity);
    if (range !== undefined) at += 1;
  }
  for (const { value, unitAt: at, ...span } of singleUnitsIn(plain)) {
    const unit = unitAt(plain, at);
    if (unit !== undefined && free(span))
      take({ ...span, kind: unit.measure, low: value, high: value, unit: unit.unit });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** A number word with a capital letter inside a sentence is part of a name. */
function isName(text: string, { start, kind }: Numeral): boolean {
  if (!/\p{Lu}/u.test(text[start]!)) return false;
  return kind === 'ordinal' || !/(?:^|[.!?:;“"‘'\n]\s?)$/u.test(text.slice(Math.max(0, start - 4), start));
}

type Ranged = Numeral & { readonly low: number; readonly high: number };

/** '17 or 18 percent', 'between 5 and 7', '$1-2 billion', 'two to three weeks'. */
function rangeAt(text: string, numerals: readonly Numeral[], at: number): Ranged | undefined {
  const [one, other] = [numerals[at]!, numerals[at + 1]];
  if (other === undefined || one.kind === 'ordinal' || other.kind === 'ordinal') return undefined;
  const between = text.slice(one.end, other.start);
  const joint = /^(\s?(?:\p{L}+\s|%\s?|\p{Sc})?)(or|to|and|-|–|—|bis|à|до)\s?\p{Sc}?$/u.exec(between);
  if (joint === null) return undefined;
  const [, unit = '', word] = joint;
  if (word === 'and' && !/\bbetween\s+\p{Sc}?$/iu.test(text.slice(Math.max(0, one.start - 14), one.start)))
    return undefined;
  if (unit.trim() !== '' && word === 'or') return undefined;
  // 'Rose 12 percent to 214 million euros' is no range: both ends have one unit.
  const own = unit.trim() === '' ? undefined : unitAt(text, one.end);
  if (unit.trim() !== '' && (own === undefined || own.unit !== unitAt(text, other.end)?.unit))
    return undefined;
  // '$1-2 billion': the scale of the second is meant of both.
  const scale = one.figures && one.value < other.value / 1000 ? scaleOf(text, other) : 1;
  const low = one.value * scale;
  if (low >= other.value && word !== 'or') return undefined;
  return {
    ...other,
    start: one.start,
    low: Math.min(low, other.value),
    high: Math.max(low, other.value),
  };
}

function scaleOf(text: string, numeral: Numeral): number {
  const bare = Number(/[\d.]+/.exec(text.slice(numeral.start, numeral.end))?.[0] ?? Number.NaN);
  return Number.isFinite(bare) && bare > 0 ? numeral.value / bare : 1;
}

function quantityOf(text: string, numeral: Ranged): Omit<Quantity, 'shown' | 'bound'> {
  const { low, high } = numeral;
  const money = moneyAt(text, numeral);
  if (money !== undefined) return { kind: 'money', low, high, ...money };
  if (numeral.kind === 'ordinal')
    return { kind: 'ordinal', low, high, unit: '', start: numeral.start, end: numeral.end };
  const age = ageAt(text, numeral);
  if (age !== undefined) return { kind: 'age', low, high, unit: 'year', ...age };
  const unit = unitAt(text, numeral.end);
  if (unit !== undefined)
    return { kind: unit.measure, low, high, unit: unit.unit, start: numeral.start, end: unit.end };
  const counted = countedBehind(text, numeral.end);
  return {
    kind: 'count',
    low,
    high,
    unit: counted.words,
    start: numeral.start,
    end: numeral.end,
  };
}

function ageAt(text: string, { start, end }: Span): Span | undefined {
  const behind =
    /^(?:[-\s](?:years?|months?|weeks?)[-\s]olds?|-year-olds?|[\s-]?jährige[rn]?|\s+лет(?!\p{L})|\s?歳)/iu.exec(
      text.slice(end, end + 24),
    );
  if (behind !== null) return { start, end: end + behind[0].length };
  if (/\b(?:aged|age|ages|age of|at age)\s$/i.test(text.slice(Math.max(0, start - 10), start)))
    return { start, end };
  if (
    /\b(?:oldest|youngest)\b[^.;]{0,40}\bat\s$/i.test(text.slice(Math.max(0, start - 60), start)) &&
    /^[,.;)]/.test(text.slice(end))
  )
    return { start, end };
  const apposed =
    /\p{Lu}\p{L}+,\s$/u.test(text.slice(Math.max(0, start - 30), start)) && /^[,.;)]/.test(text.slice(end));
  return apposed && /^\d{1,3}$/.test(text.slice(start, end)) ? { start, end } : undefined;
}

/** What a number counts: 'joint military exercises' behind 'five'. */
function countedBehind(text: string, at: number): { readonly words: string } {
  const words: string[] = [];
  let rest = text.slice(at, at + 80);
  while (words.length < COUNTED_WORDS) {
    const word = /^[\s\u00a0-]+([\p{L}\p{M}’'.]+)/u.exec(rest);
    if (word === null || STOPS.test(word[1]!)) break;
    words.push(word[1]!.replace(/[.’']+$/u, '').toLowerCase());
    if (/[.’']$/u.test(word[1]!)) break;
    rest = rest.slice(word[0].length);
  }
  return { words: words.join(' ') };
}

const STOPS =
  /^(?:of|in|on|at|to|that|which|who|and|or|but|were|was|are|is|had|has|have|did|will|would|with|from|by|for|as|than|into|over|under|after|before|during|since|between|per|the|a|an|up|it|they|he|she|we)$/i;

const BOUNDS = (['about', 'more', 'less'] as const).map(
  (bound) =>
    [
      bound,
      new RegExp(`(?:^|[^\\p{L}])(?:${english[bound].join('|')})\\s+(?:the\\s+|a\\s+)?\\p{Sc}?$`, 'iu'),
    ] as const,
);

/** The longer way is meant: 'no more than' is less, not more. */
function boundBefore(text: string, start: number): Quantity['bound'] {
  const before = text.slice(Math.max(0, start - 24), start);
  const found = BOUNDS.flatMap(([bound, pattern]) => {
    const match = pattern.exec(before);
    return match === null ? [] : [{ bound, length: match[0].length }];
  });
  return found.sort((one, other) => other.length - one.length)[0]?.bound ?? 'exact';
}
