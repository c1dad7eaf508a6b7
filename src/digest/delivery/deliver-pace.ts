/** Paces sends below a platform's limit on requests a second. */
export interface Pace {
  /** Waits for a turn; `answered` is called when the request has been answered, or was not made after all. */
  turn(signal: AbortSignal): Promise<{ answered(): void }>;
}

const WINDOW_MS = 1_000;
/** Of the even distance between two sends; below one, so that a pause is made up for. */
const DISTANCE = 0.8;
/** What came late by so much is made up for at once: on a busy machine every timer is late. */
const CATCH_UP_MS = 200;
/** Until a limit of nothing, or requests that are all under way, are looked at again. */
const NOTHING_MS = 50;
const UNDER_WAY_MS = 5;
/** The way there and back is as long as the shortest of so many, which another route may have taken. */
const WAYS_KEPT = 200;

export type PaceParts = {
  /** Requests in any second, just now; it may change between two turns. */
  readonly perSecond: () => number;
  /** A clock that only goes forward, in ms. */
  readonly now: () => number;
};

/** Never more than `perSecond` requests in any second, wherever on their way they are. */
export function slidingPace({ perSecond, now }: PaceParts): Pace {
  const counted = countingRequests();
  let line: Promise<unknown> = Promise.resolve();

  return {
    turn(signal) {
      const mine = line.then(() => wait(signal));
      line = mine.catch(() => undefined);
      return mine;
    },
  };

  async function wait(signal: AbortSignal): Promise<{ answered(): void }> {
    for (;;) {
      signal.throwIfAborted();
      const most = perSecond();
      const ms = counted.missing(now(), most);
      if (ms <= 0) {
        const answered = counted.begin(now(), most);
        return { answered: () => answered(now()) };
      }
      await pause(ms, signal);
    }
  }
}

/**
 * Which requests the platform may still count in the second that it looks at. It counted each somewhere between its
 * start and its answer. The least that the way there and back takes is the same for all, so of two requests only what
 * their answers took beyond that can bring their arrivals closer together or further apart: a request counts from its
 * start until a second after its answer, less the shortest way. Where all take 150 ms that costs nothing. Pure but for
 * what it keeps; all in ms of one clock.
 */
export function countingRequests() {
  const counted = new Set<Request>();
  const ways: number[] = [];
  let nextAt = Number.NEGATIVE_INFINITY;

  return {
    /** A request leaves, one of `most` a second; what it hands back is told when it has been answered. */
    begin(at: number, most: number): (answeredAt: number) => void {
      nextAt = Math.max(nextAt, at - CATCH_UP_MS) + (WINDOW_MS / most) * DISTANCE;
      const request: Request = { at };
      counted.add(request);
      return (answeredAt) => {
        if (request.answeredAt !== undefined) return;
        request.answeredAt = answeredAt;
        ways.push(answeredAt - at);
        if (ways.length > WAYS_KEPT) ways.shift();
      };
    },

    /** How long until the next may go, as far as that is known at `at`. */
    missing(at: number, most: number): number {
      const way = Math.min(...ways);
      let oldest = Number.POSITIVE_INFINITY;
      for (const request of counted) {
        if (request.answeredAt === undefined) continue;
        const until = request.answeredAt - way + WINDOW_MS;
        if (until <= at) counted.delete(request);
        else oldest = Math.min(oldest, until);
      }
      if (most < 1) return NOTHING_MS;
      if (counted.size >= most) return Number.isFinite(oldest) ? Math.max(1, oldest - at) : UNDER_WAY_MS;
      return nextAt - at;
    },
  };
}

type Request = { readonly at: number; answeredAt?: number };

/** Ends early, without an error, when it is told to stop: the caller looks at the signal itself. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
