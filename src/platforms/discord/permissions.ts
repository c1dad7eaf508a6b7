import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';

/** What Discord says of a channel, its guild and somebody in it: enough to tell what they may do there. */
export type Standing = {
  readonly guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;
  readonly member: Pick<APIGuildMember, 'roles'>;
  /** The channel's, or for a thread its parent's. */
  readonly overwrites: readonly APIOverwrite[];
};

const EVERYTHING = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/**
 * What somebody may do in a channel, by the steps of Discord's documentation (topics/permissions, 'Permission
 * Overwrites'): the roles' permissions, then overwrites for everyone, for roles, for the member.
 */
export function permissionsIn({ guild, member, overwrites }: Standing, user: string): bigint {
  const base = basePermissions({ guild, member }, user);
  if (base === EVERYTHING) return EVERYTHING;
  const ofEveryone = overwrites.filter(({ id }) => id === guild.id);
  const ofRoles = overwrites.filter(({ id }) => id !== guild.id && member.roles.includes(id));
  const ofMember = overwrites.filter(({ id }) => id === user);
  return [ofEveryone, ofRoles, ofMember].reduce(overwritten, base);
}

/** What somebody may do in the guild as a whole: by their roles, before any channel's overwrites. */
function basePermissions({ guild, member }: Pick<Standing, 'guild' | 'member'>, user: string): bigint {
  if (guild.owner_id === user) return EVERYTHING;
  const held = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const base = held.reduce((all, role) => all | BigInt(role.permissions), 0n);
  return (base & PermissionFlagsBits.Administrator) === 0n ? base : EVERYTHING;
}

/** Asks Discord; throws what its REST throws. */
export async function fetchGuildPermissions(rest: REST, guildId: string, user: string): Promise<bigint> {
  const [guild, member] = (await Promise.all([
    rest.get(Routes.guild(guildId)),
    rest.get(Routes.guildMember(guildId, user)),
  ])) as [APIGuild, APIGuildMember];
  return basePermissions({ guild, member }, user);
}

/** As `fetchStanding`, and only what they may do. */
export async function fetchPermissions(rest: REST, channel: APIChannel, user: string): Promise<bigint> {
  return (await fetchStanding(rest, channel, user)).may;
}

/** Asks Discord; throws what its REST throws. Somebody in a direct message may do everything there. */
export async function fetchStanding(
  rest: REST,
  channel: APIChannel,
  user: string,
): Promise<{ readonly may: bigint; readonly member?: APIGuildMember }> {
  if (!('guild_id' in channel) || channel.guild_id === undefined) return { may: EVERYTHING };
  const thread = 'thread_metadata' in channel && 'parent_id' in channel ? channel.parent_id : undefined;
  const [guild, member, home] = (await Promise.all([
    rest.get(Routes.guild(channel.guild_id)),
    rest.get(Routes.guildMember(channel.guild_id, user)),
    thread ? rest.get(Routes.channel(thread)) : channel,
  ])) as [APIGuild, APIGuildMember, APIChannel];
  const overwrites = 'permission_overwrites' in home ? (home.permission_overwrites ?? []) : [];
  return { may: permissionsIn({ guild, member, overwrites }, user), member };
}

function overwritten(permissions: bigint, group: readonly APIOverwrite[]): bigint {
  const deny = group.reduce((all, one) => all | BigInt(one.deny), 0n);
  const allow = group.reduce((all, one) => all | BigInt(one.allow), 0n);
  return (permissions & ~deny) | allow;
}
