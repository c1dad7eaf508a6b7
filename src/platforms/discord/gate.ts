/**
 * Lets so many requests through at once. A burst without it opens a connection for each, more than a server's backlog
 * takes, and those that it drops are tried again by the network only after seconds: too late to acknowledge.
 */
export class Gate {
  readonly #most: number;
  #inside = 0;
  /** Acknowledgements go first: they alone have a deadline. */
  readonly #urgent: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs `act` when there is room; gives what it gives, throws what it throws. */
  async pass<T>(hurry: 'urgent' | 'patient', act: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#most) {
      await new Promise<void>((resolve) => {
        (hurry === 'urgent' ? this.#urgent : this.#waiting).push(resolve);
      });
    } else this.#inside += 1;
    try {
      return await act();
    } finally {
      const next = this.#urgent.shift() ?? this.#waiting.shift();
      // Whoever waits takes the place over, so nobody slips in between.
      if (next === undefined) this.#inside -= 1;
      else next();
    }
  }
}
