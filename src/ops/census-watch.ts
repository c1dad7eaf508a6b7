/** Counts now and then what the store holds, so that metrics answer at once and no look costs the store anything. */
import type { Census } from '../ports/census.ts';
import type { Log } from '../ports/log.ts';
import { StoreDown } from '../ports/store.ts';

const EVERY_MS = 30_000;

export type CensusWatch = {
  /** What the last look found that went well, and when by our own clock; undefined before the first. */
  latest(): { readonly census: Census; readonly takenAt: number } | undefined;
  /** Looks now; the next look comes by itself. */
  look(): Promise<void>;
  stop(): void;
};

type Parts = { readonly take: () => Promise<Census>; readonly log: Log; readonly now: () => number };

/** One look at a time. A store that is down is said by others. */
export function watchCensus({ take, log, now }: Parts): CensusWatch {
  let latest: ReturnType<CensusWatch['latest']>;
  let looking = false;

  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      latest = { census: await take(), takenAt: now() };
    } catch (error) {
      if (!(error instanceof StoreDown)) log.error({ err: error }, 'The store could not be counted');
    } finally {
      looking = false;
    }
  };

  const timer = setInterval(() => void look(), EVERY_MS).unref();
  void look();
  return { look, latest: () => latest, stop: () => clearInterval(timer) };
}
