import { onlyFields } from '../forms.ts';
import { Permission } from '../permissions.ts';
import type { Post } from '../post.ts';
import {
  archivedThread,
  formRefusal,
  missingAccess,
  missingPermissions,
  Refusal,
  unknownChannel,
  unknownMessage,
} from '../refusal.ts';
import type { Route } from '../rest.ts';
import { channelView, messageView, permissionsOf } from '../views.ts';
import type { Channel, Json, Message, World } from '../world.ts';

const CROSSPOSTED = 1 << 0;
const CREATE_PUBLIC_THREADS = 1n << 35n;
/** Categories, forums and media channels. */
const WITHOUT_MESSAGES: readonly number[] = [4, 14, 15, 16];

/** How long a nonce is remembered. Discord says 'the past few minutes'. */
export type NonceMemory = { readonly nonceMs: number };

/** Channels and their messages. */
export function messageRoutes(world: World, post: Post, { nonceMs }: NonceMemory): Route[] {
  const nonces = new Map<string, Message>();
  return [
    {
      method: 'GET',
      path: '/channels/:id',
      handle: ({ ids: [id = ''] }) => channelView(world, visible(id)),
    },
    {
      method: 'POST',
      path: '/channels/:id/messages',
      handle: ({ ids: [id = ''], body, files }) => {
        const channel = writable(id, files.length > 0, body as Json);
        post.checked(body, files);
        const { nonce, enforce_nonce: enforced } = body as Json;
        const first = enforced === true && nonce !== undefined ? remembered(id, String(nonce)) : undefined;
        const message = first ?? post.make(channel.id, body, files);
        if (message.nonce !== undefined) nonces.set(`${id} ${message.nonce}`, message);
        if (first !== undefined) world.events.emit('repeated', first);
        return messageView(world, message);
      },
    },
    {
      method: 'GET',
      path: '/channels/:id/messages',
      handle: ({ ids: [id = ''], query }) => {
        const channel = visible(id);
        if ((permissionsOf(world, channel, world.bot.id) & Permission.readMessageHistory) === 0n) return [];
        const limit = Number(query.get('limit') ?? 50);
        const after = BigInt(query.get('after') ?? 0);
        return (
          [...world.messages.values()]
            .filter((message) => message.channel === id && BigInt(message.id) > after)
            // With `after`, the oldest that come after it; without, the newest. The newest of them stands first.
            .slice(query.has('after') ? 0 : -limit, query.has('after') ? limit : undefined)
            .reverse()
            // A nonce is for whoever sent the message, at once: it is not read back.
            .map((message) => ({ ...messageView(world, message), nonce: undefined }))
        );
      },
    },
    {
      method: 'GET',
      path: '/channels/:id/messages/:id',
      handle: ({ ids: [id = '', message = ''] }) => {
        visible(id);
        return messageView(world, stored(message));
      },
    },
    {
      method: 'PATCH',
      path: '/channels/:id/messages/:id',
      handle: ({ ids: [id = '', message = ''], body, files }) => {
        visible(id);
        return messageView(world, post.edit(stored(message), body, files));
      },
    },
    {
      method: 'POST',
      path: '/channels/:id/messages/:id/crosspost',
      handle: ({ ids: [id = '', message = ''] }) => {
        if (visible(id).type !== 5)
          throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
        const found = stored(message);
        if ((found.flags & CROSSPOSTED) !== 0)
          throw new Refusal(400, 40033, 'This message has already been crossposted');
        found.flags |= CROSSPOSTED;
        return messageView(world, found);
      },
    },
    {
      method: 'POST',
      path: '/channels/:id/messages/:id/threads',
      handle: ({ ids: [id = '', message = ''], body }) => {
        const channel = visible(id);
        if (channel.type === 11) throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
        mayOpen(channel);
        stored(message);
        if (world.channels.has(message))
          throw new Refusal(400, 160004, 'A thread has already been created for this message');
        return channelView(world, thread(channel, body as Json, message));
      },
    },
    {
      method: 'POST',
      path: '/channels/:id/threads',
      handle: ({ ids: [id = ''], body }) => {
        const channel = visible(id);
        if (channel.type !== 15 && channel.type !== 16)
          throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
        const { message, ...named } = body as Json;
        const made = thread(channel, named, world.snowflake());
        post.make(made.id, message, []);
        return channelView(world, made);
      },
    },
    { method: 'POST', path: '/channels/:id/typing', handle: ({ ids: [id = ''] }) => void visible(id) },
  ];

  function visible(id: string): Channel {
    const channel = world.channels.get(id);
    if (channel === undefined) throw unknownChannel();
    if (!world.reaches(channel)) throw missingAccess();
    if ((permissionsOf(world, channel, world.bot.id) & Permission.viewChannel) === 0n) throw missingAccess();
    return channel;
  }

  function mayOpen(channel: Channel): void {
    if ((permissionsOf(world, channel, world.bot.id) & CREATE_PUBLIC_THREADS) === 0n)
      throw missingPermissions();
  }

  function thread({ guild = '', id: parent }: Channel, body: Json, id: string): Channel {
    const { name } = body;
    onlyFields(body, ['name', 'auto_archive_duration', 'rate_limit_per_user']);
    if (typeof name !== 'string' || name.length < 1 || name.length > 100)
      throw formRefusal('name', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
    return world.addChannel(guild, name, { parent }, id);
  }

  function writable(id: string, withFiles: boolean, body: Json): Channel {
    const channel = visible(id);
    const may = permissionsOf(world, channel, world.bot.id);
    const thread = channel.type === 11;
    const needed =
      (thread ? Permission.sendMessagesInThreads : Permission.sendMessages) |
      (withFiles ? Permission.attachFiles : 0n);
    if ((may & needed) !== needed) throw missingPermissions();
    if (WITHOUT_MESSAGES.includes(channel.type)) {
      throw new Refusal(400, 50008, 'Cannot send messages in a non-text channel');
    }
    if ((channel.type === 2 || channel.type === 13) && (may & Permission.connect) === 0n)
      throw missingAccess();
    const member = world.guilds.get(channel.guild ?? '')?.members.get(world.bot.id);
    if ((member?.timedOutUntil ?? 0) > Date.now()) throw missingPermissions();
    if (channel.archived && channel.locked && (may & Permission.manageThreads) === 0n) throw archivedThread();
    // A message opens a thread that is only archived.
    channel.archived = false;
    if (body?.message_reference !== undefined && (may & Permission.readMessageHistory) === 0n) {
      throw new Refusal(403, 160002, 'Cannot reply without permission to read message history');
    }
    return channel;
  }

  function stored(id: string): Message {
    const message = world.messages.get(id);
    if (message === undefined) throw unknownMessage();
    return message;
  }

  function remembered(channel: string, nonce: string): Message | undefined {
    const message = nonces.get(`${channel} ${nonce}`);
    return message !== undefined && message.at >= Date.now() - nonceMs ? message : undefined;
  }
}
