/** Says in the channel who changed its digest: the answer itself is the asker's alone. */

import type { Ask } from '../../ports/bot.ts';
import type { Handed, Hindrance } from '../../ports/courier.ts';
import { SAME_LINE_MS } from '../../ports/limits.ts';
import type { Reason } from '../../ports/reasons.ts';
import type { Block, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { worded } from '../../show/messages/reasons.ts';
import { courierOf, type DeskParts } from './desk-parts.ts';

/** Whether editions come after it, which what hinders them then concerns. */
export type Change = 'set' | 'ended';

/** Longer than a platform needs, shorter than an asker waits. */
const PATIENCE_MS = 8_000;

/**
 * Posts one line into the channel where it was asked, once and not again, and hands back what the asker should know
 * about it: nothing when it went well, or when it stands there as the last such line already. A direct message is the asker's own: nothing is said there.
 */
export async function announce(
  parts: DeskParts,
  ask: Ask,
  change: Change,
  line: Text,
  say: Messages,
): Promise<Block[]> {
  return (await announced(parts, ask, change, line, say)).blocks;
}

/** The same, with the message that it became. */
export async function announced(
  parts: DeskParts,
  ask: Ask,
  change: Change,
  line: Text,
  say: Messages,
): Promise<{ readonly blocks: Block[]; readonly message?: string }> {
  const courier = courierOf(parts.couriers, ask.place.platform);
  if (courier === undefined) return { blocks: [] };
  if (ask.place.kind === 'direct') {
    return { blocks: change === 'set' ? (await courier.examine(ask.place)).map(hindranceBlock) : [] };
  }
  if (!(await isNews(parts, ask, line))) return { blocks: [] };
  const parcel = {
    id: parts.newId(),
    place: ask.place,
    briefing: ask.briefing,
    words: 'status',
    locale: ask.locale,
    reply: { outcome: 'done', blocks: [{ kind: 'text', text: line }], shareable: false },
  } as const;
  const handed = await courier.send(parcel, AbortSignal.timeout(PATIENCE_MS));
  if (handed.kind !== 'sent') {
    await parts.store.seen.forget(lastLineOf(ask));
    parts.log.warn({ ...ask.place, handed }, 'A change was not said in its channel');
  }
  const blocks = blocksOn(handed, change, say);
  return handed.kind === 'sent' ? { blocks, message: handed.message } : { blocks };
}

/** Pressed twice, or heard by two replicas at once: the channel has just read that very line. */
async function isNews({ store, now }: DeskParts, ask: Ask, line: Text): Promise<boolean> {
  return store.seen.firstTime(lastLineOf(ask), now(), now() + SAME_LINE_MS, JSON.stringify(line));
}

/** Whether the channel has just read a line about its digest. */
export function wasJustTold({ store, now }: DeskParts, ask: Ask): Promise<boolean> {
  return store.seen.known(lastLineOf(ask), now());
}

function lastLineOf({ place: { platform, workspace, channel }, briefing }: Ask): string {
  return `said:${[platform, workspace, channel, briefing].join('/')}`;
}

function blocksOn(handed: Handed, change: Change, say: Messages): Block[] {
  switch (handed.kind) {
    case 'sent':
      return [];
    case 'gone':
      return [{ kind: 'text', text: [say.desk.notSaid[change]] }, reasonBlock(handed.why, say)];
    case 'retry':
    case 'unknown':
      return [{ kind: 'note', text: [say.desk.notSaidNow] }];
  }
}

/** Why it did not go out, with what may be done about it. */
export function reasonBlock(why: Reason, say: Messages): Block {
  const { says, mend = say.reasons.askDoctor } = worded(why, say);
  return hindranceBlock({ says, mend });
}

export function hindranceBlock({ says, mend }: Omit<Hindrance, 'kind'>): Block {
  return { kind: 'text', text: [{ bold: says }, ' ', mend] };
}
