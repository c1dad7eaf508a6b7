/**
 * One source as it can be asked: its words are keys, hashes where only the fingerprint is at hand and the words
 * themselves where the article is, and each is looked for by where it stands.
 */
import type { Fingerprint } from './fingerprint.ts';

/** A paragraph as a row of words that can be looked for, not read. */
export type Line = {
  /** How many words, numbers and quotation marks. */
  readonly length: number;
  /** Whether the words stand there in a row, beginning at a place: in any case of letters, or a capital as a capital. */
  standsAt(place: number, words: readonly string[], cased?: boolean): boolean;
  isMark(place: number): boolean;
  /** The places of a word as it is written, or with a capital where a sentence begins. */
  placesOf(word: string): readonly number[];
  /** The places of a word as it is written, or with a capital; of any of several: a list is looked up once. */
  placesWith(word: string | readonly string[]): readonly number[];
  /** Places at which a sentence begins, and before which a comma stands. */
  readonly sentences: ReadonlySet<number>;
  readonly commas: ReadonlySet<number>;
};

export type Asked = ReturnType<typeof askable>;

/** `key` is what a word is kept as; paragraphs are counted from 1. */
export function askable<Key extends string | number>(
  paragraphs: readonly (readonly Key[])[],
  key: (word: string) => Key,
  mark: Key,
  { sentences, commas }: Pick<Fingerprint, 'sentences' | 'commas'>,
) {
  const keyOf = remembered(key);
  const keysOf = remembered((word: string): readonly Key[] => cases(word).map(keyOf));
  /** A capital stands only for a capital. */
  const casedOf = remembered((word: string): readonly Key[] =>
    isCapital(word) ? [...new Set([word, word.toUpperCase()])].map(keyOf) : keysOf(word),
  );
  const capitalOf = remembered((word: string) => keyOf(capitalised(word)));
  const lists = new WeakMap<readonly string[], readonly Key[]>();
  const withCapitals = (word: string | readonly string[]): readonly Key[] => {
    if (typeof word === 'string') return [keyOf(word), capitalOf(word)];
    const made = lists.get(word) ?? [...new Set(word.flatMap((one) => [keyOf(one), capitalOf(one)]))];
    lists.set(word, made);
    return made;
  };
  const rowOf = (paragraph: number): readonly Key[] => paragraphs[paragraph - 1] ?? [];
  /** Of each paragraph, where each key stands. */
  const indexOf = remembered((paragraph: number): ReadonlyMap<Key, readonly number[]> => {
    const row = rowOf(paragraph);
    return Map.groupBy(row.keys(), (place) => row[place]!);
  });
  const everywhere = once(() =>
    Map.groupBy(
      paragraphs.flatMap((row) => row.map((_, at) => ({ row, at }))),
      ({ row, at }) => row[at]!,
    ),
  );
  const placesIn = (paragraph: number, keys: readonly Key[]): readonly number[] => {
    const index = indexOf(paragraph);
    return keys.flatMap((one) => index.get(one) ?? []);
  };
  const spokenLengths = remembered((paragraph: number): readonly number[] =>
    piecesOf(rowOf(paragraph), mark)
      .filter((_, index) => index % 2 === 1)
      .map((piece) => piece.length),
  );
  const lineOf = remembered((paragraph: number): Line => {
    const row = rowOf(paragraph);
    const index = indexOf(paragraph);
    const starts = new Set(sentences[paragraph - 1]);
    return {
      length: row.length,
      sentences: starts,
      commas: new Set(commas[paragraph - 1]),
      standsAt: (place, words, cased = false) =>
        words.length > 0 &&
        words.every((word, step) =>
          (cased ? casedOf(word) : keysOf(word)).includes(row[place + step] as Key),
        ),
      isMark: (place) => row[place] === mark,
      placesOf: (word) => [
        ...(index.get(keyOf(word)) ?? []),
        ...(index.get(capitalOf(word)) ?? []).filter((place) => starts.has(place)),
      ],
      placesWith: (word) => placesIn(paragraph, withCapitals(word)),
    };
  });
  /** How many of the words, from index `from` on, stand in a row at a place. */
  const lengthAt = (row: readonly Key[], at: number, words: readonly string[], from = 0): number => {
    let length = 0;
    while (
      from + length < words.length &&
      at + length < row.length &&
      keysOf(words[from + length]!).includes(row[at + length]!)
    ) {
      length += 1;
    }
    return length;
  };
  const standsIn = (row: readonly Key[], places: Iterable<number>, words: readonly string[]) =>
    words.length > 0 && [...places].some((at) => lengthAt(row, at, words) === words.length);
  return {
    count: paragraphs.length,
    lineOf,
    hasRow: (paragraph: number, words: readonly string[]) =>
      words.length > 0 && standsIn(rowOf(paragraph), placesIn(paragraph, keysOf(words[0]!)), words),
    hasRowOutside: (paragraph: number, words: readonly string[]) =>
      piecesOf(rowOf(paragraph), mark).some(
        (piece, index) => index % 2 === 0 && standsIn(piece, piece.keys(), words),
      ),
    hasQuotation: (paragraph: number, words: readonly string[]) => {
      const keys = words.map(keyOf);
      return piecesOf(rowOf(paragraph), mark).some(
        (piece, index) =>
          index % 2 === 1 && piece.length === keys.length && piece.every((found, at) => found === keys[at]),
      );
    },
    quotationLengths: (paragraph: number, least: number) =>
      spokenLengths(paragraph).filter((length) => length >= least),
    longestRow: (words: readonly string[], from: number) =>
      keysOf(words[from]!)
        .flatMap((one) => everywhere().get(one) ?? [])
        .reduce((longest, { row, at }) => Math.max(longest, lengthAt(row, at, words, from)), 0),
  };
}

function once<Made>(make: () => Made): () => Made {
  const made = remembered(make);
  return () => made(undefined);
}

/** The same, worked out once for each argument. */
function remembered<From, To>(of: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const found = known.get(from);
    if (found !== undefined) return found;
    const made = of(from);
    known.set(from, made);
    return made;
  };
}

/** A paragraph cut at its quotation marks: every second piece was spoken; one that never closes runs to the end. */
function piecesOf<Key>(row: readonly Key[], mark: Key): Key[][] {
  const pieces: Key[][] = [[]];
  for (const key of row) {
    if (key === mark) pieces.push([]);
    else pieces.at(-1)!.push(key);
  }
  return pieces;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** A word as it may be written at a sentence's start, in a heading, or amid a sentence. */
function cases(word: string): string[] {
  const lower = word.toLowerCase();
  return [...new Set([word, lower, capitalised(lower), word.toUpperCase()])];
}
