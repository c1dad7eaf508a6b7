import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { run, temporaryFolder } from '../main/running.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const store = () => path.join(folder.path, 'attache.sqlite');
const file = () => path.join(folder.path, 'kept', 'backup.sqlite');
const settings = () => ({ DATA_DIR: folder.path });

async function open() {
  const opened = await openSqlite({ dataDir: folder.path, now: Date.now });
  if (opened.kind !== 'open') throw new Error(opened.why);
  return opened.database;
}

function installationsIn(database: string): unknown[] {
  const file = new DatabaseSync(database, { readOnly: true });
  try {
    return file
      .prepare('select key from installation')
      .all()
      .map(({ key }) => key);
  } finally {
    file.close();
  }
}

describe('a backup', () => {
  it('holds what still stands in the log of a store that is in use, and is nobody else’s to read', async () => {
    const database = await open();
    await database.db.insertInto('installation').values({ key: 'T1', value: 'v' }).execute();
    const made = await run(['backup', file()], settings());
    expect(made.stderr).toBe('');
    expect(made.status).toBe(0);
    expect(installationsIn(file())).toEqual(['T1']);
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(statSync(store()).mode & 0o077).toBe(0);
    await database.close();
  });

  it('is put back whole, with what was there kept beside it, and never under a running bot', async () => {
    const database = await open();
    await database.db.insertInto('installation').values({ key: 'T1', value: 'v' }).execute();
    await run(['backup', file()], settings());
    await database.db.insertInto('installation').values({ key: 'T2', value: 'v' }).execute();
    const early = await run(['restore', file()], settings());
    expect([early.status, early.stderr]).toEqual([1, expect.stringContaining('Stop it first')]);
    await database.close();
    // As a copy is that went to another machine and back.
    chmodSync(file(), 0o644);
    const put = await run(['restore', file()], settings());
    expect([put.status, put.stderr]).toEqual([0, '']);
    expect(installationsIn(store())).toEqual(['T1']);
    expect(installationsIn(`${store()}.before-restore`)).toEqual(['T1', 'T2']);
    expect(statSync(store()).mode & 0o077).toBe(0);
  });

  it('is refused where it would write over a file, and a file that is none is not put back', async () => {
    const database = await open();
    await database.close();
    writeFileSync(path.join(folder.path, 'mine.txt'), 'mine');
    const over = await run(['backup', path.join(folder.path, 'mine.txt')], settings());
    expect([over.status, over.stderr]).toEqual([1, expect.stringContaining('name another file')]);
    const none = await run(['restore', path.join(folder.path, 'mine.txt')], settings());
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('is no backup')]);
    expect(existsSync(`${store()}.before-restore`)).toBe(false);
  });
});
