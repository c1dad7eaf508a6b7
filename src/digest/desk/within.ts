/** Whether there is room within the limits: asked right before something is done, so that nothing else counts. */
import type { Ask } from '../../ports/bot.ts';
import type { Limited } from '../../ports/limits.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { DeskParts } from './desk-parts.ts';
import { simple } from './replies.ts';

/** Does it, or says when it can be done again. What `act` calls its argument for does not count. */
export async function within(
  { limits }: Pick<DeskParts, 'limits'>,
  ask: Ask,
  what: Limited,
  say: Messages,
  act: (giveBack: () => Promise<void>) => Promise<Reply>,
): Promise<Reply> {
  const taken = await limits.take(what, ask);
  if (taken.kind === 'within') return act(taken.giveBack);
  const { limit, leftMs } = taken;
  return simple('refused', [say.limits.reached(what, { ...limit, leftMs })]);
}
