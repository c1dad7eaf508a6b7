/**
 * A clock that is wrong must not write a year of skipped days. What it wrote before it was right again is set right;
 * and before a leap of days is written down, the platforms are asked what time it is.
 */

import type { DeliveryParts } from './deliver-parts.ts';
import { type Calendar, nextOf } from './plan.ts';

/** A subscription that fell due longer ago is a leap: the bot was away for a day, or the clock is wrong. */
const LEAP_MS = 20 * 3_600_000;
/** How far the store's clock may be from a platform's for a leap to be believed. */
const AGREES_MS = 600_000;
const REALIGN_EVERY_MS = 3_600_000;

export function clockCheck({ ledger, couriers, calendar, log, elapsed }: DeliveryParts) {
  let realignedAt = Number.NEGATIVE_INFINITY;
  return {
    /** Whether what is due may be planned by the store's clock as it is now. Throws `StoreDown`. */
    async mayPlan(): Promise<boolean> {
      const doubtful = await ledger.doubt();
      if (doubtful > 0) log.warn({ count: doubtful }, 'the clock went back while answers were outstanding');
      const now = await ledger.clock();
      const due = await ledger.nextDue();
      if (due !== undefined && now - due > LEAP_MS && !(await platformsAgree(now))) return false;
      if (elapsed() - realignedAt >= REALIGN_EVERY_MS) {
        realignedAt = elapsed();
        const count = await ledger.realign(nextBy(calendar));
        if (count > 0) log.warn({ count }, 'next slots that a wrong clock had written were worked out anew');
      }
      return true;
    },
  };

  /** Where no platform can be asked at all (the playground), there is no clock but ours. */
  async function platformsAgree(now: number): Promise<boolean> {
    const asked = couriers.flatMap(({ contact }) => (contact === undefined ? [] : [contact()]));
    if (asked.length === 0) return true;
    const times = (await Promise.all(asked)).flatMap((one) =>
      one.kind === 'well' && one.at !== undefined ? [one.at] : [],
    );
    if (times.some((at) => Math.abs(now - at) <= AGREES_MS)) return true;
    const [theirs] = times;
    log.warn(
      { ours: new Date(now).toISOString(), theirs: theirs && new Date(theirs).toISOString() },
      theirs === undefined
        ? 'days are due at once, and no platform can be asked for the time: planning waits'
        : 'days are due at once, and the platforms say that it is another time: planning waits',
    );
    return false;
  }
}

function nextBy(calendar: Calendar): Parameters<DeliveryParts['ledger']['realign']>[0] {
  return (subscription, now, lastDate) => nextOf(subscription, now, lastDate, calendar);
}
