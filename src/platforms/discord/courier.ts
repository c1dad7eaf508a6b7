import {
  type APIChannel,
  type APIMessage,
  type APIUser,
  PermissionFlagsBits,
  type REST,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import type { Courier, Handed, Seen } from '../../ports/courier.ts';
import type { MessagesFor } from '../../show/messages/messages.ts';
import { withHead } from './amend.ts';
import type { Render, Request } from './body.ts';
import { hindrancesIn } from './examine.ts';
import { calling, hindrancesOf, opened, publish } from './goes.ts';
import { bears, marked } from './mark.ts';
import type { OnceRest } from './once.ts';
import { fetchStanding } from './permissions.ts';
import { handedFrom, type Refusal, readRefusal } from './refusals.ts';

/**
 * How long a repeat with the same nonce is counted on to bring back the first message. Discord's reference says 'the
 * past few minutes' (resources/message, Create Message, `enforce_nonce`); two is the least that 'few' can mean.
 */
export const NONCE_REMEMBERED_MS = 120_000;

/** How long a message with files may take: what is left of a send is enough for the same without them. */
const FILES_WITHIN_MS = 6_000;

/** How many messages one request reads back, all that Discord gives at once, and how many requests one look takes. */
const PAGE = 100;
const MOST_PAGES = 20;
/** Discord's Date header is whole seconds, and a message takes its time to arrive. */
const MARGIN_MS = 60_000;
const HISTORY = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

type Parts = {
  readonly once: OnceRest;
  readonly token: string;
  readonly render: Render;
  /** Whether digests come with pictures, which takes a permission of its own; they do not where it is left out. */
  readonly attaches?: boolean;
  readonly messagesFor: MessagesFor;
};

/** Posts digests into channels: once each, with the delivery's id as the nonce, and never by its own decision again. */
export function discordCourier({ once, token, render, attaches = false, messagesFor }: Parts): Courier {
  const { rest, clock } = once;
  /** Who the bot is, asked once; needed only to look into permissions. */
  let self: Promise<APIUser> | undefined;
  return {
    platform: 'discord',
    repeatSafeForMs: NONCE_REMEMBERED_MS,

    async send({ id, place, briefing, words, reply, locale, goes, under }, signal) {
      const rendering = { briefing, words, audience: 'channel', say: messagesFor(locale) } as const;
      const to = (channel: string) => ({
        channel: under?.thread ?? channel,
        ...(under && { under: under.message }),
      });
      const post = async (channel: string): Promise<Posted> => {
        const draw = async (inWords = false) => {
          const { body, files } = (await render(reply, rendering, inWords)).pages[0];
          return { body: calling(body, goes), files };
        };
        const drawn = await draw();
        if (drawn.files.length === 0) return posted(id, to(channel), drawn, signal);
        const timely = AbortSignal.any([signal, AbortSignal.timeout(FILES_WITHIN_MS)]);
        const first = await posted(id, to(channel), drawn, timely);
        if (first.kind === 'sent' || signal.aborted || !mayBeTheFiles(first)) return first;
        // The same nonce: where the first arrived after all, this brings back that one and makes no other.
        const second = await posted(id, to(channel), await draw(true), signal);
        const lost = first.kind === 'refused' && first.refusal.meaning.follows === 'look';
        return second.kind === 'sent' || !lost ? second : first;
      };
      if (goes?.thread !== undefined) {
        const inThread = await post(goes.thread);
        if (!isGone(inThread)) return standingIn(goes.thread, handedOf(inThread));
        // Nothing was posted: what the channel chose is no more, and the channel itself is.
        const handed = handedOf(await post(place.channel));
        return handed.kind === 'sent' ? { ...handed, lacks: THREAD_GONE } : handed;
      }
      const handed = handedOf(await post(place.channel));
      if (handed.kind !== 'sent' || goes?.published !== true) return handed;
      const lacks = await publish(asked(), place.channel, handed.message);
      return lacks === undefined ? handed : { ...handed, lacks };
    },

    async find({ id, place, goes, under }, withinMs) {
      const inThread = goes?.thread === undefined ? undefined : await seenIn(goes.thread, id, withinMs, true);
      // Where the thread was gone, it went into the channel.
      if (inThread?.kind === 'found' && goes?.thread !== undefined)
        return { ...inThread, thread: goes.thread };
      if (inThread !== undefined && inThread.kind !== 'absent') return inThread;
      const seen = await seenIn(under?.thread ?? place.channel, id, withinMs);
      if (seen.kind === 'found' && goes?.published === true)
        await publish(asked(), place.channel, seen.message);
      return seen;
    },

    hinders: (place, goes) => hindrancesOf(asked(), place, goes),

    openThread: (place, opening) => opened(asked(), place, opening, render, messagesFor),

    async amend({ id, place, under, line, locale }, signal) {
      const route = Routes.channelMessage(under.thread ?? place.channel, under.message);
      try {
        const standing = (await asked().get(route, { signal })) as APIMessage;
        const headed = withHead(standing, line, id, messagesFor(locale));
        if (headed.kind === 'there') return { kind: 'amended' };
        if (headed.kind === 'full') return { kind: 'cannot', why: 'the message is full' };
        await asked().patch(route, { body: headed.body, signal });
        return { kind: 'amended' };
      } catch (error) {
        const refusal = readRefusal(error);
        const { concerns, follows } = refusal.meaning;
        if (Number(refusal.code) === RESTJSONErrorCodes.UnknownMessage) return { kind: 'deleted' };
        // The message may still be replied to.
        const onlyThis = follows === 'gone' || (concerns === 'message' && follows === 'again');
        if (onlyThis) return { kind: 'cannot', why: refusal.told };
        const handed = handedFrom(refusal);
        return handed.kind === 'sent' ? { kind: 'amended' } : handed;
      }
    },

    async contact() {
      try {
        await asked().get(Routes.user());
        return { kind: 'well', at: clock.now() };
      } catch (error) {
        const { told, meaning } = readRefusal(error);
        const answers = meaning.concerns === 'message' || meaning.concerns === 'channel';
        return answers ? { kind: 'well', at: clock.now() } : { kind: 'away', why: told };
      }
    },

    async workspaceOf(channel) {
      try {
        const found = (await asked().get(Routes.channel(channel))) as APIChannel;
        return 'guild_id' in found ? found.guild_id : '';
      } catch {
        return undefined;
      }
    },

    async directTo(_workspace, person) {
      try {
        const body = { recipient_id: person };
        const channel = (await asked().post(Routes.userChannels(), { body })) as APIChannel;
        return { platform: 'discord', workspace: '', channel: channel.id, kind: 'direct' };
      } catch (error) {
        const { meaning } = readRefusal(error);
        if (meaning.follows === 'gone' || meaning.concerns === 'message') return undefined;
        throw error;
      }
    },

    async examine(place) {
      try {
        const [user, channel] = await Promise.all([whoami(), channelOf(place.channel)]);
        const { may, member } = await fetchStanding(asked(), channel, user);
        return hindrancesIn({ channel, may, attaches, now: clock.now(), ...(member && { member }) });
      } catch (error) {
        return [readRefusal(error).hindrance];
      }
    },
  };

  /** What a channel or thread shows of a delivery; a thread that is gone shows nothing. */
  async function seenIn(where: string, id: string, withinMs: number, isThread = false): Promise<Seen> {
    try {
      const [user, channel] = await Promise.all([whoami(), channelOf(where)]);
      const { may } = await fetchStanding(asked(), channel, user);
      // Without this permission Discord shows an empty channel, and nothing would be proof of nothing.
      if ((may & HISTORY) !== HISTORY)
        return { kind: 'cannot_tell', why: { code: 'history-shut' }, lasts: 'for-good' };
      // Only now is their clock known for certain.
      return await lookThrough(where, id, clock.now() - withinMs - MARGIN_MS);
    } catch (error) {
      const { why, meaning, code } = readRefusal(error);
      if (Number(code) === RESTJSONErrorCodes.UnknownChannel && isThread) return { kind: 'absent' };
      const { afterMs, concerns, follows } = meaning;
      return {
        kind: 'cannot_tell',
        why,
        lasts: follows === 'gone' ? 'for-good' : 'now',
        away: concerns === 'platform',
        ...(afterMs === undefined ? {} : { afterMs }),
      };
    }
  }

  async function posted(
    id: string,
    to: { readonly channel: string; readonly under?: string },
    { body, files }: Request,
    signal: AbortSignal,
  ): Promise<Posted> {
    const { channel, under } = to;
    // What it replies to may have been deleted since.
    const reference = under !== undefined && {
      message_reference: { message_id: under, fail_if_not_exists: false },
    };
    try {
      const message = (await asked().post(Routes.channelMessages(channel), {
        body: { ...marked(body, id), nonce: id, enforce_nonce: true, ...reference },
        files,
        signal,
      })) as Partial<APIMessage> | undefined;
      if (typeof message?.id === 'string') return { kind: 'sent', message: message.id } as const;
      return { kind: 'unreadable' } as const;
    } catch (error) {
      const refusal = readRefusal(error);
      const mayNotReply = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
      if (under !== undefined && Number(refusal.code) === mayNotReply)
        return posted(id, { channel }, { body, files }, signal);
      return { kind: 'refused', refusal } as const;
    }
  }

  /** discord.js forgets its token at the first 401, which a good token would survive. */
  function asked(): REST {
    return rest.setToken(token);
  }

  /** Page by page from `since` (Discord's time) on: with `after` Discord gives the oldest that come after it. */
  async function lookThrough(channel: string, delivery: string, since: number): Promise<Seen> {
    let after = snowflakeAt(since);
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), after });
      const messages = (await asked().get(Routes.channelMessages(channel), { query })) as APIMessage[];
      const found = messages.find((message) => bears(message, delivery));
      if (found !== undefined) return { kind: 'found', message: found.id };
      if (messages.length < PAGE) return { kind: 'absent' };
      after = messages.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
    }
    return { kind: 'cannot_tell', why: { code: 'too-much-since' }, lasts: 'for-good' };
  }

  async function whoami(): Promise<string> {
    self ??= asked().get(Routes.user()) as Promise<APIUser>;
    try {
      return (await self).id;
    } catch (error) {
      self = undefined;
      throw error;
    }
  }

  async function channelOf(channel: string): Promise<APIChannel> {
    return (await asked().get(Routes.channel(channel))) as APIChannel;
  }
}

type Posted =
  | { readonly kind: 'sent'; readonly message: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Where a message stands that did not go into the channel itself. */
function standingIn(thread: string, handed: Handed): Handed {
  return handed.kind === 'sent' ? { ...handed, thread } : handed;
}

function handedOf(posted: Posted): Handed {
  if (posted.kind === 'sent') return posted;
  if (posted.kind === 'refused') return handedFrom(posted.refusal);
  return { kind: 'unknown', why: { code: 'answer-unreadable', by: 'discord' } };
}

const THREAD_GONE = 'Its thread is gone, so it came into the channel itself.';

/** Whether a thread that was posted into is certainly not there any more. */
function isGone(posted: Posted): boolean {
  return posted.kind === 'refused' && Number(posted.refusal.code) === RESTJSONErrorCodes.UnknownChannel;
}

/** Whether the same message may go without its files: they were refused, forbidden, or took too long. */
function mayBeTheFiles(posted: Posted): boolean {
  if (posted.kind !== 'refused') return posted.kind === 'unreadable';
  const { meaning, code } = posted.refusal;
  if (Number(code) === RESTJSONErrorCodes.MissingPermissions) return true;
  return meaning.follows === 'look' || (meaning.follows === 'again' && meaning.concerns === 'message');
}

/** The least id that Discord can give at a time (epoch ms). */
function snowflakeAt(ms: number): string {
  return String(
    SnowflakeUtil.generate({ timestamp: Math.floor(ms), increment: 0n, processId: 0n, workerId: 0n }),
  );
}
