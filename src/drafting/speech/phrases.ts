/** Small questions about the pieces of a sentence that every look for a subject asks. */
import { listOf } from '../data/lists.ts';
import type { Piece } from '../text/sentences.ts';
import { isCapital, type Word } from '../text/words.ts';

/** Indexes among the sentence's pieces, the end not included. */
export type Subject = { readonly from: number; readonly to: number };

export type Before =
  | { readonly kind: 'found'; readonly subject: Subject }
  | { readonly kind: 'elided' }
  | { readonly kind: 'none' };

export function wordAt(pieces: readonly Piece[], at: number): Word | undefined {
  const piece = pieces[at];
  return piece === undefined || piece.kind === 'quote' ? undefined : piece;
}

export function isAbbreviated(pieces: readonly Piece[], at: number): boolean {
  const before = wordAt(pieces, at - 1);
  return (
    before !== undefined &&
    isCapital(before) &&
    (before.text.length === 1 || listOf('abbreviations-before-names').has(before.lower)) &&
    wordAt(pieces, at + 1) !== undefined
  );
}

export function isFiniteVerb(word: Word, prior: Piece | undefined): boolean {
  if (isCapital(word) || !/^(?:VERB|AUX)$/.test(word.tag)) return false;
  if (word.tag === 'AUX') return true;
  const isAfterArticle = prior?.kind === 'word' && /^(?:DET|ADJ)$/.test(prior.tag);
  return (
    !/ing$/.test(word.lower) &&
    !isAfterArticle &&
    !listOf('roles').has(word.lower) &&
    !listOf('groups').has(word.lower) &&
    !listOf('organisation-nouns').has(word.lower)
  );
}

export function holdsNoun(pieces: readonly Piece[], from: number, to: number): boolean {
  return pieces
    .slice(from, to)
    .some(
      (piece) =>
        piece.kind === 'word' &&
        (isCapital(piece) ||
          /^(?:NOUN|PROPN|PRON)$/.test(piece.tag) ||
          listOf('roles').has(piece.lower) ||
          listOf('groups').has(piece.lower) ||
          listOf('organisation-nouns').has(piece.lower)),
    );
}

export function isNounAt(pieces: readonly Piece[], at: number, forwards = false): boolean {
  const word = wordAt(pieces, at);
  if (!word) return false;
  if (forwards && /^(?:the|a|an|his|her|its|their)$/.test(word.lower)) return true;
  return isCapital(word) || /^(?:NOUN|PROPN)$/.test(word.tag);
}

export const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'you', 'who']);
