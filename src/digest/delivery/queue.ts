import type { Place } from '../../ports/bot.ts';
import type { Ledger, Waiting } from '../../ports/ledger.ts';
import type { FairQueue } from './queue-fair.ts';

/**
 * Carries deliveries from whoever planned them to whoever sends them. All that it carries are hints: lost or doubled,
 * they change nothing, because the ledger decides at each send.
 */
export interface Carrier {
  /** From here on it feeds `queue`. */
  start(queue: FairQueue): Promise<void>;
  /** These have just been planned. */
  offer(waiting: readonly Waiting[]): Promise<void>;
  /** This one waits for another try at its `turn`. */
  later(waiting: Waiting): Promise<void>;
  /** Looks in the ledger for what nobody carries: after a crash, a lost hint, a lease that ran out. */
  sweep(): Promise<void>;
  /** Brings nothing more. */
  stop(): Promise<void>;
}

/** Hints of one platform in memory at once; the ledger keeps the rest. */
const MOST_HELD = 2_000;
/** Of one workspace: a large one that is slow leaves room for the others. */
const MOST_OF_WORKSPACE = 200;
const PAGE = 500;

type Platform = Place['platform'];

/** For one process: the ledger itself is the queue, read page by page as there is room. */
export function carryInProcess(ledger: Ledger, platforms: readonly Platform[]): Carrier {
  let queue: FairQueue | undefined;
  let sweeping: Promise<void> | undefined;
  let stopped = false;

  return {
    async start(fed) {
      queue = fed;
    },
    offer: sweep,
    // The ledger has it, and the next sweep after its turn finds it there.
    async later() {},
    sweep,
    async stop() {
      stopped = true;
      await sweeping?.catch(() => undefined);
    },
  };

  function sweep(): Promise<void> {
    sweeping ??= fill().finally(() => {
      sweeping = undefined;
    });
    return sweeping;
  }

  async function fill(): Promise<void> {
    for (const platform of platforms) if (queue !== undefined) await fillWith(platform, queue);
  }

  async function fillWith(platform: Platform, into: FairQueue): Promise<void> {
    if (into.size(platform) > MOST_HELD / 2) return;
    let after: Waiting | undefined;
    while (!stopped && into.size(platform) < MOST_HELD) {
      const except = into.crowded(platform, MOST_OF_WORKSPACE);
      const from = after === undefined ? {} : { after };
      const page = await ledger.waiting({ platform, most: PAGE, except, ...from });
      into.add(page);
      after = page.at(-1);
      if (page.length < PAGE) return;
    }
  }
}
