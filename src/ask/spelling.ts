/** Typing errors: the known word that was most likely meant, or none. */

/** Words shorter than this are taken as they stand: too many short words are one letter apart. */
const SHORTEST = 5;
/** From this length on, two slips are allowed. */
const LONG = 8;

export type Speller = {
  /** The known word within reach of `word`, or `undefined` where none or more than one is equally near. */
  mend(word: string): string | undefined;
  knows(word: string): boolean;
};

/** `known`: words in small letters that are right; `names`: those among them that are names, which are mended more readily. */
export function spellerOf(known: ReadonlySet<string>, names: ReadonlySet<string>): Speller {
  // Known words by each way of leaving out one letter: one slip is found by looking, not by comparing with all.
  const shapes = new Map<string, string[]>();
  const long: string[] = [];
  for (const word of known) {
    if (word.length < SHORTEST - 1) continue;
    for (const shape of [word, ...leavingOneOut(word)]) {
      const list = shapes.get(shape);
      if (list === undefined) shapes.set(shape, [word]);
      else list.push(word);
    }
    if (word.length >= LONG - 1) long.push(word);
  }
  return {
    knows: (word) => known.has(word),
    mend: (word) => {
      if (word.length < SHORTEST || known.has(word)) return undefined;
      const near = new Set([word, ...leavingOneOut(word)].flatMap((shape) => shapes.get(shape) ?? []));
      const one = [...near].filter((other) => slips(word, other, 1) <= 1 && plausible(word, other));
      if (one.length > 0) return best(word, one, names);
      if (word.length < LONG - 1) return undefined;
      const two = long.filter((other) => other[0] === word[0] && slips(word, other, 2) <= 2);
      return two.length > 0 ? best(word, two, names) : undefined;
    },
  };
}

/** A first letter is seldom mistyped; a short word that differs there is another word. */
function plausible(word: string, other: string): boolean {
  return word[0] === other[0] || (word[1] === other[0] && word[0] === other[1]) || word.length >= 7;
}

function best(word: string, words: readonly string[], names: ReadonlySet<string>): string | undefined {
  const rank = (other: string) => (names.has(other) ? 0 : 2) + Math.abs(other.length - word.length);
  return [...words].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0];
}

function leavingOneOut(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
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
