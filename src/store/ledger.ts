import { sql } from 'kysely';
import type { Errand, Ledger } from '../ports/ledger.ts';
import { claiming, entering } from './claims.ts';
import type { Database } from './database.ts';
import { hadOf } from './history.ts';
import { deliveryOf, subscriptionOf } from './rows.ts';
import { settling } from './settlements.ts';
import { waiting } from './waiting.ts';

/** The delivery's half of the ledger. `attempts` guards each write: it grows with every lease. */
export function ledger(database: Database): Ledger {
  const { db, clock } = database;
  return {
    async clock() {
      return (await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow()).now;
    },
    claim: claiming(database),
    enter: entering(database),
    ...waiting(database),
    settle: settling(database),

    async errand(id) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', id)
        .where('turn', '<=', clock())
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const owner = await db
        .selectFrom('subscription')
        .selectAll()
        .where('id', '=', row.subscription)
        .executeTakeFirst();
      if (owner === undefined) return undefined;
      return {
        delivery: deliveryOf(row),
        subscription: subscriptionOf(owner),
        ended: owner.ended_at !== null,
        had: await hadOf(database, owner.id, row.slot_date),
        refusals: owner.refusals,
        ...maybeSent(row.maybe_sent_since),
      };
    },

    async take(errand, lease) {
      const { delivery } = errand;
      const row = await db
        .updateTable('delivery')
        .set({
          state: 'sending',
          owner: lease.owner,
          since: clock(),
          turn: sql<number>`${clock()} + ${sql.lit(lease.ms)}`,
          attempts: delivery.attempts + 1,
          maybe_sent_since: errand.maybeSentSince ?? clock(),
          spotlight: lease.spotlight ?? null,
          revision: lease.revision ?? null,
        })
        .where('id', '=', delivery.id)
        .where('attempts', '=', delivery.attempts)
        .where('turn', '<=', clock())
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { ...errand, delivery: deliveryOf(row), ...maybeSent(row.maybe_sent_since) };
    },
  };
}

function maybeSent(since: number | null): Pick<Errand, 'maybeSentSince'> {
  return since === null ? {} : { maybeSentSince: since };
}
