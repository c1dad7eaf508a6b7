/** Where a bot is that comes and goes: what it is removed from keeps its settings, and takes them up when it is back. */
import { setTimeout as wait } from 'node:timers/promises';
import { nextOf } from '../digest/delivery/plan.ts';
import { nextSlot, slotsDue } from '../digest/timetable/slots.ts';
import type { Place } from '../ports/bot.ts';
import type { Log } from '../ports/log.ts';
import { type Slot, type Store, StoreDown, type Subscription } from '../ports/store.ts';

const AGAIN_MS = 30_000;

export type Presence = {
  left(workspace: string): Promise<void>;
  joined(workspace: string): Promise<void>;
  /** It is in all of these: it may have been invited while nobody listened. */
  isIn(workspaces: readonly string[]): Promise<void>;
};

type Parts = {
  readonly store: Pick<Store, 'leave' | 'rejoin' | 'removed'>;
  readonly platform: Place['platform'];
  readonly log: Log;
};

/** In the order in which it happened, and again and again while the store is down: it is told once. */
export function createPresence({ store, platform, log }: Parts): Presence {
  let line: Promise<unknown> = Promise.resolve();
  const rejoin = async (workspace: string) => {
    const digests = await store.rejoin(platform, workspace, nextFrom);
    if (digests > 0) log.info({ platform, workspace, digests }, 'digests were taken up again');
  };
  return {
    left: (workspace) => inTurn(() => store.leave(platform, workspace)),
    joined: (workspace) => inTurn(() => rejoin(workspace)),
    isIn: (workspaces) =>
      inTurn(async () => {
        const known = new Set(workspaces);
        for (const removed of await store.removed(platform)) if (known.has(removed)) await rejoin(removed);
      }),
  };

  function inTurn(act: () => Promise<unknown>): Promise<void> {
    const done = line.then(() => persistently(act));
    line = done.catch(() => undefined);
    return done;
  }
}

async function persistently(act: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await act();
      return;
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
      await wait(AGAIN_MS, undefined, { ref: false });
    }
  }
}

/** The next slot of what is taken up again. */
export function nextFrom(subscription: Subscription, now: number): Slot | undefined {
  return nextOf(subscription, now, '', { nextSlot, slotsDue });
}
