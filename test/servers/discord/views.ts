import { permissionsIn } from './permissions.ts';
import type { Channel, Guild, Json, Member, Message, User, World } from './world.ts';

/** The world's things as the API shows them. */
export function userView(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    discriminator: '0',
    global_name: user.username,
    avatar: null,
    public_flags: 0,
    ...(user.bot ? { bot: true } : {}),
  };
}

export function memberView(world: World, member: Member): Json {
  return { user: userView(world.users.get(member.user)!), ...bareMember(member) };
}

/** A message's author's membership comes without its user. */
export function bareMember(member: Member): Json {
  return {
    nick: null,
    avatar: null,
    roles: member.roles,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    communication_disabled_until:
      member.timedOutUntil === undefined ? null : new Date(member.timedOutUntil).toISOString(),
    pending: false,
  };
}

export function channelView(world: World, channel: Channel): Json {
  const common = { id: channel.id, type: channel.type, last_message_id: null, flags: 0 };
  if (channel.guild === undefined) {
    return { ...common, recipients: channel.recipients.map((id) => userView(world.users.get(id)!)) };
  }
  const inGuild = {
    ...common,
    guild_id: channel.guild,
    name: channel.name,
    parent_id: channel.parent ?? null,
    rate_limit_per_user: 0,
  };
  if (channel.type === 11) {
    return {
      ...inGuild,
      owner_id: world.bot.id,
      message_count: 0,
      member_count: 1,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked ?? false,
        auto_archive_duration: 1440,
        archive_timestamp: '2024-01-01T00:00:00.000000+00:00',
      },
    };
  }
  return {
    ...inGuild,
    position: 0,
    topic: null,
    nsfw: false,
    permission_overwrites: [...channel.overwrites].map(([id, { type, allow, deny }]) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    })),
  };
}

export function rolesView(guild: Guild): Json[] {
  return [...guild.roles.values()].map((role) => ({
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: String(role.permissions),
    managed: role.bot !== undefined,
    mentionable: role.mentionable ?? false,
    flags: 0,
    ...(role.bot === undefined ? {} : { tags: { bot_id: role.bot } }),
  }));
}

export function guildView(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    banner: null,
    owner_id: guild.owner,
    afk_timeout: 300,
    afk_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: rolesView(guild),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    vanity_url_code: null,
    description: null,
    premium_tier: 0,
    preferred_locale: 'en-US',
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
  };
}

/** What GUILD_CREATE carries. */
export function joinedGuildView(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild.id);
  return {
    ...guildView(guild),
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [memberView(world, guild.members.get(world.bot.id)!)],
    channels: channels.filter((channel) => channel.type === 0).map((channel) => channelView(world, channel)),
    threads: channels.filter((channel) => channel.type === 11).map((channel) => channelView(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function messageView(world: World, message: Message): Json {
  const { content = '', embeds = [], components = [], message_reference: reference } = message.body;
  return {
    id: message.id,
    channel_id: message.channel,
    author: userView(world.users.get(message.author)!),
    content,
    embeds,
    components: numbered(components as Json[]),
    attachments: message.files.map((file) => ({
      id: message.id,
      filename: file.name,
      size: file.data.length,
      content_type: file.type,
      url: `https://cdn.example/${message.id}/${file.name}`,
      proxy_url: `https://cdn.example/${message.id}/${file.name}`,
    })),
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date(message.at).toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: mentionsIn(world, String(content)),
    mention_roles: [...String(content).matchAll(/<@&(\d+)>/g)].map(([, id]) => id),
    pinned: false,
    type: reference === undefined ? (message.interaction === undefined ? 0 : 20) : 19,
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(reference === undefined
      ? {}
      : { message_reference: { channel_id: message.channel, ...(reference as Json) } }),
    ...(message.interaction === undefined ? {} : { application_id: world.bot.id, webhook_id: world.bot.id }),
  };
}

/** A gateway message carries the guild and its author's membership too. */
export function messageEvent(world: World, message: Message): Json {
  const guild = world.guilds.get(world.channels.get(message.channel)?.guild ?? '');
  const member = guild?.members.get(message.author);
  const view = messageView(world, message);
  // Without the intent for message content a bot gets the words of what mentions it, and of direct messages.
  const isHeard =
    guild === undefined ||
    message.author === world.bot.id ||
    (view.mentions as Json[]).some(({ id }) => id === world.bot.id);
  return {
    ...view,
    ...extrasOf(message),
    ...(isHeard ? {} : { content: '', embeds: [], attachments: [], components: [] }),
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    ...(member === undefined ? {} : { member: bareMember(member) }),
  };
}

/** What the test gives a person's message besides: a file, a sticker, what was forwarded. */
function extrasOf({ body }: Message): Json {
  const { attachments, sticker_items, message_snapshots } = body;
  return Object.fromEntries(
    Object.entries({ attachments, sticker_items, message_snapshots }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

export function permissionsOf(world: World, channel: Channel, user: string): bigint {
  const guild = world.guilds.get(channel.guild ?? '');
  if (guild === undefined) return (1n << 53n) - 1n;
  return permissionsIn(guild, channel, world.channels.get(channel.parent ?? ''), user);
}

function mentionsIn(world: World, content: string): Json[] {
  const ids = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id!));
  return [...ids].flatMap((id) => (world.users.has(id) ? [userView(world.users.get(id)!)] : []));
}

function numbered(components: Json[], next = { id: 0 }): Json[] {
  return components.map((component) => {
    next.id += 1;
    return {
      ...component,
      id: component.id ?? next.id,
      ...(Array.isArray(component.components) ? { components: numbered(component.components, next) } : {}),
      ...(component.accessory === undefined
        ? {}
        : { accessory: numbered([component.accessory as Json], next)[0] }),
    };
  });
}
