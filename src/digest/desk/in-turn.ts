/** Changes of one channel's digest are made one after the other: each sees what the one before it has done. */
import type { SubscriptionKey } from '../../ports/store.ts';

export function inTurn() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>({ platform, workspace, channel, briefing }: SubscriptionKey, act: () => Promise<T>) => {
    const key = JSON.stringify([platform, workspace, channel, briefing]);
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(act, act);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
