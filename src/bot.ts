/** The bot that the platforms talk to: briefings behind it, and the one place that catches. */

import { LRUCache } from 'lru-cache';
import type { Briefing } from './briefing/briefing.ts';
import { fittingOf } from './ports/address.ts';
import type { Asked } from './ports/asked.ts';
import type { Ask, Bot, BriefingCard } from './ports/bot.ts';
import type { Chooser } from './ports/chooser.ts';
import type { Desk } from './ports/desk.ts';
import type { Log } from './ports/log.ts';
import type { Reply } from './reply/reply.ts';
import { DEFAULT_LOCALE, type Messages, type MessagesFor } from './show/messages/messages.ts';
import { createChoices } from './typed/chosen.ts';
import { complete } from './typed/complete.ts';
import { type Conversations, createConversations } from './typed/conversations.ts';
import { flagChoice, flagged, flagIn } from './typed/flag.ts';
import { following } from './typed/follow.ts';
import { knownIn } from './typed/knows.ts';
import { respond } from './typed/respond.ts';
import { questionOf, shared } from './typed/shared.ts';
import { understood } from './typed/understood.ts';
import { usageHint } from './typed/usage-hint.ts';

export type BotParts = {
  /** As they are now, at least one; asked for anew each time. The first is meant where none is named. */
  readonly briefings: readonly Briefing[];
  readonly desk: Desk;
  readonly log: Log;
  /** A short reference, new each time, for the person and the log. */
  readonly reference: () => string;
  readonly messagesFor: MessagesFor;
  /** A model that may choose among a briefing's items; without it the rules answer alone. */
  readonly chooser?: Chooser;
  /** Where what people ask is counted; without it nothing is, and nothing can be flagged. */
  readonly asked?: Asked;
};

/** Puts briefings, commands and desk together. */
export function createBot(parts: BotParts): Bot {
  const { desk, log, reference, messagesFor, asked } = parts;
  const read = recentlyRead();
  const conversations = createConversations();
  const choices = parts.chooser && createChoices(parts.chooser);
  const byId = (id: string) => parts.briefings.find((briefing) => briefing.id === id);
  const cards = new WeakMap<Briefing, BriefingCard>();
  const card = (briefing: Briefing): BriefingCard => {
    const known = cards.get(briefing) ?? cardOf(briefing, messagesFor(DEFAULT_LOCALE));
    cards.set(briefing, known);
    return known;
  };

  async function answerTo(ask: Ask, remember?: Conversations['remember']): Promise<Reply> {
    const briefing = byId(ask.briefing);
    const say = messagesFor(ask.locale);
    if (briefing === undefined) return refused(say.bot.unknownBriefing);
    if (ask.words.length > MOST_CHARS) {
      log.info({ ...whereOf(ask), characters: ask.words.length }, 'Too much was typed to be read');
      return refused(say.bot.tooLong(MOST_CHARS));
    }
    const [list, question] = /^\s*briefings(?:\s+(\S[\s\S]*))?$/iu.exec(ask.words) ?? [];
    if (list !== undefined)
      return listOf(parts.briefings, question, fittingOf(question ?? '', parts.briefings.map(card)), say);
    try {
      const before = conversations.before(ask);
      const flag = flagIn(ask.words);
      if (flag !== undefined) return flagged(flag, ask, before, asked, say);
      const words = following(ask.words, before, briefing, choices?.of(briefing));
      const meant = { ...ask, words };
      await choices?.settle(words, briefing, say);
      const made =
        read.get(briefing, meant, say) ?? read.keep(briefing, meant, say, answer(meant, briefing, say));
      if (made instanceof Promise) return await made;
      if (made.outcome !== 'help' && remember !== undefined) {
        remember(ask, words);
        count(meant, before, made, say);
      }
      return words === ask.words ? made : understood(made, words, say);
    } catch (error) {
      const ref = reference();
      log.error({ ref, err: error, ...whereOf(ask) }, 'An answer failed');
      return { ...refused(say.bot.failed(ref)), fault: ref };
    }
  }

  /** With the control by which a reader says that it is wrong, where anybody counts that. */
  function answer(ask: Ask, briefing: Briefing, say: Messages): Reply | Promise<Reply> {
    const made = respond(ask.words, ask, briefing, desk, say, choices?.of(briefing));
    if (made instanceof Promise || asked === undefined) return made;
    const isAnswer = made.outcome === 'answered' || made.outcome === 'not_covered';
    return isAnswer ? { ...made, flag: flagChoice(ask.words, say) } : made;
  }

  function count(ask: Ask, before: string | undefined, { outcome }: Reply, say: Messages): void {
    if (asked === undefined) return;
    const { platform, workspace } = ask.place;
    const row = { briefing: ask.briefing, platform, workspace, at: ask.at };
    const words = counted(ask.words, say);
    asked.note({ ...row, kind: 'asked', words, outcome });
    const last = before && counted(before, say);
    if (last && last !== words) asked.note({ ...row, kind: 'opened', words: last, next: words });
  }

  return {
    get briefings() {
      return parts.briefings.map(card);
    },
    messagesFor,

    // How much anybody may do is not its business.
    ignores: () => false,
    completes: () => true,
    hasRoom: async () => true,

    respond: (ask) => answerTo(ask, conversations.remember),

    async share(ask, by) {
      const reply = await answerTo({ ...ask, readBy: 'everybody' });
      return shared(reply, reply.words ?? ask.words, by, messagesFor(ask.locale));
    },

    complete(briefingId, typed, max, locale) {
      const briefing = byId(briefingId);
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

/** Every briefing by its command; with a question, those that it may be put to, each as a button. */
function listOf(
  briefings: readonly Briefing[],
  question: string | undefined,
  fitting: readonly BriefingCard[],
  say: Messages,
): Reply {
  const asked = question !== undefined && fitting.length > 1 ? question : undefined;
  const some =
    asked === undefined ? briefings : briefings.filter(({ id }) => fitting.some((one) => one.id === id));
  const items = some.map(({ title, command, about }) => [
    { bold: title },
    `: ${about}. `,
    { code: `/${command}` },
  ]);
  const buttons = some.map(({ id, title, command }) => ({
    label: title,
    says: asked ?? 'overview',
    types: `/${command}${asked === undefined ? '' : ` ${asked}`}`,
    briefing: id,
  }));
  return {
    outcome: asked === undefined ? 'answered' : 'help',
    blocks: [
      { kind: 'heading', text: asked === undefined ? say.story.briefings : say.story.whichBriefing },
      { kind: 'list', items },
      { kind: 'buttons', buttons },
      { kind: 'note', text: [say.story.howToReach] },
    ],
    shareable: asked === undefined,
  };
}

/** Discord's longest message. Nobody asks in more, and reading it would hold up the others. */
const MOST_CHARS = 4_000;

/** How many answers are kept, and how long the words may be that led to one. */
const KEPT = 500;
const KEPT_WORDS = 200;

/**
 * The answers that were read last, by their words: a reading command answers the same words the same way each time, as
 * long as the briefing is the same. They are told apart by being there at once; what the desk answers comes later, and
 * is never kept.
 */
function recentlyRead() {
  const kept = new WeakMap<Briefing, LRUCache<string, Reply>>();
  const keyOf = ({ words }: Ask, { locale }: Messages) => `${locale}\n${words}`;
  const of = (briefing: Briefing) => {
    const its = kept.get(briefing) ?? new LRUCache<string, Reply>({ max: KEPT });
    kept.set(briefing, its);
    return its;
  };
  return {
    get: (briefing: Briefing, ask: Ask, say: Messages): Reply | undefined =>
      of(briefing).get(keyOf(ask, say)),
    keep(briefing: Briefing, ask: Ask, say: Messages, made: Reply | Promise<Reply>): Reply | Promise<Reply> {
      if (made instanceof Promise || ask.words.length > KEPT_WORDS) return made;
      of(briefing).set(keyOf(ask, say), made);
      return made;
    },
  };
}

function cardOf(briefing: Briefing, say: Messages): BriefingCard {
  const { id, command, title, about, examples } = briefing;
  const sources = Object.fromEntries(
    briefing.sources.map((one) => [one.id, lineOf(one) || one.what || title]),
  );
  const knows = (words: string) => knownIn(words, briefing);
  return { id, command, title, about, examples, sources, knows, usageHint: usageHint(say) };
}

/** 'The headline, the publisher, the day', as far as they are known. */
function lineOf({ headline, publisher, published }: Briefing['sources'][number]): string {
  return [headline, publisher, published].filter((part) => part !== undefined && part !== '').join(', ');
}

/** As it is counted: what was asked, in a bearable length. */
function counted(words: string, say: Messages): string {
  return questionOf(words, say).slice(0, KEPT_WORDS);
}

/** Where it was, never what was typed: a person's words do not go into the log. */
function whereOf({ briefing, place }: Ask) {
  return { briefing, platform: place.platform, workspace: place.workspace, channel: place.channel };
}

function refused(sentence: string): Reply {
  return { outcome: 'refused', blocks: [{ kind: 'text', text: [sentence] }], shareable: false };
}
