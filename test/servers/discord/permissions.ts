import type { Channel, Guild } from './world.ts';

export const Permission = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  connect: 1n << 20n,
  manageThreads: 1n << 34n,
  sendMessagesInThreads: 1n << 38n,
} as const;

export const EVERYTHING = (1n << 53n) - 1n;

/** What somebody may do in a channel: roles, then the channel's overwrites, as Discord's documentation computes it. */
export function permissionsIn(
  guild: Guild,
  channel: Channel,
  parent: Channel | undefined,
  user: string,
): bigint {
  if (guild.owner === user) return EVERYTHING;
  const member = guild.members.get(user);
  if (member === undefined) return 0n;
  const everyone = guild.roles.get(guild.id)?.permissions ?? 0n;
  const own = member.roles.reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), everyone);
  if ((own & Permission.administrator) !== 0n) return EVERYTHING;
  const overwrites = (parent ?? channel).overwrites;
  const general = overwrites.get(guild.id);
  let allowed = (own & ~(general?.deny ?? 0n)) | (general?.allow ?? 0n);
  let deny = 0n;
  let allow = 0n;
  for (const role of member.roles) {
    deny |= overwrites.get(role)?.deny ?? 0n;
    allow |= overwrites.get(role)?.allow ?? 0n;
  }
  allowed = (allowed & ~deny) | allow;
  const personal = overwrites.get(user);
  return (allowed & ~(personal?.deny ?? 0n)) | (personal?.allow ?? 0n);
}
