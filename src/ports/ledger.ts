import type { Place } from './bot.ts';
import type { Reason } from './reasons.ts';
import type { Delivery, Slot, Subscription } from './store.ts';

/**
 * What planning and delivery need of the store. The ledger is the truth about every slot, and the queue between
 * replicas; a tick and a replica's memory are only hints. Every method throws `StoreDown` on a store that cannot be reached or written.
 */
export interface Ledger {
  /** The store's own clock, in epoch ms: one for all replicas, so that leases do not hang on theirs. */
  clock(): Promise<number>;
  /**
   * Takes up to `most` subscriptions whose next slot is due, asks `decide` what that means, and writes the slots and
   * the next due instant in one transaction. Several planners never take the same subscription at once.
   */
  claim(most: number, decide: (subscription: Subscription, now: number) => Planned): Promise<Claimed>;
  /**
   * Writes down a slot of its own, whose turn is now: an edition that somebody asked for at once. Undefined where the
   * subscription has one of that very date already.
   */
  enter(subscription: Subscription, slot: Slot): Promise<Waiting | undefined>;
  /**
   * Hands out deliveries whose turn has come, so that every workspace gets its share, and puts their turn off by
   * `forMs`: until then nobody else is handed them. What is paused is left out.
   */
  seize(wanted: Wanted): Promise<readonly Waiting[]>;
  /** Gives back what was seized and not begun. */
  release(seized: readonly Waiting[]): Promise<void>;
  /** When the next delivery's turn comes (epoch ms); undefined when nothing is under way. */
  nextTurn(): Promise<number | undefined>;
  /** When the first subscription falls due (epoch ms), which may have been long ago; undefined without any. */
  nextDue(): Promise<number | undefined>;
  /**
   * Undoes what a clock that was wrong left behind: turns further off than any wait, slots of days that have not come,
   * and next slots later than the timetable's own, which `next` tells. How many subscriptions it set right.
   */
  realign(
    next: (subscription: Subscription, now: number, lastDate: string) => Slot | undefined,
  ): Promise<number>;
  /** All that is needed to send one delivery; undefined when somebody else has it, or it is settled or forgotten. */
  errand(waiting: Pick<Waiting, 'id' | 'turn'>): Promise<Errand | undefined>;
  /**
   * What may have gone out at a time that has not come: the clock went back since, and when it was nobody can say any
   * more. It is looked for soon, and never repeated for being new. How many there were.
   */
  doubt(): Promise<number>;
  /**
   * Takes the lease right before a send, and records what the edition shows. Hands back the errand as it is held now;
   * undefined when the delivery is not due any more or anybody has taken it since it was read: then nothing may be
   * sent. An errand without `maybeSentSince` is certain not to have gone out before.
   */
  take(errand: Errand, lease: Lease): Promise<Errand | undefined>;
  /** Writes down what became of it. `sent` is believed from anybody; all else only from the last who took it. */
  settle(errand: Settling, settlement: Settlement): Promise<Settled>;
  /** Holds up what waits for a platform or a workspace, for every replica, for at least `forMs` from now. */
  hold(scope: Scope, forMs: number, why: Reason): Promise<void>;
  /** The pause of a platform, if it is paused: until when (by the store's clock, now given too), and why. */
  pause(platform: Place['platform']): Promise<Pause | undefined>;
  /**
   * Whether this caller is the one to ask whether a paused platform is back: the pause is over, and begins anew for
   * everybody else, `waits` by the number of times that it was asked in vain.
   */
  probe(platform: Place['platform'], waits: (tries: number) => number): Promise<boolean>;
  /** The platform is back. */
  resume(platform: Place['platform']): Promise<void>;
  /** Hands out what somebody has still to be told, and puts its turn off by `forMs`. */
  notices(most: number, forMs: number): Promise<readonly Notice[]>;
  /** They were told, or cannot be. */
  told(notice: string): Promise<void>;
  /** Deletes what is older than `before` (epoch ms) and settled. How many rows it was. */
  prune(before: number): Promise<number>;
}

/** Something that whoever set a digest has to hear, once: it was refused for a day, or paused after several. */
export type Notice = {
  /** At most 25 characters, the same for the same thing. */
  readonly id: string;
  readonly kind: 'refused' | 'paused';
  readonly why: Reason;
  readonly subscription: Subscription;
};

export type Pause = {
  readonly until: number;
  readonly now: number;
  readonly since: number;
  readonly tries: number;
  readonly why: Reason;
};

/** What a due subscription means: the slots to record, and the next; or that its timetable makes no sense any more. */
export type Planned =
  | { readonly kind: 'slots'; readonly record: readonly Recorded[]; readonly next: Slot }
  /** It pauses, with the reason: one that cannot be planned is not in the way of the others. */
  | { readonly kind: 'broken'; readonly why: Reason };

export type Recorded = {
  readonly slot: Slot;
  readonly as: /** `doubtful`: it may have gone out before this ledger was put back from a copy, so it is looked for first. */
    | { readonly kind: 'pending'; readonly doubtful?: boolean }
    | { readonly kind: 'skipped'; readonly why: Reason };
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
};

export type Wanted = {
  readonly platform: Place['platform'];
  readonly most: number;
  readonly mostOfWorkspace: number;
  readonly forMs: number;
  /** Leaves these workspaces out. */
  readonly except?: readonly string[];
};

export type Waiting = {
  readonly id: string;
  readonly platform: Place['platform'];
  readonly workspace: string;
  readonly channel: string;
  /** When its turn comes (epoch ms); of one that was seized, until when it is held. */
  readonly turn: number;
};

/** What it takes to decide about something that waits to be sent. */
export type Due = {
  readonly delivery: Pick<Delivery, 'id' | 'slot' | 'state' | 'attempts'>;
  readonly subscription: Pick<Subscription, 'platform' | 'workspace' | 'state'> &
    Partial<Pick<Subscription, 'off'>>;
  /** Nobody wants it any more. */
  readonly ended: boolean;
  /** The first moment at which it may have gone out without our knowing (epoch ms). */
  readonly maybeSentSince?: number;
};

export type Errand = Due & {
  readonly delivery: Delivery;
  /** The turn under which it was handed out. */
  readonly turn: number;
  readonly subscription: Subscription;
  /** Its channel has unsubscribed since. */
  readonly ended: boolean;
  readonly had: Had;
  /** Refusals in a row before this one. */
  readonly refusals: number;
  /** The store's clock when it was read. */
  readonly readAt: number;
};

/** What settling takes of it. */
export type Settling = Pick<Errand, 'delivery' | 'subscription' | 'refusals'>;

/** What a channel has had before this delivery. */
export type Had = { readonly spotlights: readonly string[]; readonly revision?: number };

export type Lease = {
  readonly owner: string;
  readonly ms: number;
  readonly spotlights?: readonly string[];
  readonly revision?: number;
  /** The ids of the items that the edition shows. */
  readonly items?: readonly string[];
};

export type Settlement =
  /** `thread` is where it stands, if not in the channel itself. */
  | { readonly kind: 'sent'; readonly message: string; readonly thread?: string }
  /** `maybeSent` keeps in mind that an earlier try may have gone out. */
  | {
      readonly kind: 'retry';
      readonly afterMs: number;
      readonly why: Reason;
      readonly maybeSent: boolean;
    }
  /** `lookAgainAfterMs` left out: it stays so until a person looks. */
  | { readonly kind: 'unknown'; readonly why: Reason; readonly lookAgainAfterMs?: number }
  /** After `pauseAfter` refusals in a row the subscription pauses. */
  | { readonly kind: 'gone'; readonly why: Reason; readonly pauseAfter: number }
  /** `refused`: what kept it back all day, of which whoever set the digest hears as of a refusal. */
  | { readonly kind: 'skipped'; readonly why: Reason; readonly refused?: Reason };

export type Settled = {
  /** False when somebody else holds it, or it was settled already. */
  readonly done: boolean;
  /** Whether this refusal paused the subscription. */
  readonly paused: boolean;
};
