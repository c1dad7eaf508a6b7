/** Whose work begins next, where several people want something at once. */
import { LRUCache } from 'lru-cache';

/** How many rounds work may stand back for what still arrives; then it goes on, whatever arrives. */
const MOST_HELD_ROUNDS = 500;
/** So few that a round is short: whoever comes anew waits for one round, not for what it holds. */
const BEGIN_IN_A_ROUND = 2;
/** Acknowledgements are short, and a thousand have three seconds. */
const BEGIN_URGENT = 16;
/** In a round in which more arrived. */
const BEGIN_MEANWHILE = 1;
/** For so long each thing counts for whoever wanted it. */
const EACH_COUNTS_MS = 1_000;
/** More than that never counts. */
const MOST_COUNTS_MS = 10_000;
/** How far each thing that counts puts its owner's next one back: behind all that others ask first within that time. */
const BACK_FOR_EACH_MS = 30_000;
/** More than ask within the time that anything counts; whoever was quiet for longest is forgotten. */
const MOST_PEOPLE = 10_000;
/** So much sooner comes what is urgent: an acknowledgement, for which a platform waits three seconds. */
const URGENT_MS = 1_500;

/** The place in the queue of one thing that somebody wants. */
export type Turn = {
  /** Waits until it may be acknowledged. */
  urgently(): Promise<void>;
  /** Waits until it may be worked on. */
  patiently(): Promise<void>;
};

/**
 * Lets a few pieces of work begin in each round of the event loop, and nearly none in a round in which more arrived:
 * so a thousand commands at once are all acknowledged before the thousandth is answered. Who comes alone does not
 * wait. Of those who wait, whoever has asked for least lately goes first, so that nobody who asks now and then stands
 * behind the queue of somebody who asks without end.
 */
export class Turns {
  readonly #waiting: Waiting[] = [];
  /** Until when what somebody wanted counts for them, by the clock of `elapsed`. */
  readonly #had = new LRUCache<string, number>({ max: MOST_PEOPLE });
  readonly #elapsed: () => number;
  #running = false;
  #arrived = false;
  #held = 0;

  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** For one thing that somebody wants; `who` is anything that tells people apart. */
  of(who: string): Turn {
    const now = this.#elapsed();
    const counts = Math.min(Math.max(0, (this.#had.get(who) ?? 0) - now), MOST_COUNTS_MS);
    this.#had.set(who, now + counts + EACH_COUNTS_MS);
    const at = now + (counts / EACH_COUNTS_MS) * BACK_FOR_EACH_MS;
    return {
      urgently: () => this.#wait(at - URGENT_MS, true),
      patiently: () => this.#wait(at, false),
    };
  }

  async #wait(at: number, urgent: boolean): Promise<void> {
    if (!this.#running) {
      this.#running = true;
      setImmediate(() => this.#round());
      return;
    }
    this.#arrived = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#waiting.findLastIndex((one) => one.at <= at);
    this.#waiting.splice(before + 1, 0, { at, urgent, begin: resolve });
    await promise;
  }

  #round(): void {
    if (this.#waiting.length === 0) {
      this.#running = false;
      return;
    }
    const holds = this.#arrived && this.#held < MOST_HELD_ROUNDS;
    this.#arrived = false;
    this.#held = holds ? this.#held + 1 : 0;
    for (const { begin } of this.#next(holds ? BEGIN_MEANWHILE : BEGIN_IN_A_ROUND)) begin();
    setImmediate(() => this.#round());
  }

  /** The first of those who wait, with so many of them at most that are not urgent. */
  #next(mostPatient: number): Waiting[] {
    let [urgent, patient] = [0, 0];
    const end = this.#waiting.findIndex((one) => {
      if (one.urgent) urgent += 1;
      else patient += 1;
      return urgent > BEGIN_URGENT || patient > mostPatient;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }
}

type Waiting = { readonly at: number; readonly urgent: boolean; readonly begin: () => void };
