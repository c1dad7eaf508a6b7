/** Replies that several of the desk's answers share. */
import type { Place } from '../../ports/bot.ts';
import type { Choice, Outcome, Reply, Text } from '../../reply/reply.ts';
import { desk as say } from '../sentences.ts';
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
export function mayNot({ slackAdminsOnly }: Pick<DeskParts, 'slackAdminsOnly'>, place: Place): Reply {
  const who = place.platform === 'slack' && slackAdminsOnly ? 'admins' : place.platform;
  return simple('refused', [say.mayNot(say.whoMay[who])]);
}

/** A channel without a digest. */
export function noDigest(): Reply {
  return simple('done', [say.none], [say.buttons.subscribe, say.buttons.preview]);
}
