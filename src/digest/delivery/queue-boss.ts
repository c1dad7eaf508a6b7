import { createHash } from 'node:crypto';
import { type Job, PgBoss } from 'pg-boss';
import type { Place } from '../../ports/bot.ts';
import type { Ledger, Waiting } from '../../ports/ledger.ts';
import type { Log } from '../../ports/log.ts';
import type { Carrier } from './queue.ts';
import type { FairQueue } from './queue-fair.ts';

type Platform = Place['platform'];

/** Hints that one replica holds of one platform: the rest stays in the queue, for whichever replica has room. */
const MOST_HELD = 120;
/** Of one workspace. What is over goes back to the ledger, so that a slow workspace does not fill the replica. */
const MOST_OF_WORKSPACE = 30;
const BATCH = 25;
const POLL_SECONDS = 0.5;
/** Jobs are hints: a finished one serves only to keep the same hint from being put in twice. */
const KEPT_SECONDS = 60;
const POOL_SIZE = 4;
const STOP_MS = 2_000;
/** Between two tries to begin while the database is down, and between two lines of log about it. */
const BEGIN_AGAIN_MS = 5_000;
const SILENT_MS = 30_000;
/** A sweep puts in what has waited this many sweeps, at most once in so many, and only when the queue is dry. */
const WAITED_SWEEPS = 3;
const AGAIN_SWEEPS = 10;
const DRY_SWEEPS = 2;
const SWEPT_AT_ONCE = 500;

export type BossParts = {
  readonly url: string;
  readonly ledger: Ledger;
  readonly platforms: readonly Platform[];
  readonly log: Log;
  /** `DeliverySettings.sweepEveryMs`. */
  readonly sweepEveryMs: number;
  readonly now: () => number;
};

/** Between replicas: pg-boss hands each hint to whichever replica has room. Every hint is also in the ledger. */
export function carryByPgBoss(parts: BossParts): Carrier {
  const { ledger, platforms, log, now, sweepEveryMs } = parts;
  const boss = new PgBoss({
    connectionString: parts.url,
    application_name: 'attache-queue',
    max: POOL_SIZE,
    schedule: false,
    useListenNotify: true,
  });
  boss.on('error', trouble);
  const lastJobAt = new Map<Platform, number>();
  let queue: FairQueue | undefined;
  let started = false;
  let stopped = false;
  let beginAgainAt = 0;
  let silentUntil = 0;

  return {
    async start(fed) {
      queue = fed;
      await begin().catch(trouble);
    },

    offer: (waiting) => put(waiting, 'planned'),
    later: (waiting) => put([waiting], 'later'),

    async sweep() {
      if (!started && !stopped && now() >= beginAgainAt) await begin().catch(trouble);
      for (const platform of platforms) {
        if (queue === undefined || !isDry(platform, queue)) continue;
        const waiting = await ledger.waiting({
          platform,
          most: SWEPT_AT_ONCE,
          olderThanMs: WAITED_SWEEPS * sweepEveryMs,
          except: queue.crowded(platform, MOST_OF_WORKSPACE),
        });
        // Every replica sweeps; within one span of time they all make the same jobs, and one of each is kept.
        await put(waiting, String(Math.floor(now() / (AGAIN_SWEEPS * sweepEveryMs))));
      }
    },

    async stop() {
      stopped = true;
      if (!started) return;
      started = false;
      await boss.stop({ graceful: false, timeout: STOP_MS });
    },
  };

  /** A database that is down at the start is tried again at each sweep. */
  async function begin(): Promise<void> {
    const fed = queue;
    if (fed === undefined) return;
    beginAgainAt = now() + BEGIN_AGAIN_MS;
    await boss.start();
    for (const platform of platforms) {
      await boss.createQueue(nameOf(platform), {
        // No job of one channel alone at a time: one that a killed replica had would hold its channel until it expires.
        policy: 'standard',
        notify: true,
        retryLimit: 0,
        expireInSeconds: KEPT_SECONDS,
        deleteAfterSeconds: KEPT_SECONDS,
      });
      await boss.work<Waiting>(
        nameOf(platform),
        {
          batchSize: BATCH,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: POLL_SECONDS,
          notifyPollingIntervalSeconds: POLL_SECONDS,
        },
        (jobs) => receive(platform, jobs, fed),
      );
    }
    started = true;
  }

  /** Settles as soon as the hints are in this replica's memory and it has room for more. */
  async function receive(platform: Platform, jobs: readonly Job<Waiting>[], fed: FairQueue): Promise<void> {
    lastJobAt.set(platform, now());
    const crowded = new Set(fed.crowded(platform, MOST_OF_WORKSPACE));
    fed.add(jobs.map(({ data }) => data).filter(({ workspace }) => !crowded.has(workspace)));
    await fed.below(platform, MOST_HELD);
    lastJobAt.set(platform, now());
  }

  function isDry(platform: Platform, held: FairQueue): boolean {
    const since = lastJobAt.get(platform) ?? Number.NEGATIVE_INFINITY;
    return now() - since >= DRY_SWEEPS * sweepEveryMs && held.size(platform) < MOST_HELD;
  }

  /** Said now and then: while the database is down, every poll of every worker fails. */
  function trouble(error: unknown): void {
    if (now() < silentUntil) return;
    silentUntil = now() + SILENT_MS;
    log.warn({ err: error }, 'the queue between replicas has trouble');
  }

  async function put(waiting: readonly Waiting[], why: string): Promise<void> {
    if (!started) return;
    for (const [platform, theirs] of Map.groupBy(waiting, (one) => one.platform)) {
      if (!platforms.includes(platform)) continue;
      const jobs = theirs.map((one) => jobOf(one, why));
      // A hint that is lost here is found in the ledger by a sweep.
      await boss.insert(nameOf(platform), jobs).catch(trouble);
    }
  }
}

function nameOf(platform: Platform): string {
  return `digest-${platform}`;
}

function jobOf(waiting: Waiting, why: string) {
  return {
    id: jobId(`${waiting.id} ${waiting.turn} ${why}`),
    data: waiting,
    startAfter: new Date(waiting.turn),
  };
}

/** The same hint is the same job: pg-boss leaves out what it has already. */
function jobId(of: string): string {
  const hex = createHash('sha256').update(of).digest('hex');
  const at = [0, 8, 12, 16, 20, 32];
  return at
    .slice(1)
    .map((end, part) => hex.slice(at[part], end))
    .join('-');
}
