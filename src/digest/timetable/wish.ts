/** What is asked for of a channel's timetable, and the words for it. */
import type { Subscription, Weekday } from '../../ports/store.ts';
import { dayWords } from './words-days.ts';
import { rhythmWords, type WantedRhythm } from './words-rhythm.ts';
import { zoneWord } from './zones.ts';

/** What was asked for; what was not named is left out. */
export type Wish = {
  readonly time?: string;
  readonly days?: readonly Weekday[];
  readonly zone?: string;
  readonly rhythm?: WantedRhythm;
  readonly whenAllShown?: Subscription['whenAllShown'];
};

/** A way on: `words` is a whole line after `subscribe`. */
export type WayOn = { readonly label: string; readonly words: string };

export type ReadWords =
  /** `choose`: the card is asked for with this choice in it; nothing is changed yet. */
  | { readonly kind: 'read'; readonly wish: Wish; readonly choose: boolean }
  /** `typed` may mean several things: each is a way on. */
  | {
      readonly kind: 'several';
      readonly what: 'time' | 'zone' | 'day' | 'rhythm';
      readonly typed: string;
      readonly ways: readonly WayOn[];
    }
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: readonly WayOn[] }
  /** More often than once a day, or once only: neither is to be had. */
  | { readonly kind: 'interval'; readonly typed: string }
  | { readonly kind: 'too-long'; readonly most: number };

/** The line that `readWords` reads back as this wish; short, since it travels in controls. */
export function lineOf(
  wish: Wish,
  zoneAs = wish.zone === undefined ? undefined : zoneWord(wish.zone),
): string {
  const words = [
    wish.time,
    wish.rhythm !== undefined
      ? rhythmWords(wish.rhythm, wish.days)
      : wish.days === undefined
        ? undefined
        : dayWords(wish.days),
    zoneAs,
    wish.whenAllShown === undefined ? undefined : ENDING_WORDS[wish.whenAllShown],
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

const ENDING_WORDS = { 'go-quiet': 'then stop', 'start-over': 'start over' } as const;
