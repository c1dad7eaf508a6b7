/** What the page can ask for: type, press, complete, see the digest, set the clock. */
import { addressed } from '../../ports/address.ts';
import { type Ask, type Bot, type Completion, knownPerson, type Place } from '../../ports/bot.ts';
import type { Shown as TellShown } from '../../ports/corrections.ts';
import { readControl } from '../../reply/control.ts';
import { itemsIn } from '../../reply/items.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import * as say from '../../show/messages/en/playground.ts';
import { DEFAULT_LOCALE, type Messages } from '../../show/messages/messages.ts';
import type { Conversation, Entry, Shown, Typed } from './conversation.ts';
import type { PagesShown, Show } from './show.ts';

export type HandlerParts = {
  readonly bot: Bot;
  readonly conversation: Conversation;
  readonly show: Show;
  /** A reply in words alone. */
  readonly words: (reply: Reply) => string;
  readonly place: Place;
  readonly now: () => number;
  readonly advance: (to: number) => Promise<boolean>;
  readonly sends: (briefing: string) => Promise<Reply | undefined>;
  /** Told of each answer that everybody reads. */
  readonly shown?: TellShown;
};

export type Handlers = ReturnType<typeof createHandlers>;

/** The digest's side of the page: this channel's state and its next sends in words, and the next edition. */
export type DigestView = {
  readonly now: number;
  readonly state: string;
  /** Whether there is a digest that could be ended. */
  readonly isSet: boolean;
  readonly sends: string;
  readonly next: Shown;
};

/** As many as are seen at once: the list never scrolls. */
const MOST_COMPLETIONS = 8;

export function createHandlers(parts: HandlerParts) {
  const { bot, conversation, show, place, now, advance } = parts;
  const messages = bot.messagesFor(DEFAULT_LOCALE);
  const first = bot.briefings[0];
  if (first === undefined) throw new Error('A bot has at least one briefing');

  const ask = ({ briefing, words, audience }: Omit<Rendering, 'say'>): Ask => ({
    briefing,
    words,
    place,
    person: knownPerson(say.YOU, { rank: 'member', room: 'public' }),
    readBy: audience === 'asker' ? 'asker' : 'everybody',
    locale: DEFAULT_LOCALE,
    at: now(),
  });

  const answer = async (rendering: Rendering, typed: string, how: Typed): Promise<Entry> => {
    const reply = await bot.respond(ask(rendering));
    const from = { kind: 'person', typed, how } as const;
    const shown = await show(reply, { ...rendering, words: reply.words ?? rendering.words });
    const entry = conversation.add({ at: now(), from, audience: rendering.audience, shown });
    if (rendering.audience === 'channel') await tell(entry, rendering, reply);
    return entry;
  };

  const tell = async ({ id }: Entry, { briefing }: Rendering, reply: Reply): Promise<void> => {
    const { platform, workspace, channel } = place;
    const message = String(id);
    await parts.shown?.(
      { platform, workspace, channel, message, briefing, locale: DEFAULT_LOCALE },
      itemsIn(reply.blocks),
    );
  };

  const turn = async (entry: Entry, rendering: Rendering, pages: PagesShown): Promise<void> => {
    const reply = await bot.respond(ask(rendering));
    conversation.replace(entry.id, await show(reply, rendering, pages), pages);
  };

  /** Entries whose answer was shown to all. */
  const sharedEntries = new Set<number>();

  /** The answer for all to see; the private one loses its button. A second press finds it done. */
  const shareOnce = async (entryId: number, of: { briefing: string; words: string }): Promise<void> => {
    if (sharedEntries.has(entryId)) return;
    sharedEntries.add(entryId);
    const rendering = { ...of, audience: 'channel', say: messages } as const;
    const reply = await bot.share(ask(rendering), { user: say.YOU });
    const entry = conversation.entry(entryId);
    if (entry !== undefined) {
      const shown = await show({ ...reply, blocks: reply.blocks.slice(1) }, rendering, entry.pages);
      conversation.replace(entryId, shown, entry.pages);
    }
    const from = {
      kind: 'person',
      typed: say.pressed(of.words, commandOf(of.briefing)),
      how: 'pressed',
    } as const;
    const shown = await show(reply, { ...rendering, sharedBy: say.YOU });
    const made = conversation.add({ at: now(), from, audience: 'channel', shown });
    await tell(made, rendering, reply);
  };

  const takeBack = async (entryId: number, briefing: string): Promise<void> => {
    const entry = conversation.entry(entryId);
    if (entry === undefined) return;
    const gone: Reply = {
      outcome: 'done',
      blocks: [{ kind: 'note', text: [messages.rendering.takenBack] }],
      shareable: false,
    };
    const shown = await show(gone, { briefing, words: '', audience: 'channel', say: messages });
    conversation.replace(entryId, shown, entry.pages);
  };

  return {
    briefings: bot.briefings,

    /** A line as in a chat: `/kuril …`, a mention of the bot, or a question by itself. */
    async type(line: string): Promise<void> {
      const mention = readMention(line);
      const { briefing, words } = addressed(mention ?? line, bot.briefings);
      const how =
        mention !== undefined ? 'mention' : line.trimStart().startsWith('/') ? 'command' : 'message';
      await answer(
        { briefing, words, audience: how === 'command' ? 'asker' : 'channel', say: messages },
        line,
        how,
      );
    },

    /** A control in an entry, on one platform's side. An id that is none of ours gets a friendly answer. */
    async press(entryId: number, platform: 'slack' | 'discord', id: string): Promise<void> {
      const read = readControl(id);
      const entry = conversation.entry(entryId);
      if (read.kind === 'unknown')
        return void (await answer(helpFor(first.id, messages), say.OLD_CONTROL, 'pressed'));
      const { briefing, words, action } = read.control;
      if (action.kind === 'page' && entry !== undefined) {
        const pages = { ...entry.pages, [platform]: action.page };
        return turn(entry, { briefing, words, audience: entry.audience, say: messages }, pages);
      }
      if (action.kind === 'share') return await shareOnce(entryId, { briefing, words });
      if (action.kind === 'take-back') return await takeBack(entryId, briefing);
      await answer(
        { briefing, words, audience: 'asker', say: messages },
        say.pressed(words, commandOf(briefing)),
        'pressed',
      );
    },

    complete(typed: string): readonly Completion[] {
      const { briefing, words } = addressed(typed, bot.briefings);
      return bot.complete(briefing, words, MOST_COMPLETIONS, DEFAULT_LOCALE);
    },

    /** The state of this channel's digest and its next edition, as the commands show them. */
    async digest(): Promise<DigestView> {
      const [status, next, sends] = await Promise.all([
        bot.respond(ask({ briefing: first.id, words: 'status', audience: 'asker' })),
        bot.respond(ask({ briefing: first.id, words: 'digest', audience: 'asker' })),
        parts.sends(first.id),
      ]);
      return {
        now: now(),
        state: parts.words(withoutControls(status)),
        isSet: status.outcome === 'answered',
        sends: sends === undefined ? '' : parts.words(sends),
        next: await show(next, { briefing: first.id, words: 'digest', audience: 'channel', say: messages }),
      };
    },

    advance,
  };

  function commandOf(briefing: string): string {
    return bot.briefings.find(({ id }) => id === briefing)?.command ?? briefing;
  }
}

/** The digest's side has buttons of its own. */
function withoutControls(reply: Reply): Reply {
  return { ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== 'buttons' && kind !== 'menu') };
}

function helpFor(briefing: string, messages: Messages): Rendering {
  return { briefing, words: 'help', audience: 'asker', say: messages };
}

/** The words after a leading mention of the bot; undefined where there is none. */
function readMention(line: string): string | undefined {
  const found = /^\s*@attach[eé](?![\p{L}\p{N}])[\s,:]*([\s\S]*)$/iu.exec(line.normalize('NFC'));
  return found?.[1]?.trim();
}
