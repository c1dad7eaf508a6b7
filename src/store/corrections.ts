/** The corrections that follow what was said. */
import { type Selectable, sql, type Transaction } from 'kysely';
import type { Corrected, CorrectionErrand, CorrectionLedger, Pair } from '../ports/corrections.ts';
import type { Database } from './database.ts';
import { shortHash, showingOf } from './posted.ts';
import { deliveryStateOf } from './rows.ts';
import { settledAs } from './settlements.ts';
import type { CorrectionTable, PostedTable, Tables } from './tables.ts';
import { turns } from './turns.ts';

export function correctionLedger(database: Database): CorrectionLedger {
  const { db, clock } = database;
  const { seize, release } = turns(database, 'correction');
  return {
    seize,
    release,
    plan: planning(database),

    async clock() {
      return (await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow()).now;
    },

    async errand({ id, turn }) {
      const row = await db
        .selectFrom('correction')
        .selectAll()
        .where('id', '=', id)
        .where('turn', '=', turn)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const posted = await db
        .selectFrom('posted')
        .selectAll()
        .where('id', '=', row.posted)
        .executeTakeFirst();
      return posted === undefined ? undefined : errandOf(row, posted, turn);
    },

    async take(errand, lease) {
      const { id, attempts } = errand.delivery;
      const row = await db
        .updateTable('correction')
        .set({
          state: 'sending',
          owner: lease.owner,
          since: clock(),
          turn: sql<number>`${clock()} + ${sql.lit(lease.ms)}`,
          attempts: attempts + 1,
          maybe_sent_since: errand.maybeSentSince ?? clock(),
        })
        .where('id', '=', id)
        .where('attempts', '=', attempts)
        .where('turn', '=', errand.turn)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : { ...errand, ...stateOf(row, row.turn ?? errand.turn) };
    },

    async settle({ delivery }, settlement) {
      const update = db
        .updateTable('correction')
        .set(settledAs(settlement, clock))
        .where('id', '=', delivery.id);
      const mine =
        settlement.kind === 'sent'
          ? update.where('state', '<>', 'sent')
          : update.where('attempts', '=', delivery.attempts).where('turn', 'is not', null);
      return { done: (await mine.executeTakeFirst()).numUpdatedRows > 0n };
    },

    async ofChannel({ platform, workspace, channel }, most) {
      const rows = await db
        .selectFrom('correction')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .orderBy('planned_at', 'desc')
        .limit(most)
        .execute();
      return rows.map((row) => ({ id: row.id, state: deliveryStateOf(row) }));
    },

    async putOff({ delivery, turn }, forMs) {
      await db
        .updateTable('correction')
        .set({ turn: sql<number>`${clock()} + ${sql.lit(forMs)}` })
        .where('id', '=', delivery.id)
        .where('turn', '=', turn)
        .execute();
    },
  };
}

/**
 * A message changes over to the set that shows what is right in the transaction that plans its correction: so it is
 * found no second time, whoever plans, and the cost of planning follows what has to be corrected.
 */
function planning(database: Database): CorrectionLedger['plan'] {
  const { db, kind } = database;
  return async (corrected, most) => {
    if (corrected.length === 0) return 0;
    return db.transaction().execute(async (transaction) => {
      const sets = await setsToCorrect(transaction, corrected);
      if (sets.size === 0) return 0;
      let query = transaction
        .selectFrom('posted')
        .select(['id', 'platform', 'workspace', 'channel', 'briefing', 'showing'])
        .where('showing', 'in', [...sets.keys()])
        .orderBy('id')
        .limit(most);
      if (kind === 'postgres') query = query.forUpdate().skipLocked();
      const posted = await query.execute();
      for (const [showing, some] of Map.groupBy(posted, (one) => one.showing)) {
        await planSome(transaction, database, some, sets.get(showing) ?? []);
      }
      return posted.length;
    });
  };
}

type ToPlan = Pick<PostedTable, 'id' | 'platform' | 'workspace' | 'channel' | 'briefing' | 'showing'>;

/** One correction for each; many messages show the same set. */
async function planSome(
  transaction: Transaction<Tables>,
  { clock }: Database,
  posted: readonly ToPlan[],
  pairs: readonly Pair[],
): Promise<void> {
  const [first] = posted;
  if (first === undefined) return;
  const now = clock() as unknown as number;
  await transaction
    .insertInto('correction')
    .values(
      posted.map(({ id, platform, workspace, channel }) => ({
        id: shortHash([id, ...pairs.map(({ item, right }) => `${item}>${right}`)]),
        posted: id,
        ...{ platform, workspace, channel },
        pairs: JSON.stringify(pairs),
        planned_at: now,
        state: 'pending',
        turn: now,
        since: now,
        attempts: 0,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const rows = await transaction
    .selectFrom('showing')
    .select('item')
    .where('id', '=', first.showing)
    .execute();
  const wrong = new Set(pairs.map(({ item }) => item));
  const others = rows.map(({ item }) => item).filter((item) => !wrong.has(item));
  const showing = await showingOf(transaction, first.briefing, [
    ...others,
    ...pairs.map(({ right }) => right),
  ]);
  await transaction
    .updateTable('posted')
    .set({ showing })
    .where(
      'id',
      'in',
      posted.map(({ id }) => id),
    )
    .execute();
}

/** The sets that show something wrong and not what is right, each with what has to be put right. */
async function setsToCorrect(
  transaction: Transaction<Tables>,
  corrected: readonly Corrected[],
): Promise<ReadonlyMap<string, readonly Pair[]>> {
  const rows = await transaction
    .selectFrom('showing as wrong')
    .select(['wrong.id', 'wrong.briefing', 'wrong.item'])
    .where((where) =>
      where.or(
        corrected.map(({ briefing, item, right }) =>
          where.and([
            where('wrong.briefing', '=', briefing),
            where('wrong.item', '=', item),
            where.not(
              where.exists(
                where
                  .selectFrom('showing as good')
                  .select('good.id')
                  .whereRef('good.id', '=', 'wrong.id')
                  .where('good.item', '=', right),
              ),
            ),
          ]),
        ),
      ),
    )
    .orderBy('wrong.item')
    .execute();
  const rights = new Map(corrected.map(({ briefing, item, right }) => [`${briefing}/${item}`, right]));
  const pairOf = ({ briefing, item }: { briefing: string; item: string }): Pair => ({
    item,
    right: rights.get(`${briefing}/${item}`) ?? '',
  });
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, its]) => [id, its.map(pairOf)]));
}

function errandOf(
  row: Selectable<CorrectionTable>,
  posted: Selectable<PostedTable>,
  turn: number,
): CorrectionErrand {
  const { platform, workspace, channel, message, thread, briefing, locale } = posted;
  return {
    ...stateOf(row, turn),
    subscription: {
      platform: platform as CorrectionErrand['subscription']['platform'],
      workspace,
      state: { kind: 'active' },
    },
    ended: false,
    pairs: JSON.parse(row.pairs) as Pair[],
    posted: {
      platform: platform as CorrectionErrand['posted']['platform'],
      ...{ workspace, channel, message, briefing, locale },
      ...(thread === null ? {} : { thread }),
    },
  };
}

function stateOf(
  row: Selectable<CorrectionTable>,
  turn: number,
): Pick<CorrectionErrand, 'delivery' | 'turn' | 'maybeSentSince'> {
  return {
    delivery: {
      id: row.id,
      slot: { date: '', at: row.planned_at },
      state: deliveryStateOf(row),
      attempts: row.attempts,
    },
    turn,
    ...(row.maybe_sent_since === null ? {} : { maybeSentSince: row.maybe_sent_since }),
  };
}
