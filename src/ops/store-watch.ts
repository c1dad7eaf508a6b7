/** Looks at the store every few seconds, so that health and metrics can tell its state at once. */
import type { Log } from '../ports/log.ts';
import type { Health } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';

const EVERY_MS = 10_000;

export type StoreWatch = {
  health(now: number): Health;
  /** Whether it has ever been well since the process started. */
  wasWell(): boolean;
  /** Looks now; the next look comes by itself. */
  look(): Promise<void>;
  stop(): void;
};

type Parts = { readonly store: Pick<Store, 'examine'>; readonly log: Log; readonly now: () => number };

/** Looks at once, and from then on. One look at a time: a store that hangs is one that fails. */
export function watchStore({ store, log, now }: Parts): StoreWatch {
  let ill: { readonly since: number; readonly why: string } | undefined;
  let lookingSince: number | undefined;
  let wasWell = false;
  const begun = now();

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
    wasWell ||= found.kind === 'well';
    ill = found.kind === 'ill' ? { since, why: found.why } : undefined;
  };

  const timer = setInterval(() => void look(), EVERY_MS).unref();
  void look();
  return {
    look,
    wasWell: () => wasWell,
    stop: () => clearInterval(timer),
    health(at) {
      if (ill !== undefined)
        return { kind: 'recovering', why: ill.why, sinceMs: Math.max(0, at - ill.since) };
      const hangs = lookingSince === undefined ? 0 : at - lookingSince;
      if (!wasWell)
        return {
          kind: 'recovering',
          why: 'The store has not answered yet',
          sinceMs: Math.max(0, at - begun),
        };
      return hangs > EVERY_MS
        ? { kind: 'recovering', why: 'The store does not answer', sinceMs: hangs }
        : { kind: 'well' };
    },
  };
}
