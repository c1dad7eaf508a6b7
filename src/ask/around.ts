/** What stands around an item: the other items of its paragraphs, and the paragraph before that it leans on. */
import { firmnessOf } from './finders/matter.ts';
import type { Entry, Ready } from './ready.ts';
import type { Term } from './term.ts';

type Layout = {
  /** The paragraphs of each entry, as numbers in the order of the source; the one before the first, or -1. */
  readonly on: readonly (readonly number[])[];
  readonly before: Int32Array;
  readonly count: number;
};

const LAYOUTS = new WeakMap<Ready, Layout>();
const FIRMEST = new WeakMap<Term, Float32Array>();

/** A paragraph before speaks of an item less surely than its own. */
const BEFORE = 0.7;

/** How firmly what stands around an entry speaks of a notion: 0 to about 1. */
export function around(entry: Entry, term: Term, ready: Ready): number {
  const { on, before } = layoutOf(ready);
  const firmest = firmestOf(term, ready);
  const own = Math.max(0, ...(on[entry.at] ?? []).map((paragraph) => firmest[paragraph] ?? 0));
  const back = before[entry.at] ?? -1;
  return back < 0 ? own : Math.max(own, BEFORE * (firmest[back] ?? 0));
}

/** The firmest that any item of each paragraph speaks of a notion. */
function firmestOf(term: Term, ready: Ready): Float32Array {
  const known = FIRMEST.get(term);
  if (known !== undefined) return known;
  const { on, count } = layoutOf(ready);
  const firmest = new Float32Array(count);
  for (const [at, firm] of firmnessOf(term, ready)) {
    const entry = ready.entries[at];
    if (entry === undefined || entry.item.kind === 'card' || entry.item.kind === 'key-point') continue;
    for (const paragraph of on[at] ?? []) firmest[paragraph] = Math.max(firmest[paragraph] ?? 0, firm);
  }
  FIRMEST.set(term, firmest);
  return firmest;
}

function layoutOf(ready: Ready): Layout {
  const known = LAYOUTS.get(ready);
  if (known !== undefined) return known;
  const numbers = new Map<string, number>();
  const keys = [...new Set(ready.entries.flatMap(({ refs }) => refs))].sort(inOrder);
  for (const [at, key] of keys.entries()) numbers.set(key, at);
  const on = ready.entries.map(({ refs }) => refs.map((key) => numbers.get(key) ?? 0));
  const before = Int32Array.from(ready.entries, (entry) =>
    leans(entry) ? (numbers.get(previous(entry.refs[0] ?? '')) ?? -1) : -1,
  );
  const made = { on, before, count: keys.length };
  LAYOUTS.set(ready, made);
  return made;
}

const PRONOUN = /^[“”"‘’']?(?:he|she|it|they|his|her|its|their|that|this|these|those|both|such)\b/iu;

/** Spoken words, and what begins with a pronoun, go on from what stands before them. */
function leans({ item, text }: Entry): boolean {
  return (item.kind === 'statement' && item.item.mode === 'direct') || PRONOUN.test(text);
}

function previous(key: string): string {
  const at = key.lastIndexOf(':');
  return `${key.slice(0, at)}:${Number(key.slice(at + 1)) - 1}`;
}

function inOrder(one: string, other: string): number {
  const [a, b] = [one, other].map((key) => key.lastIndexOf(':')) as [number, number];
  const [source, its] = [one.slice(0, a), other.slice(0, b)];
  if (source !== its) return source < its ? -1 : 1;
  return Number(one.slice(a + 1)) - Number(other.slice(b + 1));
}
