import type { Store } from '../ports/store.ts';
import type { Database } from './database.ts';
import { subscriptionOf } from './rows.ts';

/** How long the settings of a workspace that the bot was removed from are kept (docs/terms.md). */
const KEPT_MS = 30 * 86_400_000;

/** The bot is removed from a workspace, and perhaps invited again; or a channel gets another id. */
export function leaving({
  db,
  clock,
}: Database): Pick<Store, 'leave' | 'removed' | 'rejoin' | 'moved' | 'forgetRemoved'> {
  return {
    moved(platform, workspace, from, to) {
      return db.transaction().execute(async (transaction) => {
        const { now } = await transaction.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow();
        const at = (channel: string) =>
          transaction
            .selectFrom('subscription')
            .select(['id', 'briefing', 'ended_at'])
            .where('platform', '=', platform)
            .where('workspace', '=', workspace)
            .where('channel', '=', channel)
            .execute();
        const there = new Map((await at(to)).map((row) => [row.briefing, row]));
        const movers = (await at(from)).filter(({ ended_at }) => ended_at === null);
        for (const { id, briefing } of movers) {
          const taken = there.get(briefing);
          if (taken?.ended_at === null) {
            const ended = { ended_at: now, next_at: null, next_date: null };
            await transaction.updateTable('subscription').set(ended).where('id', '=', id).execute();
            continue;
          }
          if (taken !== undefined)
            await transaction.deleteFrom('subscription').where('id', '=', taken.id).execute();
          await transaction
            .updateTable('subscription')
            .set({ channel: to, refusals: 0 })
            .where('id', '=', id)
            .execute();
          await transaction
            .updateTable('delivery')
            .set({ channel: to })
            .where('subscription', '=', id)
            .execute();
        }
        return movers.length;
      });
    },

    async leave(platform, workspace) {
      const left = await db
        .updateTable('subscription')
        .set({ ended_at: clock(), removed_at: clock(), next_at: null, next_date: null })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return Number(left.numUpdatedRows);
    },

    async removed(platform) {
      const rows = await db
        .selectFrom('subscription')
        .select('workspace')
        .distinct()
        .where('platform', '=', platform)
        .where('removed_at', 'is not', null)
        .execute();
      return rows.map(({ workspace }) => workspace);
    },

    rejoin(platform, workspace, next) {
      return db.transaction().execute(async (transaction) => {
        const { now } = await transaction.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow();
        const rows = await transaction
          .selectFrom('subscription')
          .selectAll()
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('removed_at', '>', now - KEPT_MS)
          .execute();
        for (const row of rows) {
          const slot = row.paused_by === null ? next(subscriptionOf(row), now) : undefined;
          await transaction
            .updateTable('subscription')
            .set({
              ended_at: null,
              removed_at: null,
              refusals: 0,
              next_at: slot?.at ?? null,
              next_date: slot?.date ?? null,
            })
            .where('id', '=', row.id)
            .execute();
        }
        return rows.length;
      });
    },

    async forgetRemoved() {
      const { now } = await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow();
      const gone = await db
        .deleteFrom('subscription')
        .where('removed_at', '<=', now - KEPT_MS)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}
