/** Marks on who stands where: who to whom, whose share, whose position. */
import { isNumeral, spellings } from '../numerals.ts';
import type { NamedThing } from '../proofs/names.ts';
import { tokensOf } from '../words.ts';
import type { Passage } from './passage.ts';

/** A name or a number, by where it stands in our words and in the passage. */
export type Placed = { readonly id: string; readonly ours: number; readonly theirs: number };

/** Names to look for in many texts. */
export type Names = {
  readonly things: readonly NamedThing[];
  /** By the first word of each row of words that stands for one. */
  readonly byHead: ReadonlyMap<string, readonly Row[]>;
};

type Row = { readonly thing: NamedThing; readonly row: readonly string[] };

export function namesOf(things: readonly NamedThing[]): Names {
  const rows = things.flatMap((thing) => thing.theirs.map((row): Row => ({ thing, row })));
  return { things, byHead: Map.groupBy(rows, ({ row }) => row[0]!.toLowerCase()) };
}

/** Two names swapped: those whom both name stand in another order. */
export function direction(common: readonly Placed[]): string | undefined {
  const theirs = common.toSorted((a, b) => a.theirs - b.theirs);
  const at = common.findIndex(({ id }, index) => theirs[index]?.id !== id);
  if (at < 0) return undefined;
  return `our words name ${common[at]!.id} where the source names ${theirs[at]!.id}: who does what to whom?`;
}

/** Two percentages swapped between two companies: the numbers stand in another order than in the source. */
export function share(text: string, passage: Passage, names: readonly Placed[]): string | undefined {
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
  if (numbers.length < 2 || names.length < 2) return undefined;
  if (isSorted(numbers) === isSorted(names)) return undefined;
  return `the numbers ${numbers.map(({ id }) => id).join(', ')} may stand beside the wrong names`;
}

/** Whom both the text and the passage name, in the text's order. */
export function inOrder(text: string, passage: Passage, { things, byHead }: Names): Placed[] {
  const words = tokensOf(text).map(({ text: word }) => word);
  const first = new Map<NamedThing, number>();
  for (const [at, word] of words.entries()) {
    for (const { thing, row } of byHead.get(word.toLowerCase()) ?? []) {
      if (!first.has(thing) && standsAt(at, row, words)) first.set(thing, at);
    }
  }
  const found = things.flatMap((thing): Placed[] => {
    const ours = first.get(thing);
    const theirs = ours === undefined ? -1 : firstOf(thing.theirs, passage);
    return ours === undefined || theirs < 0 ? [] : [{ id: thing.id, ours, theirs }];
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

function standsAt(from: number, row: readonly string[], words: readonly string[]): boolean {
  return row.every((word, step) => {
    const ours = words[from + step];
    return /^\p{Lu}/u.test(word) ? ours === word : ours?.toLowerCase() === word;
  });
}
