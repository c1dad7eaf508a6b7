/**
 * What can be asked of a source: does a word stand in a paragraph, do words stand there in a row, what stands
 * between quotation marks. Answered from the fingerprint alone, or exactly where the article is at hand.
 */
import type { Fingerprint } from './fingerprint.ts';
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
  /** The longest row of `words`, beginning at index `from`, that stands in a source of `sources`; its length. */
  longestRow(words: readonly string[], from: number, sources?: ReadonlySet<string>): number;
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
  const none = evidenceFrom<string>([], (word) => word, MARK.text);
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
    const { paragraphs } = witness.print;
    const one = evidenceFrom(paragraphs, (word) => hashOf({ kind: 'word', text: word }), hashOf(MARK));
    return { ...one, count: paragraphs.length, texts: undefined };
  }
  const texts = paragraphsOf(witness.text);
  const rows = texts.map((text) => tokensOf(text).map(({ text: word }) => word));
  return { ...evidenceFrom(rows, (word) => word, MARK.text), count: texts.length, texts };
}

function evidenceFrom<Key>(paragraphs: readonly (readonly Key[])[], key: (word: string) => Key, mark: Key) {
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
    count: paragraphs.length,
    texts: undefined as readonly string[] | undefined,
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

/** A word as it may be written at a sentence's start, in a heading, or amid a sentence. */
function cases(word: string): string[] {
  const lower = word.toLowerCase();
  return [...new Set([word, lower, lower.charAt(0).toUpperCase() + lower.slice(1), word.toUpperCase()])];
}
