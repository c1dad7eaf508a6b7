/** Who or what is meant by a name, however it was typed. */
import type { Briefing, Thing } from '../briefing/briefing.ts';
import { isMistyped } from '../text/edits.ts';
import { LONGEST_NAME, nameWords } from '../text/fold.ts';
import { type Entry, indexOf } from './names.ts';

export type Found =
  | { readonly kind: 'one'; readonly thing: Thing; readonly closeness: Closeness }
  | { readonly kind: 'several'; readonly things: readonly Thing[]; readonly closeness: Closeness }
  /** Nobody of that name; the nearest, the best first, perhaps none. */
  | { readonly kind: 'none'; readonly nearest: readonly Thing[] };

/** How a name was matched, from the surest to the loosest. */
const CLOSENESS = ['whole', 'other-name', 'part', 'role', 'beginning', 'mistyped', 'other-mistyped'] as const;
export type Closeness = (typeof CLOSENESS)[number];

const NEAREST_AT_MOST = 5;

/**
 * Finds by name among people, organisations, sides and places, and among topics where `kinds` says so. The surest
 * way in which anything matches decides; where several match in that way, all of them are told.
 */
export function find(typed: string, briefing: Briefing, kinds: readonly Thing['kind'][] = NAMED): Found {
  const asked = askedOf(typed);
  if (asked === undefined) return { kind: 'none', nearest: [] };
  const entries = indexOf(briefing).filter((entry) => kinds.includes(entry.thing.kind));
  for (const closeness of CLOSENESS) {
    if (closeness === 'role' && areNames(asked, entries)) continue;
    const matches = distinct(entries.filter((entry) => MATCHES[closeness](asked, entry)));
    const [first, ...others] = matches;
    if (first === undefined) continue;
    if (others.length === 0) return { kind: 'one', thing: first.thing, closeness };
    return { kind: 'several', things: matches.map((entry) => entry.thing), closeness };
  }
  return { kind: 'none', nearest: nearest(asked, entries) };
}

/** The same among topics too: a whole name comes first, then a topic's, then what is less than a whole name. */
export function findAnything(typed: string, briefing: Briefing): Found {
  const found = find(typed, briefing);
  if (found.kind !== 'none' && found.closeness === 'whole') return found;
  const name = nameWords(typed.slice(0, LONGEST_NAME)).join(' ');
  const topic = indexOf(briefing).find(({ thing, names }) => thing.kind === 'topic' && names.has(name));
  return topic === undefined ? found : { kind: 'one', thing: topic.thing, closeness: 'whole' };
}

/** All that `find` looks among when it is not told. */
export const NAMED: readonly Thing['kind'][] = ['person', 'side', 'organisation', 'place'];

type Asked = { readonly whole: string; readonly joined: string; readonly words: readonly string[] };

const MATCHES: Record<Closeness, (asked: Asked, entry: Entry) => boolean> = {
  whole: (asked, entry) => entry.names.has(asked.whole),
  // A word of a name is as good as a name by which somebody is also known: 'japanese' is Japan, and two who speak for it.
  'other-name': (asked, entry) => entry.otherNames.has(asked.whole) || allIn(asked, entry.nameWords),
  part: (asked, entry) => allIn(asked, entry.otherNameWords) || partOfUnspaced(asked, entry),
  role: (asked, entry) => allIn(asked, entry.allWords),
  beginning: (asked, entry) => everyWord(asked, (word) => begins(word, entry.nameWords)),
  mistyped: (asked, entry) => mistyped(asked, entry.joinedNames, entry.nameWords),
  'other-mistyped': (asked, entry) => mistyped(asked, entry.joinedOtherNames, entry.otherNameWords),
};

function askedOf(typed: string): Asked | undefined {
  if (typed.length > LONGEST_NAME) return undefined;
  const words = nameWords(typed);
  const whole = words.join(' ');
  return whole === '' ? undefined : { whole, joined: words.join(''), words };
}

/** 'Newsham China': the names of two, and no description of a third in which both are named. */
function areNames(asked: Asked, entries: readonly Entry[]): boolean {
  return (
    asked.words.length > 1 &&
    everyWord(asked, (word) => entries.some(({ otherNameWords }) => otherNameWords.has(word)))
  );
}

function everyWord(asked: Asked, fits: (word: string) => boolean): boolean {
  return asked.words.length > 0 && asked.words.every(fits);
}

function allIn(asked: Asked, words: ReadonlySet<string>): boolean {
  return everyWord(asked, (word) => words.has(word));
}

/** A name in a script without spaces is asked for by a part of it, or with a title after it. */
function partOfUnspaced(asked: Asked, entry: Entry): boolean {
  if (!UNSPACED.test(asked.joined) || asked.joined.length < 2) return false;
  const isPart = (name: string) =>
    UNSPACED.test(name) &&
    name.length > 1 &&
    (name.includes(asked.joined) ||
      (asked.joined.startsWith(name) && isTitle(asked.joined.slice(name.length))));
  return entry.joinedNames.some(isPart) || entry.joinedOtherNames.some(isPart);
}

/** What is put behind a name; more than that is a sentence, and so a question. */
function isTitle(rest: string): boolean {
  return TITLES.has(rest);
}

const TITLES = new Set(
  '首相 総理 総理大臣 大統領 氏 さん 様 教授 研究員 先生 報道官 補佐官 会長 社長 총리 대통령 씨 교수 总统 首相'.split(
    ' ',
  ),
);

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function begins(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word)) return true;
  if (word.length < 3) return false;
  for (const known of words) if (known.startsWith(word)) return true;
  return false;
}

/** The whole with its spaces left out, since a space is mistyped too; or word by word. */
function mistyped(asked: Asked, names: readonly string[], words: ReadonlySet<string>): boolean {
  if (names.some((name) => isMistyped(asked.joined, name))) return true;
  return everyWord(asked, (word) => words.has(word) || someMistyped(word, words));
}

function someMistyped(word: string, words: ReadonlySet<string>): boolean {
  for (const known of words) if (isMistyped(word, known)) return true;
  return false;
}

/** Of things that bear the same name (a country is a side and a place) the first kind speaks for all. */
function distinct(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => !seen.has(entry.shown) && seen.add(entry.shown));
}

/** Those that share a word, the beginning of one, or a mistyped one with what was asked. */
function nearest(asked: Asked, entries: readonly Entry[]): Thing[] {
  const weighed = entries.map((entry) => ({ entry, weight: likeness(asked, entry) }));
  return distinct(
    weighed
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .map(({ entry }) => entry),
  )
    .slice(0, NEAREST_AT_MOST)
    .map((entry) => entry.thing);
}

function likeness(asked: Asked, entry: Entry): number {
  let sum = 0;
  for (const word of asked.words) {
    if (entry.nameWords.has(word)) sum += 4;
    else if (entry.allWords.has(word) && word.length > 3) sum += 2;
    else if (word.length > 2 && begins(word, entry.nameWords)) sum += 2;
    else if (someMistyped(word, entry.nameWords)) sum += 1;
  }
  return sum;
}
