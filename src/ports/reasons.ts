/**
 * Why an edition or a correction stands as it does, or a digest is paused: a code with its parameters, kept in the
 * store and put into words only where it is shown (`worded`), in the language of whoever reads it.
 */
import type { DaySpan } from './choices.ts';

export type Reason =
  // The slot and what its channel wants.
  | { readonly code: 'missed'; readonly graceMs: number }
  | { readonly code: 'overtaken' }
  | { readonly code: 'unsubscribed' }
  | { readonly code: 'paused' }
  | { readonly code: 'day-off'; readonly off: ReasonOff }
  | { readonly code: 'timetable-broken' }
  | { readonly code: 'paused-by-person' }
  // The edition.
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'all-shown'; readonly total: number }
  | { readonly code: 'briefing-gone'; readonly briefing: string }
  | { readonly code: 'edition-failed' }
  // The sending.
  | { readonly code: 'not-in-time'; readonly graceMs: number; readonly why: Reason }
  | { readonly code: 'not-tried-again'; readonly why: Reason }
  | { readonly code: 'stopped' }
  | { readonly code: 'stopped-before' }
  | { readonly code: 'courier-failed' }
  | { readonly code: 'not-known-yet' }
  | { readonly code: 'installation-unread' }
  | { readonly code: 'answer-unreadable'; readonly by: By }
  | Refusal
  // The looking for what may have been sent.
  | { readonly code: 'look-waits' }
  | { readonly code: 'history-shut' }
  | { readonly code: 'too-much-since' }
  // A correction.
  | { readonly code: 'message-deleted' }
  | { readonly code: 'item-gone' }
  /** As an earlier version of the bot wrote it down. */
  | { readonly code: 'words'; readonly words: string };

type By = 'slack' | 'discord';

/** What a platform, or what stands before it, answered: the sentences of its mend are named, and what stands in them. */
export type Refusal = {
  readonly code: 'refused';
  readonly by: By;
  readonly mend: string;
  /** How the bot is called there; the scope that it lacks; the platform's own code. */
  readonly bot?: string;
  readonly scope?: string;
  readonly answer?: string;
  /** What was seen in place of an answer: a code of the network's, a status. */
  readonly seen?: string;
};

/** Why a day is off; `place` is how a country or region was called. */
export type ReasonOff =
  | { readonly kind: 'span'; readonly span: DaySpan }
  | { readonly kind: 'holiday'; readonly holiday: string; readonly region: string; readonly place: string }
  | { readonly kind: 'words'; readonly words: string };
