/** Ticks of one store as a process of its own, so that its memory is its own: prints what each tick took. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DELIVERY_SETTINGS } from '../../src/digest/delivery/deliver-settings.ts';
import { planDue } from '../../src/digest/delivery/planner.ts';
import { nextSlot, slotsDue } from '../../src/digest/timetable/slots.ts';
import { type StoreChoice, storeOver } from '../../src/store/create.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

export type Ticks = { readonly ms: number[]; readonly heapKb: number[]; readonly maxRssKb: number };
export type TickOrder = { readonly choice: StoreChoice; readonly subscriptions: number };

export const DUE = 100;
const TICKS = 25;
const WARM_UP = 5;

const { choice, subscriptions } = JSON.parse(process.argv[2] ?? '{}') as TickOrder;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const opened =
  choice.kind === 'sqlite'
    ? await openSqlite({ dataDir: choice.dataDir, now: Date.now })
    : await openPostgres({ url: choice.url });
if (opened.kind === 'refused') throw new Error(opened.why);
const { database } = opened;
const { ledger, close } = storeOver(database);
const planning = { ledger, calendar: { nextSlot, slotsDue }, patience: DELIVERY_SETTINGS };
const ticks: Ticks = { ms: [], heapKb: [], maxRssKb: 0 };

for (let tick = -WARM_UP; tick < TICKS; tick += 1) {
  await makeDue(tick + WARM_UP);
  collect();
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const planned = await planDue(planning, () => {});
  const ms = performance.now() - began;
  if (planned.pending !== DUE) throw new Error(`${planned.pending} were planned instead of ${DUE}`);
  if (tick < 0) continue;
  ticks.ms.push(ms);
  ticks.heapKb.push((process.memoryUsage().heapUsed - before) / 1024);
}
await close();
const maxRssKb = process.resourceUsage().maxRSS;
process.stdout.write(JSON.stringify({ ...ticks, maxRssKb }));

/** Others each time, spread over the whole table, and each time of another date, before any real one. */
async function makeDue(round: number): Promise<void> {
  const step = Math.floor(subscriptions / DUE);
  const ids = Array.from({ length: DUE }, (_, at) => `s${at * step + ((round * 7) % step)}`);
  await database.db
    .updateTable('subscription')
    .set({ next_at: Date.now() - 1_000, next_date: `0${process.pid}-${round}` })
    .where('id', 'in', ids)
    .execute();
}
