import type { Had } from '../ports/ledger.ts';
import type { HistoryStore } from '../ports/store.ts';
import type { Database } from './database.ts';
import { deliveryOf, spotlightsOf } from './rows.ts';

export function historyStore(database: Database): HistoryStore {
  const { db } = database;
  return {
    async deliveries(subscription, most) {
      const rows = await db
        .selectFrom('delivery')
        .selectAll()
        .where('subscription', '=', subscription)
        .orderBy('slot_date', 'desc')
        .limit(most)
        .execute();
      return rows.map(deliveryOf);
    },

    async had(key) {
      const row = await db
        .selectFrom('subscription')
        .select('id')
        .where('platform', '=', key.platform)
        .where('workspace', '=', key.workspace)
        .where('channel', '=', key.channel)
        .where('briefing', '=', key.briefing)
        .executeTakeFirst();
      return row === undefined ? { spotlights: [] } : hadOf(database, row.id);
    },
  };
}

/**
 * What went out to a subscription, or may have: what was perhaps seen is not shown again. With `before`, a local date,
 * only what came before it, so that a second try at an old slot makes the same edition.
 */
export async function hadOf({ db }: Database, subscription: string, before?: string): Promise<Had> {
  let query = db
    .selectFrom('delivery')
    .select(['spotlight', 'revision'])
    .where('subscription', '=', subscription)
    .where('state', 'in', ['sent', 'unknown'])
    .orderBy('slot_date');
  if (before !== undefined) query = query.where('slot_date', '<', before);
  const rows = await query.execute();
  const spotlights = rows.flatMap((row) => spotlightsOf(row.spotlight));
  const revision = rows.findLast((row) => row.revision !== null)?.revision;
  return { spotlights, ...(revision == null ? {} : { revision }) };
}
