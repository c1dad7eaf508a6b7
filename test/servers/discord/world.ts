import { EventEmitter } from 'node:events';
import { EVERYTHING } from './permissions.ts';

/** Everything that this Discord knows: people, guilds, channels, messages, commands, and what went wrong. */
export type Json = Record<string, unknown>;

export type User = { id: string; username: string; bot: boolean };
export type Overwrite = { type: 0 | 1; allow: bigint; deny: bigint };
export type Channel = {
  id: string;
  /** 0: text, 1: direct message, 2: voice, 3: group, 4: category, 5: announcements, 11: public thread, 15: forum, 16: media. */
  type: number;
  guild?: string;
  parent?: string;
  name: string;
  overwrites: Map<string, Overwrite>;
  archived: boolean;
  locked?: boolean;
  /** The people of a direct message or a group. */
  recipients: string[];
};
/** `bot`: the role that Discord makes for a bot, which looks like its name. */
export type Role = { id: string; name: string; permissions: bigint; mentionable?: boolean; bot?: string };
export type Member = { user: string; roles: string[]; timedOutUntil?: number };
export type Guild = {
  id: string;
  name: string;
  owner: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
};
export type File = { index: string; name: string; type: string; data: Buffer };
export type Message = {
  id: string;
  channel: string;
  author: string;
  /** The body as it was accepted: content, embeds, components, flags, attachments. */
  body: Json;
  flags: number;
  files: File[];
  nonce?: string;
  /** For an ephemeral answer: who sees it. */
  interaction?: string;
  at: number;
  edits: number;
};
export type Command = Json & { id: string; name: string };

/** Administrator, Manage Channels, Manage Server: not everybody's. */
const POWERS = (1n << 3n) | (1n << 4n) | (1n << 5n);
const EPOCH = 1_420_070_400_000n;

export class World {
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly token: string;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Message>();
  readonly commands = new Map<string, Command[]>();
  readonly bot: User;
  /** What the bot did that Discord would hold against it; a test asserts that there is nothing. */
  readonly faults: string[] = [];
  #sequence = 0n;

  constructor(token: string) {
    this.token = token;
    this.bot = this.addUser('attache', true);
  }

  snowflake(): string {
    this.#sequence = (this.#sequence + 1n) & 0x3f_ffffn;
    return (((BigInt(Date.now()) - EPOCH) << 22n) | this.#sequence).toString();
  }

  fault(sentence: string): void {
    this.faults.push(sentence);
    this.events.emit('fault', sentence);
  }

  addUser(username: string, bot = false): User {
    const user = { id: this.snowflake(), username, bot };
    this.users.set(user.id, user);
    return user;
  }

  /** A guild with one text channel; the bot is in it unless `joined` is false (somebody installed it for themselves). */
  addGuild(
    name: string,
    owner: User,
    joined = true,
    id = this.snowflake(),
  ): { guild: Guild; channel: Channel } {
    const guild: Guild = { id, name, owner: owner.id, roles: new Map(), members: new Map() };
    guild.roles.set(id, { id, name: '@everyone', permissions: EVERYTHING & ~POWERS });
    guild.members.set(owner.id, { user: owner.id, roles: [] });
    if (joined) guild.members.set(this.bot.id, { user: this.bot.id, roles: [] });
    this.guilds.set(id, guild);
    return { guild, channel: this.addChannel(guild.id, 'general') };
  }

  /** What an installation with permissions makes: a managed role of the bot's name. */
  addBotRole(guild: Guild): Role {
    const role = { id: this.snowflake(), name: this.bot.username, permissions: 0n, bot: this.bot.id };
    guild.roles.set(role.id, role);
    return role;
  }

  addChannel(guild: string, name: string, thread?: { parent: string }, id = this.snowflake()): Channel {
    const channel: Channel = {
      id,
      type: thread === undefined ? 0 : 11,
      guild,
      ...(thread === undefined ? {} : { parent: thread.parent }),
      name,
      overwrites: new Map(),
      archived: false,
      recipients: [],
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct messages between the bot and somebody, made when they are not there yet. */
  directChannel(user: string): Channel {
    for (const channel of this.channels.values()) {
      if (isWithBot(channel) && channel.recipients[0] === user) return channel;
    }
    return this.#private(1, [user]);
  }

  /** A group of people that the bot is not a member of: only a user's own installation reaches it. */
  addGroup(users: string[]): Channel {
    return this.#private(3, users);
  }

  /** The direct messages of two people, neither of them the bot. */
  addOthers(one: string, other: string): Channel {
    return this.#private(1, [one, other]);
  }

  #private(type: 1 | 3, recipients: string[]): Channel {
    const channel: Channel = {
      id: this.snowflake(),
      type,
      name: '',
      overwrites: new Map(),
      archived: false,
      recipients,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Whether the bot itself is where the channel is. */
  reaches(channel: Channel): boolean {
    if (channel.guild === undefined) return isWithBot(channel);
    return this.guilds.get(channel.guild)?.members.has(this.bot.id) ?? false;
  }
}

/** Direct messages with the bot: it is not among its own recipients. */
export function isWithBot({ type, recipients }: Channel): boolean {
  return type === 1 && recipients.length === 1;
}
