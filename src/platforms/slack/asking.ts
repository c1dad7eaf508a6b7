/** From what a person did in Slack to the pages of an answer. */
import type { Ask, Bot } from '../../ports/bot.ts';
import { type Pages, pageAt } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import type { SlackBody } from './blocks.ts';
import type { WebClient } from './clients.ts';
import type { Listening, SlackParts } from './parts.ts';
import * as say from './sentences.ts';

/** A response URL takes five messages. */
const MOST_RESPONSES = 5;

export type Asker = {
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  readonly client: WebClient;
};

export type Answered = { readonly pages: Pages<SlackBody>; readonly shareable: boolean };

/** Asks the bot and renders its reply. */
export async function answer(
  parts: Listening,
  asker: Asker,
  { briefing, words, audience }: Omit<Rendering, 'say'>,
): Promise<Answered> {
  const reply = await parts.bot.respond(askOf(parts, asker, briefing, words));
  return {
    pages: parts.render(reply, { briefing, words, audience, say: parts.bot.messagesFor(DEFAULT_LOCALE) }),
    shareable: reply.shareable,
  };
}

export function askOf(parts: SlackParts, asker: Asker, briefing: string, words: string): Ask {
  const { workspace, channel, user } = asker;
  return {
    briefing,
    words,
    place: { platform: 'slack', workspace, channel, kind: isDirect(channel) ? 'direct' : 'channel' },
    person: { id: user, mayManage: () => mayManage(parts, asker) },
    locale: DEFAULT_LOCALE,
    at: parts.now(),
  };
}

/** Direct messages with the bot, or, from the Home tab, the person. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D') || channel.startsWith('U') || channel.startsWith('W');
}

/**
 * Who can type or press something in a channel is a member of it: Slack offers neither to others. Where only admins
 * may change the digest, Slack is asked; when it does not say, nobody may.
 */
async function mayManage({ settings, log }: SlackParts, { client, user, channel }: Asker): Promise<boolean> {
  if (!settings.adminsOnly || isDirect(channel)) return true;
  try {
    const { user: found } = await client.users.info({ user });
    return found?.is_admin === true || found?.is_owner === true || found?.is_primary_owner === true;
  } catch (error) {
    log.warn({ error: String(error) }, 'Slack did not say whether somebody is an admin');
    return false;
  }
}

/** What is sent at first: one page whose controls lead on, or all of them, as far as a response URL goes. */
export function opening({ pages, paging }: Pages<SlackBody>, page = 1): SlackBody[] {
  if (paging === 'controls') return [pageAt({ pages, paging }, page)];
  if (pages.length <= MOST_RESPONSES) return [...pages];
  return [...pages.slice(0, MOST_RESPONSES - 1), note(say.TOO_LONG)];
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
