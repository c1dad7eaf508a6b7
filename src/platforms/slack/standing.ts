/** What somebody is where they ask: by what the payload says, and, where that is not enough, by what Slack says. */
import type { Person } from '../../ports/bot.ts';
import { known, type Learned, type Rank, type Room } from '../../ports/rights.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import type { WebClient } from './clients.ts';
import type { SlackParts } from './parts.ts';
import { hindrance, refusalOf } from './refusals.ts';

/** 'direct': direct messages, and whether the bot is in them is not known yet. */
export type SeenRoom = Room | 'direct';

export type Asker = {
  /** The workspace whose installation answers. */
  readonly workspace: string;
  /** The person's own workspace, where the payload names it: in a shared channel it may be another. */
  readonly team?: string;
  readonly channel: string;
  readonly room: SeenRoom;
  readonly user: string;
  readonly client: WebClient;
};

/** Direct messages with the bot, or, from the Home tab, the person. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D') || channel.startsWith('U') || channel.startsWith('W');
}

/** By the channel's id and the name that commands and controls carry; an event carries none. */
export function roomOf(channel: string, name?: string, thread?: string): SeenRoom {
  if (isDirect(channel)) return 'direct';
  if (thread !== undefined) return 'thread';
  if (name?.startsWith('mpdm-')) return 'group';
  return name === 'privategroup' ? 'private' : 'public';
}

/** Whether nobody else reads what is answered there for all to see. */
export function isAlone(room: SeenRoom): boolean {
  return room === 'direct' || room === 'own' || room === 'home';
}

export function personOf({ log, bot }: Pick<SlackParts, 'log' | 'bot'>, asker: Asker): Person {
  const say = bot.messagesFor(DEFAULT_LOCALE).slack;
  const rank = isOutsider(asker) ? 'outsider' : 'guest';
  const unknown = (error: unknown, says: string) => {
    const refusal = refusalOf(error);
    log.warn({ refusal }, 'Slack did not say what somebody is there');
    const why = hindrance(refusal, '');
    return { kind: 'unknown', says: `${says} ${why.says}`, mend: why.mend } as const;
  };
  return {
    id: asker.user,
    rank,
    async exactRank() {
      if (rank === 'outsider') return known(rank);
      try {
        return known(await rankBySlack(asker));
      } catch (error) {
        return isNobody(error) ? known('outsider') : unknown(error, say.RANK_UNKNOWN);
      }
    },
    async room(): Promise<Learned<Room>> {
      if (asker.room !== 'direct') return known(asker.room);
      try {
        await asker.client.conversations.history({ channel: asker.channel, limit: 1 });
        return known('own');
      } catch (error) {
        return isElsewhere(error) ? known('others') : unknown(error, say.ROOM_UNKNOWN);
      }
    },
  };
}

function isOutsider({ team, workspace }: Asker): boolean {
  return team !== undefined && workspace !== '' && team !== workspace;
}

/**
 * Asks whose token answers as well: `is_admin` is about the person's own workspace, and what a payload says of teams
 * may be about the other side of a shared channel (docs.slack.dev/apis/slack-connect).
 */
async function rankBySlack({ client, user, workspace }: Asker): Promise<Rank> {
  const [{ team_id: team }, { user: found }] = await Promise.all([
    client.auth.test(),
    client.users.info({ user }),
  ]);
  const teams = [found?.team_id, ...(found?.enterprise_user?.teams ?? [])];
  if (team === undefined || team !== workspace || !teams.includes(team)) return 'outsider';
  if (found?.deleted === true || found?.is_bot === true || found?.is_stranger === true) return 'outsider';
  if (found?.is_restricted === true || found?.is_ultra_restricted === true) return 'guest';
  return found?.is_admin === true || found?.is_owner === true || found?.is_primary_owner === true
    ? 'admin'
    : 'member';
}

/** Slack does not know the person in this workspace. */
function isNobody(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal.kind === 'error' && ['user_not_found', 'user_not_visible'].includes(refusal.error);
}

/** What Slack says of a conversation that the bot is not in. */
export const NOT_THERE = ['channel_not_found', 'not_in_channel'];

function isElsewhere(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal.kind === 'error' && NOT_THERE.includes(refusal.error);
}
