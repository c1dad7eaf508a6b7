/** `npm run backup -- FILE` and `npm run restore -- FILE`: the embedded store, whole, while the bot runs or not. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Environment, readConfig } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** A copy of the database's main file alone would lack what still stands in its log: SQLite itself writes this one. */
export const backup: Verb = async (args, environment, say) => {
  const where = placesOf(args, environment, 'backup', say);
  if (where === undefined) return 2;
  const { file, database } = where;
  if (!existsSync(database)) return refused(say.backup.noStore(database));
  if (existsSync(file)) return refused(say.backup.thereAlready(file));
  const beside = `${file}.part`;
  rmSync(beside, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(beside, 'wx', 0o600));
  try {
    const open = new DatabaseSync(database, { readOnly: true });
    open.exec(`vacuum into '${beside.replaceAll("'", "''")}'`);
    open.close();
    const fault = faultOf(beside, say);
    if (fault !== undefined) throw new Error(fault);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    return refused(say.backup.notMade(error instanceof Error ? error.message : String(error)));
  }
  print(say.backup.made(file));
  return 0;
};

/** The store that was there is kept beside it, under another name. */
export const restore: Verb = async (args, environment, say) => {
  const where = placesOf(args, environment, 'restore', say);
  if (where === undefined) return 2;
  const { file, database } = where;
  if (!existsSync(file)) return refused(say.backup.noFile(file));
  const fault = faultOf(file, say);
  if (fault !== undefined) return refused(say.backup.isNone(file, fault));
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(dirname(database), 'attache.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    return refused(say.backup.running);
  }
  const kept = `${database}.before-restore`;
  copyFileSync(file, `${database}.part`);
  // A copy that went through other hands may be readable for all: what it becomes is not.
  chmodSync(`${database}.part`, 0o600);
  for (const end of ['', '-wal', '-shm']) {
    rmSync(`${kept}${end}`, { force: true });
    if (existsSync(`${database}${end}`)) renameSync(`${database}${end}`, `${kept}${end}`);
  }
  renameSync(`${database}.part`, database);
  lock.close();
  print(say.backup.restored(file, kept));
  return 0;
};

type Places = { readonly file: string; readonly database: string };

function placesOf(
  args: readonly string[],
  environment: Environment,
  verb: string,
  say: Messages,
): Places | undefined {
  const [file] = args;
  if (file === undefined || args.length > 1) return void inform(say.backup.nameOne(verb));
  const read = readConfig({ ...environment, PLAYGROUND: 'on' }, say);
  if (read.kind === 'faults') return void inform(say.running.mendSettings, ...read.faults);
  const { store } = read.config;
  if (store.kind === 'postgres') return void inform(say.backup.postgres);
  return { file: resolve(file), database: join(store.dataDir, 'attache.sqlite') };
}

/** What keeps a file from being a whole store of ours; undefined where nothing does. */
function faultOf(file: string, say: Messages): string | undefined {
  try {
    const open = new DatabaseSync(file, { readOnly: true });
    try {
      const [whole] = open.prepare('pragma integrity_check').all();
      if (whole?.integrity_check !== 'ok') return say.backup.damaged;
      const tables = open.prepare("select name from sqlite_master where type = 'table'").all();
      return tables.some(({ name }) => name === 'subscription') ? undefined : say.backup.noTables;
    } finally {
      open.close();
    }
  } catch {
    return say.backup.notRead;
  }
}

function refused(sentence: string): number {
  inform(sentence);
  return 1;
}
