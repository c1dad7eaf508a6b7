import type { Courier, Seen } from '../../ports/courier.ts';
import type { Due, Settlement } from '../../ports/ledger.ts';
import type { Reason } from '../../ports/reasons.ts';
import { isAtOnce } from '../../ports/store.ts';
import { named, offDay } from '../timetable/days-off.ts';
import type { DeliverySettings } from './deliver-settings.ts';

/** What to do about a delivery whose turn has come. */
export type Step =
  | { readonly kind: 'send' }
  /** It may have gone out within the last `withinMs`, in the first `spanMs` of them: look for it first. */
  | { readonly kind: 'look'; readonly withinMs: number; readonly spanMs?: number }
  | { readonly kind: 'settle'; readonly as: Settlement };

/** Where the store's clock has gone back since, nobody knows how long ago it was: everything since the day before. */
const CLOCK_WENT_BACK_MS = 86_400_000;
/** Far longer than one try takes to arrive. */
const ONE_TRY_MS = 300_000;

/** Pure; `now` is the store's clock. */
export function nextStep(
  errand: Due,
  courier: Pick<Courier, 'repeatSafeForMs'>,
  now: number,
  { graceMs, sendTimeoutMs }: DeliverySettings,
): Step {
  const { delivery, subscription, ended, maybeSentSince } = errand;
  if (maybeSentSince !== undefined) {
    const ago = now - maybeSentSince;
    // The repeat has to arrive while the platform still remembers the first.
    const safe = ago >= 0 && ago + sendTimeoutMs <= courier.repeatSafeForMs;
    if (safe && !ended && inTime(errand, now, graceMs)) return { kind: 'send' };
    // Without a nonce nothing is repeated before a look, so there was one try, and it has long ended.
    const once = courier.repeatSafeForMs === 0 && delivery.attempts > 0;
    if (ago >= 0) return { kind: 'look', withinMs: ago, ...(once ? { spanMs: ONE_TRY_MS } : {}) };
    return { kind: 'look', withinMs: Math.max(0, now - delivery.slot.at) + CLOCK_WENT_BACK_MS };
  }
  if (ended) return skip({ code: 'unsubscribed' });
  if (subscription.state.kind === 'paused') return skip({ code: 'paused' });
  const off = isAtOnce(delivery.slot) ? undefined : offDay(subscription.off, delivery.slot.date);
  if (off !== undefined) return skip({ code: 'day-off', off: named(off) });
  if (inTime(errand, now, graceMs)) return { kind: 'send' };
  const { state } = delivery;
  if (state.kind !== 'retry') return skip({ code: 'missed', graceMs });
  const { why } = state;
  const as = { kind: 'skipped', why: { code: 'not-in-time', graceMs, why } } as const;
  const refused = why.code === 'refused' && !CONCERNS_ALL.has(why.mend);
  return { kind: 'settle', as: refused ? { ...as, refused: why } : as };
}

/** The mends of a platform that is away or asks everybody to wait, which is nothing that whoever set a digest can mend. */
const CONCERNS_ALL: ReadonlySet<string> = new Set(['unreachable', 'notSlack', 'notDiscord', 'limited']);

/** What to do once the channel has been looked through. */
export function afterLooking(errand: Due, seen: Seen, now: number, settings: DeliverySettings): Step {
  const { graceMs, lookAfterMs, lookCapMs, lookShutMs } = settings;
  if (seen.kind === 'found') {
    const { message, thread } = seen;
    return { kind: 'settle', as: { kind: 'sent', message, ...(thread !== undefined && { thread }) } };
  }
  const { maybeSentSince, ...certain } = errand;
  // It did not go out: from here on it is a delivery like any other that waits. So is one that was only planned late,
  // where nobody may look: each day's digest is worth more than the rare copy of the store that was put back.
  const neverTried = errand.delivery.attempts === 0;
  if (seen.kind === 'absent' || (neverTried && seen.lasts === 'for-good'))
    return nextStep(certain, { repeatSafeForMs: 0 }, now, settings);
  if (!inTime(errand, now, graceMs)) {
    if (neverTried) return skip({ code: 'not-in-time', graceMs, why: seen.why });
    return { kind: 'settle', as: { kind: 'unknown', why: whyUnknown(errand) } };
  }
  const looking = Math.max(0, now - (maybeSentSince ?? now));
  const cap = seen.lasts === 'now' ? lookCapMs : lookShutMs;
  const wait = Math.max(seen.afterMs ?? 0, Math.min(cap, Math.max(lookAfterMs, looking)));
  if (neverTried)
    return { kind: 'settle', as: { kind: 'retry', afterMs: wait, why: seen.why, maybeSent: true } };
  return { kind: 'settle', as: { kind: 'unknown', why: whyUnknown(errand), lookAgainAfterMs: wait } };
}

function inTime({ delivery }: Due, now: number, graceMs: number): boolean {
  return now - delivery.slot.at <= graceMs;
}

function whyUnknown({ delivery: { state } }: Due): Reason {
  return state.kind === 'unknown' || state.kind === 'retry' ? state.why : { code: 'stopped' };
}

function skip(why: Reason): Step {
  return { kind: 'settle', as: { kind: 'skipped', why } };
}
