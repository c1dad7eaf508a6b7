import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Ledger, Notice, Settling } from '../ports/ledger.ts';
import type { Reason } from '../ports/reasons.ts';
import type { Database } from './database.ts';
import { reasonRead, reasonWritten } from './reasons.ts';
import { subscriptionOf } from './rows.ts';
import type { Tables } from './tables.ts';

/** What people have to be told, handed out like deliveries. */
export function notices({ db, clock, kind }: Database): Pick<Ledger, 'notices' | 'told'> {
  return {
    async notices(most, forMs) {
      const locked = kind === 'postgres' ? sql`for update skip locked` : sql``;
      const { rows } = await sql<{ id: string; kind: Notice['kind']; why: string; subscription: string }>`
        update notice set turn = ${clock()} + ${sql.lit(forMs)}
        where id in (
          select id from notice where told_at is null and turn <= ${clock()}
          order by turn limit ${sql.lit(most)} ${locked}
        )
        returning id, kind, why, subscription`.execute(db);
      if (rows.length === 0) return [];
      const owners = await db
        .selectFrom('subscription')
        .selectAll()
        .where(
          'id',
          'in',
          rows.map(({ subscription }) => subscription),
        )
        .execute();
      return rows.flatMap(({ subscription, ...notice }) => {
        const owner = owners.find(({ id }) => id === subscription);
        return owner === undefined
          ? []
          : [{ ...notice, why: reasonRead(notice.why), subscription: subscriptionOf(owner) }];
      });
    },

    async told(id) {
      await db.updateTable('notice').set({ told_at: clock() }).where('id', '=', id).execute();
    },
  };
}

/** The same refusal of the same day is told once, however often it is written down. */
export async function notify(
  transaction: Transaction<Tables>,
  { clock }: Database,
  { delivery, subscription }: Settling,
  kind: Notice['kind'],
  why: Reason,
): Promise<void> {
  const id = createHash('sha256').update(`${delivery.id}\n${kind}`).digest('hex').slice(0, 24);
  await sql`
    insert into notice (id, subscription, kind, why, turn)
    values (${id}, ${subscription.id}, ${kind}, ${reasonWritten(why)}, ${clock()})
    on conflict (id) do nothing`.execute(transaction);
}
