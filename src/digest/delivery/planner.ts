import type { Ledger } from '../../ports/ledger.ts';
import { type Calendar, type Patience, plan } from './plan.ts';

/** Subscriptions of one transaction: large enough to be cheap for each, small enough to let others in between. */
const BATCH = 500;

export type PlannerParts = {
  readonly ledger: Ledger;
  readonly calendar: Calendar;
  readonly patience: Patience;
};

export type PlannedTick = {
  readonly subscriptions: number;
  readonly pending: number;
  readonly skipped: number;
};

/**
 * Plans all that is due, batch by batch, and tells `planned` after each. Any number of planners may do so
 * at once, and any may die in between: what was not written is still due. Throws `StoreDown`.
 */
export async function planDue(
  { ledger, calendar, patience }: PlannerParts,
  planned: () => void,
): Promise<PlannedTick> {
  const total = { subscriptions: 0, pending: 0, skipped: 0 };
  for (;;) {
    const claimed = await ledger.claim(BATCH, (subscription, now) =>
      plan(subscription, now, patience, calendar),
    );
    total.subscriptions += claimed.subscriptions;
    total.pending += claimed.pending.length;
    total.skipped += claimed.skipped;
    if (claimed.pending.length > 0) planned();
    if (claimed.subscriptions < BATCH) return total;
  }
}
