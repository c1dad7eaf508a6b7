import {
  type APIChannel,
  type APIMessage,
  type APIUser,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';
import type { Courier, Hindrance } from '../../ports/courier.ts';
import type { Render } from './body.ts';
import { fetchPermissions } from './permissions.ts';
import { handedFrom, readRefusal } from './refusals.ts';
import { HINDRANCES } from './sentences.ts';

/**
 * How long a repeat with the same nonce is counted on to bring back the first message. Discord's reference says 'the
 * past few minutes' (resources/message, Create Message, `enforce_nonce`); two is the least that 'few' can mean.
 */
export const NONCE_REMEMBERED_MS = 120_000;

type Parts = {
  readonly rest: REST;
  readonly token: string;
  readonly render: Render;
  /** Whether digests come with pictures, which takes a permission of its own; they do not where it is left out. */
  readonly attaches?: boolean;
};

/** Posts digests into channels: once each, with the delivery's id as the nonce, and never by its own decision again. */
export function discordCourier({ rest, token, render, attaches = false }: Parts): Courier {
  /** Who the bot is, asked once; needed only to look into permissions. */
  let self: Promise<string> | undefined;
  return {
    platform: 'discord',
    repeatSafeForMs: NONCE_REMEMBERED_MS,

    async send({ id, place, briefing, words, reply }, signal) {
      const { pages } = await render(reply, { briefing, words, audience: 'channel' });
      const { body, files } = pages[0];
      try {
        const message = (await asked().post(Routes.channelMessages(place.channel), {
          body: { ...body, nonce: id, enforce_nonce: true },
          files,
          signal,
        })) as Partial<APIMessage> | undefined;
        if (typeof message?.id === 'string') return { kind: 'sent', message: message.id };
        return { kind: 'unknown', why: 'Discord took the message and its answer cannot be read' };
      } catch (error) {
        return handedFrom(readRefusal(error));
      }
    },

    // Reading a channel back shows no nonce of an earlier process's: repeating it within its memory is the safe way.
    async find() {
      return { kind: 'cannot_tell', why: 'Discord shows no delivery ids in a channel' };
    },

    async workspaceOf(channel) {
      try {
        const found = (await asked().get(Routes.channel(channel))) as APIChannel;
        return 'guild_id' in found ? found.guild_id : '';
      } catch {
        return undefined;
      }
    },

    async examine(place) {
      try {
        const channel = (await asked().get(Routes.channel(place.channel))) as APIChannel;
        self ??= whoami();
        const user = await self.catch((error: unknown) => {
          self = undefined;
          throw error;
        });
        return hindrancesIn(channel, await fetchPermissions(asked(), channel, user), attaches);
      } catch (error) {
        const refusal = readRefusal(error);
        return [refusal.kind === 'unclear' ? HINDRANCES.unreachable : refusal.hindrance];
      }
    },
  };

  /** discord.js forgets its token at the first 401, which a good token would survive. */
  function asked(): REST {
    return rest.setToken(token);
  }

  async function whoami(): Promise<string> {
    return ((await asked().get(Routes.user())) as APIUser).id;
  }
}

function hindrancesIn(channel: APIChannel, may: bigint, attaches: boolean): Hindrance[] {
  const lacks = (bit: bigint) => (may & bit) === 0n;
  if (lacks(PermissionFlagsBits.ViewChannel)) return [HINDRANCES.mayNotSee];
  const found: Hindrance[] = [];
  const thread = 'thread_metadata' in channel ? channel.thread_metadata : undefined;
  if (thread?.archived) found.push(HINDRANCES.archived);
  if (thread !== undefined && lacks(PermissionFlagsBits.SendMessagesInThreads)) {
    found.push(HINDRANCES.mayNotSendInThreads);
  }
  if (thread === undefined && lacks(PermissionFlagsBits.SendMessages)) found.push(HINDRANCES.mayNotSend);
  if (attaches && lacks(PermissionFlagsBits.AttachFiles)) found.push(HINDRANCES.mayNotAttach);
  return found;
}
