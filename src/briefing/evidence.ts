/**
 * What can be asked of a source: does a word stand in a paragraph, do words stand there in a row, what stands
 * between quotation marks. Answered from the fingerprint alone, or exactly where the article is at hand.
 */
import type { Fingerprint } from './fingerprint.ts';
import { hashOf, MARK, paragraphsOf, type Token, tokensOf } from './words.ts';

export type Evidence = {
  readonly paragraphCount: number;
  /** The paragraphs' own texts from index 1, where the article is at hand. */
  readonly texts?: readonly string[];
  /** Whether the words stand in a row in the paragraph, in any case of letters; no words stand nowhere. */
  hasRow(paragraph: number, words: readonly string[]): boolean;
  /** The same, of what stands there outside quotation marks. */
  hasRowOutside(paragraph: number, words: readonly string[]): boolean;
  /** Whether the words, case and all, are the whole of what stands between two quotation marks there. */
  hasQuotation(paragraph: number, words: readonly string[]): boolean;
  /** How many quotations of at least `least` words begin in the paragraph, by their lengths in words, in order. */
  quotationLengths(paragraph: number, least: number): readonly number[];
  /** The longest row of `words`, beginning at index `from`, that stands anywhere in the source; its length. */
  longestRow(words: readonly string[], from: number): number;
};

/** From hashes: a false yes for one word in a paragraph of 50 comes about once in a thousand, for a row never. */
export function evidenceOf(fingerprint: Fingerprint): Evidence {
  return evidenceFrom(fingerprint.paragraphs, (word) => hashOf({ kind: 'word', text: word }), hashOf(MARK));
}

/** From the article itself: no false yes. */
export function exactEvidenceOf(source: string): Evidence {
  const texts = paragraphsOf(source);
  const rows = texts.map((text) => tokensOf(text).map(keyOf));
  return { ...evidenceFrom(rows, (word) => word, MARK.text), texts: ['', ...texts] };
}

function keyOf(token: Token): string {
  return token.text;
}

function evidenceFrom<Key>(
  paragraphs: readonly (readonly Key[])[],
  key: (word: string) => Key,
  mark: Key,
): Evidence {
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
    paragraphCount: paragraphs.length,
    hasRow: (paragraph, words) => {
      const row = paragraphs[paragraph - 1] ?? [];
      return words.length > 0 && row.some((_, at) => standAt(row, at, words) === words.length);
    },
    hasRowOutside: (paragraph, words) =>
      words.length > 0 &&
      piecesOf(paragraphs[paragraph - 1] ?? [], mark)
        .filter((_, index) => index % 2 === 0)
        .some((piece) => piece.some((_, at) => standAt(piece, at, words) === words.length)),
    hasQuotation: (paragraph, words) => {
      const keys = words.map(key);
      return piecesOf(paragraphs[paragraph - 1] ?? [], mark)
        .filter((_, index) => index % 2 === 1)
        .some((piece) => piece.length === keys.length && piece.every((found, at) => found === keys[at]));
    },
    quotationLengths: (paragraph, least) =>
      piecesOf(paragraphs[paragraph - 1] ?? [], mark)
        .filter((piece, index) => index % 2 === 1 && piece.length >= least)
        .map((piece) => piece.length),
    longestRow: (words, from) => {
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
