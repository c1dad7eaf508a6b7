import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { StoreDown } from '../../src/ports/store.ts';
import { createStore, type FullStore, storeOver } from '../../src/store/create.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { ledgerContract } from '../contracts/ledger.ts';
import { storeContract } from '../contracts/store.ts';
import { type StoreAtHand, subscription } from '../contracts/store-fixture.ts';

const folders: string[] = [];
const stores: FullStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function empty(): Promise<StoreAtHand> {
  const clock = { now: 1_000 };
  return { clock, store: await openIn(newFolder(), { now: () => clock.now }) };
}

/** Permissions bind everybody but root, who is somebody else here for a moment. */
async function asSomebody<T>(act: () => Promise<T>): Promise<T> {
  const nobody = 65_534;
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) {
    for (const folder of folders) chmodSync(folder, 0o777);
    for (const folder of folders) chmodSync(join(folder, 'attache.lock'), 0o666);
    process.seteuid?.(nobody);
  }
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

storeContract('A file', empty);
ledgerContract('A file', empty);

describe('A file of its own', () => {
  test('what was acknowledged is there after the process opens it again', async () => {
    const folder = newFolder();
    const first = await openIn(folder);
    await first.subscriptions.put(subscription({}));
    await stores.pop()?.close();
    const second = await openIn(folder);
    expect(await second.subscriptions.get(subscription({}))).toEqual(subscription({}));
  });

  test('a second one on the same folder is refused with a sentence, until the first is closed', async () => {
    const folder = newFolder();
    await openIn(folder);
    const second = await createStore({ kind: 'sqlite', dataDir: folder }, { now: Date.now });
    expect(second).toEqual({
      kind: 'refused',
      why: `Another process is using the data in ${folder}.`,
      mend: expect.stringContaining('DATABASE_URL'),
    });
    await stores.pop()?.close();
    await openIn(folder);
  });

  test('a folder that cannot be made, and a file that is no database, are refused with a sentence', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), 'not a folder');
    const under = await createStore(
      { kind: 'sqlite', dataDir: join(folder, 'file', 'data') },
      { now: Date.now },
    );
    expect(under).toMatchObject({ kind: 'refused', mend: expect.stringContaining('DATA_DIR') });
    writeFileSync(join(folder, 'attache.sqlite'), 'this is no database'.repeat(100));
    const damaged = await createStore({ kind: 'sqlite', dataDir: folder }, { now: Date.now });
    expect(damaged).toMatchObject({ kind: 'refused', why: 'The database file is damaged.' });
  });

  test('a database file of another user is refused with a sentence', async () => {
    const folder = newFolder();
    await openIn(folder);
    await stores.pop()?.close();
    chmodSync(join(folder, 'attache.sqlite'), 0o444);
    const opened = await asSomebody(() =>
      createStore({ kind: 'sqlite', dataDir: folder }, { now: Date.now }),
    );
    expect(opened).toMatchObject({
      kind: 'refused',
      why: 'The database can be read but not written.',
      mend: expect.stringContaining('DATA_DIR'),
    });
  });

  test('a database of a later version is refused with a sentence', async () => {
    const folder = newFolder();
    const later = "insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')";
    await openIn(folder, { afterOpening: [later] });
    await stores.pop()?.close();
    const opened = await createStore({ kind: 'sqlite', dataDir: folder }, { now: Date.now });
    expect(opened).toMatchObject({
      kind: 'refused',
      why: 'The database was made by a later version of the bot.',
    });
  });

  test('on a file that is read-only, reading goes on and writing says what to mend', async () => {
    const store = await openIn(newFolder(), { afterOpening: ['pragma query_only = on'] });
    expect(await store.subscriptions.get(subscription({}))).toBeUndefined();
    const down = await store.subscriptions.put(subscription({})).catch((error: unknown) => error);
    expect(down).toBeInstanceOf(StoreDown);
    expect(down).toMatchObject({ mend: expect.stringContaining('writable') });
    expect(await store.examine()).toMatchObject({
      kind: 'ill',
      why: 'The database can be read but not written.',
    });
  });

  test('on a full disk, reading goes on, writing says what to mend, and nothing is half written', async () => {
    const store = await openIn(newFolder(), { afterOpening: ['pragma max_page_count = 80'] });
    let kept = 0;
    let down: unknown;
    while (down === undefined && kept < 10_000) {
      const one = subscription({ channel: `C${kept}` });
      down = await store.subscriptions.put(one).catch((error: unknown) => error);
      if (down === undefined) kept += 1;
    }
    expect(down).toBeInstanceOf(StoreDown);
    expect(down).toMatchObject({ message: 'The disk that holds the database is full.' });
    expect((await store.subscriptions.ofWorkspace('slack', 'T1')).length).toBe(kept);
    expect(await store.examine()).toMatchObject({ kind: 'ill', mend: expect.stringContaining('space') });
    expect(await store.forget('slack', 'T1')).toMatchObject({ subscriptions: kept });
    expect(await store.examine()).toEqual({ kind: 'well' });
  });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-store-'));
  folders.push(folder);
  return folder;
}

async function openIn(
  dataDir: string,
  options: { now?: () => number; afterOpening?: string[] } = {},
): Promise<FullStore> {
  const opened = await openSqlite({ dataDir, now: Date.now, ...options });
  if (opened.kind === 'refused') throw new Error(opened.why);
  const store = storeOver(opened.database);
  stores.push(store);
  return store;
}
