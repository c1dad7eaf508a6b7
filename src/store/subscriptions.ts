import type { SubscriptionStore } from '../ports/store.ts';
import type { Database } from './database.ts';
import { rowOfSubscription, subscriptionOf } from './rows.ts';

/** Ended subscriptions keep their row, and with it their history; subscribing anew wakes it up. */
export function subscriptionStore({ db, clock }: Database): SubscriptionStore {
  return {
    async get(key) {
      const row = await db
        .selectFrom('subscription')
        .selectAll()
        .where('platform', '=', key.platform)
        .where('workspace', '=', key.workspace)
        .where('channel', '=', key.channel)
        .where('briefing', '=', key.briefing)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return row === undefined ? undefined : subscriptionOf(row);
    },

    async put(subscription) {
      const { id, ...row } = rowOfSubscription(subscription);
      // Whoever sets it going again wants it tried again, however often it was refused before.
      const forgiven = subscription.state.kind === 'active' ? { refusals: 0 } : {};
      await db
        .insertInto('subscription')
        .values({ id, ...row, refusals: 0 })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'workspace', 'channel', 'briefing'])
            .doUpdateSet({ ...row, ...forgiven }),
        )
        .execute();
    },

    async remove(key) {
      const ended = await db
        .updateTable('subscription')
        .set({ ended_at: clock(), next_at: null, next_date: null })
        .where('platform', '=', key.platform)
        .where('workspace', '=', key.workspace)
        .where('channel', '=', key.channel)
        .where('briefing', '=', key.briefing)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return ended.numUpdatedRows > 0n;
    },

    async setBy(changedBy) {
      const rows = await db
        .selectFrom('subscription')
        .selectAll()
        .where('changed_by', '=', changedBy)
        .where('ended_at', 'is', null)
        .execute();
      return rows.map(subscriptionOf);
    },

    async ofWorkspace(platform, workspace) {
      const rows = await db
        .selectFrom('subscription')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('ended_at', 'is', null)
        .orderBy('channel')
        .orderBy('briefing')
        .execute();
      return rows.map(subscriptionOf);
    },
  };
}
