import { type Store, StoreDown } from '../ports/store.ts';
import type { Database } from './database.ts';

/** Longer than a page of either database, so that writing it needs new room. */
const PROBE = `probe:${'x'.repeat(9_000)}`;

/** Writes something and takes it away again: only that tells a full disk from a well one. */
export function examining({ db }: Database): Store['examine'] {
  return async () => {
    try {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('revision')
          .values({ briefing: '', number: 0, items: PROBE })
          .onConflict((conflict) => conflict.columns(['briefing', 'number']).doUpdateSet({ items: PROBE }))
          .execute();
      });
      await db.deleteFrom('revision').where('briefing', '=', '').execute();
      return { kind: 'well' };
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
      return { kind: 'ill', why: error.message, mend: error.mend };
    }
  };
}
