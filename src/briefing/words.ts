/**
 * How a text is cut into words for proving, and how a word becomes 16 bits. A fingerprint is worth only what
 * this file makes of it: whoever changes anything here gives the scheme a new name.
 *
 * 1. The text is normalised to Unicode NFKC.
 * 2. A number is a run of digits with single `.` or `,` inside; commas are dropped (`17,000` is `17000`).
 * 3. A word starts with a letter and goes on with letters, marks and digits. Everything else separates words:
 *    spaces, hyphens, and apostrophes too, so that `Japan’s` is `Japan` and `s`.
 * 4. Han and Kana are written without spaces: each of their characters is a word of its own.
 * 5. Quotation marks of every shape, single ones too, are one and the same token where `text/marks.ts` pairs them. An
 *    apostrophe is none, nor are marks inside a quotation.
 * 6. Case is kept. Other punctuation and symbols ($, brackets, commas) are left out.
 * 7. A word's hash is the first 16 bits of the SHA-256 of its UTF-8; 0 is kept for the quotation mark, and a
 *    word whose hash would be 0 gets 1.
 */
import { hash } from 'node:crypto';
import { quotesIn } from '../text/marks.ts';

export const SCHEME = 'words-16bit-2';

export type Token = {
  readonly kind: 'word' | 'number' | 'mark';
  /** As it counts: normalised, a number without its commas, `"` for a mark. */
  readonly text: string;
  /** It begins a sentence of the text that it was cut from. */
  readonly opens: boolean;
};

/** Cuts a text into its words, numbers and quotation marks, in order. */
export function tokensOf(text: string): Token[] {
  const normal = text.normalize('NFKC');
  const marks = marksIn(normal);
  const tokens: Token[] = [];
  let end = 0;
  for (const match of normal.matchAll(PIECE)) {
    const [piece] = match;
    if (kindOf(piece) === 'mark' && !marks.has(match.index)) continue;
    const between = normal.slice(end, match.index);
    const previous = tokens.at(-1);
    const opens =
      previous === undefined || /[.?!…](\s|$)/u.test(between) || (isMark(previous) && previous.opens);
    tokens.push({ kind: kindOf(piece), text: countedAs(piece), opens });
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

/** The words and numbers alone, as they count. */
export function wordsOf(text: string): string[] {
  return tokensOf(text)
    .filter((token) => !isMark(token))
    .map((token) => token.text);
}

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

export const MARK = { kind: 'mark', text: '"', opens: false } as const;
const MARK_HASH = 0;
const ANY_MARK = /["“”„‟«»「」『』‹›‘’‚']/u;
const PIECE =
  /["“”„‟«»「」『』‹›‘’‚']|\p{N}+(?:[.,]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])*/gu;

function isMark(token: Token): boolean {
  return token.kind === 'mark';
}

function kindOf(piece: string): Token['kind'] {
  if (ANY_MARK.test(piece)) return 'mark';
  return /^\p{N}/u.test(piece) ? 'number' : 'word';
}

function countedAs(piece: string): string {
  const kind = kindOf(piece);
  if (kind === 'mark') return MARK.text;
  return kind === 'number' ? piece.replaceAll(',', '') : piece;
}
