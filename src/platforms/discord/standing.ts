/** What somebody is where they ask: by what the interaction says, and, where that is not enough, by what Discord says. */
import {
  type APIChannel,
  type Interaction,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';
import { knownPerson, type Person, type Place } from '../../ports/bot.ts';
import type { Log } from '../../ports/log.ts';
import { known, type Learned, type Rank, type Room } from '../../ports/rights.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { fetchGuildPermissions, fetchPermissions } from './permissions.ts';
import { loggable, readRefusal } from './refusals.ts';

/** Asks Discord what somebody may do; both throw what its REST throws. */
export type Permissions = {
  inChannel(channel: string, user: string): Promise<bigint>;
  /** By the roles alone: a channel's overwrites give nobody a say in the server. */
  inGuild(guild: string, user: string): Promise<bigint>;
  readonly log: Log;
  readonly say: Messages;
};

/** discord.js forgets its token at the first 401, which a good token would survive. */
export function permissionsBy(rest: REST, token: string, log: Log, say: Messages): Permissions {
  return {
    log,
    say,
    async inChannel(id, user) {
      const channel = (await rest.setToken(token).get(Routes.channel(id))) as APIChannel;
      return fetchPermissions(rest, channel, user);
    },
    inGuild: (guild, user) => fetchGuildPermissions(rest.setToken(token), guild, user),
  };
}

/** Who typed or pressed something. Discord says at once what they may do in the channel. */
export function whoActs(interaction: Interaction, place: Place, permissions: Permissions): Person {
  const { user, memberPermissions } = interaction;
  const room = roomOf(interaction, place);
  if (place.workspace === '') return knownPerson(user.id, { rank: 'member', room });
  const rank = memberPermissions?.has(PermissionFlagsBits.ManageChannels) ? 'manager' : 'member';
  return {
    id: user.id,
    rank,
    exactRank: () => rankIn(permissions, place, user.id, async () => rank),
    room: async () => known(room),
  };
}

/** Who wrote a message. It says nothing of what they may do. */
export function whoWrote(author: string, place: Place, permissions: Permissions): Person {
  if (place.kind === 'direct') return knownPerson(author, { rank: 'member', room: 'own' });
  const inChannel = async (): Promise<Rank> => {
    const may = await permissions.inChannel(place.channel, author);
    return (may & PermissionFlagsBits.ManageChannels) === 0n ? 'member' : 'manager';
  };
  return {
    id: author,
    rank: 'member',
    exactRank: () => rankIn(permissions, place, author, inChannel),
    room: async () => known('public'),
  };
}

function roomOf({ context, authorizingIntegrationOwners: owners }: Interaction, place: Place): Room {
  if (place.workspace === '') return context === InteractionContextType.BotDM ? 'own' : 'others';
  return owners.guildId === place.workspace ? 'public' : 'uninvited';
}

async function rankIn(
  { inGuild, log, say }: Permissions,
  { workspace, channel }: Place,
  user: string,
  otherwise: () => Promise<Rank>,
): Promise<Learned<Rank>> {
  try {
    const may = await inGuild(workspace, user);
    return known((may & PermissionFlagsBits.ManageGuild) === 0n ? await otherwise() : 'admin');
  } catch (error) {
    log.warn({ err: loggable(error), channel }, 'Could not ask Discord for somebody’s permissions');
    const why = readRefusal(error).hindrance;
    return { kind: 'unknown', says: `${say.discord.RANK_UNKNOWN} ${why.says}`, mend: why.mend };
  }
}
