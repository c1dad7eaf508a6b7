/** Looks at the store every few seconds, so that health and metrics can tell its state at once. */
import type { Log } from '../ports/log.ts';
import type { Health } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';

const EVERY_MS = 10_000;

export type StoreWatch = {
  health(now: number): Health;
  /** Looks now; the next look comes by itself. */
  look(): Promise<void>;
  stop(): void;
};

type Parts = { readonly store: Pick<Store, 'examine'>; readonly log: Log; readonly now: () => number };

/** One look at a time: a store that hangs is one that fails. */
export function watchStore({ store, log, now }: Parts): StoreWatch {
  let ill: { readonly since: number; readonly why: string } | undefined;
  let lookingSince: number | undefined;

  const look = async () => {
    if (lookingSince !== undefined) return;
    lookingSince = now();
    const found = await store
      .examine()
      .catch((error) => ({ kind: 'ill', why: String(error), mend: '' }) as const);
    const since = ill?.since ?? lookingSince;
    lookingSince = undefined;
    if (found.kind === 'ill' && ill === undefined)
      log.error({ why: found.why, mend: found.mend }, 'The store fails');
    if (found.kind === 'well' && ill !== undefined) log.info({ forMs: now() - since }, 'The store is back');
    ill = found.kind === 'ill' ? { since, why: found.why } : undefined;
  };

  const timer = setInterval(() => void look(), EVERY_MS).unref();
  return {
    look,
    stop: () => clearInterval(timer),
    health(at) {
      if (ill !== undefined)
        return { kind: 'recovering', why: ill.why, sinceMs: Math.max(0, at - ill.since) };
      const hangs = lookingSince === undefined ? 0 : at - lookingSince;
      return hangs > EVERY_MS
        ? { kind: 'recovering', why: 'The store does not answer', sinceMs: hangs }
        : { kind: 'well' };
    },
  };
}
