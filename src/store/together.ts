/** Calls that come at about the same time are one question to the database, and one wait for its disk. */
import { setImmediate as soon } from 'node:timers/promises';
import { StoreDown } from '../ports/store.ts';

/** Of one group: below both databases' limits on parameters. */
const MOST = 64;

type Call<Asked, Got> = { readonly asked: Asked } & Pick<
  PromiseWithResolvers<Got | undefined>,
  'resolve' | 'reject'
>;

/**
 * `all` answers many at once, by their keys. While it is under way, whoever calls waits for the next group; two with
 * the same key are never in one. What one of them breaks, it breaks for itself alone.
 */
export function together<Asked, Got>(
  keyOf: (asked: Asked) => string,
  all: (group: readonly Asked[]) => Promise<ReadonlyMap<string, Got>>,
): (asked: Asked) => Promise<Got | undefined> {
  let waiting: Call<Asked, Got>[] = [];
  let running = false;

  return (asked) => {
    const { promise, resolve, reject } = Promise.withResolvers<Got | undefined>();
    waiting.push({ asked, resolve, reject });
    if (!running) void run();
    return promise;
  };

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      await soon();
      const group = new Map<string, Call<Asked, Got>>();
      const later: Call<Asked, Got>[] = [];
      for (const call of waiting) {
        const key = keyOf(call.asked);
        if (group.size >= MOST || group.has(key)) later.push(call);
        else group.set(key, call);
      }
      waiting = later;
      await answer(group);
    }
    running = false;
  }

  async function answer(group: ReadonlyMap<string, Call<Asked, Got>>): Promise<void> {
    try {
      const got = await all([...group.values()].map(({ asked }) => asked));
      for (const [key, { resolve }] of group) resolve(got.get(key));
    } catch (error) {
      if (group.size > 1 && !(error instanceof StoreDown)) {
        for (const [key, call] of group) await answer(new Map([[key, call]]));
      } else for (const { reject } of group.values()) reject(error);
    }
  }
}
