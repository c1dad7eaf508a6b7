/** Each interaction is answered by one process, also where several hear it: a newcomer and who it relieves. */
import type { Log } from '../../ports/log.ts';
import type { SeenStore } from '../../ports/store.ts';
import { loggable } from './refusals.ts';

/** 'unknown': the store does not say in time; then whoever acknowledges it first, for Discord takes one alone. */
export type Claim = 'ours' | 'theirs' | 'unknown';

/** Discord waits three seconds for the acknowledgement. */
const WITHIN_MS = 700;
/** An interaction's token lives fifteen minutes. */
const REMEMBERED_MS = 15 * 60_000;

export function claiming(seen: SeenStore, log: Log, now: () => number): (id: string) => Promise<Claim> {
  return async (id) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Claim>((resolve) => {
      timer = setTimeout(() => resolve('unknown'), WITHIN_MS);
    });
    const first = seen
      .firstTime(`discord-interaction:${id}`, now(), now() + REMEMBERED_MS)
      .then((isOurs): Claim => (isOurs ? 'ours' : 'theirs'))
      .catch((error: unknown): Claim => {
        log.warn({ err: loggable(error), interaction: id }, 'Could not look up who answers an interaction');
        return 'unknown';
      });
    try {
      return await Promise.race([first, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
