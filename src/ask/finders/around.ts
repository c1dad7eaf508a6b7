/** Finds items by what stands around them: the other items of their paragraphs, and the paragraph before that they lean on. */
import type { Entry, Ready } from '../ready.ts';
import type { Term } from '../term.ts';
import type { Finder } from './finder.ts';
import { firmnessOf, NOWHERE, weightOf } from './matter.ts';

type Layout = {
  /** The paragraphs of each entry, as numbers in the order of the source; the one before the first, or -1. */
  readonly on: readonly (readonly number[])[];
  readonly before: Int32Array;
  readonly count: number;
};

const LAYOUTS = new WeakMap<Ready, Layout>();
const AROUND = new WeakMap<Term['keys'], Float32Array>();

/** A paragraph before speaks of an item less surely than its own. */
const BEFORE = 0.7;

export const around: Finder = {
  name: 'around',
  /** What each item itself leaves to those around it. */
  find({ terms }, ready) {
    const scores = new Float32Array(ready.entries.length);
    for (const term of terms) {
      if (term.light) continue;
      const weight = weightOf(term, ready);
      const own = firmnessOf(term, ready);
      if (own === NOWHERE) continue;
      const beside = aroundEach(term, ready);
      for (let at = 0; at < scores.length; at += 1) {
        const more = Math.min(1, beside[at] ?? 0) - (own[at] ?? 0);
        if (more > 0) scores[at] = (scores[at] ?? 0) + more * weight;
      }
    }
    return scores;
  },
};

/** How firmly what stands around an entry speaks of a notion: 0 to about 1. */
export function firmnessAround({ at }: Entry, term: Term, ready: Ready): number {
  return aroundEach(term, ready)[at] ?? 0;
}

function aroundEach(term: Term, ready: Ready): Float32Array {
  const known = AROUND.get(term.keys);
  if (known !== undefined) return known;
  const { on, before, count } = layoutOf(ready);
  const own = firmnessOf(term, ready);
  if (own === NOWHERE) return NOWHERE;
  const firmest = new Float32Array(count);
  for (const { at, item } of ready.entries) {
    const firm = own[at] ?? 0;
    if (firm === 0 || item.kind === 'card' || item.kind === 'key-point') continue;
    for (const paragraph of on[at] ?? []) if (firm > (firmest[paragraph] ?? 0)) firmest[paragraph] = firm;
  }
  const made = new Float32Array(own.length);
  for (let at = 0; at < made.length; at += 1) {
    const back = before[at] ?? -1;
    let most = back < 0 ? 0 : BEFORE * (firmest[back] ?? 0);
    for (const paragraph of on[at] ?? [])
      if ((firmest[paragraph] ?? 0) > most) most = firmest[paragraph] ?? 0;
    made[at] = most;
  }
  AROUND.set(term.keys, made);
  return made;
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
