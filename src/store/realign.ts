import type { Kysely, Transaction } from 'kysely';
import type { Ledger } from '../ports/ledger.ts';
import type { Database } from './database.ts';
import { subscriptionOf } from './rows.ts';
import type { Tables } from './tables.ts';

/** Longer than any wait that the delivery or a platform asks for. */
const LONGEST_WAIT_MS = 25 * 3_600_000;
/** A slot that has not come and was settled all the same: nothing was sent, so it makes room for the real one. */
const NOT_COME_MS = 60_000;
/** One that was sent by a clock not this far ahead was that day's, somewhat early. */
const EARLY_MS = 20 * 3_600_000;
/** A next slot closer than this is looked at by nobody: a daily digest's is never further off. */
const NEAR_MS = 25 * 3_600_000;
const PAGE = 500;

/** A clock is set back by less than this all the time, and nothing hangs on it. */
const SET_BACK_MS = 10_000;
/** Longer than a lease, and so than a send that is under way while the clock goes back. */
const STILL_SENDING_MS = 60_000;
/** A time that never comes, so that it is in doubt whatever the clock says later (deliver-next.ts). */
const NOBODY_KNOWS_WHEN = 8_640_000_000_000_000;

/** Seen while the clock has not come back to where it was; then a message of an hour ago would pass for a new one. */
export function doubting({ db, clock }: Database): Ledger['doubt'] {
  return async () => {
    const { now } = await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow();
    const soon = now + STILL_SENDING_MS;
    let count = 0n;
    for (const table of ['delivery', 'correction'] as const) {
      const doubted = await db
        .updateTable(table)
        .set((column) => ({
          maybe_sent_since: NOBODY_KNOWS_WHEN,
          turn: column.case().when('turn', '>', soon).then(soon).else(column.ref('turn')).end(),
        }))
        .where('turn', 'is not', null)
        .where('maybe_sent_since', '>', now + SET_BACK_MS)
        .where('maybe_sent_since', '<', NOBODY_KNOWS_WHEN)
        .executeTakeFirst();
      count += doubted.numUpdatedRows;
    }
    return Number(count);
  };
}

/** What a clock that was ahead for a while has written, set right by the clock as it is now. */
export function realigning({ db, clock }: Database): Ledger['realign'] {
  return async (next) => {
    const { now } = await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow();
    await db
      .updateTable('delivery')
      .set({ turn: now })
      .where('turn', '>', now + LONGEST_WAIT_MS)
      .execute();
    let count = 0;
    let after = { at: now + NEAR_MS, id: '' };
    for (;;) {
      const page = await db
        .selectFrom('subscription')
        .selectAll()
        .where('next_at', 'is not', null)
        .where((where) =>
          where.or([
            where('next_at', '>', after.at),
            where.and([where('next_at', '=', after.at), where('id', '>', after.id)]),
          ]),
        )
        .orderBy('next_at')
        .orderBy('id')
        .limit(PAGE)
        .execute();
      for (const row of page) {
        // Most are rarer than daily, and right.
        const earliest = next(subscriptionOf(row), now, '');
        if (earliest !== undefined && earliest.at >= (row.next_at ?? 0)) continue;
        const done = await db.transaction().execute(async (transaction) => {
          await forgetDaysToCome(transaction, row.id, now);
          const last = await lastDate(transaction, row.id, now);
          const right = next(subscriptionOf(row), now, last);
          if (right === undefined || right.at >= (row.next_at ?? 0)) return false;
          await transaction
            .updateTable('subscription')
            .set({ next_at: right.at, next_date: right.date })
            .where('id', '=', row.id)
            .where('next_at', '=', row.next_at)
            .execute();
          return true;
        });
        if (done) count += 1;
      }
      const last = page.at(-1);
      if (page.length < PAGE || last === undefined) return count;
      after = { at: last.next_at ?? 0, id: last.id };
    }
  };
}

/** What did not go out makes room for its real day; what did is one that was posted at its moment, and nobody's slot. */
async function forgetDaysToCome(transaction: Transaction<Tables>, id: string, now: number): Promise<void> {
  await transaction
    .deleteFrom('delivery')
    .where('subscription', '=', id)
    .where('slot_at', '>', now + NOT_COME_MS)
    .where('state', 'in', ['skipped', 'pending', 'gone'])
    .execute();
  const moment = new Date(now).toISOString().slice(0, -1);
  const sent = await transaction
    .selectFrom('delivery')
    .select(['id', 'since'])
    .where('subscription', '=', id)
    .where('slot_at', '>', now + EARLY_MS)
    .orderBy('slot_at')
    .execute();
  for (const [at, one] of sent.entries()) {
    await transaction
      .updateTable('delivery')
      .set({
        slot_at: now,
        slot_date: `${moment}${String(at).padStart(3, '0')}`,
        since: Math.min(one.since, now),
      })
      .where('id', '=', one.id)
      .execute();
  }
}

/** The last date whose slot has been; editions posted at once bear a time behind theirs. */
export async function lastDate(db: Kysely<Tables>, id: string, now: number): Promise<string> {
  const row = await db
    .selectFrom('delivery')
    .select('slot_date')
    .where('subscription', '=', id)
    .where('slot_at', '<=', now)
    .where('slot_date', 'not like', '%T%')
    .orderBy('slot_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.slot_date ?? '';
}
