/** The bot that the platforms talk to: briefings behind it, and the one place that catches. */

import { LRUCache } from 'lru-cache';
import type { Briefing } from './briefing/briefing.ts';
import type { Ask, Bot, BriefingCard } from './ports/bot.ts';
import type { Desk } from './ports/desk.ts';
import type { Log } from './ports/log.ts';
import type { Reply } from './reply/reply.ts';
import { DEFAULT_LOCALE, type Messages, type MessagesFor } from './show/messages/messages.ts';
import { complete } from './typed/complete.ts';
import { type Conversations, createConversations } from './typed/conversations.ts';
import { following } from './typed/follow.ts';
import { respond } from './typed/respond.ts';
import { shared } from './typed/shared.ts';
import { understood } from './typed/understood.ts';
import { usageHint } from './typed/usage-hint.ts';

export type BotParts = {
  /** At least one; the first is meant where none is named. */
  readonly briefings: readonly Briefing[];
  readonly desk: Desk;
  readonly log: Log;
  /** A short reference, new each time, for the person and the log. */
  readonly reference: () => string;
  readonly messagesFor: MessagesFor;
};

/** Puts briefings, commands and desk together. */
export function createBot({ briefings, desk, log, reference, messagesFor }: BotParts): Bot {
  const read = recentlyRead();
  const conversations = createConversations();
  const byId = new Map(briefings.map((briefing) => [briefing.id, briefing]));

  async function answerTo(ask: Ask, remember?: Conversations['remember']): Promise<Reply> {
    const briefing = byId.get(ask.briefing);
    const say = messagesFor(ask.locale);
    if (briefing === undefined) return refused(say.bot.unknownBriefing);
    if (/^\s*briefings\s*$/iu.test(ask.words)) return listOf(briefings, say);
    try {
      const words = following(ask.words, conversations.before(ask), briefing);
      const asked = { ...ask, words };
      const made = read.get(asked, say) ?? read.keep(asked, say, respond(words, asked, briefing, desk, say));
      if (made instanceof Promise) return await made;
      if (made.outcome !== 'help') remember?.(ask, words);
      return words === ask.words ? made : understood(made, words, say);
    } catch (error) {
      const ref = reference();
      log.error({ ref, err: error, ...whereOf(ask) }, 'An answer failed');
      return { ...refused(say.bot.failed(ref)), fault: ref };
    }
  }

  return {
    briefings: briefings.map((briefing) => cardOf(briefing, messagesFor(DEFAULT_LOCALE))),
    messagesFor,

    respond: (ask) => answerTo(ask, conversations.remember),

    async share(ask, by) {
      const reply = await answerTo({ ...ask, readBy: 'everybody' });
      return shared(reply, reply.words ?? ask.words, by, messagesFor(ask.locale));
    },

    complete(briefingId, typed, max, locale) {
      const briefing = byId.get(briefingId);
      if (briefing === undefined) return [];
      try {
        return complete(briefing, typed, max, messagesFor(locale));
      } catch (error) {
        log.error({ err: error, briefing: briefingId }, 'A completion failed');
        return [];
      }
    },
  };
}

/** Every briefing by its command: what to type to ask it. */
function listOf(briefings: readonly Briefing[], say: Messages): Reply {
  const items = briefings.map(({ title, command, about }) => [
    { bold: title },
    `: ${about}. `,
    { code: `/${command}` },
  ]);
  return {
    outcome: 'answered',
    blocks: [
      { kind: 'heading', text: say.story.briefings },
      { kind: 'list', items },
      { kind: 'note', text: [say.story.howToReach] },
    ],
    shareable: true,
  };
}

/** How many answers are kept, and how long the words may be that led to one. */
const KEPT = 500;
const KEPT_WORDS = 200;

/**
 * The answers that were read last, by their words: a reading command answers the same words the same way each time.
 * They are told apart by being there at once; what the desk answers comes later, and is never kept.
 */
function recentlyRead() {
  const kept = new LRUCache<string, Reply>({ max: KEPT });
  const keyOf = ({ briefing, words }: Ask, { locale }: Messages) => `${locale}\n${briefing}\n${words}`;
  return {
    get: (ask: Ask, say: Messages): Reply | undefined => kept.get(keyOf(ask, say)),
    keep(ask: Ask, say: Messages, made: Reply | Promise<Reply>): Reply | Promise<Reply> {
      if (made instanceof Promise || ask.words.length > KEPT_WORDS) return made;
      kept.set(keyOf(ask, say), made);
      return made;
    },
  };
}

function cardOf({ id, command, title, about, examples }: Briefing, say: Messages): BriefingCard {
  return { id, command, title, about, examples, usageHint: usageHint(say) };
}

/** Where it was, never what was typed: a person's words do not go into the log. */
function whereOf({ briefing, place }: Ask) {
  return { briefing, platform: place.platform, workspace: place.workspace, channel: place.channel };
}

function refused(sentence: string): Reply {
  return { outcome: 'refused', blocks: [{ kind: 'text', text: [sentence] }], shareable: false };
}
