import { sql, type Transaction, type Updateable } from 'kysely';
import type { Errand, Ledger, Settlement } from '../ports/ledger.ts';
import { isAtOnce } from '../ports/store.ts';
import type { Database } from './database.ts';
import { notify } from './notices.ts';
import { postedBy } from './posted.ts';
import { reasonWritten } from './reasons.ts';
import type { DeliveryTable, Tables } from './tables.ts';

/**
 * Writing down what became of a delivery. Where that is lost with the machine's power, it stands as being sent, and is
 * looked for like any other whose answer was lost.
 */
export function settling(database: Database): Ledger['settle'] {
  return (errand, settlement) =>
    database.lightly(async (transaction) => {
      const done = await write(database, transaction, errand, settlement);
      if (!done) return { done, paused: false };
      if (settlement.kind === 'sent') await postedBy(transaction, database, errand.delivery.id, settlement);
      if (settlement.kind === 'gone') {
        const paused = await countRefusal(database, transaction, errand, settlement);
        return { done, paused };
      }
      if (settlement.kind === 'sent' && errand.refusals > 0) await forgive(transaction, errand);
      return { done, paused: false };
    });
}

async function write(
  { clock }: Database,
  transaction: Transaction<Tables>,
  { delivery }: Errand,
  settlement: Settlement,
): Promise<boolean> {
  const update = transaction
    .updateTable('delivery')
    .set(settledAs(settlement, clock))
    .where('id', '=', delivery.id);
  // What the platform took is true whoever holds the lease by now; all else is only the last holder's to say.
  const mine =
    settlement.kind === 'sent'
      ? update.where('state', '<>', 'sent')
      : update.where('attempts', '=', delivery.attempts).where('turn', 'is not', null);
  return (await mine.executeTakeFirst()).numUpdatedRows > 0n;
}

/** The row of a delivery, or of a correction, which is settled the same way. */
export function settledAs(settlement: Settlement, clock: Database['clock']) {
  return {
    state: settlement.kind,
    since: clock(),
    ...{ owner: null, message: null, why: null, turn: null },
    ...columnsOf(settlement, clock),
  };
}

function columnsOf(
  settlement: Settlement,
  clock: Database['clock'],
): Pick<Updateable<DeliveryTable>, 'message' | 'why' | 'turn' | 'since' | 'maybe_sent_since'> {
  switch (settlement.kind) {
    case 'sent':
      return { message: settlement.message };
    case 'retry': {
      const { afterMs, maybeSent } = settlement;
      return {
        why: reasonWritten(settlement.why),
        turn: after(clock, afterMs),
        ...(maybeSent ? {} : { maybe_sent_since: null }),
      };
    }
    case 'unknown': {
      const { lookAgainAfterMs } = settlement;
      return {
        why: reasonWritten(settlement.why),
        since: sinceUnknown(clock),
        ...(lookAgainAfterMs === undefined ? {} : { turn: after(clock, lookAgainAfterMs) }),
      };
    }
    default:
      return { why: reasonWritten(settlement.why) };
  }
}

/** Typed as the number that the database makes of it. */
function after(clock: Database['clock'], ms: number): number {
  return sql<number>`${clock()} + ${sql.lit(Math.ceil(ms))}` as unknown as number;
}

/** Looking again in vain does not make it any newer. */
function sinceUnknown(clock: Database['clock']): number {
  return sql<number>`case when state = 'unknown' then since else ${clock()} end` as unknown as number;
}

async function countRefusal(
  database: Database,
  transaction: Transaction<Tables>,
  errand: Errand,
  { why, pauseAfter }: Extract<Settlement, { kind: 'gone' }>,
): Promise<boolean> {
  const { clock } = database;
  const { subscription, delivery, refusals } = errand;
  // Days are counted, not tries: whoever asked for an edition at once was told so at once.
  if (isAtOnce(delivery.slot)) return false;
  await transaction
    .updateTable('subscription')
    .set((column) => ({ refusals: column('refusals', '+', 1) }))
    .where('id', '=', subscription.id)
    .execute();
  const paused = await transaction
    .updateTable('subscription')
    .set({
      paused_by: 'refusals',
      paused_why: reasonWritten(why),
      paused_since: clock(),
      next_at: null,
      next_date: null,
    })
    .where('id', '=', subscription.id)
    .where('paused_by', 'is', null)
    .where('ended_at', 'is', null)
    .where('refusals', '>=', pauseAfter)
    .executeTakeFirst();
  const stopped = paused.numUpdatedRows > 0n;
  if (stopped) await notify(transaction, database, errand, 'paused', why);
  else if (refusals === 0) await notify(transaction, database, errand, 'refused', why);
  return stopped;
}

async function forgive(transaction: Transaction<Tables>, { subscription }: Errand): Promise<void> {
  await transaction
    .updateTable('subscription')
    .set({ refusals: 0 })
    .where('id', '=', subscription.id)
    .execute();
}
