/** Finds items that speak of what the question speaks of: each notion once, by the word itself or one like it. */

import { type Ready, SPEAKS_OF } from '../ready.ts';
import { TABLE } from '../table.ts';
import type { Term } from '../term.ts';
import type { Finder } from './finder.ts';

export const matter: Finder = {
  name: 'matter',
  find(question, ready) {
    const scores = new Float32Array(ready.entries.length);
    for (const term of question.terms) {
      const [weight, firmness] = [weightOf(term, ready), firmnessOf(term, ready)];
      if (firmness === NOWHERE) continue;
      for (let at = 0; at < scores.length; at += 1)
        scores[at] = (scores[at] ?? 0) + weight * (firmness[at] ?? 0);
    }
    return scores;
  },
};

/** Of what no item speaks of. */
export const NOWHERE = new Float32Array();

/** By a notion's keys, which are those of one briefing: the same word of the next question has the same. */
const FIRMNESS = new WeakMap<Term['keys'], Float32Array>();
const WEIGHTS = new WeakMap<Term['keys'], number>();

/** How firmly each entry speaks of a notion, by the entry's place. */
export function firmnessOf(term: Term, ready: Ready): Float32Array {
  const known = FIRMNESS.get(term.keys);
  if (known !== undefined) return known;
  const made = madeFirmness(term, ready);
  FIRMNESS.set(term.keys, made);
  return made;
}

function madeFirmness(term: Term, ready: Ready): Float32Array {
  const firmness = new Float32Array(ready.entries.length);
  let anywhere = false;
  const raise = (at: number, firm: number) => {
    if (firm <= (firmness[at] ?? 0)) return;
    firmness[at] = firm;
    anywhere = true;
  };
  for (const { key, worth } of term.keys) ready.each(key, (at, firm) => raise(at, firm * worth));
  if (term.parts.length > 0) {
    const share = new Map<number, number>();
    for (const part of term.parts)
      ready.each(part, (at, firm) => {
        share.set(at, (share.get(at) ?? 0) + Math.min(1, firm) / term.parts.length);
      });
    for (const [at, whole] of share) raise(at, whole * PART);
  }
  return anywhere ? firmness : NOWHERE;
}

/** What a name is worth of which only words stand in an item. */
const PART = 0.9;

/** How much a notion counts: the rarer in the briefing, the more; one that it never has as much as the rarest. */
export function weightOf(term: Term, ready: Ready): number {
  if (term.light) return TABLE.lightWeight;
  const before = WEIGHTS.get(term.keys);
  if (before !== undefined) return before;
  const known = term.keys.filter(({ key, worth }) => worth >= SPEAKS_OF && ready.knows(key));
  const own = known[0] ?? term.keys[0];
  const rarity = own === undefined ? 0 : ready.rarity(own.key);
  const weight = Math.min(Math.max(rarity, TABLE.leastWeight), TABLE.mostWeight);
  WEIGHTS.set(term.keys, weight);
  return weight;
}
