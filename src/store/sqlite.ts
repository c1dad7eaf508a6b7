import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import { StoreDown } from '../ports/store.ts';
import {
  fromLaterVersion,
  heldByAnother,
  noFolder,
  sqliteTroubles,
  type Trouble,
} from '../show/messages/en/store.ts';
import type { Database, Opened } from './database.ts';
import { guarded } from './guard.ts';
import { isFromLaterVersion, migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

/** How long a statement waits for another program that reads the file, in ms. */
const BUSY_TIMEOUT_MS = 5_000;
/** SQLite's number for `synchronous = full`. */
const FULL = 2;
/** Statements kept ready; more than the store has shapes of. */
const MOST_STATEMENTS = 256;

export type SqliteOptions = {
  readonly dataDir: string;
  readonly now: () => number;
  /** Statements for the connection once it is open: a test makes the disk full or the file read-only with them. */
  readonly afterOpening?: readonly string[];
};

/** Opens the database in `dataDir`, and holds it against other processes until it is closed or the process dies. */
export async function openSqlite(options: SqliteOptions): Promise<Opened> {
  const { dataDir, now } = options;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch {
    return { kind: 'refused', ...noFolder(dataDir) };
  }
  let lock: DatabaseSync;
  try {
    lock = holdFolder(dataDir);
  } catch (error) {
    const held = sqliteTrouble(error) === sqliteTroubles.busy;
    return { kind: 'refused', ...(held ? heldByAnother(dataDir) : noFolder(dataDir)) };
  }
  try {
    const file = openFile(join(dataDir, 'attache.sqlite'));
    const dialect = new SqliteDialect({ database: asKyselyWants(file) });
    const db = new Kysely<Tables>({ dialect: guarded(dialect, rewordSqlite) });
    await migrate(db);
    for (const statement of options.afterOpening ?? []) file.exec(statement);
    const close = async () => {
      await db.destroy();
      lock.close();
    };
    const clock = () => sql<number>`${now()}`;
    return { kind: 'open', database: { kind: 'sqlite', db, clock, lightly: lightlyIn(db, file), close } };
  } catch (error) {
    lock.close();
    if (isFromLaterVersion(error)) return { kind: 'refused', ...fromLaterVersion };
    const reworded = rewordSqlite(error);
    if (!(reworded instanceof StoreDown)) throw error;
    return { kind: 'refused', why: reworded.message, mend: reworded.mend };
  }
}

/** A lock that the system gives back when the process dies, which a file with a process's number would not be. */
function holdFolder(dataDir: string): DatabaseSync {
  const lock = new DatabaseSync(join(dataDir, 'attache.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

function openFile(path: string): DatabaseSync {
  // SQLite gives its other files the mode of this one: nobody else on the machine reads who asked for what.
  closeSync(openSync(path, 'a', 0o600));
  const file = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  file.exec('pragma journal_mode = wal');
  file.exec('pragma synchronous = full');
  file.exec('pragma foreign_keys = on');
  // What is deleted is overwritten: `forget` leaves no ids in the pages.
  file.exec('pragma secure_delete = on');
  return file;
}

/** With `normal` a commit is in the log that the system has, and on the disk with the next that waits for it. */
function lightlyIn(db: Kysely<Tables>, file: DatabaseSync): Database['lightly'] {
  const usual = file.prepare('pragma synchronous').get()?.synchronous;
  if (usual !== FULL) return (act) => db.transaction().execute(act);
  return (act) =>
    db.connection().execute(async (connection) => {
      // SQLite does what a pragma says while it reads it, so that one which was kept ready would do nothing.
      file.exec('pragma synchronous = normal');
      try {
        return await connection.transaction().execute(act);
      } finally {
        file.exec('pragma synchronous = full');
      }
    });
}

function asKyselyWants(file: DatabaseSync): SqliteDatabase {
  const ready = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare(text) {
      const found = ready.get(text);
      if (found !== undefined) return found;
      if (ready.size >= MOST_STATEMENTS) ready.clear();
      const statement = prepare(file, text);
      ready.set(text, statement);
      return statement;
    },
  };
}

/**
 * What is remembered for minutes alone: what was heard, and how often. Each wait for the disk holds up whatever else the
 * process does, and of these rows a power cut may take the last; a process that is killed loses none.
 */
const BRIEF = /^\s*(?:insert into|update|delete from) "?(?:seen|tally)\b/u;

function prepare(file: DatabaseSync, text: string): SqliteStatement {
  const statement = file.prepare(text);
  const isBrief = BRIEF.test(text);
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  const promptly = <T>(act: () => T): T => {
    if (!isBrief || file.isTransaction) return act();
    file.exec('pragma synchronous = normal');
    try {
      return act();
    } finally {
      file.exec('pragma synchronous = full');
    }
  };
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => promptly(() => statement.all(...values(parameters))),
    iterate: (parameters) => statement.iterate(...values(parameters)),
    run(parameters) {
      // A full disk has ended the transaction already; a second error would hide the first.
      if (text === 'rollback' && !file.isTransaction) return { changes: 0, lastInsertRowid: 0 };
      return promptly(() => statement.run(...values(parameters)));
    },
  };
}

const NOT_OURS: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

function rewordSqlite(error: unknown): unknown {
  const trouble = sqliteTrouble(error);
  return trouble === undefined ? error : new StoreDown(trouble.why, trouble.mend, error);
}

/** SQLite's result codes (sqlite.org/rescode.html); the low byte is the primary one. Before it, the system's own refusal. */
function sqliteTrouble(error: unknown): Trouble | undefined {
  if (error instanceof Error && 'code' in error && NOT_OURS.has(String(error.code)))
    return sqliteTroubles.readOnly;
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  switch (Number(error.errcode) & 0xff) {
    case 3:
    case 8:
      return sqliteTroubles.readOnly;
    case 5:
    case 6:
      return sqliteTroubles.busy;
    case 10:
    case 14:
      return sqliteTroubles.unreachable;
    case 11:
    case 26:
      return sqliteTroubles.damaged;
    case 13:
      return sqliteTroubles.full;
    default:
      return undefined;
  }
}
