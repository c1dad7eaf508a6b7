/**
 * One replica that only corrects, as a process of its own, to be killed: the real store, ledger and couriers.
 * `node test/long/correction-replica.ts '{"store":…,"folder":…}'`; prints `started`.
 */
import { loadBriefing } from '../../src/briefing/load.ts';
import { createCorrector } from '../../src/digest/corrections/corrector.ts';
import type { Log } from '../../src/ports/log.ts';
import { createStore, type StoreChoice } from '../../src/store/create.ts';
import { correctorParts } from '../digest/corrections-stage.ts';

export type CorrectingOrder = {
  readonly store: StoreChoice;
  /** The briefing's, as it was released. */
  readonly folder: string;
  readonly discord: { readonly api: string; readonly token: string };
  readonly slack: { readonly apiUrl: string; readonly tokens: Readonly<Record<string, string>> };
};

const TICK_EVERY_MS = 200;

const order = JSON.parse(process.argv[2] ?? '{}') as CorrectingOrder;
const loaded = loadBriefing(order.folder);
if (loaded.kind === 'faults') throw new Error(JSON.stringify(loaded.faults));
const created = await createStore(order.store, { now: Date.now });
if (created.kind === 'refused') throw new Error(created.why);
const say = (level: string) => (fields: object, sentence: string) =>
  process.stderr.write(`${process.pid} ${level} ${sentence} ${JSON.stringify(fields)}\n`);
const log: Log = { debug() {}, info() {}, warn: say('warn'), error: say('error') };
const teams = new Map(
  Object.entries(order.slack.tokens).map(([team, botToken]) => [team, { install: { botToken } }] as const),
);
const servers = [order.discord, { apiUrl: order.slack.apiUrl, world: { teams } }] as const;
const corrector = createCorrector({
  ...correctorParts(created.store, servers, () => [loaded.briefing]),
  log,
});
corrector.start();
setInterval(() => corrector.tick(), TICK_EVERY_MS);
process.stdout.write('started\n');
await corrector.tick();
