/** Paces sends below a platform's limit on requests a second. */
export interface Pace {
  /** Waits for a turn; `answered` is called when the request has been answered, or was not made after all. */
  turn(signal: AbortSignal): Promise<{ answered(): void }>;
}

const WINDOW_MS = 1_000;
/** Of the even distance between two sends; below one, so that a pause is made up for. */
const DISTANCE = 0.8;

export type PaceParts = {
  /** Requests in any second, just now; it may change between two turns. */
  readonly perSecond: () => number;
  /** A clock that only goes forward, in ms. */
  readonly now: () => number;
};

/**
 * Never more than `perSecond` requests in any second, wherever on their way they are: a request counts from its start
 * until a second after its answer, since the platform counted it somewhere in between.
 */
export function slidingPace({ perSecond, now }: PaceParts): Pace {
  /** Requests that the platform may still count: when each was answered, or undefined while it is under way. */
  const counted = new Set<{ answeredAt?: number }>();
  let lastAt = Number.NEGATIVE_INFINITY;
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
      const ms = missing();
      if (ms <= 0) break;
      await pause(ms, signal);
    }
    lastAt = now();
    const request: { answeredAt?: number } = {};
    counted.add(request);
    return {
      answered() {
        request.answeredAt ??= now();
      },
    };
  }

  /** How long until the next may go, as far as that is known now. */
  function missing(): number {
    const at = now();
    let oldest = Number.POSITIVE_INFINITY;
    for (const request of counted) {
      if (request.answeredAt === undefined) continue;
      if (request.answeredAt <= at - WINDOW_MS) counted.delete(request);
      else oldest = Math.min(oldest, request.answeredAt);
    }
    const most = perSecond();
    if (most < 1) return 50;
    if (counted.size >= most) return Number.isFinite(oldest) ? Math.max(1, oldest + WINDOW_MS - at) : 5;
    return lastAt + (WINDOW_MS / most) * DISTANCE - at;
  }
}

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
