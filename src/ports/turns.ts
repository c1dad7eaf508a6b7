/** Whose work begins next, where several people want something at once. */

/** How many rounds work may stand back for what still arrives; then it goes on, whatever arrives. */
const MOST_HELD_ROUNDS = 500;
const BEGIN_IN_A_ROUND = 8;
/** In a round in which more arrived. */
const BEGIN_MEANWHILE = 1;
/** What each piece of work costs whoever wants it: so long the next stands back behind others' first. */
const EACH_COSTS_MS = 1_000;
/** Nobody stands further back than that. */
const MOST_BACK_MS = 10_000;

/**
 * Lets a few pieces of work begin in each round of the event loop, and nearly none in a round in which more arrived:
 * so a thousand commands at once are all acknowledged before the thousandth is answered. Who comes alone does not
 * wait. Of those who wait, whoever has asked for least lately goes first, so that nobody who asks now and then stands
 * behind the queue of somebody who asks without end.
 */
export class Turns {
  readonly #waiting: Waiting[] = [];
  /** Until when what somebody had counts for them, by the clock of `elapsed`. */
  readonly #had = new Map<string, number>();
  readonly #elapsed: () => number;
  #running = false;
  #arrived = false;
  #held = 0;

  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** Waits for a turn; `who` is anything that tells people apart. */
  async next(who: string): Promise<void> {
    const turn = this.#turnOf(who);
    if (!this.#running) {
      this.#running = true;
      setImmediate(() => this.#round());
      return;
    }
    this.#arrived = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#waiting.findLastIndex((one) => one.turn <= turn);
    this.#waiting.splice(before + 1, 0, { turn, begin: resolve });
    await promise;
  }

  #turnOf(who: string): number {
    const now = this.#elapsed();
    const turn = Math.min(Math.max(now, this.#had.get(who) ?? 0), now + MOST_BACK_MS);
    this.#had.set(who, turn + EACH_COSTS_MS);
    return turn;
  }

  #round(): void {
    if (this.#waiting.length === 0) {
      this.#running = false;
      const now = this.#elapsed();
      for (const [who, until] of this.#had) if (until <= now) this.#had.delete(who);
      return;
    }
    const holds = this.#arrived && this.#held < MOST_HELD_ROUNDS;
    this.#arrived = false;
    this.#held = holds ? this.#held + 1 : 0;
    const begun = this.#waiting.splice(0, holds ? BEGIN_MEANWHILE : BEGIN_IN_A_ROUND);
    for (const { begin } of begun) begin();
    setImmediate(() => this.#round());
  }
}

type Waiting = { readonly turn: number; readonly begin: () => void };
