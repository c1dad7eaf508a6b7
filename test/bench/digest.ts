/** A tick's cost follows what is due, not how many subscriptions there are: in time and in memory, on both stores. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { StoreChoice } from '../../src/store/create.ts';
import type { Database, Opened } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { startPostgres } from '../servers/postgres.ts';
import type { TickOrder, Ticks } from './digest-tick.ts';
import { percentile, type Row } from './row.ts';

const FEW = 1_000;
const MANY = 1_000_000;
/** The two sizes in turns, so that whatever else the machine does falls on both. */
const TURNS = 3;
const MOST_RATIO = 2;
/** A statement ends well within the store's time-out. */
const ROWS_AT_ONCE = 50_000;

export async function benchDigest(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attache-bench-'));
  const server = await startPostgres([]);
  try {
    const few: StoreChoice = { kind: 'sqlite', dataDir: join(folder, 'few') };
    const many: StoreChoice = { kind: 'sqlite', dataDir: join(folder, 'many') };
    const inFile = await compare('a file', few, many);
    const fewThere: StoreChoice = { kind: 'postgres', url: await server.database() };
    const manyThere: StoreChoice = { kind: 'postgres', url: await server.database() };
    return [...inFile, ...(await compare('Postgres', fewThere, manyThere))];
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(name: string, few: StoreChoice, many: StoreChoice): Promise<Row[]> {
  await fill(few, FEW);
  await fill(many, MANY);
  const ofFew: Ticks[] = [];
  const ofMany: Ticks[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    ofFew.push(await ticks({ choice: few, subscriptions: FEW }));
    ofMany.push(await ticks({ choice: many, subscriptions: MANY }));
  }
  const median = (all: readonly Ticks[], of: (one: Ticks) => readonly number[]) =>
    percentile(all.flatMap(of), 0.5);
  const ms = (all: readonly Ticks[]) => median(all, (one) => one.ms);
  const heap = (all: readonly Ticks[]) => median(all, (one) => one.heapKb);
  const rss = (all: readonly Ticks[]) => median(all, (one) => [one.maxRssKb]);
  const on = `a tick with 100 due on ${name}`;
  const ratio = (what: string, value: number): Row => ({
    name: `${on}: ${what}`,
    value,
    unit: 'times',
    most: MOST_RATIO,
  });
  return [
    { name: `${on}, of 1,000`, value: ms(ofFew), unit: 'ms' },
    { name: `${on}, of 1,000,000`, value: ms(ofMany), unit: 'ms' },
    ratio('time of 1,000,000 to 1,000', ms(ofMany) / ms(ofFew)),
    ratio('heap of 1,000,000 to 1,000', heap(ofMany) / heap(ofFew)),
    ratio('process memory of 1,000,000 to 1,000', rss(ofMany) / rss(ofFew)),
  ];
}

async function ticks(order: TickOrder): Promise<Ticks> {
  const script = new URL('digest-tick.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(order)]);
  return JSON.parse(stdout) as Ticks;
}

/** Subscriptions of many workspaces whose next slots are all still ahead. */
async function fill(choice: StoreChoice, count: number): Promise<void> {
  const database = open(
    choice.kind === 'sqlite'
      ? await openSqlite({ dataDir: choice.dataDir, now: Date.now })
      : await openPostgres({ url: choice.url }),
  );
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    await insert(database, from, Math.min(count, from + ROWS_AT_ONCE));
  }
  if (database.kind === 'postgres') await sql`vacuum analyze subscription`.execute(database.db);
  await database.close();
}

async function insert({ kind, db }: Database, from: number, until: number): Promise<void> {
  const [first, end] = [sql.lit(from), sql.lit(until)];
  const numbers =
    kind === 'sqlite'
      ? sql`with recursive n(i) as (select ${first} union all select i + 1 from n where i + 1 < ${end})`
      : sql`with n(i) as (select * from generate_series(${first}, ${end} - 1))`;
  const ahead = sql.lit(Date.now() + 86_400_000);
  await sql`
    insert into subscription (id, platform, workspace, channel, briefing, "time", days, zone, when_all_shown,
      changed_by, changed_at, next_at, next_date)
    ${numbers}
    select 's' || i, 'discord', 'g' || (i % 5000), 'c' || i, 'kuril', '09:00', '1,2,3,4,5,6,7', 'Asia/Tokyo',
      'start-over', 'u', 0, ${ahead} + i * 60, '2026-01-01' from n`.execute(db);
}

function open(opened: Opened): Database {
  if (opened.kind === 'refused') throw new Error(opened.why);
  return opened.database;
}
