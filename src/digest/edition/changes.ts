/** What changed from one revision of a briefing to another, item by item. Pure. */
import { createHash } from 'node:crypto';
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import type { RevisionItems } from '../../ports/store.ts';

/** An item that differs: as it is now, or the kind of what is gone. The summary is an item too. */
export type Change = { readonly id: string } & (
  | { readonly kind: 'added' | 'changed'; readonly of: Claim | 'summary' }
  | { readonly kind: 'removed'; readonly was: Claim['kind'] }
);

/**
 * A revision as it is kept: each item's id with a hash of what it tells. How we word what stands around it is no part
 * of that, nor where in the source it stands: neither is a change of the briefing.
 */
export function itemsOfRevision(briefing: Briefing): RevisionItems {
  return Object.fromEntries([...itemsOf(briefing)].map(([id, { hash }]) => [id, hash]));
}

/** In the order of the briefing; what was removed comes last, in the order in which it was kept. */
export function changesSince(previous: RevisionItems, briefing: Briefing): readonly Change[] {
  const items = itemsOf(briefing);
  const now = [...items].flatMap(([id, { of, hash }]): Change[] => {
    const was = previous[id];
    return was === hash ? [] : [{ kind: was === undefined ? 'added' : 'changed', id, of }];
  });
  const removed = Object.keys(previous)
    .filter((id) => !items.has(id))
    .map((id): Change => ({ kind: 'removed', id, was: id.slice(0, id.indexOf(':')) as Claim['kind'] }));
  return [...now, ...removed];
}

type Item = { readonly of: Claim | 'summary'; readonly hash: string };

function itemsOf({ summary, claims }: Briefing): ReadonlyMap<string, Item> {
  return new Map<string, Item>([
    ['summary', { of: 'summary', hash: hashOf(summary) }],
    ...claims.map((of) => [`${of.kind}:${of.item.id}`, { of, hash: hashOf(of.item) }] as const),
  ]);
}

/** How it is found and by whom it was made, which is not what it tells. */
const APART: ReadonlySet<string> = new Set(['id', 'refs', 'topics', 'words', 'by', 'from', 'seen']);

const HASH_LENGTH = 16;

function hashOf(item: object): string {
  const told = Object.entries(item).filter(([field, value]) => !APART.has(field) && value !== undefined);
  const text = JSON.stringify(Object.fromEntries(told), sorted);
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH);
}

/** Fields in one order, however they stand in a file. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
