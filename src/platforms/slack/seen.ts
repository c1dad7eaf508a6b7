import type { Log } from '../../ports/log.ts';
import type { SeenStore } from '../../ports/store.ts';

/** Slack delivers again at once, after a minute and after five (docs.slack.dev/apis/events-api). */
const REMEMBERED_MS = 60 * 60_000;
const MOST_IN_MEMORY = 10_000;

/**
 * Tells whether an event is new. The store knows over restarts and replicas; the memory of this process stands in
 * while the store is down.
 */
export function firstTimes(store: SeenStore, log: Log, now: () => number): (id: string) => Promise<boolean> {
  const memory = new Map<string, number>();
  return async (id) => {
    const at = now();
    if ((memory.get(id) ?? 0) > at) return false;
    memory.delete(id);
    memory.set(id, at + REMEMBERED_MS);
    const [oldest] = memory.keys();
    if (memory.size > MOST_IN_MEMORY && oldest !== undefined) memory.delete(oldest);
    try {
      return await store.firstTime(`slack:${id}`, at, at + REMEMBERED_MS);
    } catch (error) {
      log.warn({ error: String(error) }, 'The store does not remember events just now; this process does');
      return true;
    }
  };
}
