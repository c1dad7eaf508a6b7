import type { AskedStore } from './asked.ts';
import type { Place } from './bot.ts';
import type { DaysOff, Gets, Goes, Rhythm } from './choices.ts';
import type { CorrectionLedger, PostedStore } from './corrections.ts';
import type { Tally } from './limits.ts';
import type { Reason } from './reasons.ts';

/** Which digest: one channel's, of one briefing. */
export type SubscriptionKey = {
  readonly platform: Place['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly briefing: string;
};

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a channel wants its digest, in its own words: local wall time, weekdays, IANA zone. */
export type Timetable = {
  /** 'HH:MM', 24 hours. */
  readonly time: string;
  /** Sorted, at least one. */
  readonly days: readonly Weekday[];
  readonly zone: string;
  /** Left out: every week. */
  readonly rhythm?: Rhythm;
};

export type Subscription = SubscriptionKey & {
  readonly id: string;
  readonly timetable: Timetable;
  /** What happens when every spotlight has been shown. */
  readonly whenAllShown: 'start-over' | 'go-quiet';
  /** Left out: every day of its timetable, all of the briefing, as a plain message in its channel. */
  readonly off?: DaysOff;
  readonly gets?: Gets;
  readonly goes?: Goes;
  /** The language of its editions, as BCP 47 writes it: of whoever set it last. */
  readonly locale: string;
  readonly state:
    | { readonly kind: 'active' }
    | {
        readonly kind: 'paused';
        readonly by: 'person' | 'refusals';
        readonly why: Reason;
        readonly since: number;
      };
  /** The platform's id of who last changed it, and when (epoch ms). */
  readonly changedBy: string;
  readonly changedAt: number;
  /** The next slot: its local date and its instant (epoch ms); undefined while paused. */
  readonly next?: Slot;
};

/** Stands where a person's id would, for a channel that the settings subscribed. */
export const THE_SETTINGS = 'settings';

/** One day's turn of a subscription. (subscription, date) is unique: the slot's key. */
export type Slot = { readonly date: string; readonly at: number };

/** Whether an edition was asked for at its moment: its date bears a time behind it (`PostNow`), which no day's slot has. */
export function isAtOnce({ date }: Pick<Slot, 'date'>): boolean {
  return date.includes('T');
}

export type DeliveryState =
  | { readonly kind: 'pending' }
  | { readonly kind: 'sending'; readonly owner: string; readonly leaseUntil: number }
  | { readonly kind: 'sent'; readonly message: string; readonly at: number }
  /** `maybeSent`: an earlier try may have gone out; it is looked for or repeated so that it is one message. */
  | { readonly kind: 'retry'; readonly at: number; readonly why: Reason; readonly maybeSent?: boolean }
  /** It may have been sent; never blindly repeated. */
  | { readonly kind: 'unknown'; readonly since: number; readonly why: Reason }
  | { readonly kind: 'gone'; readonly why: Reason; readonly at: number }
  | { readonly kind: 'skipped'; readonly why: Reason; readonly at: number };

export type Delivery = {
  /** At most 25 characters. */
  readonly id: string;
  readonly subscription: string;
  readonly slot: Slot;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The items that this edition put first, and the briefing's revision that it showed, known once it was made. */
  readonly spotlights?: readonly string[];
  readonly revision?: number;
};

export interface SubscriptionStore {
  get(key: SubscriptionKey): Promise<Subscription | undefined>;
  /** Makes it, or changes what is there; its history stays. */
  put(subscription: Subscription): Promise<void>;
  /** Ends it; what was delivered stays in the ledger. True when there was one. */
  remove(key: SubscriptionKey): Promise<boolean>;
  ofWorkspace(platform: Place['platform'], workspace: string): Promise<readonly Subscription[]>;
  /** Those that this person, or the settings, changed last. */
  setBy(changedBy: string): Promise<readonly Subscription[]>;
}

/** What a channel has had: the ledger as the desk and the edition read it. */
export interface HistoryStore {
  /** Newest first. */
  deliveries(subscription: string, most: number): Promise<readonly Delivery[]>;
  /** The spotlights sent to this channel, in order, and the revision of its last edition. */
  had(key: SubscriptionKey): Promise<{ readonly spotlights: readonly string[]; readonly revision?: number }>;
}

/** A revision of a briefing: each item's id with a hash of what it tells, so that an edition can tell what changed. */
export type RevisionItems = Readonly<Record<string, string>>;

export interface RevisionStore {
  record(briefing: string, revision: number, items: RevisionItems): Promise<void>;
  items(briefing: string, revision: number): Promise<RevisionItems | undefined>;
  /** The newest revision of each briefing that any replica has recorded. */
  newest(): Promise<ReadonlyMap<string, number>>;
}

/** Slack's installations, as Bolt hands them; kept encrypted, keyed by team or enterprise. */
export interface InstallationStore {
  put(key: string, installation: string): Promise<void>;
  get(key: string): Promise<string | undefined>;
  /** Idempotent. */
  remove(key: string): Promise<void>;
}

export interface InstallationKeeper extends InstallationStore {
  all(): Promise<readonly { readonly key: string; readonly installation: string }[]>;
  /** Puts `after` in the place of `before`; false when something else stands there by now. */
  replace(key: string, before: string, after: string): Promise<boolean>;
}

/** What one process alone of several may do. Each throws `StoreDown`. */
export interface LeaseStore {
  /** Takes it, or keeps it: true while it is the owner's. Who does not keep it within `forMs` loses it to the next. */
  take(name: string, owner: string, forMs: number): Promise<boolean>;
  /** Gives it back; nothing where it is somebody else's. */
  give(name: string, owner: string): Promise<void>;
  isTaken(name: string): Promise<boolean>;
}

/** An event that a platform may deliver again. */
export interface SeenStore {
  /**
   * True the first time that `id` is seen, and whenever `what` is another than the last time; remembered at least until
   * `until` (epoch ms).
   */
  firstTime(id: string, now: number, until: number, what?: string): Promise<boolean>;
}

export interface SeenKeeper extends SeenStore {
  /** As if it had never been seen. */
  forget(id: string): Promise<void>;
}

export interface SeenBook extends SeenKeeper {
  /** Whether it was seen and is still remembered. */
  known(id: string, now: number): Promise<boolean>;
}

export interface Store {
  readonly subscriptions: SubscriptionStore;
  readonly history: HistoryStore;
  readonly revisions: RevisionStore;
  readonly installations: InstallationKeeper;
  readonly seen: SeenBook;
  readonly asked: AskedStore;
  readonly tallies: Tally;
  readonly leases: LeaseStore;
  readonly posted: PostedStore;
  /** What became of the corrections that followed. */
  readonly corrections: Pick<CorrectionLedger, 'ofChannel'>;
  /**
   * Deletes all that is kept about a workspace or guild, for good; with `channels`, only what is kept about those.
   * How many rows of each kind it was.
   */
  forget(
    platform: Place['platform'],
    workspace: string,
    channels?: readonly [string, ...string[]],
  ): Promise<Readonly<Record<string, number>>>;
  /** The bot was removed: nothing goes out any more, and the settings are kept for 30 days. How many digests it was. */
  leave(platform: Place['platform'], workspace: string): Promise<number>;
  /** The workspaces that it was removed from and whose settings are still kept. */
  removed(platform: Place['platform']): Promise<readonly string[]>;
  /** It was invited again: what is still kept is taken up, each with its next slot from now on. */
  rejoin(
    platform: Place['platform'],
    workspace: string,
    next: (subscription: Subscription, now: number) => Slot | undefined,
  ): Promise<number>;
  /**
   * A channel has a new id: what was set and what is under way goes on under it. Where the new one has a digest of the
   * same briefing already, that one stays, and the old one ends. How many digests it was.
   */
  moved(platform: Place['platform'], workspace: string, from: string, to: string): Promise<number>;
  /** Deletes what was kept for 30 days. How many digests it was. */
  forgetRemoved(): Promise<number>;
  /** Whether the store can be written just now, and what hinders it. */
  examine(): Promise<
    { readonly kind: 'well' } | { readonly kind: 'ill'; readonly why: string; readonly mend: string }
  >;
  close(): Promise<void>;
}

/** Thrown by a store that cannot be reached, written or is full: expected on a bad day, worded at the desk. */
export class StoreDown extends Error {
  override readonly name = 'StoreDown';
  readonly mend: string;

  constructor(why: string, mend: string, cause?: unknown) {
    super(why, { cause });
    this.mend = mend;
  }
}
