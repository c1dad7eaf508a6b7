import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import { StoreDown } from '../ports/store.ts';
import { fromLaterVersion, postgresTroubles, type Trouble } from '../show/messages/en/store.ts';
import type { Database, Opened } from './database.ts';
import { guarded } from './guard.ts';
import { isFromLaterVersion, migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** Connections of one replica. */
const POOL_SIZE = 8;
/** The type id of int8, which pg hands over as text; our instants are far below 2^53. */
const INT8 = 20;

export type PostgresOptions = {
  readonly url: string;
  /** Stands in for the database's own clock, in tests. */
  readonly now?: () => number;
};

/**
 * Opens the database at `url`. Its own clock is the store's, so that replicas whose clocks differ agree on leases. One
 * that is down is opened all the same: its tables are brought up to date by the first call that gets through.
 */
export async function openPostgres({ url, now }: PostgresOptions): Promise<Opened> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    return { kind: 'refused', ...postgresTroubles.badAddress };
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
    keepAlive: true,
    // By a query, since PgBouncer refuses it among the parameters of a new connection.
    onConnect: async (client) => {
      await client.query(`set statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    },
    types: {
      getTypeParser: (type, format) => (type === INT8 ? Number : pg.types.getTypeParser(type, format)),
    },
  });
  // A connection that breaks is replaced at the next query, which reports what is wrong. Idle ones tell the pool, those
  // in use tell nobody but themselves, and an error that nobody hears ends the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  const dialect = () => new PostgresDialect({ pool: withoutBroken(pool) });
  const unguarded = new Kysely<Tables>({ dialect: dialect() });
  let migrated: Promise<void> | undefined;
  const ready = () => {
    migrated ??= migrate(unguarded).catch((error: unknown) => {
      migrated = undefined;
      throw error;
    });
    return migrated;
  };
  const db = new Kysely<Tables>({ dialect: guarded(dialect(), rewordPostgres, ready) });
  const close = async () => {
    if (!pool.ending) await pool.end();
  };
  const clock = () =>
    now === undefined
      ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
      : sql<number>`${now()}::bigint`;
  // The server waits for its disk, for many at once, and not this process.
  const lightly: Database['lightly'] = (act) => db.transaction().execute(act);
  const database = { kind: 'postgres', db, clock, lightly, close } as const;
  try {
    await ready();
    return { kind: 'open', database };
  } catch (error) {
    const trouble = isFromLaterVersion(error) ? fromLaterVersion : postgresTrouble(error);
    if (trouble !== undefined && PASSING.has(trouble)) return { kind: 'down', database, ...trouble };
    await close();
    if (trouble === undefined) throw error;
    return { kind: 'refused', ...trouble };
  }
}

/**
 * The pool, but a session that a failover has left behind (read-only, or told to end) is not given back to it: the next
 * call gets a new one, which finds the primary.
 */
function withoutBroken(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      let broken = false;
      const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
      const wrapped = {
        async query(...asked: unknown[]) {
          try {
            return await query(...asked);
          } catch (error) {
            broken ||= ENDED.test(String((error as { code?: unknown }).code));
            throw error;
          }
        },
        release: () => client.release(broken),
      };
      return wrapped as unknown as PostgresPoolClient;
    },
  };
}

/** read_only_sql_transaction, and the server's own goodbyes. */
const ENDED = /^(25006|57P0\d|08\w{3})$/;

/** Troubles that mend themselves or are mended at the database: the bot starts, and the store comes up when it can. */
const PASSING = new Set<Trouble>([
  postgresTroubles.unreachable,
  postgresTroubles.readOnly,
  postgresTroubles.full,
  postgresTroubles.crowded,
  postgresTroubles.slow,
]);

function rewordPostgres(error: unknown): unknown {
  const trouble = postgresTrouble(error);
  return trouble === undefined ? error : new StoreDown(trouble.why, trouble.mend, error);
}

/** By SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html), by Node's code, and by pg's own words. */
function postgresTrouble(error: unknown): Trouble | undefined {
  if (error instanceof AggregateError) return postgresTroubles.unreachable;
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (code === '08P01' && /unsupported startup parameter/.test(error.message))
    return postgresTroubles.bouncer;
  if (/^(08...|57P0[1-5])$/.test(code)) return postgresTroubles.unreachable;
  if (code.startsWith('28')) return postgresTroubles.signIn;
  if (code === '3D000') return postgresTroubles.missing;
  if (code === '25006') return postgresTroubles.readOnly;
  if (code === '42501') return postgresTroubles.notAllowed;
  if (code === '53100') return postgresTroubles.full;
  if (code.startsWith('53')) return postgresTroubles.crowded;
  if (/^(57014|55P03|40001|40P01)$/.test(code)) return postgresTroubles.slow;
  if (/CERT|TLS|SSL/.test(code)) return postgresTroubles.certificate;
  if (/^E[A-Z]+$/.test(code)) return postgresTroubles.unreachable;
  if (/timeout exceeded when trying to connect|Query read timeout/.test(error.message)) {
    return /Query/.test(error.message) ? postgresTroubles.slow : postgresTroubles.unreachable;
  }
  if (/Connection terminated|connection error and is not queryable|Client was closed/.test(error.message)) {
    return postgresTroubles.unreachable;
  }
  if (/SASL|password must be a string/.test(error.message)) return postgresTroubles.signIn;
  if (/does not support SSL/.test(error.message)) return postgresTroubles.noTls;
  return undefined;
}
