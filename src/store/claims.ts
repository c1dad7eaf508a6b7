import { createHash } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import type { Ledger, Planned, Recorded, Waiting } from '../ports/ledger.ts';
import type { Reason } from '../ports/reasons.ts';
import type { Slot, Subscription } from '../ports/store.ts';
import type { Database } from './database.ts';
import { reasonWritten } from './reasons.ts';
import { subscriptionOf } from './rows.ts';
import type { DeliveryTable, Tables } from './tables.ts';

/** Rows of one insert: below both databases' limits on parameters. */
const ROWS_AT_ONCE = 1_000;

/** The planner's half of the ledger: what is due is found by an index, so its cost follows what is due. */
export function claiming({ db, clock, kind }: Database): Ledger['claim'] {
  return (most, decide) =>
    db.transaction().execute(async (transaction) => {
      const { now } = await transaction.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow();
      let due = transaction
        .selectFrom('subscription')
        .selectAll()
        .where('next_at', 'is not', null)
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(most);
      if (kind === 'postgres') due = due.forUpdate().skipLocked();
      const subscriptions = (await due.execute()).map(subscriptionOf);
      const plans: Plan[] = [];
      for (const subscription of subscriptions) {
        const planned = decide(subscription, now);
        if (planned.kind === 'slots') plans.push({ subscription, planned });
        else await pause(transaction, subscription, planned.why, now);
      }
      const recorded = await record(transaction, plans, now);
      await advance(transaction, plans);
      const pending = recorded
        .filter((row) => row.waiting !== undefined)
        .map((row) => row.waiting as Waiting);
      return { subscriptions: subscriptions.length, pending, skipped: recorded.length - pending.length };
    });
}

/** One slot that no timetable made. Its turn is the store's now, whatever the asker's clock says. */
export function entering({ db, clock }: Database): Ledger['enter'] {
  return async (subscription, slot) => {
    const { now } = await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow();
    const { platform, workspace, channel } = subscription;
    const row = { ...rowOfSlot(subscription, slot, { kind: 'pending' }, now), turn: now };
    const added = await db
      .insertInto('delivery')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    return added.length === 0 ? undefined : { id: row.id, platform, workspace, channel, turn: now };
  };
}

type Plan = {
  readonly subscription: Subscription;
  readonly planned: Extract<Planned, { kind: 'slots' }>;
};

/** Inserts the slots; one that is there already stays as it is, and is not reported. */
async function record(
  transaction: Transaction<Tables>,
  plans: readonly Plan[],
  now: number,
): Promise<{ waiting?: Waiting }[]> {
  const wanted = new Map<string, { row: Insertable<DeliveryTable>; waiting?: Waiting }>();
  for (const { subscription, planned } of plans) {
    for (const { slot, as } of planned.record) {
      const row = rowOfSlot(subscription, slot, as, now);
      const { platform, workspace, channel } = subscription;
      const waiting = { id: row.id, platform, workspace, channel, turn: slot.at };
      wanted.set(row.id, as.kind === 'pending' ? { row, waiting } : { row });
    }
  }
  const rows = [...wanted.values()].map(({ row }) => row);
  const written: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const added = await transaction
      .insertInto('delivery')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    written.push(...added.map(({ id }) => id));
  }
  return written.flatMap((id) => wanted.get(id) ?? []);
}

function rowOfSlot(
  subscription: Subscription,
  slot: Slot,
  as: Recorded['as'],
  now: number,
): Insertable<DeliveryTable> {
  return {
    id: deliveryId(subscription, slot.date),
    subscription: subscription.id,
    platform: subscription.platform,
    workspace: subscription.workspace,
    channel: subscription.channel,
    slot_date: slot.date,
    slot_at: slot.at,
    state: as.kind,
    turn: as.kind === 'pending' ? slot.at : null,
    why: as.kind === 'skipped' ? reasonWritten(as.why) : null,
    since: now,
    attempts: 0,
    ...(as.kind === 'pending' && as.doubtful === true ? { maybe_sent_since: slot.at } : {}),
  };
}

/**
 * Follows from the slot alone: a ledger put back from a copy still makes the ids that the platform has seen, and so do
 * two processes that know nothing of each other, of which Discord makes one message then.
 */
function deliveryId({ platform, workspace, channel, briefing }: Subscription, date: string): string {
  const slot = [platform, workspace, channel, briefing, date].join('\n');
  return createHash('sha256').update(slot).digest('hex').slice(0, 24);
}

/** Most due at once share their next slot too: one update for each. */
async function advance(transaction: Transaction<Tables>, plans: readonly Plan[]): Promise<void> {
  const groups = Map.groupBy(plans, ({ planned: { next } }) => `${next.date} ${next.at}`);
  for (const group of groups.values()) {
    const { next } = group[0]!.planned;
    await transaction
      .updateTable('subscription')
      .set({ next_at: next.at, next_date: next.date })
      .where(
        'id',
        'in',
        group.map(({ subscription }) => subscription.id),
      )
      .execute();
  }
}

async function pause(
  transaction: Transaction<Tables>,
  { id }: Subscription,
  why: Reason,
  now: number,
): Promise<void> {
  await transaction
    .updateTable('subscription')
    .set({
      paused_by: 'refusals',
      paused_why: reasonWritten(why),
      paused_since: now,
      next_at: null,
      next_date: null,
    })
    .where('id', '=', id)
    .execute();
}
