import type { Courier } from '../../ports/courier.ts';
import type { Errand, Settlement } from '../../ports/ledger.ts';
import { skipped, unknown } from '../../show/messages/en/delivery.ts';
import type { DeliverySettings } from './deliver-settings.ts';

/** What to do about a delivery whose turn has come. */
export type Step =
  | { readonly kind: 'send' }
  /** It may have gone out: look for it first. */
  | { readonly kind: 'look' }
  | { readonly kind: 'settle'; readonly as: Settlement };

/** Pure; `now` is the store's clock. */
export function nextStep(
  errand: Errand,
  courier: Pick<Courier, 'repeatSafeForMs'>,
  now: number,
  { graceMs, sendTimeoutMs }: DeliverySettings,
): Step {
  const { delivery, subscription, ended, maybeSentSince } = errand;
  if (maybeSentSince !== undefined) {
    // The repeat has to arrive while the platform still remembers the first.
    const safe = now + sendTimeoutMs <= maybeSentSince + courier.repeatSafeForMs;
    return safe && !ended && inTime(errand, now, graceMs) ? { kind: 'send' } : { kind: 'look' };
  }
  if (ended) return skip(skipped.unsubscribed);
  if (subscription.state.kind === 'paused') return skip(skipped.paused);
  if (inTime(errand, now, graceMs)) return { kind: 'send' };
  const { state } = delivery;
  return skip(state.kind === 'retry' ? skipped.notInTime(graceMs, state.why) : skipped.tooLate(graceMs));
}

/** What to do once the channel has been looked through. */
export function afterLooking(
  errand: Errand,
  seen: Awaited<ReturnType<Courier['find']>>,
  now: number,
  settings: DeliverySettings,
): Step {
  const { graceMs, lookAfterMs, lookUntilMs } = settings;
  if (seen.kind === 'found') return { kind: 'settle', as: { kind: 'sent', message: seen.message } };
  if (seen.kind === 'absent') {
    // It did not go out: from here on it is a delivery like any other that waits.
    const { maybeSentSince: _, ...certain } = errand;
    return nextStep(certain, { repeatSafeForMs: 0 }, now, settings);
  }
  const looking = now - (errand.maybeSentSince ?? now);
  const again = looking < lookUntilMs && inTime(errand, now, graceMs);
  const why = whyUnknown(errand);
  const wait = Math.max(lookAfterMs, looking);
  return { kind: 'settle', as: { kind: 'unknown', why, ...(again ? { lookAgainAfterMs: wait } : {}) } };
}

function inTime({ delivery }: Errand, now: number, graceMs: number): boolean {
  return now - delivery.slot.at <= graceMs;
}

function whyUnknown({ delivery: { state } }: Errand): string {
  return state.kind === 'unknown' || state.kind === 'retry' ? state.why : unknown.stopped;
}

function skip(why: string): Step {
  return { kind: 'settle', as: { kind: 'skipped', why } };
}
