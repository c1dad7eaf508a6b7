/** Typing errors: the known word that was most likely meant, or none. */
import { editsBetween } from '../text/edits.ts';
import { type Kept, kept } from '../text/kept.ts';

/** Words shorter than this are taken as they stand: too many short words are one letter apart. */
const SHORTEST = 4;
/** From this length on, two slips are allowed. */
const LONG = 7;
/** What is cut off a word that is written short, the least that is left of it, and of the last part of one. */
const CUT = 3;
const SHORTEST_PART = 3;
const SHORTEST_END = 5;
/** More words than these that begin alike mean nothing certain. */
const MOST_MEANT = 3;
/** Of so many words it is kept what was meant by them. */
const KEPT = 1_000;
/** Nothing longer is a word that anybody mistyped. */
const LONGEST = 30;

export type Speller = {
  /** The word that was most likely meant by `word`, or `undefined` where none is near enough. */
  mend(word: string): string | undefined;
  has(word: string): boolean;
  /** Words that begin with `word`, or that it is the last part of; none where too many do. */
  shortOf(word: string): readonly string[];
};

/** `words` are what may have been meant, in small letters. */
export function spellerOf(words: ReadonlySet<string>): Speller {
  const byLength = new Map<number, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST - 1) continue;
    const list = byLength.get(word.length);
    if (list === undefined) byLength.set(word.length, [word]);
    else list.push(word);
  }
  const byBeginning = Map.groupBy(words, (word) => word.slice(0, SHORTEST_PART));
  const byEnd = Map.groupBy(words, (word) => word.slice(-SHORTEST_END));
  const mended = new Map() as Kept<string | undefined>;
  const within = (word: string, most: number) => {
    const found: string[] = [];
    for (let length = word.length - most; length <= word.length + most; length += 1)
      for (const other of byLength.get(length) ?? [])
        if (plausible(word, other, most) && editsBetween(word, other, most) <= most) found.push(other);
    return found;
  };
  return {
    shortOf: (word) => {
      if (word.length < SHORTEST_PART) return [];
      const long = (other: string) => other.length >= word.length + CUT;
      const found = (byBeginning.get(word.slice(0, SHORTEST_PART)) ?? []).filter(
        (other) => long(other) && other.startsWith(word),
      );
      if (word.length >= SHORTEST_END)
        for (const other of byEnd.get(word.slice(-SHORTEST_END)) ?? [])
          if (long(other) && other.endsWith(word)) found.push(other);
      return found.length > MOST_MEANT ? [] : found;
    },
    has: (word) => words.has(word),
    mend: (word) => {
      if (word.length < SHORTEST || word.length > LONGEST) return undefined;
      const near = () =>
        nearest(word, within(word, 1)) ?? (word.length < LONG ? undefined : nearest(word, within(word, 2)));
      return kept(mended, KEPT, word, near);
    },
  };
}

/** A first letter is seldom mistyped, unless it is swapped with the second. */
function plausible(word: string, other: string, most: number): boolean {
  return word[0] === other[0] || (most === 1 && word[1] === other[0] && word[0] === other[1]);
}

/** The one whose length differs least, and then the first of the alphabet: always the same one. */
function nearest(word: string, words: readonly string[]): string | undefined {
  const off = (other: string) => Math.abs(other.length - word.length);
  return [...words].sort((a, b) => off(a) - off(b) || (a < b ? -1 : 1))[0];
}
