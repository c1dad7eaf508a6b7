/** Units of measure, by all ways to write them in the languages that are read. */
import de from '../data/de/units.json' with { type: 'json' };
import more from '../data/en/more-units.json' with { type: 'json' };
import en from '../data/en/units.json' with { type: 'json' };
import es from '../data/es/units.json' with { type: 'json' };
import fr from '../data/fr/units.json' with { type: 'json' };
import ja from '../data/ja/units.json' with { type: 'json' };
import ko from '../data/ko/units.json' with { type: 'json' };
import ru from '../data/ru/units.json' with { type: 'json' };
import zh from '../data/zh/units.json' with { type: 'json' };

export type Measure =
  | 'percent'
  | 'duration'
  | 'distance'
  | 'area'
  | 'volume'
  | 'weight'
  | 'speed'
  | 'temperature'
  | 'power'
  | 'data';

const MEASURES: readonly (readonly [Measure, RegExp])[] = [
  ['percent', /^(?:percent|percentage-point|basis-point)$/],
  ['speed', /-per-|^knot$/],
  ['duration', /second$|^(?:minute|hour|day|night|week|fortnight|month|year|decade|century)$/],
  ['area', /^(?:square-|acre|hectare)/],
  ['volume', /^cubic-|liter$|gallon|fluid-ounce|^(?:barrel|pint)$/],
  ['distance', /meter$|^(?:mile|foot|inch|yard|nautical-mile|mile-scandinavian)$/],
  ['weight', /gram$|^(?:pound|ounce|stone|ton|tonne)$/],
  ['temperature', /^(?:celsius|fahrenheit|degree)$/],
  ['power', /watt$/],
  ['data', /byte$|bit$/],
];

/** Ways that are too short or too common as words to be read as units. */
const TOO_COMMON = new Set([
  'in',
  'st',
  'a',
  'ac',
  's',
  'l.',
  'г',
  'г.',
  'с',
  'л',
  'л.',
  'м',
  'ч',
  'б',
  'p',
  't',
  'c',
  'f',
]);
/** Those of them that are meant where they touch the figure: '30C'. */
const TOUCHING = new Set(['c', 'f', 'm', 'g', 'l', '°']);

const WAYS: ReadonlyMap<string, string> = new Map(
  [...[zh, ko, ja, ru, es, fr, de].flatMap(waysIn), ...waysIn(more), ...waysIn(en)].filter(
    ([way]) => !TOO_COMMON.has(way) || TOUCHING.has(way),
  ),
);
const LONGEST = Math.max(...[...WAYS.keys()].map((way) => way.length));

export type UnitFound = { readonly unit: string; readonly measure: Measure; readonly end: number };

/** The unit that is written at a place of the text, after at most a space or a hyphen; the longest way wins. */
export function unitAt(text: string, at: number): UnitFound | undefined {
  const gap = /^[\s\u00a0\u202f]?[-‐‑]?/u.exec(text.slice(at, at + 2))![0].length;
  const found = longestAt(text, at + gap, WAYS, LONGEST);
  if (found === undefined) return undefined;
  const way = text.slice(at + gap, found.end).toLowerCase();
  if (gap > 0 && TOUCHING.has(way) && way !== 'm') return undefined;
  const measure = MEASURES.find(([, units]) => units.test(found.means))?.[0];
  return measure === undefined ? undefined : { unit: found.means, measure, end: found.end };
}

/** What the longest key of a map that stands at a place means, and where it ends; whole words only. */
export function longestAt(
  text: string,
  at: number,
  ways: ReadonlyMap<string, string>,
  longest: number,
): { readonly means: string; readonly end: number } | undefined {
  if (!/[\p{L}%％°㎡]/u.test(text[at] ?? '')) return undefined;
  const ahead = text.slice(at, at + longest + 1).toLowerCase();
  const runs = /[,;:!?()\n\d]|\s{2}/u.exec(ahead)?.index ?? ahead.length;
  for (let length = Math.min(longest, text.length - at, runs + 1); length > 0; length -= 1) {
    if (!endsWord(text, at + length)) continue;
    const means = ways.get(ahead.slice(0, length));
    if (means !== undefined) return { means, end: at + length };
  }
  return undefined;
}

/** Scripts without spaces run on; elsewhere no letter or digit follows. */
export function endsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}%％°]/u.test(before))
    return true;
  return !/[\p{L}\p{M}\p{N}]/u.test(text[at] ?? '');
}

function waysIn(list: Readonly<Record<string, readonly string[]>>): [string, string][] {
  return Object.entries(list).flatMap(([unit, ways]) =>
    ways.map((way): [string, string] => [way.toLowerCase(), unit]),
  );
}
