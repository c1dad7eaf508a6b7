/** The limits for persons and channels, kept by this process and, where it matters, by all replicas together. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Who } from '../ports/bot.ts';
import {
  type Counted,
  LIMITS,
  type Limit,
  type Limits,
  SILENT_LIMITS,
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
 * tried. What a channel sees is counted in the store too, since each replica may make it see something; what the store
 * says to be over is over in memory from then on.
 */
export function createLimits({ shared, now }: LimitsParts): Limits {
  const own = memoryTally(now);

  /** The first limit that is reached, else undefined. Whatever was counted below the others is in `counted`. */
  async function reachedOf(all: readonly Keyed[], isShared: boolean, counted: Taking[]) {
    for (const { key, limit } of all) {
      const here = own.count(key, limit.inMs);
      if (here.count > limit.most) return { limit, ...here };
      counted.push({ tally: own, key, until: here.until });
    }
    if (!isShared) return undefined;
    for (const { key, limit } of all) {
      const everywhere = await reachable(() => shared.count(key, limit.inMs));
      if (everywhere === undefined) continue;
      if (everywhere.count > limit.most) {
        own.learn(key, everywhere);
        return { limit, ...everywhere };
      }
      counted.push({ tally: shared, key, until: everywhere.until });
    }
    return undefined;
  }

  async function take(limits: readonly Limit[], what: string, who: Who, isShared: boolean): Promise<Taken> {
    if (UNLIMITED.includes(who.place.platform)) return { kind: 'within', giveBack: async () => {} };
    const counted: Taking[] = [];
    const giveBack = async () => {
      for (const { tally, key, until } of counted) await reachable(async () => tally.takeBack(key, until));
    };
    const all = limits.map((limit) => ({ key: keyOf(what, limit, who), limit }));
    const reached = await reachedOf(all, isShared, counted);
    if (reached === undefined) return { kind: 'within', giveBack };
    await giveBack();
    const { limit, leftMs, count } = reached;
    return { kind: 'reached', limit, leftMs, again: count > limit.most + 1 };
  }

  return {
    take: (what, who) => take(LIMITS[what], what, who, what !== 'ask'),

    async tells(who) {
      return (await take(SILENT_LIMITS.notice, 'notice', who, true)).kind === 'within';
    },

    // Counted as it comes: by the time when it is its turn, a thousand more may have come.
    ignores: (who) =>
      !UNLIMITED.includes(who.place.platform) &&
      LIMITS.ask.some(
        (limit) => own.count(keyOf('came', limit, who), limit.inMs).count > limit.most + TOLD_ENOUGH,
      ),

    completes: (who) =>
      UNLIMITED.includes(who.place.platform) ||
      SILENT_LIMITS.completion.every(
        (limit) => own.count(keyOf('completion', limit, who), limit.inMs).count <= limit.most,
      ),
  };
}

type Keyed = { readonly key: string; readonly limit: Limit };

/** Something that was counted, to be taken back from where it was. */
type Taking = {
  readonly tally: { takeBack(key: string, until: number): unknown };
  readonly key: string;
  readonly until: number;
};

/** Hashed, so that nobody's id is kept for it. */
function keyOf(what: string, { whose, inMs }: Limit, { place, person }: Who): string {
  const { platform, workspace, channel } = place;
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

function memoryTally(now: () => number) {
  // By its size it grows as it fills; by `max` it would have room for all of them from the start.
  const kept = new LRUCache<string, { count: number; readonly until: number }>({
    maxSize: MOST_KEYS,
    sizeCalculation: () => 1,
  });
  return {
    count(key: string, spanMs: number): Counted {
      const at = now();
      const found = kept.get(key);
      // A span that ends later than one from now on could was begun by a wrong clock.
      const runs = found !== undefined && found.until > at && found.until <= at + spanMs;
      const entry = runs ? found : { count: 0, until: at + spanMs };
      entry.count += 1;
      kept.set(key, entry);
      return { count: entry.count, leftMs: entry.until - at, until: entry.until };
    },
    takeBack(key: string, until: number): void {
      const found = kept.get(key);
      if (found?.until === until) found.count = Math.max(0, found.count - 1);
    },
    /** Takes over what was counted elsewhere. */
    learn(key: string, { count, leftMs }: Counted): void {
      kept.set(key, { count, until: now() + leftMs });
    },
  };
}
