/**
 * One replica as a process of its own, to be killed: the real store, planner, queue, pace and couriers.
 * `node test/long/delivery-replica.ts '{"store":…,"discord":…}'`; prints `started`, and at its end the time that its
 * processor has spent since then, in ms; ends well on SIGTERM.
 */

import { slidingPace } from '../../src/digest/delivery/deliver-pace.ts';
import { sharedPace } from '../../src/digest/delivery/deliver-pace-shared.ts';
import { DELIVERY_SETTINGS, type DeliverySettings } from '../../src/digest/delivery/deliver-settings.ts';
import type { Log } from '../../src/ports/log.ts';
import { createStore, type StoreChoice } from '../../src/store/create.ts';
import { engine, everyFew, toDiscord, toSlack } from '../digest/engine.ts';

export type ReplicaOrder = {
  readonly store: StoreChoice;
  readonly discord?: { readonly api: string; readonly token: string };
  readonly slack?: { readonly apiUrl: string; readonly tokens: Readonly<Record<string, string>> };
  readonly settings: Partial<DeliverySettings>;
  readonly slotEveryMs: number;
  readonly tickEveryMs: number;
  readonly perSecond?: number;
};

const order = JSON.parse(process.argv[2] ?? '{}') as ReplicaOrder;
const settings = { ...DELIVERY_SETTINGS, ...order.settings };
const elapsed = () => performance.now();
const say = (level: string) => (fields: object, sentence: string) =>
  process.stderr.write(`${process.pid} ${level} ${sentence} ${JSON.stringify(fields, readably)}\n`);
const log: Log = { debug() {}, info() {}, warn: say('warn'), error: say('error') };

const created = await createStore(order.store, { now: Date.now });
if (created.kind === 'refused') throw new Error(created.why);
const { ledger } = created.store;
const { slack, discord } = order;
const couriers = [
  ...(discord === undefined ? [] : [toDiscord(discord.api, discord.token)]),
  ...(slack === undefined ? [] : [toSlack(slack.apiUrl, (team) => slack.tokens[team] ?? '')]),
];
const perSecond = order.perSecond ?? 50;
const url = order.store.kind === 'postgres' ? order.store.url : undefined;
const pace =
  url === undefined
    ? slidingPace({ perSecond: () => perSecond, now: elapsed })
    : sharedPace({ url, name: 'discord', perSecond, elapsed, log });
const calendar = everyFew(order.slotEveryMs);
const delivery = engine({ ledger, couriers, calendar, settings, log, paces: { discord: pace } });

process.once('SIGTERM', async () => {
  await delivery.stop(10_000);
  const { user, system } = process.cpuUsage(atStart);
  process.stdout.write(`${Math.round((user + system) / 1_000)}\n`, () => process.exit(0));
});
setInterval(() => delivery.tick(), order.tickEveryMs);
await delivery.start();
const atStart = process.cpuUsage();
process.stdout.write('started\n');

function readably(_key: string, value: unknown): unknown {
  return value instanceof Error ? `${value.name}: ${value.message}` : value;
}
