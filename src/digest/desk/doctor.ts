/** `doctor`: each thing that keeps this channel's digest from coming, with its exact mend. */

import type { Ask } from '../../ports/bot.ts';
import { StoreDown, type Subscription } from '../../ports/store.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { sentence } from '../../text/sentence.ts';
import { hindranceBlock } from './announce.ts';
import { courierOf, type DeskParts, keyOf } from './desk-parts.ts';

type Ill = { readonly says: string; readonly mend: string };

/** A clock further off than this moves what people see. */
const CLOCK_TOLERANCE_MS = 60_000;

export async function doctor(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  const found = [
    ...(await storeIlls(parts)),
    ...(await courierIlls(parts, ask, say)),
    ...(await clockIlls(parts, ask, say)),
    ...(await channelIlls(parts, ask, say)),
  ];
  const blocks: Block[] =
    found.length === 0
      ? [{ kind: 'text', text: [say.doctor.nothing] }]
      : [{ kind: 'heading', text: say.doctor.heading(found.length) }, ...found.map(illBlock)];
  return {
    outcome: 'answered',
    blocks: [...blocks, { kind: 'buttons', buttons: [say.desk.buttons.status, say.desk.buttons.preview] }],
    shareable: false,
  };
}

function illBlock({ says, mend }: Ill): Block {
  return hindranceBlock({ kind: 'other', says, mend });
}

async function storeIlls({ store }: DeskParts): Promise<Ill[]> {
  const health = await store.examine();
  return health.kind === 'well' ? [] : [{ says: health.why, mend: health.mend }];
}

async function courierIlls({ couriers }: DeskParts, { place }: Ask, say: Messages): Promise<readonly Ill[]> {
  const courier = courierOf(couriers, place.platform);
  return courier === undefined ? [say.doctor.noPosting] : courier.examine(place);
}

async function clockIlls({ platformTime, now }: DeskParts, { place }: Ask, say: Messages): Promise<Ill[]> {
  const theirs = await platformTime?.(place.platform);
  if (theirs === undefined) return [];
  const off = now() - theirs;
  if (Math.abs(off) <= CLOCK_TOLERANCE_MS) return [];
  return [say.doctor.clock(say.time.length(Math.abs(off)), off > 0 ? 'ahead of' : 'behind')];
}

/** With the store down, that is said already; what is in it, nobody can tell. */
async function channelIlls(parts: DeskParts, ask: Ask, say: Messages): Promise<readonly Ill[]> {
  try {
    const now = await parts.store.subscriptions.get(keyOf(ask));
    if (now === undefined) return [say.doctor.noDigest];
    return [...pausedIlls(now, say), ...(await deliveryIlls(parts, now, say))];
  } catch (error) {
    if (error instanceof StoreDown) return [];
    throw error;
  }
}

function pausedIlls({ state }: Subscription, say: Messages): Ill[] {
  if (state.kind === 'active') return [];
  return [state.by === 'person' ? say.doctor.paused : say.doctor.pausedByRefusals(sentence(state.why))];
}

async function deliveryIlls({ store }: DeskParts, now: Subscription, say: Messages): Promise<Ill[]> {
  const [last] = await store.history.deliveries(now.id, 1);
  if (last === undefined) return [];
  if (last.state.kind === 'retry') return [say.doctor.retrying(last.attempts, sentence(last.state.why))];
  return last.state.kind === 'unknown' ? [say.doctor.unknown(sentence(last.state.why))] : [];
}
