/**
 * A paragraph's sentences, in which a quotation counts as one piece: 'No,' he said. 'Never.' are two sentences, and what
 * stands inside the marks divides nothing.
 */

import type { Quote } from '../../text/marks.ts';
import { listOf } from '../data/lists.ts';
import type { Word } from './words.ts';

export type Piece = ({ readonly kind: 'quote'; readonly quote: Quote } & Pick<Word, 'start' | 'end'>) | Word;

export type Sentence = {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
};

/** Pure. `quotes` are the paragraph's own. */
export function sentencesIn(
  text: string,
  paragraph: number,
  words: readonly Word[],
  quotes: readonly Quote[],
): Sentence[] {
  const pieces = piecesOf(words, quotes);
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < pieces.length; at++) {
    if (at < pieces.length - 1 && !endsAt(pieces, at, text)) continue;
    const own = pieces.slice(from, at + 1);
    const [start, end] = [own[0]!.start, own.at(-1)!.end];
    sentences.push({ paragraph, start, end, text: text.slice(start, end), pieces: own });
    from = at + 1;
  }
  return sentences;
}

/** The words of a sentence that stand outside quotation marks. */
export function narrated(sentence: Sentence): Word[] {
  return sentence.pieces.filter((piece) => piece.kind !== 'quote');
}

export function quotesOf(sentence: Sentence): Quote[] {
  return sentence.pieces.flatMap((piece) => (piece.kind === 'quote' ? [piece.quote] : []));
}

function piecesOf(words: readonly Word[], quotes: readonly Quote[]): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (const word of words) {
    while (next < quotes.length && quotes[next]!.end <= word.start) pieces.push(pieceOf(quotes[next++]!));
    const quote = quotes[next];
    if (quote && word.end > quote.start && word.start < quote.end) continue;
    pieces.push(word);
  }
  while (next < quotes.length) pieces.push(pieceOf(quotes[next++]!));
  return pieces;
}

function pieceOf(quote: Quote): Piece {
  return { kind: 'quote', quote, start: quote.start, end: quote.end };
}

function endsAt(pieces: readonly Piece[], at: number, text: string): boolean {
  const [piece, next] = [pieces[at]!, pieces[at + 1]!];
  if (next.start === piece.end && piece.kind !== 'quote') return false;
  if (piece.kind === 'quote') return quoteEnds(pieces, at);
  if (/^[)\]]$/.test(piece.text) && at > 0)
    return /[.?!]/.test(text[piece.start - 1] ?? '') && startsAnew(next);
  if (!/^[.?!…]$/.test(piece.text)) return /\.$/.test(piece.text) && isAbbreviationAtEnd(piece, next);
  if (!startsAnew(next)) return false;
  return piece.text !== '.' || !isAbbreviation(pieces[at - 1], next, text);
}

/** 'U.S.' ends a sentence only where the next word begins one as a rule. */
function isAbbreviationAtEnd(piece: Word, next: Piece): boolean {
  return /^(?:\p{Lu}\.)+$/u.test(piece.text) && next.kind === 'word' && OPENING.has(next.text);
}

function quoteEnds(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]!;
  const next = pieces[at + 1]!;
  if (piece.kind !== 'quote') return false;
  const last = piece.quote.text.at(-1) ?? '';
  if (!/[.?!…]/.test(last) || !startsAnew(next)) return false;
  // 'What now?' Smith asked. The attribution belongs to what was said.
  return !attributes(pieces.slice(at + 1, at + 8), last === '.');
}

function attributes(pieces: readonly Piece[], stop: boolean): boolean {
  const verb = pieces.findIndex((piece) => piece.kind === 'word' && listOf('saying-after').has(piece.lower));
  if (verb < 0) return false;
  const before = pieces.slice(0, verb);
  const named = before.every(
    (piece) =>
      piece.kind === 'word' &&
      (/^\p{Lu}/u.test(piece.text) || /^(?:the|of|and|also|has|had)$/.test(piece.lower)),
  );
  const after = pieces[verb + 1];
  // After a full stop a new sentence is likelier: only 'Smith said.' with nothing after it belongs to what was said.
  return named && (!stop || (after !== undefined && after.kind === 'sign' && after.text === '.'));
}

function startsAnew(next: Piece): boolean {
  return next.kind === 'quote' || /^[\p{Lu}\p{N}($£€¥*•\-–—‘“[]/u.test(next.text);
}

function isAbbreviation(before: Piece | undefined, next: Piece, text: string): boolean {
  if (!before || before.kind === 'quote') return false;
  if (text[before.end] !== '.') return false;
  if (/^\p{Lu}$/u.test(before.text)) return true;
  const lower = before.lower;
  if (listOf('abbreviations-before-names').has(lower)) return /^\p{Lu}/u.test(before.text) || lower === 'v';
  if (lower === 'no' || lower === 'nos') return next.kind === 'number';
  if (listOf('abbreviations-before-numbers').has(lower)) return next.kind === 'number';
  return listOf('abbreviations').has(lower) && !(next.kind === 'word' && OPENING.has(next.text));
}

/** Words with a capital that begin a sentence far oftener than a name. */
const OPENING = new Set(
  'The A An In On At It He She They We I But And This That These Those There If When As For After Before While Since To From By With His Her Their Its What Who How Why Where Not No Yes So Some Many Most'.split(
    ' ',
  ),
);
