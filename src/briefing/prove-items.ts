/** Proves the items of a briefing one by one: those that are known already, and that nothing touched, not again. */
import { affectedBy } from './affected.ts';
import { type Draft, everyItem, type Finding, type Placed, type Spot } from './draft.ts';
import type { Evidence } from './evidence.ts';
import type { Kept, ProvenItem } from './kept.ts';
import type { Marked } from './marks/marks.ts';

type Found = { readonly findings: readonly Finding[]; readonly marks: readonly Marked[] };

/** Pure but for `kept`. `prove` tells what is found in the items of a draft, which has the others left out. */
export function proveItems(
  draft: Draft,
  evidence: Evidence,
  kept: Kept,
  prove: (own: Draft) => Found,
): Found {
  const isKnown = recall(draft, evidence, kept);
  const fresh = only(draft, ({ item }) => !isKnown(item));
  const { findings, marks } = prove(fresh);
  const byItem = Map.groupBy(findings, ({ at }) => keyOf(at));
  const marksByItem = Map.groupBy(marks, ({ at }) => keyOf(at));
  const cast = kept.cast!.number;
  for (const { item, at } of everyItem(fresh))
    kept.proven.set(item, {
      findings: byItem.get(keyOf(at)) ?? [],
      marks: marksByItem.get(keyOf(at)) ?? [],
      cast,
    });
  const all = everyItem(draft).map(({ item, at }) => ({ at, proven: kept.proven.get(item)! }));
  return {
    // The head is no item of a list, and proven each time.
    findings: [
      ...findings.filter(({ at }) => at.file === draft.head?.at.file),
      ...all.flatMap(({ at, proven }) => proven.findings.map((one) => ({ ...one, at: moved(one.at, at) }))),
    ],
    marks: all.flatMap(({ at, proven }) => proven.marks.map((one) => ({ ...one, at: moved(one.at, at) }))),
  };
}

/** Forgets what the draft's names no longer bear out; tells what still stands. */
function recall(draft: Draft, evidence: Evidence, kept: Kept): (item: object) => boolean {
  const before = kept.cast;
  if (before === undefined || before.evidence !== evidence) {
    kept.proven = new WeakMap();
    kept.cast = { draft, evidence, number: 0 };
    return () => false;
  }
  const isAffected = affectedBy(before.draft, draft, evidence);
  const number = isAffected === undefined ? before.number : before.number + 1;
  kept.cast = { draft, evidence, number };
  return (item) => {
    const known: ProvenItem | undefined = kept.proven.get(item);
    if (known === undefined || known.cast !== before.number || isAffected?.(item)) return false;
    known.cast = number;
    return true;
  };
}

function only(draft: Draft, is: (placed: Placed<object>) => boolean): Draft {
  const lists = Object.entries(draft.lists).map(([key, list]) => [
    key,
    (list as Placed<object>[]).filter(is),
  ]);
  return { ...draft, lists: Object.fromEntries(lists) as Draft['lists'] };
}

function keyOf({ file, path }: Spot): string {
  return `${file}:${path[0]}`;
}

function moved(spot: Spot, to: Spot): Spot {
  return { file: to.file, path: [...to.path, ...spot.path.slice(1)] };
}
