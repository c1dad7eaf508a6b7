import { sql } from 'kysely';
import type { Errand, Ledger } from '../ports/ledger.ts';
import { claiming, entering } from './claims.ts';
import type { Database } from './database.ts';
import { hadOf } from './history.ts';
import { notices } from './notices.ts';
import { showingOf } from './posted.ts';
import { pruning } from './prune.ts';
import { doubting, realigning } from './realign.ts';
import { deliveryOf, subscriptionOf } from './rows.ts';
import { settling } from './settlements.ts';
import { pauses, turns } from './turns.ts';

/** The delivery's half of the ledger. `attempts` guards each write: it grows with every lease. */
export function ledger(database: Database): Ledger {
  const { db, clock } = database;
  return {
    async clock() {
      return (await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow()).now;
    },
    claim: claiming(database),
    enter: entering(database),
    ...turns(database, 'delivery'),
    ...pauses(database),
    ...notices(database),
    prune: pruning(database),
    realign: realigning(database),
    doubt: doubting(database),
    settle: settling(database),

    async nextDue() {
      const row = await db
        .selectFrom('subscription')
        .select('next_at')
        .where('next_at', 'is not', null)
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst();
      return row?.next_at ?? undefined;
    },

    async errand({ id, turn }) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', id)
        .where('turn', '=', turn)
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
        turn,
        subscription: subscriptionOf(owner),
        ended: owner.ended_at !== null,
        had: await hadOf(database, owner.id, row.slot_date),
        refusals: owner.refusals,
        ...maybeSent(row.maybe_sent_since),
      };
    },

    async take(errand, lease) {
      const { delivery, subscription } = errand;
      const items = lease.items ?? [];
      const showing = items.length === 0 ? null : await showingOf(db, subscription.briefing, items);
      const row = await db
        .updateTable('delivery')
        .set({
          state: 'sending',
          owner: lease.owner,
          since: clock(),
          turn: sql<number>`${clock()} + ${sql.lit(lease.ms)}`,
          attempts: delivery.attempts + 1,
          maybe_sent_since: errand.maybeSentSince ?? clock(),
          spotlight: lease.spotlights?.join(' ') || null,
          revision: lease.revision ?? null,
          // What may have gone out before shows what it did then, and a repeat brings back that very message.
          ...(errand.maybeSentSince === undefined || delivery.attempts === 0 ? { showing } : {}),
        })
        .where('id', '=', delivery.id)
        .where('attempts', '=', delivery.attempts)
        .where('turn', '=', errand.turn)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        ...errand,
        delivery: deliveryOf(row),
        turn: row.turn ?? errand.turn,
        ...maybeSent(row.maybe_sent_since),
      };
    },
  };
}

function maybeSent(since: number | null): Pick<Errand, 'maybeSentSince'> {
  return since === null ? {} : { maybeSentSince: since };
}
