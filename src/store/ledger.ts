import type { Ledger } from '../ports/ledger.ts';
import { claiming, entering } from './claims.ts';
import type { Database } from './database.ts';
import { reading, taking } from './errands.ts';
import { notices } from './notices.ts';
import { pruning } from './prune.ts';
import { doubting, realigning } from './realign.ts';
import { settling } from './settlements.ts';
import { pauses, turns } from './turns.ts';

/** What planning and delivery write. */
export function ledger(database: Database): Ledger {
  const { db, clock } = database;
  return {
    async clock() {
      return (await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow()).now;
    },
    claim: claiming(database),
    enter: entering(database),
    ...turns(database, 'delivery'),
    ...pauses(database),
    ...notices(database),
    prune: pruning(database),
    realign: realigning(database),
    doubt: doubting(database),
    errand: reading(database),
    take: taking(database),
    settle: settling(database),

    async nextDue() {
      const row = await db
        .selectFrom('subscription')
        .select('next_at')
        .where('next_at', 'is not', null)
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst();
      return row?.next_at ?? undefined;
    },
  };
}
