import cron, { type ScheduledTask } from 'node-cron';
import type { Waiting } from '../../ports/ledger.ts';
import { followNothing } from '../../ports/log.ts';
import { StoreDown } from '../../ports/store.ts';
import { type Ahead, createAhead } from './ahead.ts';
import { clockCheck } from './clock-check.ts';
import { deliverOne, type Looks } from './deliver-one.ts';
import type { DeliveryParts } from './deliver-parts.ts';
import { planDue } from './planner.ts';
import { createWatch, type Watch } from './watch.ts';
import { createWorker, type Worker } from './worker.ts';

/** The digest's engine in one process. */
export interface Delivery {
  /** Plans and sends from now on: once at once, then every minute. */
  start(): Promise<void>;
  /** Plans what is due. Any number of ticks, late, doubled or missed, make no difference to what is sent. */
  tick(): Promise<void>;
  /** Begins nothing new, and lets what is under way end within `withinMs`; then gives it up, written down as lost. */
  stop(withinMs: number): Promise<void>;
  /** How many deliveries are in this process's hands. */
  underWay(): number;
}

const EVERY_MINUTE = '* * * * *';
/** node-cron skips a run that is later than this; a tick only wakes the planner, so late is as good as ever. */
const LATE_IS_FINE_MS = 55_000;
/** Of the time to stop: what is left over serves to write down what was given up. */
const FOR_FINISHING = 0.7;
/** How long a store that failed is left alone, and how long it is not said again. */
const STORE_REST_MS = 2_000;
const STORE_SAID_MS = 60_000;
const REFERENCE_LENGTH = 8;
const PRUNE_EVERY_MS = 86_400_000;

export function createDelivery(parts: DeliveryParts): Delivery {
  const { ledger, log, settings, couriers, follow = followNothing } = parts;
  const ending = new AbortController();
  const looks: Looks = new Map();
  const clock = clockCheck(parts);
  const workers: Worker[] = [];
  let stopping = false;
  let storeRestsUntil = Number.NEGATIVE_INFINITY;
  let prunedAt = Number.NEGATIVE_INFINITY;
  let storeSaidAt = Number.NEGATIVE_INFINITY;
  let ticking: Promise<void> | undefined;
  let telling: Promise<unknown> | undefined;
  let task: ScheduledTask | undefined;

  return {
    async start() {
      for (const courier of couriers) workers.push(worker(courier));
      const options = {
        noOverlap: true,
        missedExecutionTolerance: LATE_IS_FINE_MS,
        suppressMissedWarning: true,
      };
      task = cron.schedule(EVERY_MINUTE, tick, { ...options, name: 'digest' });
      await tick();
    },
    tick,
    underWay,

    async stop(withinMs) {
      stopping = true;
      await task?.destroy();
      for (const one of workers) one.stop();
      const all = () => Promise.all(workers.map((one) => one.idle()));
      await within(withinMs * FOR_FINISHING, Promise.all([all(), ticking, telling]));
      ending.abort();
      await within(withinMs * (1 - FOR_FINISHING), all());
    },
  };

  function worker(courier: DeliveryParts['couriers'][number]): Worker {
    const { platform } = courier;
    const { awayMs } = settings;
    const ahead = createAhead();
    const watch = createWatch({ courier, ledger, log, awayMs, elapsed: parts.elapsed });
    return createWorker({
      platform,
      ledger,
      watch,
      settings,
      guard: (what, act) => (storeRests() ? Promise.resolve(false) : guard(what, {}, act)),
      work: (waiting: Waiting) => follow(() => work(waiting, watch, ahead), referenceOf(waiting.id)),
    });
  }

  async function work(waiting: Waiting, watch: Watch, ahead: Ahead): Promise<void> {
    await guard('a delivery', { delivery: waiting.id }, async () => {
      if (stopping || storeRests()) await ledger.release([waiting]);
      else await deliverOne({ ...parts, ending: ending.signal, watch, looks, ahead }, waiting);
    });
  }

  /** Ticks do not overlap: one that comes during another waits for it and is done with it. */
  function tick(): Promise<void> {
    ticking ??= guard('planning', {}, plan)
      .then(() => undefined)
      .finally(() => {
        ticking = undefined;
      });
    return ticking;
  }

  async function plan(): Promise<void> {
    if (stopping) return;
    await parts.before?.();
    if (!(await clock.mayPlan())) return;
    const planned = await planDue({ ledger, calendar: parts.calendar, patience: settings }, wake);
    wake();
    const { subscriptions, pending, skipped } = planned;
    parts.metrics?.planned(subscriptions, pending, skipped);
    if (subscriptions > 0) log.info({ subscriptions, pending, skipped }, 'planned');
    tellBeside();
    await prune();
  }

  /** Telling people waits for platforms, and the next tick does not wait for it. */
  function tellBeside(): void {
    const { after } = parts;
    if (after === undefined) return;
    telling ??= guard('telling', {}, after).finally(() => {
      telling = undefined;
    });
  }

  /** Once a day at most. */
  async function prune(): Promise<void> {
    if (parts.elapsed() - prunedAt < PRUNE_EVERY_MS) return;
    prunedAt = parts.elapsed();
    await parts.daily?.();
    const rows = await ledger.prune((await ledger.clock()) - settings.keptMs);
    if (rows > 0) log.info({ rows }, 'old deliveries were deleted');
  }

  function wake(): void {
    for (const one of workers) one.wake();
  }

  function underWay(): number {
    return workers.reduce((sum, one) => sum + one.underWay(), 0);
  }

  /** A store that has just failed is left alone for a moment, and said to be down once, not for every delivery. */
  function storeRests(): boolean {
    return parts.elapsed() < storeRestsUntil;
  }

  /** The one place that catches: nothing that goes wrong with one delivery or one tick ends the others. */
  async function guard(
    what: string,
    fields: Record<string, unknown>,
    act: () => Promise<void>,
  ): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof StoreDown) {
        if (storeRests()) return false;
        storeRestsUntil = parts.elapsed() + STORE_REST_MS;
        if (parts.elapsed() < storeSaidAt + STORE_SAID_MS) return false;
        storeSaidAt = parts.elapsed();
        log.warn({ ...fields, why: error.message, mend: error.mend }, `${what} waits for the store`);
      } else log.error({ ...fields, err: error }, `${what} failed`);
      return false;
    }
  }
}

/** The same on every replica and at every try: a delivery's id follows from its slot. */
function referenceOf(delivery: string): string {
  return delivery.slice(0, REFERENCE_LENGTH);
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  await Promise.race([work, over.promise]);
  clearTimeout(timer);
}
