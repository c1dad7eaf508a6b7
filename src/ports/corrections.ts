import type { Place } from './bot.ts';
import type { Due, Lease, Ledger, Settled, Settlement, Waiting } from './ledger.ts';

/** A message of the bot's that stands in a channel for all to read. */
export type PostedMessage = {
  readonly platform: Place['platform'];
  readonly workspace: string;
  readonly channel: string;
  /** The platform's id of it. */
  readonly message: string;
  /** The message whose thread it stands in, on Slack. */
  readonly thread?: string;
  readonly briefing: string;
  readonly locale: string;
};

/** What the bot has shown, so that a correction can follow it. */
export interface PostedStore {
  /** Keeps which items of its briefing a message shows; once, however often it is told. Throws `StoreDown`. */
  shown(message: PostedMessage, items: readonly string[]): Promise<void>;
}

/** What a platform tells of each answer that stands for others to read; it never throws. */
export type Shown = (message: PostedMessage, items: readonly string[]) => Promise<void>;

/** An item that a release put right, and the item that says what is right. */
export type Pair = { readonly item: string; readonly right: string };

export type Corrected = Pair & { readonly briefing: string };

/** One correction on its way to stand under one message. */
export type CorrectionErrand = Due & {
  /** The turn under which it was handed out. */
  readonly turn: number;
  readonly posted: PostedMessage;
  readonly pairs: readonly Pair[];
};

/**
 * The corrections that have to follow what was said, kept like deliveries: planned once, handed out to one at a time,
 * written down. Every method throws `StoreDown` on a store that cannot be reached or written.
 */
export interface CorrectionLedger extends Pick<Ledger, 'clock' | 'seize' | 'release'> {
  /**
   * Plans one correction for each message that shows any of the items and not yet what is right, up to `most` messages;
   * from then on the message counts as showing what is right. How many it was.
   */
  plan(corrected: readonly Corrected[], most: number): Promise<number>;
  errand(waiting: Pick<Waiting, 'id' | 'turn'>): Promise<CorrectionErrand | undefined>;
  /** As `Ledger.take`. */
  take(errand: CorrectionErrand, lease: Pick<Lease, 'owner' | 'ms'>): Promise<CorrectionErrand | undefined>;
  /** As `Ledger.settle`. */
  settle(errand: CorrectionErrand, settlement: Settlement): Promise<Pick<Settled, 'done'>>;
  /** What became of the corrections in a channel, the newest first. */
  ofChannel(
    place: Pick<Place, 'platform' | 'workspace' | 'channel'>,
    most: number,
  ): Promise<readonly Pick<CorrectionErrand['delivery'], 'id' | 'state'>[]>;
  /** Puts its turn off: this process does not know the items yet. */
  putOff(errand: CorrectionErrand, forMs: number): Promise<void>;
}
