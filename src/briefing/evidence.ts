/**
 * What can be asked of a source: does a word stand in a paragraph, do words stand there in a row, what stands
 * between quotation marks. Answered from the fingerprint alone, or exactly where the article is at hand.
 */
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import type { Ref } from './refs.ts';
import { type Asked, askable, type Line } from './witness.ts';
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

/** A source as it can be asked: its fingerprint, or its whole text where that is at hand. */
export type Witness = { readonly id: string; readonly name?: string } & (
  | { readonly print: Fingerprint }
  | { readonly text: string; readonly print?: Fingerprint }
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
    lineOf: (ref) => of(ref).lineOf(ref.paragraph),
    quotationLengths: (ref, least) => of(ref).quotationLengths(ref.paragraph, least),
    longestRow: (words, from, sources) =>
      [...each].reduce(
        (longest, [id, one]) =>
          sources === undefined || sources.has(id) ? Math.max(longest, one.longestRow(words, from)) : longest,
        0,
      ),
  };
}

type One = Asked & { readonly texts?: readonly string[] };

/** Whoever checks again and again, as an editor types, has the same fingerprint each time. */
const known = new WeakMap<Fingerprint, One>();

function ofOne(witness: Witness): One {
  if ('text' in witness) return ofText(witness.text);
  const made = known.get(witness.print) ?? ofPrint(witness.print);
  known.set(witness.print, made);
  return made;
}

function ofPrint(print: Fingerprint): One {
  const key = (word: string) => hashOf({ kind: 'word', text: word });
  return askable(print.paragraphs, key, hashOf(MARK), print);
}

function ofText(text: string): One {
  const texts = paragraphsOf(text);
  const rows = texts.map((paragraph) => tokensOf(paragraph).map((token) => token.text));
  return { ...askable(rows, (word) => word, MARK.text, fingerprintOf(text)), texts };
}
