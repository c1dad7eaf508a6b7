/** Finds numerals in a text: figures, number words, ordinals; each with its value and where it stands. */
import english from '../data/en/numerals.json' with { type: 'json' };
import others from '../data/scales.json' with { type: 'json' };
import type { Span } from '../span.ts';
import { longestAt } from './units.ts';

export type Numeral = Span & {
  readonly value: number;
  readonly kind: 'cardinal' | 'ordinal';
  /** Written in figures. */
  readonly figures: boolean;
  /** 'one', which as often counts nothing. */
  readonly weak: boolean;
};

const VALUES = new Map<string, number>([
  ...english.units.map((word, value): [string, number] => [word, value]),
  ...english.tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
]);
const ORDINALS = new Map<string, number>([
  ...english.ordinals.map((word, value): [string, number] => [word, value]),
  ...english.ordinalTens.map((word, at): [string, number] => [word, (at + 2) * 10]),
]);
const ENGLISH_SCALES = new Map(Object.entries(english.scales));
const SCALES = new Map<string, string>([
  ...Object.values(others).flatMap((list) =>
    Object.entries(list).map(([word, value]): [string, string] => [word, String(value)]),
  ),
  ...Object.entries(english.scales).map(([word, value]): [string, string] => [word, String(value)]),
]);
const SHORTHAND = new Map(Object.entries(english.shorthand).map(([word, value]) => [word, String(value)]));
const LONGEST_SCALE = Math.max(...[...SCALES.keys()].map((word) => word.length));

/** Figures that are no part of a word or a name ('F-16'), the code of a currency aside ('EUR40', 'Rs500'). */
const FIGURES =
  /(?:(?<!\p{N}[.,]?|[\p{Script=Latin}\p{Script=Cyrillic}][-‐‑]?)|(?<=(?<!\p{L})(?:[A-Z]{3}|Rs\.?)))[-−–]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d{1,3}\.000(?![\d.])|\d+\.\d+|\d+,\d{1,2}(?!\d)|\d+[½¼¾⅓⅔]?)/gu;
const HAN = /[〇零一二三四五六七八九十百千]+[万億兆亿萬]?/gu;
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${[...VALUES.keys(), ...ORDINALS.keys(), ...ENGLISH_SCALES.keys()].sort((one, other) => other.length - one.length).join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
  'giu',
);

/** All numerals of a text, in order; none overlaps another. */
export function numeralsIn(text: string): Numeral[] {
  const plain = halfWidth(text);
  return [...inFigures(plain), ...inWords(plain), ...inHan(plain)].sort((a, b) => a.start - b.start);
}

function inFigures(text: string): Numeral[] {
  return [...text.matchAll(FIGURES)].map((match) => {
    const [written] = match;
    const signed = /^[-−–]/.test(written) && /(?:^|[\s(])$/.test(text.slice(0, match.index));
    const start = /^[-−–]/.test(written) && !signed ? match.index + 1 : match.index;
    const digits = match.index + written.length;
    const ordinal = /^(?:st|nd|rd|th|º|ª)(?![\p{L}\p{N}])/u.exec(text.slice(digits, digits + 3));
    const size = (signed ? -1 : 1) * figuresValue(written.replace(/^[-−–]/, ''));
    if (ordinal !== null) {
      return numeral(start, digits + ordinal[0].length, size, 'ordinal', true);
    }
    const { factor, end } = scaleAt(text, digits);
    return numeral(start, end, Number((size * factor).toPrecision(15)), 'cardinal', true);
  });
}

/** 'million', 'bn', '億' behind figures; several of the kind multiply: '10 thousand million'. */
function scaleAt(text: string, at: number): { readonly factor: number; readonly end: number } {
  const touching = longestAt(text, at, SHORTHAND, 3);
  if (touching !== undefined && !(touching.end === at + 1 && isMetres(text, at)))
    return { factor: Number(touching.means), end: touching.end };
  const gap = /^[\s\u00a0\u202f]?-?/u.exec(text.slice(at, at + 2))![0].length;
  const apart =
    longestAt(text, at + gap, SCALES, LONGEST_SCALE) ??
    pluralScaleAt(text, at + gap) ??
    shortApart(text, at + gap);
  if (apart === undefined) return { factor: 1, end: at };
  const further = scaleAt(text, apart.end);
  return { factor: Number(apart.means) * further.factor, end: further.end };
}

/** '2 millions' is an error that is understood. */
function pluralScaleAt(text: string, at: number) {
  const word = /^(million|billion|trillion|thousand|crore|lakh)s(?!\p{L})/iu.exec(text.slice(at, at + 10));
  if (word === null) return undefined;
  return { means: String(ENGLISH_SCALES.get(word[1]!.toLowerCase())), end: at + word[0].length };
}

/** '1 bn'. */
function shortApart(text: string, at: number) {
  const found = longestAt(text, at, SHORTHAND, 3);
  return found !== undefined && found.end - at > 1 ? found : undefined;
}

/** '100m' is a hundred million before money or people, and a hundred metres before a race. */
function isMetres(text: string, at: number): boolean {
  if (text[at]?.toLowerCase() !== 'm') return false;
  if (/[\p{Sc}]\s?[\d.,]+$/u.test(text.slice(Math.max(0, at - 20), at))) return false;
  return !/^m\s+(?!tall|long|high|deep|wide|race|sprint|final|away|from|above|below|of|in|and|or|to|at|freestyle|hurdles|backstroke|dash|relay)\p{L}{2,}/u.test(
    text.slice(at, at + 14),
  );
}

const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

function figuresValue(written: string): number {
  const part = FRACTIONS[written.slice(-1)];
  if (part !== undefined) return Number(written.slice(0, -1)) + part;
  const grouped =
    /^\d{1,3}(?:([ \u00a0\u202f,.])\d{3})(?:\1\d{3})*$/u.test(written) && !/^\d+\.\d{3}$/.test(written);
  if (grouped || /^\d{1,3}\.000$/.test(written)) return Number(written.replace(/\D/g, ''));
  if (/^\d+,\d{1,2}$/.test(written)) return Number(written.replace(',', '.'));
  return Number(written.replace(/[ \u00a0\u202f,]/gu, ''));
}

function inWords(text: string): Numeral[] {
  const found: Numeral[] = [];
  let end = 0;
  for (const match of text.matchAll(WORDS)) {
    if (match.index < end) continue;
    const run = runFrom(text, match.index);
    if (run === undefined) continue;
    // 'a million' begins at 'a', 'half a million' at 'half'; 'hundreds' tells no number.
    found.push(run);
    end = run.end;
  }
  return found;
}

/** The longest run of number words from a place that makes one number. */
function runFrom(text: string, from: number): Numeral | undefined {
  let sum = 0;
  let part = 0;
  let last = Number.POSITIVE_INFINITY;
  let end = from;
  let words = 0;
  let ordinal = false;
  let start = from;
  for (let at = from; ; ) {
    const word = /^[a-z]+/i.exec(text.slice(at, at + 14))?.[0].toLowerCase() ?? '';
    const scale = ENGLISH_SCALES.get(word);
    const value = VALUES.get(word) ?? ORDINALS.get(word);
    if (scale !== undefined) {
      if (words === 0) {
        // A scale alone counts only after an article, or behind figures, where it was read already.
        const article = /(?:^|[^\p{L}])(half a|a|an)[\s-]$/iu.exec(text.slice(Math.max(0, from - 8), from));
        if (article === null) return undefined;
        start = from - article[1]!.length - 1;
        part = article[1]!.toLowerCase() === 'half a' ? 0.5 : 1;
      }
      part = (part || 1) * scale;
      if (scale >= 1000) {
        sum += part;
        part = 0;
      }
      last = Number.POSITIVE_INFINITY;
    } else if (value !== undefined && fits(value, last, part)) {
      part += value;
      last = value;
      ordinal = !VALUES.has(word);
    } else break;
    words += 1;
    end = at + word.length;
    const joint = /^(?:[\s\u00a0]+and[\s\u00a0]+|[\s\u00a0]|[-‐‑])(?=[a-z])/iu.exec(
      text.slice(end, end + 6),
    )?.[0];
    if (
      ordinal ||
      joint === undefined ||
      (joint.includes('and') && !/(?:hundred|thousand|million)$/i.test(text.slice(from, end)))
    )
      break;
    at = end + joint.length;
  }
  if (words === 0) return undefined;
  const half = /^\s+and a (half|quarter)(?!\p{L})/iu.exec(text.slice(end, end + 16));
  if (half !== null && !ordinal) {
    const more = half[1]!.toLowerCase() === 'half' ? 0.5 : 0.25;
    const { factor, end: behind } = scaleAt(text, end + half[0].length);
    return numeral(start, behind, (sum + part + more * (sum >= 1000 ? sum : 1)) * factor, 'cardinal', false);
  }
  const value = sum + part;
  const made = numeral(start, end, value, ordinal ? 'ordinal' : 'cardinal', false);
  return value === 1 && words === 1 && !ordinal ? { ...made, weak: true } : made;
}

/** 'sixty' takes 'eight', 'hundred' takes anything smaller, 'five' takes nothing. */
function fits(value: number, last: number, part: number): boolean {
  if (last === Number.POSITIVE_INFINITY) return part === 0 || value < 100;
  return last >= 20 && last % 10 === 0 && last < 100 && value > 0 && value < 10;
}

const HAN_DIGITS = new Map(
  [...'〇一二三四五六七八九'].map((digit, value): [string, number] => [digit, value]),
);
HAN_DIGITS.set('零', 0);

/** Han numerals where something is counted in them: 十二月, 三百人. */
function inHan(text: string): Numeral[] {
  return [...text.matchAll(HAN)].flatMap((match) => {
    const end = match.index + match[0].length;
    const counts = /^[年月日時时分秒人名個个円元件回歳岁%％ヶか倍隻機島つ]/u.test(text.slice(end, end + 1));
    return counts ? [numeral(match.index, end, hanValue(match[0]), 'cardinal', false)] : [];
  });
}

/** What Han numerals come to. */
export function hanValue(written: string): number {
  if (/^[〇零一二三四五六七八九]+$/u.test(written))
    return Number([...written].map((digit) => HAN_DIGITS.get(digit)).join(''));
  const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
  let sum = 0;
  let digit = 0;
  let whole = 0;
  for (const letter of written) {
    if (steps[letter] !== undefined) {
      sum += (digit || 1) * steps[letter];
      digit = 0;
    } else if (SCALES.has(letter)) {
      whole += (sum + digit) * Number(SCALES.get(letter));
      sum = 0;
      digit = 0;
    } else digit = HAN_DIGITS.get(letter) ?? 0;
  }
  return whole + sum + digit;
}

function numeral(
  start: number,
  end: number,
  value: number,
  kind: Numeral['kind'],
  figures: boolean,
): Numeral {
  return { start, end, value, kind, figures, weak: false };
}

/** Full-width figures and signs as the usual ones; every letter keeps its place. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
