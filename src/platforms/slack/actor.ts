/** Who did what Slack tells of, read before anything else is made of it. */
import { z } from 'zod';
import type { Who } from '../../ports/bot.ts';

const id = z.string().max(40).optional().catch(undefined);
const named = z.object({ id }).optional().catch(undefined);

/** As far as it is there: a command, a control, or an event has it in places of its own. */
const anything = z.object({
  user_id: id,
  team_id: id,
  team: named,
  user: z.object({ id, team_id: id }).optional().catch(undefined),
  authorizations: z
    .array(z.object({ team_id: id }))
    .optional()
    .catch(undefined),
  event: z.object({ user: id }).optional().catch(undefined),
});

/** Whoever acted, by the workspace that Bolt finds as well; undefined where nobody did. */
export function actorOf(body: unknown): Who | undefined {
  const { data } = anything.safeParse(body);
  const person = data?.user_id ?? data?.user?.id ?? data?.event?.user;
  if (data === undefined || person === undefined) return undefined;
  const workspace =
    data.authorizations?.[0]?.team_id ?? data.team?.id ?? data.team_id ?? data.user?.team_id ?? '';
  return { person: { id: person }, place: { platform: 'slack', workspace, channel: '', kind: 'channel' } };
}
