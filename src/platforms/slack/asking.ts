/** From what a person did in Slack to the pages of an answer. */
import type { Ask, Bot } from '../../ports/bot.ts';
import { itemsIn } from '../../reply/items.ts';
import { type Pages, pageAt } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import type { SlackBody } from './blocks.ts';
import type { Listening, SlackParts } from './parts.ts';
import { renderSlack } from './render.ts';
import { type Asker, isAlone, isDirect, personOf } from './standing.ts';

/** A response URL takes five messages. */
const MOST_RESPONSES = 5;
/** How long an answer waits for its pictures; what is not there then is put into words. */
const PICTURES_WITHIN_MS = 3_000;

export type Answered = {
  readonly pages: Pages<SlackBody>;
  readonly shareable: boolean;
  /** It was said a moment ago: a message gets no answer. */
  readonly again: boolean;
  /** The ids of the items that it shows. */
  readonly items: readonly string[];
};

/** Asks the bot and renders its reply. */
export async function answer(
  parts: Listening,
  asker: Asker,
  { briefing, words, audience }: Omit<Rendering, 'say'>,
): Promise<Answered> {
  const reply = await parts.bot.respond(askOf(parts, asker, { briefing, words, audience }));
  return await answered(parts, asker, reply, { briefing, words, audience });
}

/** A reply as pages, with names for people and the pictures that are there in time. */
export async function answered(
  parts: Listening,
  asker: Asker,
  reply: Reply,
  { briefing, words, audience, sharedBy }: Omit<Rendering, 'say'>,
): Promise<Answered> {
  const { workspace, client } = asker;
  const say = parts.bot.messagesFor(DEFAULT_LOCALE);
  const rendering = {
    briefing,
    words: reply.words ?? words,
    audience,
    say,
    ...(sharedBy !== undefined && { sharedBy }),
  };
  const named = await parts.names.in(reply, workspace, client, say);
  const to = { workspace, client, locale: say.locale };
  const pictures = await parts.uploads?.placesOf(named, to, PICTURES_WITHIN_MS);
  return {
    pages: pictures === undefined ? parts.render(named, rendering) : renderSlack(named, rendering, pictures),
    shareable: reply.shareable,
    again: reply.again === true,
    items: itemsIn(reply.blocks),
  };
}

export function askOf(
  parts: SlackParts,
  asker: Asker,
  { briefing, words, audience }: Omit<Rendering, 'say'>,
): Ask {
  const { room } = asker;
  return {
    briefing,
    words,
    ...whoOf(parts, asker),
    readBy: audience === 'asker' || isAlone(room) ? 'asker' : 'everybody',
    locale: DEFAULT_LOCALE,
    at: parts.now(),
  };
}

/** Whether there is room for a sentence that no answer is: to what only the asker sees, or the whole channel. */
export function hasRoom(parts: SlackParts, asker: Asker): Promise<boolean> {
  return parts.bot.hasRoom({ ...whoOf(parts, asker), readBy: 'asker' });
}

function whoOf(parts: SlackParts, asker: Asker): Pick<Ask, 'place' | 'person'> {
  const { workspace, channel } = asker;
  const kind = isDirect(channel) ? 'direct' : 'channel';
  return { place: { platform: 'slack', workspace, channel, kind }, person: personOf(parts, asker) };
}

/** What is sent at first: one page whose controls lead on, or all of them, as far as a response URL goes. */
export function opening(
  { pages, paging }: Pages<SlackBody>,
  { bot }: Pick<SlackParts, 'bot'>,
  page = 1,
): SlackBody[] {
  if (paging === 'controls') return [pageAt({ pages, paging }, page)];
  if (pages.length <= MOST_RESPONSES) return [...pages];
  return [...pages.slice(0, MOST_RESPONSES - 1), note(bot.messagesFor(DEFAULT_LOCALE).slack.TOO_LONG)];
}

/** The briefing's command, to say in a sentence; that of the first briefing where there is none such. */
export function commandOf(bot: Bot, briefing?: string): string {
  const card = bot.briefings.find(({ id }) => id === briefing) ?? bot.briefings[0];
  return card?.command ?? 'help';
}

export function note(sentence: string): SlackBody {
  return {
    text: sentence,
    blocks: [{ type: 'context', elements: [{ type: 'plain_text', text: sentence, emoji: false }] }],
  };
}
