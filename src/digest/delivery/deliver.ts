import cron, { type ScheduledTask } from 'node-cron';
import type { Scope, Waiting } from '../../ports/ledger.ts';
import { StoreDown } from '../../ports/store.ts';
import { deliverOne } from './deliver-one.ts';
import type { DeliveryParts } from './deliver-parts.ts';
import { planDue } from './planner.ts';
import { fairQueue } from './queue-fair.ts';

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

export function createDelivery(parts: DeliveryParts): Delivery {
  const { ledger, carrier, log, settings, couriers } = parts;
  const ending = new AbortController();
  const pausedUntil = new Map<string, number>();
  let stopping = false;
  let storeRestsUntil = Number.NEGATIVE_INFINITY;
  let storeSaidAt = Number.NEGATIVE_INFINITY;
  let ticking: Promise<void> | undefined;
  let task: ScheduledTask | undefined;
  let sweeper: NodeJS.Timeout | undefined;

  const queue = fairQueue({
    perPlatform: settings.perPlatform,
    perWorkspace: settings.perWorkspace,
    work: (waiting) => guard('a delivery', { delivery: waiting.id }, () => work(waiting)),
  });

  return {
    async start() {
      await carrier.start(queue);
      const options = {
        noOverlap: true,
        missedExecutionTolerance: LATE_IS_FINE_MS,
        suppressMissedWarning: true,
      };
      task = cron.schedule(EVERY_MINUTE, tick, { ...options, name: 'digest' });
      sweepLater();
      await tick();
    },
    tick,
    underWay,

    async stop(withinMs) {
      stopping = true;
      await task?.destroy();
      clearTimeout(sweeper);
      queue.drop();
      await carrier.stop();
      const all = () => Promise.all(couriers.map(({ platform }) => queue.below(platform, 1)));
      await within(withinMs * FOR_FINISHING, Promise.all([all(), ticking]));
      ending.abort();
      await within(withinMs * (1 - FOR_FINISHING), all());
    },
  };

  /** Ticks do not overlap: one that comes during another waits for it and is done with it. */
  function tick(): Promise<void> {
    ticking ??= guard('planning', {}, plan).finally(() => {
      ticking = undefined;
    });
    return ticking;
  }

  async function plan(): Promise<void> {
    if (stopping) return;
    const planned = await planDue(
      { ledger, calendar: parts.calendar, graceMs: settings.graceMs },
      (pending) => carrier.offer(pending),
    );
    const { subscriptions, pending, skipped } = planned;
    parts.metrics?.planned(subscriptions, pending, skipped);
    if (subscriptions > 0) log.info({ subscriptions, pending, skipped }, 'planned');
  }

  function sweepLater(): void {
    sweeper = setTimeout(async () => {
      if (!storeRests()) await guard('looking for what waits', {}, () => carrier.sweep());
      if (!stopping) sweepLater();
    }, settings.sweepEveryMs);
  }

  async function work(waiting: Waiting): Promise<void> {
    if (stopping || storeRests() || isPaused(waiting)) return;
    await deliverOne({ ...parts, ending: ending.signal, paused }, waiting);
  }

  /** The ledger puts them off for every replica; here it is remembered so that nothing on its way begins. */
  async function paused(scope: Scope, forMs: number): Promise<void> {
    if (forMs <= 0) return;
    const until = parts.elapsed() + forMs;
    const key = scopeKey(scope);
    if ((pausedUntil.get(key) ?? 0) >= until - PAUSE_IS_THE_SAME_MS) return;
    pausedUntil.set(key, until);
    log.warn({ ...scope, forMs }, 'a platform asked for a pause');
    await ledger.postpone(scope, (await ledger.clock()) + forMs);
  }

  function isPaused({ platform, workspace }: Waiting): boolean {
    const now = parts.elapsed();
    return [{ platform }, { platform, workspace }].some(
      (scope) => (pausedUntil.get(scopeKey(scope)) ?? 0) > now,
    );
  }

  function underWay(): number {
    return couriers.reduce((sum, { platform }) => sum + queue.size(platform), 0);
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
  ): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (error instanceof StoreDown) {
        if (storeRests()) return;
        storeRestsUntil = parts.elapsed() + STORE_REST_MS;
        if (parts.elapsed() < storeSaidAt + STORE_SAID_MS) return;
        storeSaidAt = parts.elapsed();
        log.warn({ ...fields, why: error.message, mend: error.mend }, `${what} waits for the store`);
      } else log.error({ ...fields, err: error }, `${what} failed`);
    }
  }
}

/** How long a store that failed is left alone, and how long it is not said again. */
const STORE_REST_MS = 2_000;
const STORE_SAID_MS = 60_000;
/** Two refusals of one moment say the same. */
const PAUSE_IS_THE_SAME_MS = 250;

function scopeKey({ platform, workspace }: Scope): string {
  return workspace === undefined ? platform : `${platform}/${workspace}`;
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  await Promise.race([work, over.promise]);
  clearTimeout(timer);
}
