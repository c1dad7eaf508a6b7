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
      return row === undefined ? { spotlights: [] } : (await hadOf(database, [row.id]))(row.id);
    },
  };
}

/**
 * What went out to subscriptions, or may have: what was perhaps seen is not shown again. With `before`, a local date,
 * only what came before it, so that a second try at an old slot makes the same edition.
 */
export async function hadOf(
  { db }: Database,
  subscriptions: readonly string[],
): Promise<(subscription: string, before?: string) => Had> {
  if (subscriptions.length === 0) return () => ({ spotlights: [] });
  const rows = await db
    .selectFrom('delivery')
    .select(['subscription', 'slot_date', 'spotlight', 'revision'])
    .where('subscription', 'in', subscriptions)
    .where('state', 'in', ['sent', 'unknown'])
    .orderBy('slot_date')
    .execute();
  const each = Map.groupBy(rows, (row) => row.subscription);
  return (subscription, before) => {
    const all = each.get(subscription) ?? [];
    const earlier = before === undefined ? all : all.filter((row) => row.slot_date < before);
    const spotlights = earlier.flatMap((row) => spotlightsOf(row.spotlight));
    const revision = earlier.findLast((row) => row.revision !== null)?.revision;
    return { spotlights, ...(revision == null ? {} : { revision }) };
  };
}
