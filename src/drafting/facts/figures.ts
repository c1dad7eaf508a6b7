/** Figures: sums, shares, measures and counts, each with the sentence that it stands in. */
import { type Quantity, quantitiesIn } from '../../words/numbers.ts';
import type { Amount, FoundFigure } from '../draft.ts';
import type { Read } from '../speech/said.ts';
import { mainSubject } from '../speech/subjects.ts';

/** Pure; in the order of the text, each quantity of a sentence once. */
export function figuresIn(reads: readonly Read[]): FoundFigure[] {
  return reads.flatMap((read) => {
    const { sentence, line } = read;
    const seen = new Set<string>();
    return withUnits(quantitiesIn(sentence.text), sentence.text).flatMap((quantity): FoundFigure[] => {
      if (!isFigure(quantity, sentence.text) || seen.has(quantity.shown)) return [];
      seen.add(quantity.shown);
      const from = { paragraph: line.number, start: sentence.start, end: sentence.end };
      return [
        {
          from,
          paragraphs: [line.number],
          trust: isDoubtful(quantity, read) ? 'likely' : 'sure',
          value: amountOf(quantity),
          unit: unitOf(quantity),
          shown: shownOf(quantity, sentence.text),
          of: ofWhat(quantity, read),
          text: sentence.text,
          inferred: [],
        },
      ];
    });
  });
}

/**
 * A number without a unit, or whose unit is no noun; 'one of three'; a small number in words, or how long something
 * took, which tells of a quantity as often as of none; what somebody says in passing.
 */
function isDoubtful({ kind, unit, of, start, shown }: Quantity, { sentence }: Read): boolean {
  const at = sentence.start + start;
  return (
    (kind === 'count' && (unit === '' || NO_NOUN.test(unit))) ||
    (kind === 'count' && /^\p{L}/u.test(shown)) ||
    kind === 'duration' ||
    (of !== undefined && of < 20) ||
    sentence.pieces.some((piece) => piece.kind === 'quote' && piece.start <= at && at < piece.end)
  );
}

/** 'Homes across', 'collapsed within': the words after a number are not what it counts. */
const NO_NOUN =
  /(?:^|\s)(?:across|within|above|below|up|down|over|out|off|away|apart|ahead|behind|between|around|along|into|onto|through|\p{Ll}+(?:ed|ing|ly))$/u;

/** A number that tells how much or how many: no place in a row, no time of day, no name of a route. */
function isFigure({ kind, low, high, unit, shown, start, end }: Quantity, text: string): boolean {
  // Of '3½' only the 3 was read.
  if (/\p{No}/u.test(text[end] ?? '')) return false;
  if (kind === 'ordinal' || kind === 'time-of-day') return false;
  if (
    /\b(?:No|Nos|Number|Route|Flight|Boeing|Airbus|Article|Section|Room|Highway|Grade|Q|Phase)\.?\s?$/.test(
      text.slice(0, start),
    )
  )
    return false;
  if (/^['’]/.test(text.slice(start - 1, start)) && low < 100) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  // 'On March 8, 15 and 22', 'at eight in the morning'.
  if (kind === 'count' && unit === '' && low <= 31 && DAYS.test(before)) return false;
  if (kind === 'count' && unit === '' && low <= 12 && /\bat\s$/i.test(before)) return false;
  if (kind === 'duration' && /^(?:a|an|one)\b/i.test(shown)) return false;
  if (kind === 'count' && low === high && low < 2) return false;
  if (kind === 'count' && /^(?:sides?|leaders?|men|women)(?:\s|$)/.test(unit) && low === 2) return false;
  return !(kind === 'share' && /^half$/i.test(shown));
}

const DAYS =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{1,2}){0,9}(?:,\s|,?\sand\s)$/;

function amountOf({ kind, low, high, of }: Quantity): Amount {
  if (kind === 'share' && of !== undefined) return { part: low, of };
  if (kind === 'score' || low !== high) return { from: Math.min(low, high), to: Math.max(low, high) };
  return low;
}

/** With what bounds it: 'about 17,000', 'more than $600 billion'. */
function shownOf({ shown, bound, start }: Quantity, text: string): string {
  if (/\band\b/.test(shown) && /\bbetween\s$/i.test(text.slice(0, start)))
    return `${text.slice(0, start).match(/between\s$/i)![0]}${shown}`;
  if (bound === 'exact') return shown;
  const before =
    /(?:\b(?:about|around|roughly|nearly|almost|some|approximately|more than|over|at least|up to|fewer than|less than|under|no more than|as many as|as much as)\s)$/i.exec(
      text.slice(0, start),
    );
  return before ? `${before[0]}${shown}` : shown;
}

function unitOf({ kind, unit }: Quantity): string {
  if (kind === 'percent') return 'percent';
  if (kind === 'score') return 'score';
  if (kind === 'age') return 'years of age';
  if (kind === 'money') return MONEY[unit] ?? unit;
  return unit === '' ? (kind === 'share' ? 'share' : 'number') : unit;
}

const MONEY: Readonly<Record<string, string>> = {
  USD: 'US dollars',
  dollar: 'dollars',
  EUR: 'euros',
  GBP: 'pounds',
  pound: 'pounds',
  JPY: 'yen',
  yen: 'yen',
  CNY: 'yuan',
  RUB: 'roubles',
  CHF: 'Swiss francs',
  INR: 'rupees',
};

/** What a number is said of: what it counts, else what its sentence is about, else the words before it. */
function ofWhat({ kind, unit, start, end }: Quantity, { sentence, line, sayings }: Read): string {
  if (kind === 'count' && unit !== '') return unit;
  const subject = mainSubject(sentence.pieces);
  const pieces = subject ? sentence.pieces.slice(subject.from, subject.to) : [];
  const [first, last] = [pieces[0], pieces.at(-1)];
  const tells = sayings.length === 0 && first && last && pieces.length <= LONGEST;
  if (tells && !/^(?:he|she|it|they|we|i|this|that)$/i.test(line.text.slice(first.start, last.end)))
    return line.text.slice(first.start, last.end);
  const near =
    /(?:[\p{L}’'-]+\s){1,5}$/u.exec(sentence.text.slice(0, start))?.[0] ??
    /^[\s,]*((?:[\p{L}’'-]+\s?){1,5})/u.exec(sentence.text.slice(end))?.[1];
  return near?.trim() || sentence.text.split(/\s+/).slice(0, 5).join(' ');
}

const LONGEST = 8;

/** 'To 214 million euros from 191 million', 'up from 16 to 17': the unit is that of the number before. */
function withUnits(quantities: readonly Quantity[], text: string): Quantity[] {
  let before: Quantity | undefined;
  return quantities.map((quantity) => {
    const bare = quantity.kind === 'count' && (quantity.unit === '' || quantity.low >= 1e6);
    const follows = /\b(?:from|to|of|against|than|with|for)\s$/i.test(text.slice(0, quantity.start));
    // 'From 900 francs a kilo to 750', 'to 90,000 barrels a day from 140,000': of one size, and of one thing.
    const goesOn =
      before !== undefined &&
      /\b(?:from|to)\s$/i.test(text.slice(0, quantity.start)) &&
      quantity.high < 10 * before.low &&
      before.low < 10 * quantity.low;
    const whole =
      bare &&
      follows &&
      before &&
      (before.kind === 'percent' || (before.kind === 'money' && quantity.low >= 1e6) || goesOn)
        ? { ...quantity, kind: before.kind, unit: before.unit }
        : quantity;
    if (whole.unit !== '' && whole.kind !== 'age' && whole.kind !== 'duration') before = whole;
    return whole;
  });
}
