import { sql } from 'kysely';
import type { LeaseStore } from '../ports/store.ts';
import type { Database } from './database.ts';

/** By the store's own clock, so that replicas whose clocks differ agree. */
export function leases({ db, clock }: Database): LeaseStore {
  return {
    async take(name, owner, forMs) {
      const until = sql<number>`${clock()} + ${sql.lit(forMs)}`;
      const { rows } = await sql`
        insert into lease (name, owner, until) values (${name}, ${owner}, ${until})
        on conflict (name) do update set owner = excluded.owner, until = excluded.until
        where lease.owner = excluded.owner or lease.until <= ${clock()} or lease.until > ${until}
        returning name`.execute(db);
      return rows.length > 0;
    },

    async give(name, owner) {
      await db.deleteFrom('lease').where('name', '=', name).where('owner', '=', owner).execute();
    },

    async isTaken(name) {
      const row = await db
        .selectFrom('lease')
        .select('name')
        .where('name', '=', name)
        .where('until', '>', clock())
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
