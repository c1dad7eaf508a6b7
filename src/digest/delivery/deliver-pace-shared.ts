import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Log } from '../../ports/log.ts';
import { type Pace, slidingPace } from './deliver-pace.ts';

/** Replicas share the limit anew in every span of time. */
const SPAN_MS = 1_000;
/** Into a span, when it is settled who takes part in the next, and when its shares are taken: a busy database has time left. */
const ASK_AT_MS = 60;
const SHARE_AT_MS = 400;
/** Whoever came first asks first again: who has the one more that does not divide keeps it, and no share changes. */
const BETWEEN_RANKS_MS = 30;
const LATEST_RANK = 8;
/** How long a replica that comes in the middle waits for others who come with it. */
const TOGETHER_MS = 120;
/** What two replicas' readings of the database's clock may differ by. */
const CLOCKS_MS = 25;
/** A replica that has not sent for this long leaves its share to the others. */
const HUNGRY_MS = 3_000;
const REMEMBERED_SECONDS = 60;

export type SharedPaceParts = {
  readonly url: string;
  /** What is shared, in one word. */
  readonly name: string;
  readonly perSecond: number;
  /** A clock that only goes forward, in ms. */
  readonly elapsed: () => number;
  readonly log: Log;
};

/**
 * One limit for several replicas. Each has a share and keeps to it in every second by itself; all shares together are
 * the limit. Shares are taken for a span of time ahead, in a few queries, however many requests there are; a share
 * that grows is used a second later, when what others sent under it has aged.
 */
export function sharedPace(parts: SharedPaceParts): Pace & { close(): Promise<void> } {
  const { elapsed, name, perSecond } = parts;
  const pool = new pg.Pool({ connectionString: parts.url, max: 2, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  let limiters: Promise<Limiters> | undefined;
  let offset = 0;
  /** Spans to what this replica may send a second in them, and from when on (store's clock). */
  const shares = new Map<number, { share: number; from: number }>();
  let hungryUntil = Number.NEGATIVE_INFINITY;
  /** In which place this replica asked for a share the last time. */
  let rank = 0;
  let running = false;
  let closed = false;

  const inner = slidingPace({ perSecond: usable, now: elapsed });
  return {
    async turn(signal) {
      hungryUntil = elapsed() + HUNGRY_MS;
      if (!running) void run();
      const turn = await inner.turn(signal);
      hungryUntil = elapsed() + HUNGRY_MS;
      return turn;
    },
    async close() {
      closed = true;
      await pool.end();
    },
  };

  function clock(): number {
    return elapsed() + offset;
  }

  /** A share that shrinks does so at once, one that grows when every other replica's clock says so too. */
  function usable(): number {
    const at = clock();
    return Math.min(usableAt(at), usableAt(at - CLOCKS_MS));
  }

  /** What others sent under a larger share in the span before is not over yet: until the next, the smaller counts. */
  function usableAt(at: number): number {
    const span = Math.floor(at / SPAN_MS);
    const mine = shares.get(span);
    if (mine === undefined || at < mine.from - CLOCKS_MS) return 0;
    if (mine.from > span * SPAN_MS) return mine.share;
    return Math.min(mine.share, shares.get(span - 1)?.share ?? 0);
  }

  async function run(): Promise<void> {
    running = true;
    try {
      limiters ??= open();
      const all = await limiters;
      await setClock();
      await joinNow(all);
      while (!closed && elapsed() < hungryUntil) await takeNext(all);
    } catch (error) {
      limiters = undefined;
      if (!closed) parts.log.warn({ err: error, name }, 'the shared limit cannot be read');
      await sleep(SPAN_MS);
    } finally {
      running = false;
      shares.clear();
      if (!closed && elapsed() < hungryUntil) void run();
    }
  }

  /** In the middle of a span: takes part at once if nobody has sent lately, else from the next on. */
  async function joinNow({ askers, quota }: Limiters): Promise<void> {
    const span = Math.floor(clock() / SPAN_MS);
    rank = await ask(askers, span);
    await sleep(TOGETHER_MS);
    if ((await used(quota, span - 1)) > 0) return;
    const share = await take(quota, span, shareOf(await used(askers, span)));
    shares.set(span, { share, from: clock() });
  }

  async function takeNext({ askers, quota }: Limiters): Promise<void> {
    const next = Math.floor(clock() / SPAN_MS) + 1;
    const begins = (next - 1) * SPAN_MS;
    await sleep(begins + ASK_AT_MS + Math.min(rank, LATEST_RANK) * BETWEEN_RANKS_MS - clock());
    rank = await ask(askers, next);
    await sleep(begins + SHARE_AT_MS - clock());
    const share = await take(quota, next, shareOf(await used(askers, next)));
    shares.set(next, { share, from: next * SPAN_MS });
    for (const span of shares.keys()) if (span < next - 2) shares.delete(span);
    await setClock();
    await sleep(begins + SPAN_MS + CLOCKS_MS - clock());
  }

  function shareOf(replicas: number): number {
    const all = Math.max(1, replicas, rank);
    return Math.floor(perSecond / all) + (rank <= perSecond % all ? 1 : 0);
  }

  async function ask(askers: RateLimiterPostgres, span: number): Promise<number> {
    return (await askers.consume(`${name}:${span}`, 1)).consumedPoints;
  }

  async function used(limiter: RateLimiterPostgres, span: number): Promise<number> {
    return (await limiter.get(`${name}:${span}`))?.consumedPoints ?? 0;
  }

  /** Takes `wanted`, or what is left of the limit. */
  async function take(quota: RateLimiterPostgres, span: number, wanted: number): Promise<number> {
    if (wanted === 0) return 0;
    try {
      await quota.consume(`${name}:${span}`, wanted);
      return wanted;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(0, perSecond - (refused.consumedPoints - wanted));
    }
  }

  async function setClock(): Promise<void> {
    const before = elapsed();
    const { rows } = await pool.query('select extract(epoch from clock_timestamp()) * 1000 as now');
    offset = Number(rows[0].now) - (before + elapsed()) / 2;
  }

  async function open(): Promise<Limiters> {
    const common = { storeClient: pool, duration: REMEMBERED_SECONDS, tableName: 'pace' };
    const askers = await limiter({
      ...common,
      tableCreated: true,
      keyPrefix: 'askers',
      points: Number.MAX_SAFE_INTEGER,
    });
    const quota = await limiter({ ...common, keyPrefix: 'quota', points: perSecond, tableCreated: true });
    return { askers, quota };
  }
}

type Limiters = { readonly askers: RateLimiterPostgres; readonly quota: RateLimiterPostgres };

function limiter(
  options: ConstructorParameters<typeof RateLimiterPostgres>[0],
): Promise<RateLimiterPostgres> {
  return new Promise((resolve, reject) => {
    const made: RateLimiterPostgres = new RateLimiterPostgres(
      { ...options, clearExpiredByTimeout: true },
      (error) => (error === undefined ? setImmediate(() => resolve(made)) : reject(error)),
    );
  });
}

function sleep(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
