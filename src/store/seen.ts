import type { SeenBook } from '../ports/store.ts';
import type { Database } from './database.ts';

/** How often what need not be remembered any more is swept out, in ms. */
const SWEEP_EVERY_MS = 10 * 60_000;

export function seenStore({ db }: Database): SeenBook {
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    async firstTime(id, now, until, is) {
      const what = is ?? null;
      if (now - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = now;
        await db.deleteFrom('seen').where('until', '<', now).execute();
      }
      const written = await db
        .insertInto('seen')
        .values({ id, until, what })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ until, what })
            .where((where) =>
              where.or([where('seen.until', '<', now), where('seen.what', 'is distinct from', what)]),
            ),
        )
        .returning('id')
        .executeTakeFirst();
      return written !== undefined;
    },

    async known(id, now) {
      const row = await db
        .selectFrom('seen')
        .select('id')
        .where('id', '=', id)
        .where('until', '>=', now)
        .executeTakeFirst();
      return row !== undefined;
    },

    async forget(id) {
      await db.deleteFrom('seen').where('id', '=', id).execute();
    },
  };
}
