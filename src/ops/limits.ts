/** The limits for persons and channels, kept by this process and, where it matters, by all replicas together. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Ask } from '../ports/bot.ts';
import {
  type Counted,
  LIMITS,
  type Limit,
  type Limited,
  type Limits,
  type Taken,
  type Tally,
} from '../ports/limits.ts';
import { StoreDown } from '../ports/store.ts';

export type LimitsParts = {
  /** What all replicas count in. */
  readonly shared: Tally;
  readonly now: () => number;
};

/** More than ask within one span; the one that was quiet for longest begins anew. */
const MOST_KEYS = 100_000;
/** Told so often, somebody knows it. */
const TOLD_ENOUGH = 2;
/** One person sits there, and it is their own. */
const UNLIMITED: readonly string[] = ['playground', 'terminal'];

/**
 * Everything is counted in memory first: what is over the limit there never reaches the store, however often it is
 * tried. What a channel sees is counted in the store too, since each replica may make it see something.
 */
export function createLimits({ shared, now }: LimitsParts): Limits {
  const own = memoryTally(now);

  /** Undefined where there is room; `key` is counted in any case. */
  async function over(key: string, limit: Limit, isShared: boolean): Promise<Counted | undefined> {
    const here = await own.count(key, limit.inMs, 1);
    if (here.count > limit.most) return here;
    if (!isShared) return undefined;
    const everywhere = await reachable(() => shared.count(key, limit.inMs, 1));
    return everywhere !== undefined && everywhere.count > limit.most ? everywhere : undefined;
  }

  return {
    async take(what, { place, person }): Promise<Taken> {
      if (UNLIMITED.includes(place.platform)) return { kind: 'within', giveBack: async () => {} };
      const isShared = what !== 'ask';
      const counted: { readonly key: string; readonly limit: Limit }[] = [];
      for (const limit of LIMITS[what]) {
        const key = keyOf(what, limit, place, person);
        const reached = await over(key, limit, isShared);
        if (reached === undefined) counted.push({ key, limit });
        else {
          const { leftMs, count } = reached;
          return { kind: 'reached', limit, leftMs, again: count > limit.most + 1 };
        }
      }
      return {
        kind: 'within',
        async giveBack() {
          for (const { key, limit } of counted) {
            await own.count(key, limit.inMs, -1);
            if (isShared) await reachable(() => shared.count(key, limit.inMs, -1));
          }
        },
      };
    },

    ignores({ place, person }) {
      return LIMITS.ask.some(
        (limit) => own.peek(keyOf('ask', limit, place, person)) > limit.most + TOLD_ENOUGH,
      );
    },
  };
}

/** Hashed, so that nobody's id is kept for it. */
function keyOf(
  what: Limited,
  { whose, inMs }: Limit,
  { platform, workspace, channel }: Ask['place'],
  person: Ask['person'],
): string {
  const parts = [what, whose, inMs, platform, workspace, whose === 'person' ? person.id : channel];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** While the store is down, this process counts by itself. */
async function reachable<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StoreDown) return undefined;
    throw error;
  }
}

function memoryTally(now: () => number): Tally & { peek(key: string): number } {
  const kept = new LRUCache<string, { count: number; readonly until: number }>({ max: MOST_KEYS });
  return {
    peek(key) {
      const found = kept.get(key);
      return found !== undefined && found.until > now() ? found.count : 0;
    },
    async count(key, spanMs, more) {
      const at = now();
      const found = kept.get(key);
      // A span that ends later than one from now on could was begun by a wrong clock.
      const runs = found !== undefined && found.until > at && found.until <= at + spanMs;
      const entry = runs ? found : { count: 0, until: at + spanMs };
      entry.count = Math.max(0, entry.count + more);
      kept.set(key, entry);
      return { count: entry.count, leftMs: entry.until - at };
    },
  };
}
