/** A button that shares an answer works once: what was pressed is remembered for as long as it could be pressed again. */
import type { Log } from './log.ts';
import type { SeenKeeper } from './store.ts';

type Parts = { readonly seen: SeenKeeper; readonly log: Log; readonly now: () => number };

/** A private answer stands no longer than this, and platforms deliver a press again for less. */
const REMEMBERED_MS = 86_400_000;

/** While the store is down a press counts as the first: an answer shown twice is better than none. */
export async function firstPress({ seen, now, log }: Parts, press: string): Promise<boolean> {
  try {
    return await seen.firstTime(press, now(), now() + REMEMBERED_MS);
  } catch (error) {
    log.warn({ error: String(error) }, 'Could not look up whether an answer was shared before');
    return true;
  }
}

/** What was not shared may be shared later. */
export async function forgetPress({ seen, log }: Parts, press: string): Promise<void> {
  await seen
    .forget(press)
    .catch((error: unknown) => log.debug({ error: String(error) }, 'A press was not forgotten'));
}
