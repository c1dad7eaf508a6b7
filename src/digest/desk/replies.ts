/** Replies that several of the desk's answers share. */

import type { Place } from '../../ports/bot.ts';
import type { Choice, Outcome, Reply, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { DeskParts } from './desk-parts.ts';

export function simple(outcome: Outcome, text: Text, buttons: readonly Choice[] = []): Reply {
  return {
    outcome,
    blocks: [
      { kind: 'text', text },
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ],
    shareable: false,
  };
}

/** Somebody who may not: says who may. */
export function mayNot(
  { slackAdminsOnly }: Pick<DeskParts, 'slackAdminsOnly'>,
  place: Place,
  say: Messages,
): Reply {
  const who = place.platform === 'slack' && slackAdminsOnly ? 'admins' : place.platform;
  return simple('refused', [say.desk.mayNot(say.desk.whoMay[who])]);
}

/** A channel without a digest. */
export function noDigest(say: Messages): Reply {
  return simple('done', [say.desk.none], [say.desk.buttons.subscribe, say.desk.buttons.preview]);
}
