import type { Place } from './bot.ts';
import type { Delivery, Slot, Subscription } from './store.ts';

/**
 * What planning and delivery need of the store. The ledger is the truth about every slot; a tick, a queue and a
 * replica's memory are only hints. Every method throws `StoreDown` on a store that cannot be reached or written.
 */
export interface Ledger {
  /** The store's own clock, in epoch ms: one for all replicas, so that leases do not hang on theirs. */
  clock(): Promise<number>;
  /**
   * Takes up to `most` subscriptions whose next slot is due, asks `decide` what that means, and writes the slots and
   * the next due instant in one transaction. Several planners never take the same subscription at once.
   */
  claim(most: number, decide: (subscription: Subscription, now: number) => Planned): Promise<Claimed>;
  /** Writes down a slot of its own, whose turn is now: an edition that somebody asked for at once. */
  enter(subscription: Subscription, slot: Slot): Promise<Waiting>;
  /** Deliveries whose turn has come, oldest first, after `after`. Hints: each may have changed since. */
  waiting(wanted: Wanted): Promise<readonly Waiting[]>;
  /** When the next delivery's turn comes (epoch ms); undefined when nothing is under way. */
  nextTurn(): Promise<number | undefined>;
  /** All that is needed to send one delivery; undefined when it is settled, forgotten, or not its turn. */
  errand(id: string): Promise<Errand | undefined>;
  /**
   * Takes the lease right before a send, and records what the edition shows. Hands back the errand as it is held now;
   * undefined when the delivery is not due any more or anybody has taken it since it was read: then nothing may be
   * sent. An errand without `maybeSentSince` is certain not to have gone out before.
   */
  take(errand: Errand, lease: Lease): Promise<Errand | undefined>;
  /** Writes down what became of it. `sent` is believed from anybody; all else only from the last who took it. */
  settle(errand: Errand, settlement: Settlement): Promise<Settled>;
  /** Puts off what waits for a platform, a workspace or a channel until `until` (epoch ms). */
  postpone(scope: Scope, until: number): Promise<void>;
}

/** What a due subscription means: the slots to record, and the next; or that its timetable makes no sense any more. */
export type Planned =
  | { readonly kind: 'slots'; readonly record: readonly Recorded[]; readonly next: Slot }
  /** It pauses, with the reason: one that cannot be planned is not in the way of the others. */
  | { readonly kind: 'broken'; readonly why: string };

export type Recorded = {
  readonly slot: Slot;
  readonly as: { readonly kind: 'pending' } | { readonly kind: 'skipped'; readonly why: string };
};

export type Claimed = {
  /** How many subscriptions were taken; fewer than asked for means that no more are due. */
  readonly subscriptions: number;
  /** The deliveries that now wait to be sent. */
  readonly pending: readonly Waiting[];
  readonly skipped: number;
};

export type Scope = {
  readonly platform: Place['platform'];
  readonly workspace?: string;
  readonly channel?: string;
};

export type Wanted = {
  readonly platform: Place['platform'];
  readonly most: number;
  readonly after?: Pick<Waiting, 'turn' | 'id'>;
  /** Leaves these workspaces out. */
  readonly except?: readonly string[];
  /** Only those whose turn came this long ago. */
  readonly olderThanMs?: number;
};

export type Waiting = {
  readonly id: string;
  readonly platform: Place['platform'];
  readonly workspace: string;
  readonly channel: string;
  /** When its turn came (epoch ms). */
  readonly turn: number;
};

export type Errand = {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
  /** Its channel has unsubscribed since. */
  readonly ended: boolean;
  readonly had: Had;
  /** Refusals in a row before this one. */
  readonly refusals: number;
  /** The first moment at which it may have gone out without our knowing (epoch ms). */
  readonly maybeSentSince?: number;
};

/** What a channel has had before this delivery. */
export type Had = { readonly spotlights: readonly string[]; readonly revision?: number };

export type Lease = {
  readonly owner: string;
  readonly ms: number;
  readonly spotlight?: string;
  readonly revision?: number;
};

export type Settlement =
  | { readonly kind: 'sent'; readonly message: string }
  /** `maybeSent` keeps in mind that an earlier try may have gone out. */
  | {
      readonly kind: 'retry';
      readonly afterMs: number;
      readonly why: string;
      readonly maybeSent: boolean;
    }
  /** `lookAgainAfterMs` left out: it stays so until a person looks. */
  | { readonly kind: 'unknown'; readonly why: string; readonly lookAgainAfterMs?: number }
  /** After `pauseAfter` refusals in a row the subscription pauses. */
  | { readonly kind: 'gone'; readonly why: string; readonly pauseAfter: number }
  | { readonly kind: 'skipped'; readonly why: string };

export type Settled = {
  /** False when somebody else holds it, or it was settled already. */
  readonly done: boolean;
  /** Whether this refusal paused the subscription. */
  readonly paused: boolean;
};
