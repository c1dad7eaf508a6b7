import type { Reason } from './reasons.ts';
import type { SubscriptionKey } from './store.ts';

/**
 * Posts a subscribed channel's next edition at once, through the ledger: its spotlight and revision count as had, so
 * the next slot goes on from there. It is not the day's slot, which still comes: its ledger row's `slot.date` is the
 * local date with the time behind it ('2016-12-17T10:41:07.123'), which no slot has, and which sorts after the date's.
 * `at` is when it was asked for, in epoch ms. Throws `StoreDown`.
 */
export type PostNow = (key: SubscriptionKey, at: number) => Promise<Posted>;

export type Posted =
  | { readonly kind: 'sent'; readonly message: string }
  /** Not sent, for certain; it is not tried again by itself. */
  | { readonly kind: 'refused'; readonly why: Reason }
  /** Not sent, for certain; asking again after so long may help. */
  | { readonly kind: 'later'; readonly why: Reason; readonly afterMs: number }
  /** It may have been sent. */
  | { readonly kind: 'unknown'; readonly why: Reason }
  /** Everything has been shown, and the channel asked for quiet then. */
  | { readonly kind: 'quiet'; readonly why: Reason };
