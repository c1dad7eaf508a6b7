/** The sentences of the source that an item's words most likely tell again. */
import { LRUCache } from 'lru-cache';
import { EMPTY } from '../english/lists.ts';
import type { Evidence } from '../evidence.ts';
import type { Ref } from '../refs.ts';
import type { Line } from '../witness.ts';
import { wordsOf } from '../words.ts';

export type Passage = {
  /** A word, or any of several. */
  has(word: string | readonly string[]): boolean;
  /** How often words of a list stand in each of its sentences. */
  counts(words: readonly string[]): readonly number[];
  /** Where a row of words first stands, in the order of the sentences; -1 where it does not. */
  firstOf(row: readonly string[]): number;
};

type Sentence = { readonly line: Line; readonly from: number; readonly to: number };

/** A sentence counts where it has so much of what the likeliest one has in common with the text. */
const AS_LIKELY = 0.6;

/** Pure. Of the cited paragraphs, the sentences that share the most words with the text; all where none shares any. */
export function passageFor(text: string, refs: readonly Ref[], evidence: Evidence): Passage {
  const sentences = refs.flatMap((ref) => sentencesOf(evidence.lineOf(ref)));
  const words = contentOf(text).map(formsOf);
  const shared = sentences.map((sentence) => words.filter((forms) => stands(sentence, forms)).length);
  const most = Math.max(0, ...shared);
  const likely = sentences.filter((_, index) => shared[index]! >= Math.max(1, most * AS_LIKELY));
  return passageOf(likely.length > 0 ? likely : sentences);
}

/** All of the cited paragraphs. */
export function wholeOf(refs: readonly Ref[], evidence: Evidence): Passage {
  return passageOf(refs.flatMap((ref) => sentencesOf(evidence.lineOf(ref))));
}

/** The words that carry a text's meaning, each once. */
export function contentOf(text: string): string[] {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  return [...new Set(words)].filter((word) => !EMPTY.has(word) && word.length > 2);
}

const bent = new LRUCache<string, readonly string[]>({ max: 2_000 });

/** The ways in which a word may be bent. */
export function formsOf(word: string): readonly string[] {
  const known = bent.get(word);
  if (known !== undefined) return known;
  const made = bend(word);
  bent.set(word, made);
  return made;
}

function bend(word: string): string[] {
  const stems = new Set([word]);
  for (const ending of ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ers', 'or', 'ion', 'ation', 'ment']) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) stems.add(word.slice(0, -ending.length));
  }
  if (word.endsWith('ies')) stems.add(`${word.slice(0, -3)}y`);
  if (word.endsWith('ied')) stems.add(`${word.slice(0, -3)}y`);
  const forms = [...stems].flatMap((stem) => {
    const bare = stem.replace(/e$/u, '');
    const soft = stem.replace(/y$/u, 'i');
    return [
      stem,
      `${stem}s`,
      `${stem}e`,
      `${soft}es`,
      `${soft}ed`,
      `${bare}ed`,
      `${bare}ing`,
      `${stem}ly`,
      `${bare}ion`,
      `${bare}ation`,
      `${stem}ment`,
      `${bare}er`,
    ];
  });
  return [...new Set(forms)];
}

function passageOf(sentences: readonly Sentence[]): Passage {
  return {
    has: (word) => sentences.some((sentence) => stands(sentence, word)),
    counts: (words) =>
      sentences.map((sentence) => words.reduce((sum, word) => sum + placesIn(sentence, word).length, 0)),
    firstOf: (row) => {
      const [head = ''] = row;
      for (const [index, sentence] of sentences.entries()) {
        const place = placesIn(sentence, head).find((at) => sentence.line.standsAt(at, row, true));
        if (place !== undefined) return index * 10_000 + place;
      }
      return -1;
    },
  };
}

function sentencesOf(line: Line): Sentence[] {
  const starts = [...new Set([0, ...line.sentences])]
    .filter((place) => place < line.length)
    .toSorted((a, b) => a - b);
  return starts.map((from, index) => ({ line, from, to: starts[index + 1] ?? line.length }));
}

/** In any case of letters: a name may be bent too. */
function stands({ line, from, to }: Sentence, word: string | readonly string[]): boolean {
  return line.placesWith(word).some((place) => place >= from && place < to);
}

function placesIn({ line, from, to }: Sentence, word: string): number[] {
  return line.placesOf(word).filter((place) => place >= from && place < to);
}
