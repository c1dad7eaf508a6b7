import { DiscordAPIError, type Interaction, type REST, RESTJSONErrorCodes } from 'discord.js';
import type { Ask, Bot, BriefingCard } from '../../ports/bot.ts';
import type { Log } from '../../ports/log.ts';
import { pageAt } from '../../reply/pages.ts';
import type { Reply } from '../../reply/reply.ts';
import { type Render, type Request, sentence } from './body.ts';
import { choicesFor } from './completion.ts';
import { Gate } from './gate.ts';
import { type Incoming, type Origin, readInteraction } from './incoming.ts';
import { loggable } from './refusals.ts';
import { type Line, type Manner, Response } from './response.ts';
import { ourFault, outdatedControl } from './sentences.ts';

/**
 * An answer that is there within this time is sent as the acknowledgement itself: one request instead of two. Far
 * below the three seconds that Discord waits.
 */
export const PATIENCE_MS = 200;
/** With more than this many under way, each is acknowledged before any work, so that none waits for the others'. */
export const CROWD = 8;
/** Requests at once: at Discord's usual 150 ms each, a thousand acknowledgements take a second and a half. */
const AT_ONCE = 100;

/** The interaction is over: answered by a replica, by an earlier try, or too late. Never answered a second time. */
const OVER: readonly (number | string)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

type Parts = {
  readonly bot: Bot;
  readonly rest: REST;
  readonly render: Render;
  readonly log: Log;
  readonly now: () => number;
};

/** What is to be said: at least one message, the first as the answer, the others after it. */
type Said = readonly [Request, ...Request[]];

/** Answers commands, controls and completions. What it returns never rejects. */
export function interactionAnswerer({ bot, rest, render, log, now }: Parts) {
  const line: Line = { rest, gate: new Gate(AT_ONCE) };
  let underWay = 0;

  return async (interaction: Interaction): Promise<void> => {
    underWay += 1;
    try {
      await answer(readInteraction(interaction));
    } catch (error) {
      log.error(
        { err: loggable(error), interaction: interaction.id },
        'An interaction could not be answered',
      );
    } finally {
      underWay -= 1;
    }
  };

  async function answer(incoming: Incoming): Promise<void> {
    switch (incoming.kind) {
      case 'nothing':
        return;
      case 'completion': {
        const briefing = bot.briefings.find(({ command }) => command === incoming.command);
        if (briefing === undefined) return;
        const response = new Response(line, incoming.ticket, 'private');
        const choices = choicesFor(bot, briefing, incoming.typed);
        return attempt(incoming.ticket.id, () => response.offer(choices));
      }
      case 'command': {
        const briefing = bot.briefings.find(({ command }) => command === incoming.command);
        if (briefing === undefined) return;
        const { origin, words } = incoming;
        const manner = origin.room === 'direct' ? 'public' : 'private';
        return deliver(origin, manner, async () => said(origin, manner, briefing.id, words));
      }
      case 'outdated':
        return deliver(incoming.origin, 'private', async () => [sentence(outdatedControl(commandName()))]);
      case 'control':
        return press(incoming);
    }
  }

  async function press({ control, origin, on }: Extract<Incoming, { kind: 'control' }>): Promise<void> {
    const { action, briefing, words } = control;
    if (!bot.briefings.some(({ id }) => id === briefing)) {
      return deliver(origin, 'private', async () => [sentence(outdatedControl(commandName()))]);
    }
    const alone = origin.room === 'direct';
    if (action.kind === 'share')
      return deliver(origin, 'public', () => said(origin, 'public', briefing, words));
    if (action.kind === 'say') {
      const manner = alone ? 'public' : 'private';
      return deliver(origin, manner, () => said(origin, manner, briefing, words));
    }
    // A page of what everybody reads is turned for the one who asked, not under the others' eyes.
    const manner = on === 'message-of-one' ? 'in-place' : 'private';
    return deliver(origin, manner, async () => {
      const shown = alone ? 'public' : 'private';
      return [pageAt(await rendered(origin, shown, briefing, words), action.page)];
    });
  }

  async function said(origin: Origin, manner: Manner, briefing: string, words: string): Promise<Said> {
    const { pages, paging } = await rendered(origin, manner, briefing, words);
    const [first, ...rest] = pages;
    return [first, ...(paging === 'all-at-once' ? rest : [])];
  }

  async function rendered(origin: Origin, manner: Manner, briefing: string, words: string) {
    const ask: Ask = { briefing, words, place: origin.place, person: origin.person, at: now() };
    const reply: Reply = await bot.respond(ask);
    return render(reply, { briefing, words, audience: manner === 'public' ? 'channel' : 'asker' });
  }

  /** Acknowledges in time and answers, whatever `work` does. */
  async function deliver(origin: Origin, manner: Manner, work: () => Promise<Said>): Promise<void> {
    const { id } = origin.ticket;
    const response = new Response(line, origin.ticket, manner);
    const safely = () => work().catch((error: unknown) => [apology(id, error)] as Said);
    return attempt(id, async () => {
      const working = underWay > CROWD ? undefined : safely();
      const ready = working && (await within(PATIENCE_MS, working));
      if (ready !== undefined) {
        await response.answer(ready[0]);
        return followUps(response, ready);
      }
      await response.acknowledge();
      const late = await (working ?? line.gate.turn().then(safely));
      await response.complete(late[0]).catch((error: unknown) => {
        if (isOver(error)) throw error;
        return response.complete(apology(id, error));
      });
      await followUps(response, late);
    });
  }

  async function followUps(response: Response, [, ...more]: Said): Promise<void> {
    for (const request of more) await response.followUp(request);
  }

  /** Runs it; an interaction that is over is no fault, anything else is logged. */
  async function attempt(id: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (isOver(error)) {
        log.warn({ interaction: id, code: error.code }, 'An interaction was over before it was answered');
      } else
        log.error({ interaction: id, err: loggable(error), ref: referenceOf(id) }, 'An interaction failed');
    }
  }

  function apology(id: string, error: unknown): Request {
    const reference = referenceOf(id);
    log.error({ interaction: id, err: loggable(error), ref: reference }, 'An answer failed');
    return sentence(ourFault(reference));
  }

  function commandName(): string {
    return (bot.briefings[0] as BriefingCard | undefined)?.command ?? '';
  }
}

/** Short enough to be told, and found again in the log. */
export function referenceOf(snowflake: string): string {
  return /^\d{1,20}$/.test(snowflake) ? BigInt(snowflake).toString(36).slice(-8) : snowflake.slice(-8);
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
