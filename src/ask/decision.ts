/** What is decided about a question: plain data, with no word of how it is shown and no score. */
import type { Claim, Named } from '../briefing/briefing.ts';
import type { When } from '../briefing/schema.ts';
import type { Verdict } from './verdict/verdict.ts';

/** What can be shown: a claim, or who or what somebody or something is. */
export type Item = Claim | { readonly kind: 'card'; readonly named: Named };

/** What the briefing holds of it: its id and its paragraphs among them. */
export function entryOf(item: Item): Claim['item'] | Named['item'] {
  return item.kind === 'card' ? item.named.item : item.item;
}

/** What stands before the first item: the value that was asked for. */
export type Lead =
  /** A slice of the item's own text, letter by letter. */
  | { readonly kind: 'slice'; readonly words: string }
  | { readonly kind: 'when'; readonly when: When }
  /** A place, a person or a body by its id. */
  | { readonly kind: 'name'; readonly id: string }
  /** Asked for yes or no where nothing decides it: the source speaks, not the bot. */
  | { readonly kind: 'source-says' }
  /** Asked who says it: nobody does, the source tells it in its own voice. */
  | { readonly kind: 'own-account' };

/** What is said beside whatever else is decided. */
export type Beside = {
  /** Words of the question that were not understood, as typed. */
  readonly unread: readonly string[];
  /** The question's language, where the briefing is in another one. */
  readonly language?: string;
};

/** Why there is no answer: a code with its parameters. */
export type Why =
  /** Somebody or something that the briefing never names. */
  | { readonly kind: 'unknown-name'; readonly typed: string }
  /** Somebody whom the briefing quotes or reports, but not on that; all of it is in `lines`. */
  | { readonly kind: 'not-by-them'; readonly who: Named; readonly lines: readonly Item[] }
  /** Somebody whom the briefing only mentions. */
  | { readonly kind: 'silent'; readonly who: Named }
  /** Understood, and the briefing has nothing on this notion. */
  | { readonly kind: 'not-of'; readonly typed: string }
  /** Understood, and the briefing does not say. */
  | { readonly kind: 'not-there' }
  /** Too little of the question is known; `instead` is one that can be answered. */
  | { readonly kind: 'not-understood'; readonly instead?: string }
  /** Nothing that a source is asked for: an order, a sum. */
  | { readonly kind: 'elsewhere' };

export type Decision =
  /** `items`: what answers, the best first. */
  | {
      readonly kind: 'answer';
      readonly items: readonly [Item, ...Item[]];
      readonly lead?: Lead;
      /** Yes or no to what the question claims; its item is the first. */
      readonly verdict?: Verdict;
      /** Where not all of the question is in what is shown: what else comes near it, the nearest first. */
      readonly nearest?: readonly Item[];
      readonly beside: Beside;
    }
  /** The sides of an issue next to each other. */
  | { readonly kind: 'compare'; readonly issue: string; readonly sides: readonly string[] }
  | { readonly kind: 'overview' }
  /** Asked whose something is, or who is right: no side is taken, and it is told who holds what on the issue. */
  | { readonly kind: 'no-side'; readonly issue?: string }
  /** Several questions at once, each decided by itself. */
  | {
      readonly kind: 'several';
      readonly parts: readonly { readonly typed: string; readonly decision: Decision }[];
    }
  /** Nothing was asked. */
  | { readonly kind: 'empty' }
  /** `nearest`: at most three, the nearest first; never an answer. */
  | {
      readonly kind: 'decline';
      readonly why: Why;
      readonly nearest: readonly Item[];
      readonly beside: Beside;
    };
