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
        .select(['id', 'turn', 'platform', 'workspace', 'channel'])
        .where('platform', '=', platform)
        .where('turn', 'is not', null)
        .where('turn', '<=', sql<number>`${clock()} - ${sql.lit(olderThanMs)}`)
        .orderBy('turn')
        .orderBy('id')
        .limit(most);
      if (after !== undefined) {
        query = query
          .where('turn', '>=', after.turn)
          .where((where) =>
            where.or([
              where('turn', '>', after.turn),
              where.and([where('turn', '=', after.turn), where('id', '>', after.id)]),
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
      let update = db
        .updateTable('delivery')
        .set({ turn: until })
        .where('platform', '=', scope.platform)
        .where('turn', 'is not', null)
        .where('turn', '<', until)
        .where('state', 'in', ['pending', 'retry']);
      if (scope.workspace !== undefined) update = update.where('workspace', '=', scope.workspace);
      if (scope.channel !== undefined) update = update.where('channel', '=', scope.channel);
      await update.execute();
    },
  };
}
