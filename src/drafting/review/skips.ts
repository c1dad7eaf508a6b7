/** Which paragraphs are skipped, and what has to change in skipped.yaml for another to be, or no more. */
import type { Cite } from '../../ports/review.ts';
import { citesOf } from './items.ts';
import type { Change, Values } from './splice.ts';

const ORDER = ['paragraphs', 'source', 'why'];
const COMMENT = 'Paragraphs that nothing rests on, and why.';

/** Pure. The entries of skipped.yaml, each with what it skips. */
export function skipsIn(
  value: unknown,
  only: string,
): { readonly cites: readonly Cite[]; readonly why: string }[] {
  return (Array.isArray(value) ? (value as Values[]) : []).map((fields) => ({
    cites: citesOf(fields, only),
    why: String(fields?.why ?? ''),
  }));
}

/** Pure. */
export function skipped(value: unknown, cite: Cite, why: string, sources: readonly string[]): Change[] {
  const item = { paragraphs: [cite.paragraph], ...(sources.length > 1 ? { source: cite.source } : {}), why };
  return [...unskipped(value, cite, sources), { kind: 'add', item, comment: COMMENT }];
}

/** Pure. The last entry first, so that the places of the others stay. */
export function unskipped(value: unknown, cite: Cite, sources: readonly string[]): Change[] {
  return skipsIn(value, sources[0] ?? '')
    .map(({ cites }, at) => ({ at, cites, rest: cites.filter((one) => !isSame(one, cite)) }))
    .filter(({ cites, rest }) => rest.length < cites.length)
    .toReversed()
    .map(({ at, rest }): Change => {
      if (rest.length === 0) return { kind: 'drop', at };
      const [first] = rest;
      const isOne = rest.every(({ source }) => source === first!.source);
      const paragraphs = isOne
        ? rest.map(({ paragraph }) => paragraph)
        : Object.fromEntries(
            [...Map.groupBy(rest, ({ source }) => source)].map(([source, its]) => [
              source,
              its.map(({ paragraph }) => paragraph),
            ]),
          );
      return { kind: 'set', at, fields: { paragraphs }, order: ORDER };
    });
}

function isSame(one: Cite, other: Cite): boolean {
  return one.source === other.source && one.paragraph === other.paragraph;
}
