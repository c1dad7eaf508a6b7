import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { type Follow, followNothing, type Log } from '../../ports/log.ts';

/** Where a receiver's events go. */
export type Sink = Pick<App, 'processEvent'>;

/**
 * Acknowledges whatever arrives before anything is done with it: Slack waits 3 s, and even finding out whose token
 * answers may take longer on a bad day. Bolt's own acknowledgement by then does nothing.
 *
 * An acknowledgement that fails does not keep the answer back: Slack delivers events again, which is noticed, and a
 * response URL works all the same. Keeps count of what is under way, so that a stop can wait for it.
 */
export class PromptReceiver implements Receiver {
  readonly sink: Sink;
  #app: App | undefined;
  readonly #log: Log;
  readonly #underWay = new Set<Promise<void>>();
  readonly #turns = new Turns();
  #closed = false;

  constructor(log: Log, follow: Follow = followNothing) {
    this.#log = log;
    this.sink = {
      processEvent: async (event) => {
        if (!this.#closed) await follow(() => this.#track(this.#take(event)));
      },
    };
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  /** Takes nothing more. What is not acknowledged, Slack delivers again, or tells whoever asked. */
  close(): void {
    this.#closed = true;
  }

  /** Waits until nothing is under way, at most `withinMs`. */
  async settle(withinMs: number): Promise<void> {
    const late = AbortSignal.timeout(withinMs);
    const over = new Promise<void>((resolve) => late.addEventListener('abort', () => resolve()));
    while (this.#underWay.size > 0 && !late.aborted)
      await Promise.race([Promise.allSettled([...this.#underWay]), over]);
  }

  async #take(event: ReceiverEvent): Promise<void> {
    try {
      await event.ack();
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'Slack could not be told that something arrived');
    }
    await this.#turns.next();
    await this.#app?.processEvent({ ...event, ack: async () => {} });
  }

  async #track(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    try {
      await work;
    } catch (error) {
      // Bolt hands its own errors to the app's handler; what still arrives here is a payload that it cannot read.
      this.#log.warn({ error: String(error) }, 'Something from Slack could not be read');
    } finally {
      this.#underWay.delete(work);
    }
  }
}

/** How many rounds work may stand back for what still arrives; then it goes on, whatever arrives. */
const MOST_HELD_ROUNDS = 500;
const BEGIN_AT_ONCE = 8;

/**
 * Lets a few pieces of work begin in each round of the event loop, and none in a round in which more arrived: so a
 * thousand commands at once are all acknowledged before the thousandth is answered. Who comes alone does not wait.
 */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #running = false;
  #arrived = false;
  #held = 0;

  async next(): Promise<void> {
    if (!this.#running) {
      this.#running = true;
      setImmediate(() => this.#round());
      return;
    }
    this.#arrived = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
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
    if (!holds) for (const next of this.#waiting.splice(0, BEGIN_AT_ONCE)) next();
    setImmediate(() => this.#round());
  }
}
