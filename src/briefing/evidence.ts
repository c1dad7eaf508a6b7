/**
 * What can be asked of a source: does a word stand in a paragraph, do words stand there in a row, what stands
 * between quotation marks. Answered from the fingerprint alone, or exactly where the article is at hand.
 */
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import type { Ref } from './refs.ts';
import { hashOf, MARK, paragraphsOf, tokensOf } from './words.ts';

export type Evidence = {
  /** Every paragraph of every source, in order. */
  readonly refs: readonly Ref[];
  /** The paragraph's own text, where the article is at hand. */
  textOf(ref: Ref): string | undefined;
  /** Whether the words stand in a row in the paragraph, in any case of letters; no words stand nowhere. */
  hasRow(ref: Ref, words: readonly string[]): boolean;
  /** The same, of what stands there outside quotation marks. */
  hasRowOutside(ref: Ref, words: readonly string[]): boolean;
  /** Whether the words, case and all, are the whole of what stands between two quotation marks there. */
  hasQuotation(ref: Ref, words: readonly string[]): boolean;
  /** How many quotations of at least `least` words begin in the paragraph, by their lengths in words, in order. */
  quotationLengths(ref: Ref, least: number): readonly number[];
  /** The paragraph's words in order, to look for rows in them; empty where there is no such paragraph. */
  lineOf(ref: Ref): Line;
  /** The longest row of `words`, beginning at index `from`, that stands in a source of `sources`; its length. */
  longestRow(words: readonly string[], from: number, sources?: ReadonlySet<string>): number;
};

/** A paragraph as a row of words that can be looked for, not read. */
export type Line = {
  /** How many words, numbers and quotation marks. */
  readonly length: number;
  /** Whether the words stand there in a row, beginning at a place: in any case of letters, or a capital as a capital. */
  standsAt(place: number, words: readonly string[], cased?: boolean): boolean;
  isMark(place: number): boolean;
  /** The places of a word as it is written, or with a capital where a sentence begins. */
  placesOf(word: string): readonly number[];
  /** Places at which a sentence begins, and before which a comma stands. */
  readonly sentences: ReadonlySet<number>;
  readonly commas: ReadonlySet<number>;
};

/** A source as it can be asked: its fingerprint, or its whole text where that is at hand. */
export type Witness = { readonly id: string; readonly name?: string } & (
  | { readonly print: Fingerprint }
  | { readonly text: string }
);

/**
 * Of hashes a false yes for one word in a paragraph of 50 comes about once in a thousand, for a row never; of the
 * article itself there is none.
 */
export function evidenceOf(witnesses: readonly Witness[]): Evidence {
  const each = new Map(witnesses.map((witness) => [witness.id, ofOne(witness)]));
  const none = ofOne({ id: '', text: '' });
  const of = ({ source }: Ref) => each.get(source) ?? none;
  return {
    refs: witnesses.flatMap(({ id, name }) =>
      Array.from({ length: of({ source: id, paragraph: 1 }).count }, (_, index) => ({
        source: id,
        paragraph: index + 1,
        ...(name === undefined ? {} : { name }),
      })),
    ),
    textOf: (ref) => of(ref).texts?.[ref.paragraph - 1],
    hasRow: (ref, words) => of(ref).hasRow(ref.paragraph, words),
    hasRowOutside: (ref, words) => of(ref).hasRowOutside(ref.paragraph, words),
    hasQuotation: (ref, words) => of(ref).hasQuotation(ref.paragraph, words),
    lineOf: (ref) => {
      const one = of(ref);
      return {
        ...one.lineOf(ref.paragraph),
        sentences: new Set(one.sentences[ref.paragraph - 1]),
        commas: new Set(one.commas[ref.paragraph - 1]),
      };
    },
    quotationLengths: (ref, least) => of(ref).quotationLengths(ref.paragraph, least),
    longestRow: (words, from, sources) =>
      [...each].reduce(
        (longest, [id, one]) =>
          sources === undefined || sources.has(id) ? Math.max(longest, one.longestRow(words, from)) : longest,
        0,
      ),
  };
}

function ofOne(witness: Witness) {
  if ('print' in witness) {
    const { paragraphs, sentences, commas } = witness.print;
    const one = evidenceFrom(
      paragraphs,
      (word) => hashOf({ kind: 'word', text: word }),
      hashOf(MARK),
      sentences,
    );
    return { ...one, count: paragraphs.length, texts: undefined, sentences, commas };
  }
  const texts = paragraphsOf(witness.text);
  const tokens = texts.map(tokensOf);
  const rows = tokens.map((its) => its.map(({ text }) => text));
  const { sentences, commas } = fingerprintOf(witness.text);
  return {
    ...evidenceFrom(rows, (word) => word, MARK.text, sentences),
    count: texts.length,
    texts,
    sentences,
    commas,
  };
}

function evidenceFrom<Key>(
  paragraphs: readonly (readonly Key[])[],
  key: (word: string) => Key,
  mark: Key,
  sentences: readonly (readonly number[])[],
) {
  const places = new Map<Key, { readonly row: readonly Key[]; readonly at: number }[]>();
  for (const row of paragraphs) {
    for (const [at, found] of row.entries()) places.set(found, [...(places.get(found) ?? []), { row, at }]);
  }
  const known = new Map<string, readonly Key[]>();
  const keysOf = (word: string): readonly Key[] => {
    const keys = known.get(word) ?? cases(word).map(key);
    known.set(word, keys);
    return keys;
  };
  const keys = new Map<string, Key>();
  const keyOf = (word: string): Key => {
    const found = keys.get(word) ?? key(word);
    keys.set(word, found);
    return found;
  };
  const lines = new Map<number, ReadonlyMap<Key, readonly number[]>>();
  const indexOfLine = (paragraph: number) => {
    const known = lines.get(paragraph);
    if (known) return known;
    const row = paragraphs[paragraph - 1] ?? [];
    const index = Map.groupBy(row.keys(), (place) => row[place]!);
    lines.set(paragraph, index);
    return index;
  };
  const capitals = new Map<string, readonly Key[]>();
  const capitalsOf = (word: string): readonly Key[] => {
    const keys = capitals.get(word) ?? [...new Set([word, word.toUpperCase()])].map(key);
    capitals.set(word, keys);
    return keys;
  };
  const standAt = (row: readonly Key[], at: number, words: readonly string[]): number => {
    let length = 0;
    while (
      length < words.length &&
      at + length < row.length &&
      keysOf(words[length]!).includes(row[at + length]!)
    ) {
      length += 1;
    }
    return length;
  };
  return {
    lineOf: (paragraph: number) => {
      const row = paragraphs[paragraph - 1] ?? [];
      const starts = new Set(sentences[paragraph - 1]);
      return {
        length: row.length,
        standsAt: (place: number, words: readonly string[], cased = false) =>
          words.length > 0 &&
          words.every((word, step) =>
            (cased && isCapital(word) ? capitalsOf(word) : keysOf(word)).includes(row[place + step] as Key),
          ),
        isMark: (place: number) => row[place] === mark,
        placesOf: (word: string) => {
          const index = indexOfLine(paragraph);
          return [word, capitalised(word)].map(keyOf).flatMap((found, step) => {
            const places = index.get(found) ?? [];
            return step === 0 ? places : places.filter((place) => starts.has(place));
          });
        },
      };
    },
    hasRow: (paragraph: number, words: readonly string[]) => {
      const row = paragraphs[paragraph - 1] ?? [];
      return words.length > 0 && row.some((_, at) => standAt(row, at, words) === words.length);
    },
    hasRowOutside: (paragraph: number, words: readonly string[]) =>
      words.length > 0 &&
      piecesOf(paragraphs[paragraph - 1] ?? [], mark)
        .filter((_, index) => index % 2 === 0)
        .some((piece) => piece.some((_, at) => standAt(piece, at, words) === words.length)),
    hasQuotation: (paragraph: number, words: readonly string[]) => {
      const keys = words.map(key);
      return piecesOf(paragraphs[paragraph - 1] ?? [], mark)
        .filter((_, index) => index % 2 === 1)
        .some((piece) => piece.length === keys.length && piece.every((found, at) => found === keys[at]));
    },
    quotationLengths: (paragraph: number, least: number) =>
      piecesOf(paragraphs[paragraph - 1] ?? [], mark)
        .filter((piece, index) => index % 2 === 1 && piece.length >= least)
        .map((piece) => piece.length),
    longestRow: (words: readonly string[], from: number) => {
      const rest = words.slice(from);
      const starts = keysOf(words[from]!).flatMap((found) => places.get(found) ?? []);
      return starts.reduce((longest, { row, at }) => Math.max(longest, standAt(row, at, rest)), 0);
    },
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
  return [...new Set([word, lower, lower.charAt(0).toUpperCase() + lower.slice(1), word.toUpperCase()])];
}
