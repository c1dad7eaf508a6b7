import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Bot } from '../../ports/bot.ts';
import { type Follow, followNothing, type Log } from '../../ports/log.ts';
import { Turns } from '../../ports/turns.ts';
import { actorOf } from './actor.ts';

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
  readonly #bot: Pick<Bot, 'ignores'>;
  readonly #underWay = new Set<Promise<void>>();
  readonly #turns = new Turns();
  #closed = false;

  constructor(bot: Pick<Bot, 'ignores'>, log: Log, follow: Follow = followNothing) {
    this.#bot = bot;
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
    const who = actorOf(event.body);
    // Whoever is over every limit costs no more than this: no token is looked up, and nothing read.
    if (who !== undefined && this.#bot.ignores(who)) return;
    const name = who === undefined ? '' : `${who.place.workspace} ${who.person.id}`;
    await this.#turns.of(name).patiently();
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
