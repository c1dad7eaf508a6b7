import { DiscordAPIError, MessageType, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { addressed } from '../../ports/address.ts';
import type { Bot, Place } from '../../ports/bot.ts';
import type { Shown } from '../../ports/corrections.ts';
import type { Log } from '../../ports/log.ts';
import type { SeenStore } from '../../ports/store.ts';
import type { Turns } from '../../ports/turns.ts';
import { itemsIn } from '../../reply/items.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { type Render, type Request, sentence } from './body.ts';
import { referenceOf } from './in-time.ts';
import { isSnowflake } from './incoming.ts';
import { loggable, readRefusal } from './refusals.ts';
import { type Permissions, whoWrote } from './standing.ts';

/** After a reconnect Discord replays what was missed, at most minutes old. */
const REMEMBERED_MS = 3_600_000;
const NONCE_CHARS = 25;

/** A question typed as a message: a mention in a channel, or anything in a direct message. */
export type Question = {
  readonly id: string;
  readonly words: string;
  readonly place: Place;
  readonly author: string;
};

type Parts = {
  readonly bot: Bot;
  readonly rest: REST;
  readonly token: string;
  readonly render: Render;
  readonly permissions: Permissions;
  readonly seen: SeenStore;
  readonly log: Log;
  readonly now: () => number;
  readonly turns: Turns;
  /** Told of each answer that others read. */
  readonly shown?: Shown;
};

/** Answers questions by mention and in direct messages. What it returns never rejects. */
export function messageAnswerer(parts: Parts) {
  const { bot, rest, token, render, permissions, seen, log, now, turns, shown } = parts;
  const messages = bot.messagesFor(DEFAULT_LOCALE);
  return async (packet: unknown, self: string, role?: string): Promise<void> => {
    const heard = readMessage(packet, self, role);
    if (heard.kind === 'nothing') return;
    const { question } = heard;
    const person = whoWrote(question.author, question.place, permissions);
    if (bot.ignores({ place: question.place, person })) return;
    try {
      await turns.of(question.author).patiently();
      if (!(await isNew(question))) return;
      if (heard.kind === 'question') return await answer(question);
      const readBy = question.place.kind === 'direct' ? 'asker' : 'everybody';
      if (await bot.hasRoom({ place: question.place, person, readBy }))
        await post(question, sentence(messages.talk[heard.says], messages), 0);
    } catch (error) {
      const { why } = readRefusal(error);
      log.warn({ err: loggable(error), message: question.id, why }, 'A question could not be answered');
    }
  };

  async function answer(question: Question): Promise<void> {
    const { briefing, words } = addressed(question.words, bot.briefings);
    const { requests, items } = await said(question, briefing, words).catch((error: unknown) => {
      const reference = referenceOf(question.id);
      log.error({ err: loggable(error), ref: reference, message: question.id }, 'An answer failed');
      return { requests: [sentence(messages.discord.ourFault(reference), messages)], items: [] };
    });
    for (const [index, request] of requests.entries()) {
      const message = await post(question, request, index);
      const { platform, workspace, channel, kind } = question.place;
      if (index > 0 || message === undefined || kind === 'direct') continue;
      const locale = DEFAULT_LOCALE;
      await shown?.({ platform, workspace, channel, message, briefing, locale }, items);
    }
  }

  /** The id of the message that it became. */
  async function post(
    question: Question,
    { body, files }: Request,
    index: number,
  ): Promise<string | undefined> {
    const route = Routes.channelMessages(question.place.channel);
    // The same question, delivered again or heard by a replica, brings back the same answer.
    const once = { nonce: `${question.id}-${index}`.slice(-NONCE_CHARS), enforce_nonce: true };
    const reference = { message_id: question.id, fail_if_not_exists: false };
    try {
      const asReply = { ...body, ...once, message_reference: reference };
      return idOf(await rest.setToken(token).post(route, { body: asReply, files }));
    } catch (error) {
      if (!mayNotReply(error)) throw error;
      return idOf(await rest.setToken(token).post(route, { body: { ...body, ...once }, files }));
    }
  }

  async function said(
    { place, author }: Question,
    briefing: string,
    words: string,
  ): Promise<{ readonly requests: readonly Request[]; readonly items: readonly string[] }> {
    const person = whoWrote(author, place, permissions);
    const readBy = place.kind === 'direct' ? 'asker' : 'everybody';
    const locale = DEFAULT_LOCALE;
    const reply = await bot.respond({ briefing, words, place, person, readBy, locale, at: now() });
    if (reply.again === true) return { requests: [], items: [] };
    const say = bot.messagesFor(locale);
    const { pages, paging } = await render(reply, {
      briefing,
      words: reply.words ?? words,
      audience: 'channel',
      say,
    });
    return { requests: paging === 'all-at-once' ? pages : [pages[0]], items: itemsIn(reply.blocks) };
  }

  /** The store remembers what was answered. When it is down, the nonce still keeps an answer from coming twice. */
  async function isNew({ id }: Question): Promise<boolean> {
    try {
      return await seen.firstTime(`discord:${id}`, now(), now() + REMEMBERED_MS);
    } catch (error) {
      log.warn({ err: loggable(error), id }, 'Could not look up whether a question was answered before');
      return true;
    }
  }
}

/** Without Read Message History the bot may write, but not as a reply. */
function mayNotReply(error: unknown): boolean {
  const code = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
  return error instanceof DiscordAPIError && error.code === code;
}

export type Heard =
  | { readonly kind: 'question'; readonly question: Question }
  /** It is meant for us, and there is nothing in it that we can read. */
  | { readonly kind: 'unread'; readonly question: Question; readonly says: 'wordsOnly' | 'ownName' }
  | { readonly kind: 'nothing' };

const NOTHING: Heard = { kind: 'nothing' };

/**
 * What a message asks of us. Read from the packet itself: discord.js passes on only messages of channels that it holds.
 * Every part may be missing or of a wrong type. `role` is the one that Discord made for the bot in that guild.
 */
export function readMessage(packet: unknown, self: string, role?: string): Heard {
  const {
    id,
    content,
    author,
    guild_id: guild,
    channel_id: channel,
    type,
    webhook_id: webhook,
  } = fieldsOf(packet);
  const { id: asker, bot: isBot } = fieldsOf(author);
  if (![id, channel, asker].every(isSnowflake) || typeof content !== 'string') return NOTHING;
  if (isBot === true || asker === self || webhook !== undefined) return NOTHING;
  if (type !== MessageType.Default && type !== MessageType.Reply) return NOTHING;
  const direct = guild === undefined;
  if (!direct && !isSnowflake(guild)) return NOTHING;
  const written = content.trim() === '' && direct ? forwardedIn(packet) : content;
  const words = written.replaceAll(new RegExp(`<@!?${self}>`, 'gu'), ' ').trim();
  const question: Question = {
    id: String(id),
    words,
    author: String(asker),
    place: {
      platform: 'discord',
      workspace: direct ? '' : String(guild),
      channel: String(channel),
      kind: direct ? 'direct' : 'channel',
    },
  };
  if (direct)
    return words === '' ? { kind: 'unread', question, says: 'wordsOnly' } : { kind: 'question', question };
  if (words !== written.trim()) return { kind: 'question', question };
  // A reply to us that does not name us is talk among people; the bot's role is taken for its name.
  const { mention_roles: roles } = fieldsOf(packet);
  const isRole = role !== undefined && Array.isArray(roles) && roles.includes(role);
  return isRole ? { kind: 'unread', question, says: 'ownName' } : NOTHING;
}

/** The words of a forwarded message (resources/message, 'Message Snapshot'). */
function forwardedIn(packet: unknown): string {
  const { message_snapshots: snapshots } = fieldsOf(packet);
  if (!Array.isArray(snapshots)) return '';
  const contents = snapshots.map((one) => fieldsOf(fieldsOf(one).message).content);
  return contents.filter((one) => typeof one === 'string').join('\n');
}

function idOf(message: unknown): string | undefined {
  const { id } = fieldsOf(message);
  return isSnowflake(id) ? String(id) : undefined;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
