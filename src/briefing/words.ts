/**
 * How a text is cut into words for proving, and how a word becomes 16 bits. A fingerprint is worth only what
 * this file makes of it: whoever changes anything here gives the scheme a new name.
 *
 * 1. The text is normalised to Unicode NFKC.
 * 2. A number is a run of digits with single `.` or `,` inside; commas are dropped (`17,000` is `17000`).
 * 3. A word starts with a letter and goes on with letters, marks and digits. Everything else separates words:
 *    spaces, hyphens, and apostrophes too, so that `Japan’s` is `Japan` and `s`.
 * 4. Han and Kana are written without spaces: each of their characters is a word of its own.
 * 5. The marks of an outermost quotation, whatever their shape, are one and the same token where `text/marks.ts` pairs
 *    them; those within it, and apostrophes, are none.
 * 6. `U.S.` is one word, `US`. Case is kept. Other punctuation and symbols ($, brackets, commas) are left out.
 * 7. A word's hash is the first 16 bits of the SHA-256 of its UTF-8; 0 is kept for the quotation mark, and a
 *    word whose hash would be 0 gets 1.
 * 8. Beside the tokens it is kept before which of them a sentence begins, and before which a comma, a semicolon, a
 *    colon, a dash or a bracket stands.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { quotesIn } from '../text/marks.ts';

export const SCHEME = 'words-16bit-3';

export type Token = {
  readonly kind: 'word' | 'number' | 'mark';
  /** As it counts: normalised, a number without its commas, `"` for a mark. */
  readonly text: string;
  /** It begins a sentence of the text that it was cut from. */
  readonly opens: boolean;
  /** A comma, a dash or a bracket stands before it. */
  readonly parted: boolean;
};

type Cut = { readonly tokens: readonly Token[]; readonly words: readonly string[] };

/** Every proof and every mark cuts the same texts, one after the other. */
const cut = new LRUCache<string, Cut>({ max: 2_000 });

/** Cuts a text into its words, numbers and quotation marks, in order. */
export function tokensOf(text: string): readonly Token[] {
  return cutOf(text).tokens;
}

/** The words and numbers alone, as they count. */
export function wordsOf(text: string): readonly string[] {
  return cutOf(text).words;
}

function cutOf(text: string): Cut {
  const known = cut.get(text);
  if (known !== undefined) return known;
  const tokens = cutAnew(text);
  const words = tokens.filter(({ kind }) => kind !== 'mark').map((token) => token.text);
  const made = { tokens, words };
  cut.set(text, made);
  return made;
}

function cutAnew(text: string): Token[] {
  const normal = text.normalize('NFKC');
  const marks = marksIn(normal);
  const tokens: Token[] = [];
  let end = 0;
  for (const match of normal.matchAll(PIECE)) {
    const [piece] = match;
    const isMark = MARKS.test(piece);
    if (isMark && !marks.has(match.index)) continue;
    const between = normal.slice(end, match.index);
    const previous = tokens.at(-1);
    const opens =
      previous === undefined ||
      (/[.?!…](?=\s|$|["”’»])/u.test(between) && !isAbbreviated(previous, between)) ||
      /[。！？]/u.test(between) ||
      (previous.kind === 'mark' && previous.opens);
    const kind = isMark ? 'mark' : /^\p{N}/u.test(piece) ? 'number' : 'word';
    tokens.push({
      kind,
      text: countedAs(piece, kind),
      opens,
      parted: /[,;:()[\]、，；：]|\s\p{Pd}|\p{Pd}\s|—/u.test(between),
    });
    end = match.index + piece.length;
  }
  return tokens;
}

/** Where a text's quotations open and close. */
function marksIn(text: string): ReadonlySet<number> {
  if (!ANY_MARK.test(text)) return NONE;
  return new Set(quotesIn([text]).flatMap(({ start, end, closed }) => (closed ? [start, end - 1] : [start])));
}

const NONE: ReadonlySet<number> = new Set();
const ANY_MARK = /["“”„‟«»「」『』‹›‘’‚']/u;

/** 'Mr. Day', 'Tarrow Chemical Corp. over': the stop ends no sentence. */
function isAbbreviated({ text }: Token, between: string): boolean {
  return /^\.\s+$/u.test(between) && (ABBREVIATED.has(text) || /^\p{Lu}{1,3}$/u.test(text));
}

const ABBREVIATED = new Set(
  'Mr Mrs Ms Dr Prof St Jr Sr Corp Inc Co Ltd Gen Sen Rep Gov Lt Col Maj Capt Sgt Rev Hon No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs Mt Ave am pm'.split(
    ' ',
  ),
);

/** The source's paragraphs, its non-blank lines, trimmed, in order; the first is paragraph 1. */
export function paragraphsOf(source: string): string[] {
  return source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The 16 bits that stand for a token in a fingerprint. */
export function hashOf(token: Pick<Token, 'kind' | 'text'>): number {
  if (token.kind === 'mark') return MARK_HASH;
  return hash('sha256', token.text, 'buffer').readUInt16BE(0) || 1;
}

export const MARK = { kind: 'mark', text: '"' } as const;
const MARK_HASH = 0;
const MARKS = /^["“”„‟«»「」『』‘’‚'‹›]$/u;
const PIECE =
  /["“”„‟«»「」『』‘’‚'‹›]|\p{N}+(?:[.,]\p{N}+)*|(?:(?<![\p{L}\p{N}])\p{L}\.){2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])*/gu;

function countedAs(piece: string, kind: Token['kind']): string {
  if (kind === 'mark') return MARK.text;
  return kind === 'number' ? piece.replaceAll(',', '') : piece.replaceAll('.', '');
}
