import type { Outcome } from '../reply/reply.ts';
import type { Place } from './bot.ts';

/** What a reader says of an answer. */
export const FLAWS = ['wrong', 'missing', 'off'] as const;
export type Flaw = (typeof FLAWS)[number];

/** Something that people did with answers, without who did it. `words` is what was asked. */
export type AskedEntry = {
  readonly briefing: string;
  readonly platform: Place['platform'];
  readonly workspace: string;
  readonly words: string;
  readonly at: number;
} & (
  | { readonly kind: 'asked'; readonly outcome: Outcome }
  /** What was asked or pressed after it. */
  | { readonly kind: 'opened'; readonly next: string }
  | { readonly kind: 'flagged'; readonly flaw: Flaw }
  /** In words of their own: with the person, who wants to be answered, and the channel, so that it can be deleted. */
  | { readonly kind: 'said'; readonly said: string; readonly person: string; readonly channel: string }
);

/** Where what people ask is counted. */
export type Asked = {
  /** At once and never fails: it is written later. */
  note(entry: AskedEntry): void;
};

/** A row as it is counted: how often, and when last. */
export type AskedRow = {
  readonly kind: AskedEntry['kind'];
  readonly words: string;
  /** The outcome, what came next, the flaw, or what was said. */
  readonly detail: string;
  readonly person: string;
  readonly count: number;
  readonly lastAt: number;
};

export interface AskedStore {
  note(entries: readonly AskedEntry[]): Promise<void>;
  /** Of a briefing, what came most often first. */
  rows(briefing: string): Promise<readonly AskedRow[]>;
}
