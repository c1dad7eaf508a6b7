/** Lays one sentence along another, part by part, at the least cost: what is the same, replaced, added, left out. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Part } from './parts.ts';
import { isMatter } from './parts.ts';
import { sameParts } from './same.ts';

export type Pair =
  | { readonly kind: 'same'; readonly claimed: Part; readonly given: Part }
  | { readonly kind: 'replaced'; readonly claimed: Part; readonly given: Part }
  | { readonly kind: 'added'; readonly claimed: Part }
  | { readonly kind: 'left-out'; readonly given: Part };

const SMALL = 0.1;

/** Pairs in order; `claimed` is what somebody says, `given` what an item has. */
export function aligned(claimed: readonly Part[], given: readonly Part[], briefing: Briefing): Pair[] {
  const [rows, columns] = [claimed.length, given.length];
  const costs: Float64Array[] = [new Float64Array(columns + 1)];
  const skipping = given.map((part) => weight(part) * LEFT_OUT);
  for (let column = 1; column <= columns; column += 1)
    costs[0]![column] = costs[0]![column - 1]! + skipping[column - 1]!;
  const same = claimed.map((one) => sameAs(one, given, briefing));
  for (let row = 1; row <= rows; row += 1) {
    const line = new Float64Array(columns + 1);
    const one = claimed[row - 1]!;
    const above = costs[row - 1]!;
    const adding = weight(one);
    line[0] = above[0]! + adding;
    for (let column = 1; column <= columns; column += 1) {
      const other = given[column - 1]!;
      const swap = same[row - 1]![column - 1] === 1 ? 0 : replacing(one, other);
      line[column] = Math.min(
        above[column - 1]! + swap,
        above[column]! + adding,
        line[column - 1]! + skipping[column - 1]!,
      );
    }
    costs.push(line);
  }
  return traced(claimed, given, costs, same);
}

/** 1 for each part that may say the same. */
function sameAs(one: Part, given: readonly Part[], briefing: Briefing): Uint8Array {
  const same = new Uint8Array(given.length);
  for (const [column, other] of given.entries()) if (sameParts(one, other, briefing)) same[column] = 1;
  return same;
}

/** What an item has besides costs little: a claim says only a part of it. */
const LEFT_OUT = 0.3;

function weight(part: Part): number {
  return isMatter(part) ? 1 : SMALL;
}

function replacing(one: Part, other: Part): number {
  if (one.kind === other.kind) return isMatter(one) ? 1.1 : SMALL;
  return 3;
}

function traced(
  claimed: readonly Part[],
  given: readonly Part[],
  costs: readonly Float64Array[],
  same: readonly Uint8Array[],
): Pair[] {
  const pairs: Pair[] = [];
  let [row, column] = [claimed.length, given.length];
  while (row > 0 || column > 0) {
    const [one, other] = [claimed[row - 1], given[column - 1]];
    const here = costs[row]![column]!;
    if (one !== undefined && other !== undefined) {
      const equal = same[row - 1]![column - 1] === 1;
      if (near(here, costs[row - 1]![column - 1]! + (equal ? 0 : replacing(one, other)))) {
        pairs.push({ kind: equal ? 'same' : 'replaced', claimed: one, given: other });
        row -= 1;
        column -= 1;
        continue;
      }
    }
    if (one !== undefined && near(here, costs[row - 1]![column]! + weight(one))) {
      pairs.push({ kind: 'added', claimed: one });
      row -= 1;
    } else {
      pairs.push({ kind: 'left-out', given: other! });
      column -= 1;
    }
  }
  return pairs.reverse();
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}
