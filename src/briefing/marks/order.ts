/** Marks on who stands where: who to whom, whose share, whose position. */
import { isNumeral, spellings } from '../numerals.ts';
import type { NamedThing } from '../proofs/names.ts';
import { tokensOf } from '../words.ts';
import type { Passage } from './passage.ts';

type Placed = { readonly id: string; readonly ours: number; readonly theirs: number };

/** Two names swapped: those whom both name stand in another order. */
export function direction(text: string, passage: Passage, things: readonly NamedThing[]): string | undefined {
  const common = inOrder(text, passage, things);
  const theirs = common.toSorted((a, b) => a.theirs - b.theirs);
  const at = common.findIndex(({ id }, index) => theirs[index]?.id !== id);
  if (at < 0) return undefined;
  return `our words name ${common[at]!.id} where the source names ${theirs[at]!.id}: who does what to whom?`;
}

/** Two percentages swapped between two companies: the numbers stand in another order than in the source. */
export function share(text: string, passage: Passage, things: readonly NamedThing[]): string | undefined {
  const tokens = tokensOf(text);
  const numbers = tokens
    .filter(({ text: word }, at) => isNumeral(word) && !isNumeral(tokens[at - 1]?.text ?? ''))
    .map(({ text: word }, ours) => ({
      id: word,
      ours,
      theirs: firstOf(
        spellings(word).map((form) => [form]),
        passage,
      ),
    }))
    .filter(({ theirs }) => theirs >= 0);
  const names = inOrder(text, passage, things);
  if (numbers.length < 2 || names.length < 2) return undefined;
  if (isSorted(numbers) === isSorted(names)) return undefined;
  return `the numbers ${numbers.map(({ id }) => id).join(', ')} may stand beside the wrong names`;
}

/** Whom both the text and the passage name, in the text's order. */
export function inOrder(text: string, passage: Passage, things: readonly NamedThing[]): Placed[] {
  const words = tokensOf(text).map(({ text: word }) => word);
  const found = things.flatMap(({ id, theirs: rows }): Placed[] => {
    const ours = Math.min(...rows.map((row) => placeOf(row, words)));
    // Looked for in the passage only where our words have it: there the look is dear.
    const theirs = ours === Number.POSITIVE_INFINITY ? -1 : firstOf(rows, passage);
    return theirs < 0 ? [] : [{ id, ours, theirs }];
  });
  // 'Russian Direct Investment Fund' names no Russia: of names at one place the first stands for all.
  const once = found.filter(
    (one, index) =>
      found.findIndex(({ ours, theirs }) => ours === one.ours || theirs === one.theirs) === index,
  );
  return once.toSorted((a, b) => a.ours - b.ours);
}

function isSorted(placed: readonly Placed[]): boolean {
  return placed.every((one, index) => index === 0 || placed[index - 1]!.theirs <= one.theirs);
}

function firstOf(rows: readonly (readonly string[])[], passage: Passage): number {
  const places = rows.map((row) => passage.firstOf(row)).filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

function placeOf(row: readonly string[], words: readonly string[]): number {
  const at = words.findIndex((_, from) =>
    row.every((word, step) => {
      const ours = words[from + step];
      return /^\p{Lu}/u.test(word) ? ours === word : ours?.toLowerCase() === word;
    }),
  );
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
