/** Gathers what people ask and writes it down now and then: no answer waits for it, and its loss hurts nobody. */
import type { Asked, AskedEntry, AskedStore } from '../ports/asked.ts';
import type { Log } from '../ports/log.ts';

const EVERY_MS = 5_000;
/** More at once is a flood: the rest of it is not counted. */
const MOST_WAITING = 1_000;

export type AskedBook = Asked & {
  /** Writes what waits. Never rejects. */
  flush(): Promise<void>;
};

export function createAskedBook({
  store,
  log,
}: {
  readonly store: AskedStore;
  readonly log: Log;
}): AskedBook {
  let waiting: AskedEntry[] = [];
  let timer: NodeJS.Timeout | undefined;
  const book: AskedBook = {
    note(entry) {
      if (waiting.length >= MOST_WAITING) return;
      waiting.push(entry);
      timer ??= setTimeout(() => void book.flush(), EVERY_MS).unref();
    },
    async flush() {
      clearTimeout(timer);
      timer = undefined;
      const entries = waiting;
      waiting = [];
      if (entries.length === 0) return;
      try {
        await store.note(entries);
      } catch (error) {
        log.warn({ err: error, lost: entries.length }, 'What people asked could not be counted');
      }
    },
  };
  return book;
}
