import { sql } from 'kysely';
import type { Tally } from '../ports/limits.ts';
import type { Database } from './database.ts';

/** How often spans that are over are swept out, in ms. */
const SWEEP_EVERY_MS = 10 * 60_000;

/** What all replicas count together, by the store's own clock. */
export function tallies({ db, clock }: Database): Tally {
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    async count(key, spanMs) {
      const at = performance.now();
      if (at - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = at;
        await db.deleteFrom('tally').where('until', '<=', clock()).execute();
      }
      const end = sql<number>`${clock()} + ${sql.lit(spanMs)}`;
      // A span that ends later than one from now on could was begun by a wrong clock.
      const isOver = sql<boolean>`(tally.until <= ${clock()} or tally.until > ${end})`;
      const { rows } = await sql<{ count: number; until: number; left: number }>`
        insert into tally (key, count, until) values (${key}, 1, ${end})
        on conflict (key) do update set
          count = case when ${isOver} then 1 else tally.count + 1 end,
          until = case when ${isOver} then ${end} else tally.until end
        returning count, until, until - ${clock()} as left`.execute(db);
      const [{ count, until, left }] = rows as [{ count: number; until: number; left: number }];
      return { count: Number(count), until: Number(until), leftMs: Math.max(0, Number(left)) };
    },

    async takeBack(key, until) {
      await db
        .updateTable('tally')
        .set(({ eb }) => ({ count: eb('count', '-', 1) }))
        .where('key', '=', key)
        .where('until', '=', until)
        .where('count', '>', 0)
        .execute();
    },
  };
}
