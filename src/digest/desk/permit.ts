/** Whether somebody may: the table of rights, asked with no more found out from the platform than it needs. */
import type { Ask } from '../../ports/bot.ts';
import { type Act, type House, isForAnybody, right } from '../../ports/rights.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { DeskParts } from './desk-parts.ts';
import { simple } from './replies.ts';

export type Permit = { readonly kind: 'may' } | { readonly kind: 'refused'; readonly reply: Reply };

/** What the platform does not say is a refusal that says so and how to mend it, never a permission. */
export async function permit(
  { slackAdminsOnly }: Pick<DeskParts, 'slackAdminsOnly'>,
  { place, person }: Ask,
  act: Act,
  say: Messages,
): Promise<Permit> {
  const house = houseOf(place.platform, slackAdminsOnly);
  if (isForAnybody(act, house)) return { kind: 'may' };
  const room = await person.room();
  if (room.kind === 'unknown') return refused([room.says, ' ', room.mend]);
  const atLeast = right(act, house, { room: room.value, rank: person.rank });
  if (atLeast.kind === 'may') return atLeast;
  if (atLeast.least === 'nobody') return refused([say.rights.noPlace(act, house, room.value)]);
  const rank = await person.exactRank();
  if (rank.kind === 'unknown') return refused([rank.says, ' ', rank.mend]);
  const exactly = right(act, house, { room: room.value, rank: rank.value });
  return exactly.kind === 'may' ? exactly : refused([say.rights.mayNot(act, house, exactly.least)]);
}

function houseOf(platform: Ask['place']['platform'], slackAdminsOnly: boolean): House {
  if (platform === 'slack') return slackAdminsOnly ? 'slack-admins-only' : 'slack';
  return platform === 'discord' ? 'discord' : 'playground';
}

function refused(text: readonly string[]): Permit {
  return { kind: 'refused', reply: simple('refused', text) };
}
