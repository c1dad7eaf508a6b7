import type { RevisionItems, RevisionStore } from '../ports/store.ts';
import type { Database } from './database.ts';

export function revisionStore({ db }: Database): RevisionStore {
  return {
    async record(briefing, number, items) {
      const text = JSON.stringify(items);
      await db
        .insertInto('revision')
        .values({ briefing, number, items: text })
        .onConflict((conflict) =>
          conflict
            .columns(['briefing', 'number'])
            .doUpdateSet({ items: text })
            .where('revision.items', '<>', text),
        )
        .execute();
    },

    async newest() {
      const rows = await db
        .selectFrom('revision')
        .select(({ fn }) => ['briefing', fn.max('number').as('number')])
        .where('briefing', '<>', '')
        .groupBy('briefing')
        .execute();
      return new Map(rows.map(({ briefing, number }) => [briefing, Number(number)]));
    },

    async items(briefing, number) {
      const row = await db
        .selectFrom('revision')
        .select('items')
        .where('briefing', '=', briefing)
        .where('number', '=', number)
        .executeTakeFirst();
      return row === undefined ? undefined : (JSON.parse(row.items) as RevisionItems);
    },
  };
}
