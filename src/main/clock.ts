import { setTimeout } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { createPlayClock } from '../platforms/playground/clock.ts';
import { PLAYGROUND_PLACE } from '../platforms/playground/place.ts';
import type { Store } from '../ports/store.ts';

/** The process's clock. The playground may set it forward where nobody else goes by it. */
export type Clock = {
  now(): number;
  /** Goes to `to` (epoch ms) from one due digest to the next, ticking at each; false where the clock cannot. */
  advance(to: number, store: Store, tick: () => Promise<void>): Promise<boolean>;
};

/** Editions on one way: a daily digest of over a year. */
const MOST_STEPS = 400;

export function createClock({ playground, slack, discord, store }: Config): Clock {
  const alone = playground && !slack && !discord && store.kind === 'sqlite';
  if (!alone) return { now: Date.now, advance: async () => false };
  const clock = createPlayClock(Date.now);
  return {
    now: clock.now,
    async advance(to, kept, tick) {
      if (!clock.may(to)) return false;
      for (let steps = 0; steps < MOST_STEPS; steps += 1) {
        const due = await nextDue(kept);
        if (due === undefined || due > to) break;
        clock.set(due);
        await tick();
        await delivered(kept);
      }
      clock.set(to);
      await tick();
      return true;
    },
  };
}

const { platform, workspace } = PLAYGROUND_PLACE;

async function nextDue(store: Store): Promise<number | undefined> {
  const subscriptions = await store.subscriptions.ofWorkspace(platform, workspace);
  const dues = subscriptions.flatMap(({ next }) => (next === undefined ? [] : [next.at]));
  return dues.length === 0 ? undefined : Math.min(...dues);
}

const LOOK_EVERY_MS = 20;
const MOST_LOOKS = 100;

/** Until what was planned has gone out, so that editions come in order, each at its own time. */
async function delivered(store: Store): Promise<void> {
  const subscriptions = await store.subscriptions.ofWorkspace(platform, workspace);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const newest = await Promise.all(subscriptions.map(({ id }) => store.history.deliveries(id, 1)));
    const waits = newest.flat().some(({ state }) => state.kind === 'pending' || state.kind === 'sending');
    if (!waits) return;
    await setTimeout(LOOK_EVERY_MS);
  }
}
