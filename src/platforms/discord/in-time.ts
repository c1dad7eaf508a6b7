import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Log } from '../../ports/log.ts';
import type { MessagesFor } from '../../show/messages/messages.ts';
import { type Request, sentence } from './body.ts';
import type { Ticket } from './incoming.ts';
import { loggable } from './refusals.ts';
import { type Line, type Manner, Response } from './response.ts';

/**
 * An answer that is there within this time is sent as the acknowledgement itself: one request instead of two. Far
 * below the three seconds that Discord waits.
 */
const PATIENCE_MS = 200;
/** With more than this many under way, each is acknowledged before any work, so that none waits for the others'. */
const CROWD = 8;

/** The interaction is over: answered by a replica, by an earlier try, or too late. Never answered a second time. */
const OVER: readonly (number | string)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

/** What is to be said: at least one message, the first as the answer, the others after it. */
export type Said = readonly [Request, ...Request[]];

/** Answers interactions within Discord's three seconds, however long an answer takes. Its methods never reject. */
export class InTime {
  readonly #line: Line;
  readonly #log: Log;
  readonly #messagesFor: MessagesFor;
  #underWay = 0;

  constructor(line: Line, log: Log, messagesFor: MessagesFor) {
    this.#line = line;
    this.#log = log;
    this.#messagesFor = messagesFor;
  }

  /** Acknowledges in time and says what `work` finds, or that it failed. */
  async say(ticket: Ticket, manner: Manner, work: () => Promise<Said>): Promise<void> {
    const response = new Response(this.#line, ticket, manner);
    const safely = () => work().catch((error: unknown): Said => [this.#apology(ticket, error)]);
    const turn = this.#line.turns.of(ticket.person);
    this.#underWay += 1;
    const crowded = this.#underWay > CROWD;
    await this.attempt(ticket, async () => {
      if (crowded) await turn.urgently();
      const later = crowded || ticket.acknowledgeFirst === true;
      const working = later ? undefined : safely();
      const ready = working && (await within(PATIENCE_MS, working));
      if (ready !== undefined) return this.#sayAll(ticket, response, ready, (one) => response.answer(one));
      await response.acknowledge();
      const late = await (working ?? turn.patiently().then(safely));
      await this.#sayAll(ticket, response, late, (one) => response.complete(one));
    });
    this.#underWay -= 1;
  }

  /** Runs it; an interaction that is over is no fault, anything else is logged. */
  async attempt({ id }: Ticket, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (isOver(error)) {
        this.#log.warn(
          { interaction: id, code: error.code },
          'An interaction was over before it was answered',
        );
        return;
      }
      const fields = { interaction: id, err: loggable(error), ref: referenceOf(id) };
      this.#log.error(fields, 'An interaction failed');
    }
  }

  async #sayAll(
    ticket: Ticket,
    response: Response,
    [first, ...more]: Said,
    answer: (request: Request) => Promise<void>,
  ): Promise<void> {
    await answer(first).catch((error: unknown) => {
      if (isOver(error)) throw error;
      // What Discord refused was not said, so saying sorry is no second answer.
      return answer(this.#apology(ticket, error));
    });
    for (const request of more) await response.followUp(request);
  }

  #apology({ id, locale }: Ticket, error: unknown): Request {
    const ref = referenceOf(id);
    this.#log.error({ interaction: id, err: loggable(error), ref }, 'An answer failed');
    const say = this.#messagesFor(locale);
    return sentence(say.discord.ourFault(ref), say);
  }
}

/** Short enough to be told, and found again in the log. */
export function referenceOf(snowflake: string): string {
  return BigInt(snowflake).toString(36).slice(-8);
}

function isOver(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && OVER.includes(error.code);
}

/** What the promise gives within `ms`, else nothing. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
