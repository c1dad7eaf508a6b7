/**
 * How much one person may do, and how much one channel is made to see: the one table of the numbers. What is over it
 * is answered by one sentence that says when it goes on.
 */
import type { Who } from './bot.ts';

/** So many within a span that begins with the first of them. */
export type Limit = { readonly whose: 'person' | 'channel'; readonly most: number; readonly inMs: number };

const MINUTE = 60_000;

export const LIMITS = {
  /** Whatever somebody types or presses. Reading costs nobody but this process, so each counts by itself. */
  ask: [
    { whose: 'person', most: 8, inMs: 5_000 },
    { whose: 'person', most: 40, inMs: MINUTE },
  ],
  /** An answer that a whole channel reads: to a mention, or shared. */
  show: [
    { whose: 'person', most: 10, inMs: 5 * MINUTE },
    { whose: 'channel', most: 30, inMs: 5 * MINUTE },
  ],
  /** An edition posted at once: each uses up a spotlight. */
  'digest now': [
    { whose: 'person', most: 3, inMs: 10 * MINUTE },
    { whose: 'channel', most: 3, inMs: 60 * MINUTE },
  ],
  /** A change of a channel's digest, which is said in the channel. */
  change: [
    { whose: 'person', most: 6, inMs: 10 * MINUTE },
    { whose: 'channel', most: 10, inMs: 10 * MINUTE },
  ],
} as const satisfies Record<string, readonly Limit[]>;

export type Limited = keyof typeof LIMITS;

/** What is over one of these is left out, and nothing is said about it. */
export const SILENT_LIMITS = {
  /** Words offered while somebody types: as fast as anybody does, and no faster. */
  completion: [
    { whose: 'person', most: 40, inMs: 5_000 },
    { whose: 'person', most: 240, inMs: MINUTE },
  ],
  /** Where only a whole channel can be told that somebody is over a limit. */
  notice: [{ whose: 'channel', most: 1, inMs: MINUTE }],
} as const satisfies Record<string, readonly Limit[]>;

/** The same line about a digest, said last in its channel, is not said again within this time. */
export const SAME_LINE_MS = MINUTE;

export type Taken =
  /** `giveBack`: it came to nothing, and does not count. */
  | { readonly kind: 'within'; giveBack(): Promise<void> }
  /** `again`: the person was told a moment ago already. */
  | {
      readonly kind: 'reached';
      readonly limit: Limit;
      readonly leftMs: number;
      readonly again: boolean;
    };

export interface Limits {
  /** Counts one more of it, or says that there are enough: then nothing of it counts but that it was tried. */
  take(what: Limited, who: Who): Promise<Taken>;
  /**
   * Whether somebody goes on and on, though they are told: nothing more is done for them until it is over. Counts what
   * they did; asked once for each thing that comes, before anything else is done about it.
   */
  ignores(who: Who): boolean;
  /** Whether words are completed for somebody; counts it. */
  completes(who: Who): boolean;
  /** Whether a whole channel may be told that somebody asks too much; counts it. */
  tells(who: Who): Promise<boolean>;
}

/** `until`: when the span ends, by the clock of whoever counts. It names the span. */
export type Counted = { readonly count: number; readonly leftMs: number; readonly until: number };

/** Counts within spans of time. A span begins with the first that is counted in it. */
export interface Tally {
  /** Counts one more: how many it is then, and how long the span still lasts. */
  count(key: string, spanMs: number): Promise<Counted>;
  /** Counts one less in that very span; one that is over is left alone, and so is the one after it. */
  takeBack(key: string, until: number): Promise<void>;
}
