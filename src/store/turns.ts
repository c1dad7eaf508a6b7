import { sql } from 'kysely';
import type { Place } from '../ports/bot.ts';
import type { Ledger, Waiting } from '../ports/ledger.ts';
import type { Database } from './database.ts';
import { reasonRead, reasonWritten } from './reasons.ts';

/** Of the oldest whose turn has come, so many are looked through for a fair choice: the cost stays the same. */
const LOOKED_THROUGH = 2_000;

type Row = { id: string; turn: number; workspace: string; channel: string };

/** A table as the queue: whose turn has come is handed out to one caller at a time. */
export function turns(
  { db, clock, kind, lightly }: Database,
  table: 'delivery' | 'correction',
): Pick<Ledger, 'seize' | 'release' | 'nextTurn'> {
  const queue = sql.table(table);
  return {
    async seize({ platform, most, mostOfWorkspace, forMs, except = [] }) {
      const others = except.length === 0 ? sql`` : sql`and d.workspace not in (${sql.join(except)})`;
      const locked = kind === 'postgres' ? sql`for update skip locked` : sql``;
      const handOut = sql<Row>`
        with due as (
          select d.id, d.turn, row_number() over (partition by d.workspace order by d.turn, d.id) as place
          from (
            select d.id, d.turn, d.workspace from ${queue} d
            where d.platform = ${platform} and d.turn is not null and d.turn <= ${clock()} ${others}
              and not exists (
                select 1 from pause p
                where p.platform = d.platform and p.workspace = d.workspace and p.until > ${clock()}
              )
            order by d.turn, d.id limit ${sql.lit(LOOKED_THROUGH)}
          ) d
        ), chosen as (
          select id from ${queue}
          where id in (
              select id from due where place <= ${sql.lit(mostOfWorkspace)} order by place, turn, id limit ${sql.lit(most)}
            )
            and turn <= ${clock()} ${locked}
        )
        update ${queue} set turn = ${clock()} + ${sql.lit(forMs)}
        where id in (select id from chosen)
        returning id, turn, workspace, channel`;
      // Where a file loses it with the machine's power, nobody has anything, and it falls due again.
      const { rows } = await (kind === 'postgres'
        ? handOut.execute(db)
        : lightly((transaction) => handOut.execute(transaction)));
      return rows.map((row) => ({ ...row, turn: Number(row.turn), platform }));
    },

    async release(seized) {
      for (const [turn, some] of Map.groupBy(seized, (one) => one.turn)) {
        await db
          .updateTable(table)
          .set({ turn: clock() })
          .where(
            'id',
            'in',
            some.map(({ id }: Waiting) => id),
          )
          .where('turn', '=', turn)
          .where('state', '<>', 'sending')
          .execute();
      }
    },

    async nextTurn() {
      const row = await db
        .selectFrom(table)
        .select('turn')
        .where('turn', 'is not', null)
        .orderBy('turn')
        .limit(1)
        .executeTakeFirst();
      return row?.turn ?? undefined;
    },
  };
}

/** Pauses of a platform or a workspace: a few rows, read before anything is handed out. */
export function pauses({ db, clock }: Database): Pick<Ledger, 'hold' | 'pause' | 'probe' | 'resume'> {
  const ofPlatform = (platform: Place['platform']) =>
    db.selectFrom('pause').selectAll().where('platform', '=', platform).where('workspace', '=', '');
  return {
    async hold({ platform, workspace = '' }, forMs, why) {
      const until = sql<number>`${clock()} + ${sql.lit(Math.ceil(forMs))}`;
      await sql`
        insert into pause (platform, workspace, until, since, tries, why)
        values (${platform}, ${workspace}, ${until}, ${clock()}, 0, ${reasonWritten(why)})
        on conflict (platform, workspace) do update
        set until = case when pause.until > excluded.until and pause.until <= ${clock()} + ${sql.lit(LONGEST_MS)}
            then pause.until else excluded.until end,
          why = excluded.why`.execute(db);
    },

    async pause(platform) {
      const row = await ofPlatform(platform).select(clock().as('now')).executeTakeFirst();
      if (row === undefined) return undefined;
      const { until, since, tries, why } = row;
      // A pause that a wrong clock made is over.
      return {
        until: until > row.now + LONGEST_MS ? row.now : until,
        now: row.now,
        since,
        tries,
        why: reasonRead(why),
      };
    },

    async probe(platform, waits) {
      const row = await ofPlatform(platform).executeTakeFirst();
      if (row === undefined) return false;
      const won = await db
        .updateTable('pause')
        .set({
          until: sql<number>`${clock()} + ${sql.lit(Math.ceil(waits(row.tries)))}`,
          tries: row.tries + 1,
        })
        .where('platform', '=', platform)
        .where('workspace', '=', '')
        .where('tries', '=', row.tries)
        .where('until', '=', row.until)
        .where((where) =>
          where.or([
            where('until', '<=', clock()),
            where('until', '>', sql<number>`${clock()} + ${sql.lit(LONGEST_MS)}`),
          ]),
        )
        .executeTakeFirst();
      return won.numUpdatedRows > 0n;
    },

    async resume(platform) {
      await db.deleteFrom('pause').where('platform', '=', platform).where('workspace', '=', '').execute();
    },
  };
}

/** No platform is waited for longer at a time. */
const LONGEST_MS = 86_400_000;
