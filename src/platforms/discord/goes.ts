/** The ways in which a channel may choose to have its digest: in a thread, published, with a role mentioned. */
import {
  type APIChannel,
  type APIRole,
  type APIThreadChannel,
  ChannelType,
  type REST,
  RESTJSONErrorCodes,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Place } from '../../ports/bot.ts';
import type { Goes } from '../../ports/choices.ts';
import type { Hindrance, Opened, Opening } from '../../ports/courier.ts';
import type { MessagesFor } from '../../show/messages/messages.ts';
import { MENDS } from './answers.ts';
import type { Render } from './body.ts';
import type { DiscordBody } from './components.ts';
import { readRefusal } from './refusals.ts';

/** Discord's limit for the name of a thread. */
const NAME_CHARS = 100;
const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];
const PUBLISH_TRIES = 2;

/** The body with one role that may be called, and nobody else. */
export function calling(body: DiscordBody, goes: Goes | undefined): DiscordBody {
  if (goes?.mention === undefined) return body;
  return { ...body, allowed_mentions: { parse: [], roles: [goes.mention] } };
}

/** Sends a message on to the servers that follow its channel; what kept it from that. One that is there stays. */
export async function publish(rest: REST, channel: string, message: string): Promise<string | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      await rest.post(Routes.channelMessageCrosspost(channel, message));
      return undefined;
    } catch (error) {
      const { code, told } = readRefusal(error);
      if (Number(code) === RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted) return undefined;
      if (tries >= PUBLISH_TRIES) return told;
    }
  }
}

export async function hindrancesOf(
  rest: REST,
  { channel, workspace }: Place,
  goes: Goes,
): Promise<readonly Hindrance[]> {
  try {
    const [found, roles] = await Promise.all([
      rest.get(Routes.channel(channel)) as Promise<APIChannel>,
      goes.mention === undefined ? [] : (rest.get(Routes.guildRoles(workspace)) as Promise<APIRole[]>),
    ]);
    const role = roles.find(({ id }) => id === goes.mention);
    const mayCall = goes.mention === undefined || (role?.mentionable === true && role.id !== workspace);
    return [
      ...(goes.published === true && found.type !== ChannelType.GuildAnnouncement
        ? [MENDS.noAnnouncements]
        : []),
      ...(goes.published === true && goes.thread !== undefined ? [MENDS.publishedInThread] : []),
      ...(mayCall ? [] : [MENDS.notMentionable]),
    ];
  } catch (error) {
    return [readRefusal(error).hindrance];
  }
}

/** A thread hangs from the message that told of the digest; a post stands beside the one in which it was asked for. */
export async function opened(
  rest: REST,
  { channel }: Place,
  { as, message, name, reply, briefing, locale }: Opening,
  render: Render,
  messagesFor: MessagesFor,
): Promise<Opened> {
  const named = { name: name.slice(0, NAME_CHARS), auto_archive_duration: ThreadAutoArchiveDuration.OneWeek };
  try {
    const here = (await rest.get(Routes.channel(channel))) as APIChannel;
    const parent = 'thread_metadata' in here && 'parent_id' in here ? here.parent_id : undefined;
    if (as === 'thread') {
      if (parent != null) return { kind: 'refused', why: MENDS.threadAlready };
      const thread = (await rest.post(Routes.threads(channel, message), { body: named })) as APIThreadChannel;
      return { kind: 'opened', thread: thread.id };
    }
    const home = parent == null ? undefined : ((await rest.get(Routes.channel(parent))) as APIChannel);
    if (home === undefined || !FORUMS.includes(home.type)) return { kind: 'refused', why: MENDS.noForum };
    const rendering = { briefing, words: 'status', audience: 'channel', say: messagesFor(locale) } as const;
    const { pages } = await render(reply, rendering, true);
    const body = { ...named, message: pages[0].body };
    const post = (await rest.post(Routes.threads(home.id), { body })) as APIThreadChannel;
    return { kind: 'opened', thread: post.id };
  } catch (error) {
    return { kind: 'refused', why: readRefusal(error).hindrance };
  }
}
