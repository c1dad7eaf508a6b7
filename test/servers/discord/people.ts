import { randomBytes } from 'node:crypto';
import { until } from '../../kit/until.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { Intent } from './gateway.ts';
import { bareMember, channelView, messageEvent, messageView, permissionsOf, userView } from './views.ts';
import {
  type Channel,
  type Command,
  isWithBot,
  type Json,
  type Message,
  type User,
  type World,
} from './world.ts';

/** Where and by whom something is typed or pressed. */
export type Where = { readonly channel: string; readonly user: string };

type Parts = { world: World; gateway: Gateway; exchanges: Map<string, Exchange> };

/** What people do in Discord's own client: it refuses what that client would not let them do. */
export class People {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Types a slash command. Throws when nobody registered it. */
  slash(name: string, about: string | undefined, where: Where): Exchange {
    const command = this.#registered(name, where);
    return this.#interact(2, commandData(command, about), where);
  }

  /** Types into the command's option, before sending it. */
  typing(name: string, about: string, where: Where): Exchange {
    const command = this.#registered(name, where);
    const data = commandData(command, about) as { options: Json[] };
    for (const option of data.options) option.focused = true;
    return this.#interact(4, data, where);
  }

  /** Presses a button by its id. Throws when the message has no such button. */
  press(message: Message, id: string, where: Where): Exchange {
    const component = controlsOf(message).find((one) => one.custom_id === id);
    if (component === undefined) throw new Error(`the message has no control ${id}`);
    return this.#interact(3, { custom_id: id, component_type: component.type, id: 1 }, where, message);
  }

  /** Chooses from a menu. Throws when it has no such option. */
  choose(message: Message, id: string, value: string, where: Where): Exchange {
    const menu = controlsOf(message).find((one) => one.custom_id === id);
    if (!((menu?.options ?? []) as Json[]).some((option) => option.value === value)) {
      throw new Error(`the menu ${id} has no option ${value}`);
    }
    return this.#interact(3, { custom_id: id, component_type: 3, values: [value], id: 1 }, where, message);
  }

  /** Presses something that an older or other message had: anything goes. */
  pressAnything(data: Json, where: Where, message: Message): Exchange {
    return this.#interact(3, data, where, message);
  }

  /** Writes a message. */
  say(content: string, where: Where, replyTo?: Message, extra: Json = {}): Message {
    const { world, gateway } = this.#parts;
    const message: Message = {
      id: world.snowflake(),
      channel: where.channel,
      author: where.user,
      body: {
        content,
        ...extra,
        ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo.id } }),
      },
      flags: 0,
      files: [],
      at: Date.now(),
      edits: 0,
    };
    world.messages.set(message.id, message);
    const channel = world.channels.get(where.channel)!;
    gateway.dispatch('MESSAGE_CREATE', messageEvent(world, message), {
      ...(channel.guild === undefined ? {} : { guild: channel.guild }),
      intent: channel.guild === undefined ? Intent.directMessages : Intent.guildMessages,
    });
    return message;
  }

  #registered(name: string, { channel }: Where): Command {
    const { world } = this.#parts;
    const guild = world.channels.get(channel)?.guild ?? '';
    const command = [...(world.commands.get(guild) ?? []), ...(world.commands.get('') ?? [])].find(
      (one) => one.name === name,
    );
    if (command === undefined) throw new Error(`/${name} is not registered`);
    return command;
  }

  #interact(type: Exchange['type'], data: Json, where: Where, on?: Message): Exchange {
    const { world, gateway, exchanges } = this.#parts;
    const id = world.snowflake();
    const exchange: Exchange = {
      id,
      token: `${id}.${randomBytes(40).toString('base64url')}`,
      type,
      channel: where.channel,
      user: where.user,
      ...(on === undefined ? {} : { on: on.id }),
      sentAt: Date.now(),
      followUps: [],
    };
    exchanges.set(id, exchange);
    const channel = world.channels.get(where.channel)!;
    const event = interactionEvent(world, exchange, channel, world.users.get(where.user)!);
    gateway.dispatch(
      'INTERACTION_CREATE',
      { ...event, data, ...(on === undefined ? {} : { message: messageView(world, on) }) },
      channel.guild !== undefined && world.reaches(channel) ? { guild: channel.guild } : {},
    );
    return exchange;
  }
}

/** Everything in a message that can be pressed or chosen from. */
export function controlsOf(message: Message): Json[] {
  const inside = (components: Json[]): Json[] =>
    components.flatMap((one) => [
      ...(one.custom_id === undefined ? [] : [one]),
      ...inside((one.components ?? []) as Json[]),
      ...inside(one.accessory === undefined ? [] : [one.accessory as Json]),
    ]);
  return inside((message.body.components ?? []) as Json[]);
}

/** The answer to an interaction, once it is there to be read. */
export function answerTo(exchange: Exchange, longestMs?: number): Promise<Message> {
  const ready = () => {
    const { ack, original } = exchange;
    if (ack === undefined || original === undefined) return undefined;
    if (ack.type === 6 && original.at >= exchange.sentAt) return original;
    return (original.flags & (1 << 7)) === 0 && ack.type !== 6 ? original : undefined;
  };
  return until(ready, 'an answer', longestMs);
}

function commandData(command: Command, about: string | undefined): Json {
  return {
    id: command.id,
    name: command.name,
    type: 1,
    options: about === undefined ? [] : [{ name: 'about', type: 3, value: about }],
  };
}

function interactionEvent(world: World, exchange: Exchange, channel: Channel, user: User): Json {
  const guild = world.guilds.get(channel.guild ?? '');
  const member = guild?.members.get(user.id) ?? { user: user.id, roles: [] };
  const permissions = (id: string) => String(permissionsOf(world, channel, id));
  return {
    id: exchange.id,
    application_id: world.bot.id,
    type: exchange.type,
    token: exchange.token,
    version: 1,
    channel_id: channel.id,
    channel: { ...channelView(world, channel), permissions: permissions(user.id) },
    locale: 'en-GB',
    app_permissions: world.reaches(channel) ? permissions(world.bot.id) : '0',
    entitlements: [],
    authorizing_integration_owners: world.reaches(channel) ? { 0: guild?.id ?? '0' } : { 1: user.id },
    context: guild !== undefined ? 0 : isWithBot(channel) ? 1 : 2,
    attachment_size_limit: 10_485_760,
    ...(guild === undefined
      ? { user: userView(user) }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { user: userView(user), ...bareMember(member), permissions: permissions(user.id) },
        }),
  };
}
