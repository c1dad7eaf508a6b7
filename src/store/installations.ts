import type { InstallationStore } from '../ports/store.ts';
import type { Database } from './database.ts';

/** Keeps what it is handed; whoever hands it over has encrypted it. */
export function installationStore({ db }: Database): InstallationStore {
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

    async remove(key) {
      await db.deleteFrom('installation').where('key', '=', key).execute();
    },
  };
}
