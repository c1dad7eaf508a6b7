/** Typing errors: the known word that was most likely meant, or none. */

/** Words shorter than this are taken as they stand: too many short words are one letter apart. */
const SHORTEST = 4;
/** From this length on, two slips are allowed. */
const LONG = 8;
/** Nothing longer is a word that anybody mistyped. */
const LONGEST = 30;

export type Speller = {
  /** The word that was most likely meant by `word`, or `undefined` where none is near enough. */
  mend(word: string): string | undefined;
  has(word: string): boolean;
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
  const within = (word: string, most: number) =>
    Array.from({ length: 2 * most + 1 }, (_, at) => byLength.get(word.length - most + at) ?? [])
      .flat()
      .filter((other) => plausible(word, other, most) && slips(word, other, most) <= most);
  return {
    has: (word) => words.has(word),
    mend: (word) => {
      if (word.length < SHORTEST || word.length > LONGEST) return undefined;
      return (
        nearest(word, within(word, 1)) ??
        (word.length < LONG - 1 ? undefined : nearest(word, within(word, 2)))
      );
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

/** Letters added, left out, changed or swapped with their neighbour, counted up to `most` + 1. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
