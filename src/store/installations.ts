import type { InstallationKeeper } from '../ports/store.ts';
import type { Database } from './database.ts';

/** Keeps what it is handed; whoever hands it over has encrypted it. */
export function installationStore({ db }: Database): InstallationKeeper {
  return {
    async put(key, value) {
      await db
        .insertInto('installation')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },

    async get(key) {
      const row = await db
        .selectFrom('installation')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.value;
    },

    async all() {
      const rows = await db.selectFrom('installation').selectAll().orderBy('key').execute();
      return rows.map(({ key, value }) => ({ key, installation: value }));
    },

    async replace(key, before, after) {
      const done = await db
        .updateTable('installation')
        .set({ value: after })
        .where('key', '=', key)
        .where('value', '=', before)
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    async remove(key) {
      await db.deleteFrom('installation').where('key', '=', key).execute();
    },
  };
}
