import type { Ledger } from '../ports/ledger.ts';
import type { Database } from './database.ts';

/**
 * What is older than anybody asks for goes. What a channel has had is needed for its next edition: of each subscription
 * its last delivery stays, and of each item that it was shown the last time.
 */
export function pruning({ db }: Database): Ledger['prune'] {
  return async (before) => {
    const old = await db
      .deleteFrom('delivery')
      .where('turn', 'is', null)
      .where('slot_at', '<', before)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('delivery as later')
            .select('later.id')
            .whereRef('later.subscription', '=', 'delivery.subscription')
            .whereRef('later.slot_date', '>', 'delivery.slot_date')
            .where('later.state', 'in', ['sent', 'unknown'])
            .where((where) =>
              where.or([
                where('delivery.spotlight', 'is', null),
                where('delivery.state', 'not in', ['sent', 'unknown']),
                where('later.spotlight', '=', where.ref('delivery.spotlight')),
              ]),
            ),
        ),
      )
      .executeTakeFirst();
    const told = await db.deleteFrom('notice').where('told_at', '<', before).executeTakeFirst();
    const posted = await db.deleteFrom('posted').where('at', '<', before).executeTakeFirst();
    return Number(old.numDeletedRows + told.numDeletedRows + posted.numDeletedRows);
  };
}
