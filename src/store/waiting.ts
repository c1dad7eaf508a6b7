import { sql } from 'kysely';
import type { Place } from '../ports/bot.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Database } from './database.ts';

/** Deliveries whose turn has come, and putting them off. */
export function waiting({ db, clock }: Database): Pick<Ledger, 'waiting' | 'nextTurn' | 'postpone'> {
  return {
    async waiting({ platform, most, after, except = [], olderThanMs = 0 }) {
      let query = db
        .selectFrom('delivery')
        .innerJoin('subscription', 'subscription.id', 'delivery.subscription')
        .select(['delivery.id', 'delivery.turn', 'platform', 'workspace', 'channel'])
        .where('platform', '=', platform)
        .where('turn', 'is not', null)
        .where('turn', '<=', sql<number>`${clock()} - ${sql.lit(olderThanMs)}`)
        .orderBy('turn')
        .orderBy('delivery.id')
        .limit(most);
      if (after !== undefined) {
        query = query
          .where('turn', '>=', after.turn)
          .where((where) =>
            where.or([
              where('turn', '>', after.turn),
              where.and([where('turn', '=', after.turn), where('delivery.id', '>', after.id)]),
            ]),
          );
      }
      if (except.length > 0) {
        query = query.where('workspace', 'not in', except);
      }
      const rows = await query.execute();
      return rows.map((row) => ({
        id: row.id,
        platform: row.platform as Place['platform'],
        workspace: row.workspace,
        channel: row.channel,
        turn: row.turn ?? 0,
      }));
    },

    async nextTurn() {
      const row = await db
        .selectFrom('delivery')
        .select('turn')
        .where('turn', 'is not', null)
        .orderBy('turn')
        .limit(1)
        .executeTakeFirst();
      return row?.turn ?? undefined;
    },

    async postpone(scope, until) {
      let theirs = db.selectFrom('subscription').select('id').where('platform', '=', scope.platform);
      if (scope.workspace !== undefined) theirs = theirs.where('workspace', '=', scope.workspace);
      if (scope.channel !== undefined) theirs = theirs.where('channel', '=', scope.channel);
      await db
        .updateTable('delivery')
        .set({ turn: until })
        .where('turn', 'is not', null)
        .where('turn', '<', until)
        .where('state', 'in', ['pending', 'retry'])
        .where('subscription', 'in', theirs)
        .execute();
    },
  };
}
