/** What watches over the process: the log with its references, metrics, health, the store's state. */
import project from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import { nextOf } from '../digest/delivery/plan.ts';
import { nextSlot, slotsDue } from '../digest/timetable/slots.ts';
import { watchCensus } from '../ops/census-watch.ts';
import { conditionOf, healthRoute } from '../ops/health.ts';
import { createLog } from '../ops/log.ts';
import type { Sources } from '../ops/metrics/state.ts';
import { createMetrics } from '../ops/metrics.ts';
import { observedBot } from '../ops/observed-bot.ts';
import { watchStore } from '../ops/store-watch.ts';
import { createTrace } from '../ops/trace.ts';
import type { Signs } from '../ops/troubles.ts';
import type { Bot } from '../ports/bot.ts';
import type { Platform, Route } from '../ports/platform.ts';
import { StoreDown } from '../ports/store.ts';
import type { FullStore } from '../store/create.ts';
import { reference } from './reading-bot.ts';

/** What there is to watch once it is made. */
export type Watched = Pick<Sources, 'pictures' | 'underWay'> & {
  readonly platforms: readonly Platform[];
  readonly store: FullStore;
  readonly stopping: () => boolean;
};

export type Watching = ReturnType<typeof createWatching>;

export function createWatching(config: Config) {
  const trace = createTrace(reference);
  const metrics = createMetrics({ version: project.version, platforms: platformsIn(config) });
  const log = metrics.counted(createLog(config.logLevel, undefined, trace.fields));
  return {
    log,
    trace,
    metrics,
    /** Counts, times and logs each answer. */
    observed: (bot: Bot): Bot =>
      observedBot(bot, {
        follow: trace.follow,
        asked: metrics.asked,
        log,
        elapsed: () => performance.now(),
      }),
    /** Looks at the store from now on; what OPS_PORT answers with. */
    over({ platforms, store, stopping, ...figures }: Watched): {
      routes: readonly Route[];
      signs(): Promise<Signs>;
      stop(): void;
    } {
      const now = Date.now;
      const kept = watchStore({ store, log, now });
      const census = watchCensus({
        take: () => store.census((...of) => nextOf(...of, { nextSlot, slotsDue })),
        log,
        now,
      });
      const vitals = { parts: platforms, store: kept, stopping, now };
      metrics.watch({ ...figures, vitals, census });
      return {
        routes: [healthRoute(vitals), metrics.route],
        /** A store that is down has no pauses to tell of: that it is down is a sign itself. */
        async signs() {
          const at = census.latest();
          return {
            parts: conditionOf(vitals).parts,
            pauses: await pausesOf(store, platforms).catch((error: unknown) => {
              if (error instanceof StoreDown) return [];
              throw error;
            }),
            ...(at && { census: at.census }),
          };
        },
        stop() {
          kept.stop();
          census.stop();
        },
      };
    },
  };
}

async function pausesOf({ ledger }: FullStore, platforms: readonly Platform[]): Promise<Signs['pauses']> {
  const pauses = await Promise.all(
    platforms.map(async ({ name }) => ({ platform: name, pause: await ledger.pause(name) })),
  );
  return pauses.flatMap(({ platform, pause }) =>
    pause === undefined ? [] : [{ platform, sinceMs: pause.now - pause.since, why: pause.why }],
  );
}

function platformsIn(config: Config): Platform['name'][] {
  return (['slack', 'discord', 'playground'] as const).filter((name) => Boolean(config[name]));
}
