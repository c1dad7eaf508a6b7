/** Finds each paragraph of a source again in the source's new version, by what it says. */
import type { Fingerprint } from './fingerprint.ts';
import { tagOf } from './source.ts';

export type Alignment = {
  /** By each old number, the new one, and whether it says the same; left out where the paragraph is gone. */
  readonly to: ReadonlyMap<number, { readonly paragraph: number; readonly same: boolean }>;
  /** Old numbers that are found nowhere. */
  readonly vanished: readonly number[];
  /** New numbers that no old paragraph became. */
  readonly added: readonly number[];
};

/** So much of its words a reworded paragraph has in common with what it was. */
const ALIKE = 0.5;

/** Pure. Paragraphs that say the same are the same, wherever they stand; then those that are most alike. */
export function align(old: Fingerprint, now: Fingerprint): Alignment {
  const to = new Map<number, { paragraph: number; same: boolean }>();
  const taken = new Set<number>();
  const take = (from: number, paragraph: number, same: boolean) => {
    to.set(from, { paragraph, same });
    taken.add(paragraph);
  };

  const places = Map.groupBy(now.paragraphs.keys(), (index) => tagOf(now.paragraphs[index]!));
  for (const [index, hashes] of old.paragraphs.entries()) {
    const place = places.get(tagOf(hashes))?.shift();
    if (place !== undefined) take(index + 1, place + 1, true);
  }

  const left = old.paragraphs
    .keys()
    .filter((index) => !to.has(index + 1))
    .toArray();
  const free = now.paragraphs
    .keys()
    .filter((index) => !taken.has(index + 1))
    .toArray();
  const pairs = left
    .flatMap((one) =>
      free.map((other) => ({ one, other, likeness: likeness(old.paragraphs[one]!, now.paragraphs[other]!) })),
    )
    .filter((pair) => pair.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.one - a.other) - Math.abs(b.one - b.other));
  for (const { one, other } of pairs) {
    if (!to.has(one + 1) && !taken.has(other + 1)) take(one + 1, other + 1, false);
  }
  return {
    to,
    vanished: left.map((index) => index + 1).filter((paragraph) => !to.has(paragraph)),
    added: free.map((index) => index + 1).filter((paragraph) => !taken.has(paragraph)),
  };
}

/** Dice's coefficient of two paragraphs' words, each as often as it stands: 1 where they are the same in any order. */
function likeness(one: readonly number[], other: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const hash of one) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let shared = 0;
  for (const hash of other) {
    const count = counts.get(hash) ?? 0;
    if (count === 0) continue;
    counts.set(hash, count - 1);
    shared += 1;
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
}

/** What earlier versions' paragraphs are now, by their tags, so that their controls still open the right one. */
export function earlierOf(
  old: Fingerprint,
  now: Fingerprint,
  { to }: Alignment,
): Record<string, number | null> {
  const here = new Set(now.paragraphs.map(tagOf));
  const before = [
    ...Object.entries(old.earlier).map(([tag, paragraph]) => [tag, paragraph] as const),
    ...old.paragraphs.map((hashes, index) => [tagOf(hashes), index + 1] as const),
  ];
  return Object.fromEntries(
    before
      .filter(([tag]) => !here.has(tag))
      .map(([tag, paragraph]) => [
        tag,
        (paragraph === null ? undefined : to.get(paragraph)?.paragraph) ?? null,
      ]),
  );
}
