/** What the store holds at a moment, counted for whoever watches over it: numbers by platform, nobody's name. */
import type { Place } from './bot.ts';
import type { Slot, Subscription } from './store.ts';

type Platform = Place['platform'];

export type Census = {
  /** The store's clock, in epoch ms. */
  readonly at: number;
  readonly subscriptions: readonly {
    readonly platform: Platform;
    readonly state: 'active' | 'paused_by_person' | 'paused_by_refusals';
    readonly count: number;
  }[];
  /** Deliveries whose slot has come and that are not settled. */
  readonly due: readonly {
    readonly platform: Platform;
    readonly state: 'pending' | 'sending' | 'retry' | 'unknown';
    readonly count: number;
    /** The slot of the oldest of them, in epoch ms. */
    readonly oldest: number;
  }[];
  readonly pauses: readonly {
    readonly platform: Platform;
    readonly scope: 'platform' | 'workspace';
    readonly count: number;
  }[];
  /** Channels whose digest was refused, and whoever set it told or about to be, within a day. */
  readonly refused: readonly { readonly platform: Platform; readonly channels: number }[];
  /** The first next slot of all (epoch ms), which the planner takes when it comes; undefined without any. */
  readonly nextSlot?: number;
  /** Of those that lie furthest ahead, how many lie later than their timetable has them. */
  readonly nextTooLate: number;
};

/** Counts; `next` tells a subscription's next slot by its timetable. Throws `StoreDown`. */
export type TakeCensus = (
  next: (subscription: Subscription, now: number, lastDate: string) => Slot | undefined,
) => Promise<Census>;
