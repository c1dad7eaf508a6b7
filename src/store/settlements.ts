import { sql, type Transaction, type Updateable } from 'kysely';
import type { Ledger, Settlement, Settling } from '../ports/ledger.ts';
import type { Reason } from '../ports/reasons.ts';
import { isAtOnce } from '../ports/store.ts';
import type { Database } from './database.ts';
import { notify } from './notices.ts';
import { postedBy } from './posted.ts';
import { reasonWritten } from './reasons.ts';
import type { DeliveryTable, Tables } from './tables.ts';
import { together } from './together.ts';

/**
 * Writing down what became of a delivery. Refused days are counted, not tries: whoever asked for an edition at once was
 * told so at once. Where that is lost with the machine's power, it stands as being sent, and is
 * looked for like any other whose answer was lost.
 */
export function settling(database: Database): Ledger['settle'] {
  const went = together(({ errand }: Went) => errand.delivery.id, sent(database));
  return async (errand, settlement) => {
    if (settlement.kind === 'sent')
      return { done: (await went({ errand, settlement })) !== undefined, paused: false };
    return database.lightly(async (transaction) => {
      const done = await write(database, transaction, errand, settlement);
      if (!done || isAtOnce(errand.delivery.slot)) return { done, paused: false };
      if (settlement.kind === 'skipped' && settlement.refused !== undefined)
        await countDay(database, transaction, errand, settlement.refused);
      if (settlement.kind !== 'gone') return { done, paused: false };
      return { done, paused: await countRefusal(database, transaction, errand, settlement) };
    });
  };
}

type Went = { readonly errand: Settling; readonly settlement: Extract<Settlement, { kind: 'sent' }> };

/** What the platform took is true whoever holds the lease by now. Hands back which were not known to be sent yet. */
function sent(database: Database) {
  return (group: readonly Went[]): Promise<ReadonlyMap<string, true>> =>
    database.lightly(async (transaction) => {
      const values = group.map(({ errand, settlement }) => ({ id: errand.delivery.id, ...settlement }));
      const done = new Map((await sentNow(transaction, database, values)).map((id) => [id, true as const]));
      await postedBy(
        transaction,
        database,
        values.filter(({ id }) => done.has(id)),
      );
      const forgiven = group.filter(({ errand }) => errand.refusals > 0 && done.has(errand.delivery.id));
      if (forgiven.length > 0) await forgive(transaction, forgiven);
      return done;
    });
}

async function sentNow(
  transaction: Transaction<Tables>,
  { clock }: Database,
  values: readonly { readonly id: string; readonly message: string }[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with went (id, message) as (values ${sql.join(values.map(({ id, message }) => sql`(${id}, ${message})`))})
    update delivery set
      state = 'sent', since = ${clock()}, owner = null, message = went.message, why = null, turn = null
    from went where delivery.id = went.id and delivery.state <> 'sent'
    returning delivery.id`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** All else is only the last holder's to say. */
async function write(
  { clock }: Database,
  transaction: Transaction<Tables>,
  { delivery }: Settling,
  settlement: Settlement,
): Promise<boolean> {
  const mine = transaction
    .updateTable('delivery')
    .set(settledAs(settlement, clock))
    .where('id', '=', delivery.id)
    .where('attempts', '=', delivery.attempts)
    .where('turn', 'is not', null);
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
  errand: Settling,
  { why, pauseAfter }: Extract<Settlement, { kind: 'gone' }>,
): Promise<boolean> {
  const { clock } = database;
  const { subscription, refusals } = errand;
  await oneMore(transaction, errand);
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

/** A day on which it was refused again and again, by what may pass: it is told like a refusal, and pauses nothing. */
async function countDay(
  database: Database,
  transaction: Transaction<Tables>,
  errand: Settling,
  why: Reason,
): Promise<void> {
  await oneMore(transaction, errand);
  if (errand.refusals === 0) await notify(transaction, database, errand, 'refused', why);
}

async function oneMore(transaction: Transaction<Tables>, { subscription }: Settling): Promise<void> {
  await transaction
    .updateTable('subscription')
    .set((column) => ({ refusals: column('refusals', '+', 1) }))
    .where('id', '=', subscription.id)
    .execute();
}

async function forgive(transaction: Transaction<Tables>, went: readonly Went[]): Promise<void> {
  const ids = went.map(({ errand }) => errand.subscription.id);
  await transaction.updateTable('subscription').set({ refusals: 0 }).where('id', 'in', ids).execute();
}
