/** What messages show. Many show the same, so a set of items is kept once, and each message names its set. */
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { PostedStore } from '../ports/corrections.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export function postedStore({ db, clock }: Database): PostedStore {
  return {
    async shown({ thread, ...message }, items) {
      if (items.length === 0) return;
      await db.transaction().execute(async (transaction) => {
        const showing = await showingOf(transaction, message.briefing, items);
        const { platform, workspace, channel } = message;
        const id = shortHash([platform, workspace, channel, message.message]);
        await transaction
          .insertInto('posted')
          .values({ id, ...message, thread: thread ?? null, showing, at: clock() as unknown as number })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      });
    },
  };
}

/** A delivery that went out is a message that shows what its edition did. Its id is the delivery's. */
export async function postedBy(
  transaction: Transaction<Tables>,
  { clock }: Database,
  went: readonly { readonly id: string; readonly message: string; readonly thread?: string }[],
): Promise<void> {
  if (went.length === 0) return;
  const values = went.map(({ id, message, thread }) => sql`(${id}, ${message}, ${thread ?? null})`);
  await sql`
    insert into posted (id, platform, workspace, channel, message, thread, briefing, locale, showing, at)
    select d.id, d.platform, d.workspace, d.channel, went.message, went.thread, s.briefing, s.locale, d.showing, ${clock()}
    from delivery d
      join subscription s on s.id = d.subscription
      join (select column1 as id, column2 as message, column3 as thread from (values ${sql.join(values)}) as v) as went
        on went.id = d.id
    where d.showing is not null
    on conflict (id) do nothing`.execute(transaction);
}

/** The id of a set of items; the set is kept where it is new. */
export async function showingOf(
  db: Pick<Transaction<Tables>, 'insertInto'>,
  briefing: string,
  items: readonly string[],
): Promise<string> {
  const sorted = [...new Set(items)].toSorted();
  const id = shortHash([briefing, ...sorted]);
  await db
    .insertInto('showing')
    .values(sorted.map((item) => ({ id, briefing, item })))
    .onConflict((conflict) => conflict.columns(['id', 'item']).doNothing())
    .execute();
  return id;
}

/** At most 25 characters, as a nonce of Discord's. */
export function shortHash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
}
