import type { Courier } from '../../ports/courier.ts';
import type { Had, Ledger } from '../../ports/ledger.ts';
import type { Follow, Log } from '../../ports/log.ts';
import type { Reason } from '../../ports/reasons.ts';
import type { Slot, Subscription } from '../../ports/store.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Pace } from './deliver-pace.ts';
import type { DeliverySettings } from './deliver-settings.ts';
import type { Calendar } from './plan.ts';

/** Makes what one channel reads on one day; main.ts ties it to the briefing and to `edition.ts`. */
export type EditionMaker = (wanted: {
  readonly subscription: Subscription;
  readonly slot: Slot;
  readonly had: Had;
}) => Promise<
  | {
      readonly kind: 'edition';
      readonly reply: Reply;
      /** The words that show this edition again, for its paging controls. */
      readonly words: string;
      readonly spotlights?: readonly string[];
      readonly revision: number;
    }
  /** There is nothing to send on this day. */
  | { readonly kind: 'quiet'; readonly why: Reason }
>;

/** What delivery tells to metrics, as it happens. */
export type DeliveryMetrics = {
  planned(subscriptions: number, pending: number, skipped: number): void;
  /** `lateMs` is how long after its slot a delivery was settled. */
  settled(platform: Courier['platform'], kind: string, lateMs: number): void;
};

/** All that delivery is made of. */
export type DeliveryParts = {
  readonly ledger: Ledger;
  readonly couriers: readonly Courier[];
  readonly editions: EditionMaker;
  readonly calendar: Calendar;
  /** Done before each plan: what a start could not do yet. Never throws but `StoreDown`. */
  readonly before?: () => Promise<void>;
  /** Done once a day. Never throws but `StoreDown`. */
  readonly daily?: () => Promise<void>;
  /** Begun after each plan, one at a time: tells people what they have to hear. Never throws but `StoreDown`. */
  readonly after?: () => Promise<void>;
  /** For platforms that limit the whole bot. */
  readonly paces: Partial<Readonly<Record<Courier['platform'], Pace>>>;
  /** Who holds this process's leases; unlike any other's, and unlike this one's before its restart. */
  readonly owner: string;
  /** Epoch ms; for hints and metrics alone, since the ledger has the clock that counts. */
  readonly now: () => number;
  /** A clock that only goes forward, in ms: `performance.now`. */
  readonly elapsed: () => number;
  /** Waits, in ms; `setTimeout` where it is left out. */
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
  /** Gives the log's lines of one delivery their reference. */
  readonly follow?: Follow;
  readonly metrics?: DeliveryMetrics;
  readonly settings: DeliverySettings;
};
