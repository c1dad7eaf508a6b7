/** An article that was read: its paragraphs, and what each of them is. */
import type { Part } from './layout/layout.ts';

export type Article = {
  /** The source's non-blank lines; paragraph 1 at index 0. */
  readonly paragraphs: readonly string[];
  readonly parts: readonly Part[];
  /** Of each duplicate, the paragraph that says the same; both count from 1. */
  readonly same: ReadonlyMap<number, number>;
  readonly head: Head;
};

/** What the article says of itself, with the paragraphs in which it does. */
export type Head = {
  readonly headline?: string;
  readonly author?: string;
  readonly dateline?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** The day of publication. */
  readonly published?: string;
  readonly paragraphs: readonly number[];
  /** Where the day was taken from, if the text does not give it whole. */
  readonly publishedWhy?: string;
};
