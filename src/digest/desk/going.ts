/** Where a digest goes: what keeps it from going there, and the thread that is opened for it. */
import type { Ask } from '../../ports/bot.ts';
import type { Goes } from '../../ports/choices.ts';
import type { Opening } from '../../ports/courier.ts';
import type { Subscription } from '../../ports/store.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { hindranceBlock } from './announce.ts';
import { briefingOf, courierOf, type DeskParts } from './desk-parts.ts';
import { simple } from './replies.ts';

/** Said before anything is set. */
export async function cannotGo(
  { couriers }: DeskParts,
  { place }: Ask,
  goes: Goes | undefined,
  opens: Opening['as'] | undefined,
  say: Messages,
): Promise<Reply | undefined> {
  const courier = courierOf(couriers, place.platform);
  if (opens !== undefined && (place.kind === 'direct' || courier?.openThread === undefined))
    return simple('refused', [say.choices.noThreads]);
  if (goes?.published !== true && goes?.mention === undefined) return undefined;
  if (courier?.hinders === undefined) return simple('refused', [say.choices.notHere]);
  // A thread that is still to be opened is one all the same.
  const found = await courier.hinders(place, opens === undefined ? goes : { ...goes, thread: '' });
  return found.length === 0
    ? undefined
    : { outcome: 'refused', blocks: found.map(hindranceBlock), shareable: false };
}

/** Opens it, and keeps it; where that fails the digest comes into the channel itself, and the asker is told so. */
export async function inThread(
  parts: DeskParts,
  ask: Ask,
  now: Subscription,
  as: Opening['as'],
  message: string | undefined,
  say: Messages,
): Promise<{ readonly now: Subscription; readonly blocks: Block[] }> {
  const courier = courierOf(parts.couriers, ask.place.platform);
  const { title } = briefingOf(parts.briefings, ask.briefing);
  if (courier?.openThread === undefined || (as === 'thread' && message === undefined))
    return { now, blocks: [{ kind: 'text', text: [say.choices.notOpened] }] };
  const reply = simple('done', [say.choices.opening(title)]);
  const opened = await courier.openThread(ask.place, {
    as,
    message: message ?? '',
    name: title,
    reply,
    briefing: ask.briefing,
    locale: ask.locale,
  });
  if (opened.kind === 'refused')
    return { now, blocks: [{ kind: 'text', text: [say.choices.notOpened] }, hindranceBlock(opened.why)] };
  const there: Subscription = { ...now, goes: { ...now.goes, thread: opened.thread } };
  await parts.store.subscriptions.put(there);
  return { now: there, blocks: [] };
}
