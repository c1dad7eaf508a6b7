/** A clock that can be set forward, to watch the days' editions come. It never goes back: what was sent was sent. */
export type PlayClock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Sets it to `at`; false when that is not later than now, or over `FURTHEST_MS` ahead. */
  set(at: number): boolean;
};

/** Ten years: further ahead the zones' rules are guesses. */
const FURTHEST_MS = 10 * 366 * 86_400_000;

export function createPlayClock(real: () => number): PlayClock {
  let ahead = 0;
  const now = () => real() + ahead;
  return {
    now,
    set(at) {
      if (!Number.isFinite(at) || at <= now() || at > real() + FURTHEST_MS) return false;
      ahead += at - now();
      return true;
    },
  };
}
