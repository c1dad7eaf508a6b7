/** Sees that a correction follows what was said: plans what the briefings have put right, and delivers it. */
import type { Briefing } from '../../briefing/briefing.ts';
import { StoreDown } from '../../ports/store.ts';
import { createWatch } from '../delivery/watch.ts';
import { createWorker, type Worker } from '../delivery/worker.ts';
import { type CorrectionParts, correctOne, isBehind } from './correct-one.ts';
import { correctedIn } from './corrected.ts';

export interface Corrector {
  /** Delivers from now on. */
  start(): void;
  /** Plans what is new. Any number of ticks, on any number of replicas, plan each correction once. */
  tick(): Promise<void>;
  /** Begins nothing new, and lets what is under way end within `withinMs`. */
  stop(withinMs: number): Promise<void>;
}

export type CorrectorParts = CorrectionParts & {
  readonly briefings: () => readonly Briefing[];
  readonly pauses: Parameters<typeof createWatch>[0]['ledger'];
};

/** Messages of one transaction. */
const BATCH = 200;
/** Of the time to stop: what is left over serves to write down what was given up. */
const FOR_FINISHING = 0.7;

export function createCorrector(parts: CorrectorParts): Corrector {
  const { corrections, couriers, log, settings, pauses, elapsed } = parts;
  const ending = new AbortController();
  const workers: Worker[] = [];
  let stopping = false;
  let planning: Promise<void> | undefined;

  return {
    start() {
      for (const courier of couriers) {
        const watch = createWatch({ courier, ledger: pauses, log, awayMs: settings.awayMs, elapsed });
        workers.push(
          createWorker({
            platform: courier.platform,
            ledger: corrections,
            watch,
            settings,
            guard,
            work: async (waiting) =>
              void (await guard('a correction', () =>
                stopping
                  ? corrections.release([waiting])
                  : correctOne({ ...parts, ending: ending.signal, watch }, waiting),
              )),
          }),
        );
      }
    },

    tick() {
      planning ??= guard('planning corrections', plan)
        .then(() => undefined)
        .finally(() => {
          planning = undefined;
        });
      return planning;
    },

    async stop(withinMs) {
      stopping = true;
      for (const one of workers) one.stop();
      const all = () => Promise.all(workers.map((one) => one.idle()));
      await within(withinMs * FOR_FINISHING, Promise.all([all(), planning]));
      ending.abort();
      await within(withinMs * (1 - FOR_FINISHING), all());
    },
  };

  /** A replica whose briefing is behind does not know what is right now: it leaves planning to the others. */
  async function plan(): Promise<void> {
    const some = parts.briefings().filter((briefing) => correctedIn(briefing).length > 0);
    if (some.length === 0) return;
    const newest = await parts.newest();
    const corrected = some.filter((briefing) => !isBehind(briefing, newest)).flatMap(correctedIn);
    if (corrected.length === 0) return;
    for (;;) {
      const planned = await corrections.plan(corrected, BATCH);
      if (planned > 0) log.info({ messages: planned }, 'corrections were planned');
      for (const one of workers) one.wake();
      if (planned < BATCH || stopping) return;
    }
  }

  /** The one place that catches: nothing that goes wrong with one correction ends the others. */
  async function guard(what: string, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof StoreDown)
        log.warn({ why: error.message, mend: error.mend }, `${what} waits for the store`);
      else log.error({ err: error }, `${what} failed`);
      return false;
    }
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  await Promise.race([work, over.promise]);
  clearTimeout(timer);
}
