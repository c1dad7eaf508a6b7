/** One platform's deliveries in one process: takes from the ledger what there is room for, and sees that it is done. */
import type { Courier } from '../../ports/courier.ts';
import type { Ledger, Waiting } from '../../ports/ledger.ts';
import type { DeliverySettings } from './deliver-settings.ts';
import type { Watch } from './watch.ts';

export type WorkerParts = {
  readonly platform: Courier['platform'];
  readonly ledger: Pick<Ledger, 'seize' | 'release'>;
  readonly watch: Watch;
  readonly settings: DeliverySettings;
  /** Does one; never throws. */
  readonly work: (waiting: Waiting) => Promise<void>;
  /** Runs what may find the store down; never throws, and tells whether it went through. */
  readonly guard: (what: string, act: () => Promise<void>) => Promise<boolean>;
};

export interface Worker {
  /** There may be something to do: just planned, or a place has become free. */
  wake(): void;
  /** How many are in hand. */
  underWay(): number;
  /** Takes nothing more. */
  stop(): void;
  /** Settles once nothing is in hand. */
  idle(): Promise<void>;
}

/** Free places that are worth a question to the ledger, and how long fewer are left alone. */
const WORTH_ASKING = 12;
const ASK_EVERY_MS = 250;

export function createWorker({ platform, ledger, watch, settings, work, guard }: WorkerParts): Worker {
  const { perPlatform, perWorkspace, sweepEveryMs, leaseMs } = settings;
  /** Of one workspace at a time; with what is in hand never more than `perWorkspace`. */
  const share = Math.ceil(perWorkspace / 2);
  const inHand = new Map<string, number>();
  const waiters: (() => void)[] = [];
  let total = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let asking = false;
  let again = false;
  let asked = Number.NEGATIVE_INFINITY;

  later(sweepEveryMs);
  return {
    wake,
    underWay: () => total,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    idle: () => (total === 0 ? Promise.resolve() : new Promise((done) => waiters.push(done))),
  };

  function later(ms: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, ms);
  }

  /** Asks once at a time; what comes in the meantime is asked for right after. */
  function wake(): void {
    if (stopped) return;
    if (asking) {
      again = true;
      return;
    }
    const room = perPlatform - total;
    const since = performance.now() - asked;
    if (room < 1 || (room < Math.min(WORTH_ASKING, perPlatform) && since < ASK_EVERY_MS)) {
      later(Math.max(1, Math.min(sweepEveryMs, ASK_EVERY_MS - since)));
      return;
    }
    void ask(room);
  }

  async function ask(room: number): Promise<void> {
    asking = true;
    again = false;
    asked = performance.now();
    let got = 0;
    await guard('looking for what waits', async () => {
      got = await fill(room);
    });
    asking = false;
    if (got > 0 || again) wake();
    else later(sweepEveryMs);
  }

  async function fill(room: number): Promise<number> {
    const state = await watch.look();
    if (state === 'away') return 0;
    const except = [...inHand].flatMap(([workspace, count]) =>
      count > perWorkspace - share ? [workspace] : [],
    );
    const most = state === 'trying' ? 1 : room;
    const wanted = { platform, most, mostOfWorkspace: share, forMs: leaseMs, except };
    const seized = await ledger.seize(wanted);
    if (stopped) {
      await ledger.release(seized);
      return 0;
    }
    if (state === 'trying') {
      const [one] = seized;
      if (one === undefined) await watch.nothingToTry();
      else await run(one);
      return seized.length;
    }
    for (const one of seized) void run(one);
    return seized.length;
  }

  async function run(one: Waiting): Promise<void> {
    count(one, 1);
    await work(one);
    count(one, -1);
    if (total === 0) for (const done of waiters.splice(0)) done();
    wake();
  }

  function count({ workspace }: Waiting, by: number): void {
    total += by;
    const held = (inHand.get(workspace) ?? 0) + by;
    if (held === 0) inHand.delete(workspace);
    else inHand.set(workspace, held);
  }
}
