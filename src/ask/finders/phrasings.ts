/** Finds items whose phrasings are most like the question as a whole: BM25 over an item's text, fields and questions. */
import type { Finder } from './finder.ts';

/** How soon a word said again says no more, and how far a long item is held against it: the usual values. */
const SATURATION = 1.2;
const BY_LENGTH = 0.75;

/** From 0 to 1: the share of what the question's own words could score at most. */
export const phrasings: Finder = {
  name: 'phrasings',
  find({ terms }, ready) {
    const scores = new Float32Array(ready.entries.length);
    let most = 0;
    for (const { keys } of terms) {
      const own = keys.filter(({ worth }) => worth >= 0.9);
      const rarity = Math.max(0, ...own.map(({ key }) => ready.rarity(key)));
      most += rarity * (SATURATION + 1);
      const best = new Map<number, number>();
      for (const { key, worth } of own)
        ready.each(key, (at, _, count) => {
          const length = (ready.lengths[at] ?? 0) / ready.averageLength;
          const often =
            (count * (SATURATION + 1)) / (count + SATURATION * (1 - BY_LENGTH + BY_LENGTH * length));
          const score = worth * rarity * often;
          if (score > (best.get(at) ?? 0)) best.set(at, score);
        });
      for (const [at, score] of best) scores[at] = (scores[at] ?? 0) + score;
    }
    return most === 0 ? scores : scores.map((score) => score / most);
  },
};
