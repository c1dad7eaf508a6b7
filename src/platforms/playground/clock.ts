/** A clock that can be set forward, to watch the days' editions come. It never goes back: what was sent was sent. */
export type PlayClock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Whether it may be set to `at`: later than now, and no more than `FURTHEST_MS` ahead of the real time. */
  may(at: number): boolean;
  /** Sets it to `at` where it may; else it stays. */
  set(at: number): void;
};

/** Ten years: further ahead the zones' rules are guesses. */
const FURTHEST_MS = 10 * 366 * 86_400_000;

export function createPlayClock(real: () => number): PlayClock {
  let ahead = 0;
  const now = () => real() + ahead;
  const may = (at: number) => Number.isFinite(at) && at > now() && at <= real() + FURTHEST_MS;
  return {
    now,
    may,
    set(at) {
      if (may(at)) ahead += at - now();
    },
  };
}
