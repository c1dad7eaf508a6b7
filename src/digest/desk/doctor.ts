/** `doctor`: each thing that keeps this channel's digest from coming, with its exact mend. */

import { basename } from 'node:path';
import { wordFault } from '../../briefing/fault.ts';
import type { Ask } from '../../ports/bot.ts';
import { type Delivery, isAtOnce, StoreDown, type Subscription } from '../../ports/store.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { brief, inFull } from '../../show/messages/reasons.ts';
import { nextOf } from '../delivery/plan.ts';
import { nextSlot, slotsDue } from '../timetable/slots.ts';
import { hindranceBlock } from './announce.ts';
import { courierOf, type DeskParts, keyOf, readsMends } from './desk-parts.ts';

type Ill = { readonly says: string; readonly mend: string };

/** A clock further off than this moves what people see. */
const CLOCK_TOLERANCE_MS = 60_000;

export async function doctor(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  const store = await storeIlls(parts, ask, say);
  const here = await channelState(parts, ask, say);
  const found = [
    ...store,
    ...briefingIlls(parts, ask, say),
    ...(await courierIlls(parts, ask, say)),
    ...(await clockIlls(parts, ask, say)),
    // With the store down, that is said already.
    ...(here.isDown && store.length > 0 ? [] : here.ills),
  ];
  const blocks: Block[] =
    found.length === 0
      ? [{ kind: 'text', text: [here.isOnItsWay ? say.doctor.onItsWay : say.doctor.nothing] }]
      : [{ kind: 'heading', text: say.doctor.heading(found.length) }, ...found.map(illBlock)];
  return {
    outcome: 'answered',
    blocks: [
      ...blocks,
      ...operatorsBlocks(parts, ask, say),
      ...(await reliefNote(parts, ask, say)),
      ...(parts.modelRests?.() ? [{ kind: 'note' as const, text: [say.doctor.modelRests] }] : []),
      { kind: 'buttons', buttons: [say.desk.buttons.status, say.desk.buttons.preview] },
    ],
    shareable: false,
  };
}

/** Whoever runs the bot reads in their own channel what concerns many. */
function operatorsBlocks({ operators }: DeskParts, { place }: Ask, say: Messages): Block[] {
  if (operators?.isHere(place) !== true) return [];
  const troubles = operators.troubles();
  return [
    { kind: 'heading', text: say.ops.heading },
    ...(troubles.length === 0
      ? [{ kind: 'text' as const, text: [say.ops.nothingNow] }]
      : troubles.map(illBlock)),
    { kind: 'note', text: [say.ops.hereNow] },
  ];
}

/** Nothing that hinders, but what whoever runs the bot may not know. */
async function reliefNote({ relievedSoon }: DeskParts, { place }: Ask, say: Messages): Promise<Block[]> {
  try {
    if ((await relievedSoon?.(place.platform)) !== true) return [];
    return [{ kind: 'note', text: [say.doctor.another] }];
  } catch (error) {
    if (error instanceof StoreDown) return [];
    throw error;
  }
}

function illBlock({ says, mend }: Ill): Block {
  return hindranceBlock({ says, mend });
}

async function storeIlls(parts: DeskParts, ask: Ask, say: Messages): Promise<Ill[]> {
  const health = await parts.store.examine();
  if (health.kind === 'well') return [];
  return [readsMends(parts, ask) ? { says: health.why, mend: health.mend } : say.doctor.storeAway];
}

/** A briefing that is broken, by the first of its faults; and one whose files are older than what others answer from. */
function briefingIlls(parts: DeskParts, ask: Ask, say: Messages): Ill[] {
  const { broken, behind } = parts;
  const mends = readsMends(parts, ask);
  const folders = (broken?.() ?? []).map(({ folder, faults }) => {
    if (!mends) return say.doctor.brokenAway(basename(folder));
    const [first] = faults.map(wordFault);
    return say.doctor.brokenBriefing(basename(folder), first ?? '', faults.length);
  });
  return [...folders, ...(mends ? (behind?.() ?? []).map(say.doctor.behind) : [])];
}

async function courierIlls(parts: DeskParts, ask: Ask, say: Messages): Promise<readonly Ill[]> {
  const courier = courierOf(parts.couriers, ask.place.platform);
  if (courier !== undefined) return courier.examine(ask.place);
  return [readsMends(parts, ask) ? say.doctor.noPosting : say.doctor.notConnected];
}

async function clockIlls({ platformTime, now }: DeskParts, { place }: Ask, say: Messages): Promise<Ill[]> {
  const theirs = await platformTime?.(place.platform);
  if (theirs === undefined) return [];
  const off = now() - theirs;
  if (Math.abs(off) <= CLOCK_TOLERANCE_MS) return [];
  return [say.doctor.clock(say.time.length(Math.abs(off)), off > 0 ? 'ahead of' : 'behind')];
}

type ChannelState = {
  readonly ills: readonly Ill[];
  readonly isOnItsWay?: boolean;
  readonly isDown?: boolean;
};

/** What is in a store that is down nobody can tell. */
async function channelState(parts: DeskParts, ask: Ask, say: Messages): Promise<ChannelState> {
  try {
    const now = await parts.store.subscriptions.get(keyOf(ask));
    if (now === undefined) return { ills: [say.doctor.noDigest] };
    const last = await lastDue(parts, now);
    return {
      ills: [
        ...pausedIlls(now, say),
        ...(await goingIlls(parts, ask, now)),
        ...(await deliveryIlls(parts, now, last, say)),
      ],
      isOnItsWay: last?.state.kind === 'pending' || last?.state.kind === 'sending',
    };
  } catch (error) {
    if (!(error instanceof StoreDown)) throw error;
    const { message: says, mend } = error;
    return { ills: [readsMends(parts, ask) ? { says, mend } : say.doctor.storeAway], isDown: true };
  }
}

/** What keeps it from coming the way that the channel chose. */
async function goingIlls({ couriers }: DeskParts, { place }: Ask, { goes }: Subscription) {
  return (goes && (await courierOf(couriers, place.platform)?.hinders?.(place, goes))) ?? [];
}

function pausedIlls({ state }: Subscription, say: Messages): Ill[] {
  if (state.kind === 'active') return [];
  return [state.by === 'person' ? say.doctor.paused : say.doctor.pausedByRefusals(inFull(state.why, say))];
}

/** The last edition that was due; a day off is no trouble. */
async function lastDue({ store, now: clock }: DeskParts, now: Subscription): Promise<Delivery | undefined> {
  const latest = await store.history.deliveries(now.id, LOOKED_AT);
  return latest.find(
    ({ slot, state }) =>
      slot.at <= clock() + AHEAD_MS && !(state.kind === 'skipped' && state.why.code === 'day-off'),
  );
}

/** What became of it, by the ledger: nothing hinders only where it went out, or none was due yet. */
async function deliveryIlls(
  parts: DeskParts,
  now: Subscription,
  last: Delivery | undefined,
  say: Messages,
): Promise<Ill[]> {
  const clock = parts.now();
  return [
    ...lastIlls(last, clock, say),
    ...nextIlls(now, last, clock, say),
    ...(await pauseIlls(parts, now, say)),
  ];
}

function lastIlls(last: Delivery | undefined, clock: number, say: Messages): Ill[] {
  if (last === undefined) return [];
  const { state, slot, attempts } = last;
  switch (state.kind) {
    case 'retry':
      return [say.doctor.retrying(attempts, brief(state.why, say))];
    case 'unknown':
      return [say.doctor.unknown(brief(state.why, say))];
    case 'gone':
      return [say.notices.lastRefused(inFull(state.why, say))];
    case 'skipped':
      return [say.notices.lastSkipped(brief(state.why, say))];
    case 'pending':
    case 'sending':
      return clock - slot.at > WAITS_MS ? [say.notices.waits(say.time.length(clock - slot.at))] : [];
    case 'sent':
      return [];
  }
}

/** The next slot against the timetable: one that is past was not planned, one that is too late was written by a wrong clock. */
function nextIlls(now: Subscription, last: Delivery | undefined, clock: number, say: Messages): Ill[] {
  if (now.next === undefined || now.state.kind === 'paused') return [];
  if (clock - now.next.at > WAITS_MS) return [say.notices.notPlanned(say.time.length(clock - now.next.at))];
  const lastDate = last !== undefined && !isAtOnce(last.slot) ? last.slot.date : '';
  const right = nextOf(now, clock, lastDate, { nextSlot, slotsDue });
  return right !== undefined && now.next.at > right.at + WAITS_MS ? [say.notices.nextTooLate] : [];
}

async function pauseIlls({ pauseOf }: DeskParts, { platform }: Subscription, say: Messages): Promise<Ill[]> {
  const pause = await pauseOf?.(platform);
  if (pause === undefined) return [];
  return [
    say.notices.platformAway(say.time.length(Math.max(0, pause.now - pause.since)), brief(pause.why, say)),
  ];
}

const LOOKED_AT = 10;
/** Slots of dates further ahead are a wrong clock's. */
const AHEAD_MS = 60_000;
/** A tick, and somewhat more: what is due for longer than this is stuck. */
const WAITS_MS = 180_000;
