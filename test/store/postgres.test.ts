import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { StoreDown } from '../../src/ports/store.ts';
import { createStore, type FullStore, storeOver } from '../../src/store/create.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { ledgerContract } from '../contracts/ledger.ts';
import { storeContract } from '../contracts/store.ts';
import { type StoreAtHand, sendIt, subscription } from '../contracts/store-fixture.ts';
import { startBouncer } from '../servers/bouncer.ts';
import { type Postgres, startPostgres } from '../servers/postgres.ts';

let server: Postgres;
/** A database with its tables, to be copied. */
let migrated: string;
const stores: FullStore[] = [];

beforeAll(async () => {
  server = await startPostgres();
  migrated = await server.database();
  await openAt(migrated);
  await stores.pop()?.close();
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
afterAll(() => server.end());

async function empty(): Promise<StoreAtHand> {
  const clock = { now: 1_000 };
  return { clock, store: await openAt(await server.database(migrated), () => clock.now) };
}

storeContract('Postgres', empty);
ledgerContract('Postgres', empty);

describe('Postgres', () => {
  test('several replicas may start at once on an empty database, and share one clock', async () => {
    const url = await server.database();
    const replicas = await Promise.all([1, 2, 3].map(() => openAt(url)));
    const clocks = await Promise.all(replicas.map(({ ledger }) => ledger.clock()));
    for (const clock of clocks) expect(Math.abs(clock - Date.now())).toBeLessThan(5_000);
    const at = Date.now() - 5;
    const next = { date: new Date(at).toISOString().slice(0, 10), at };
    await replicas[0]?.subscriptions.put(subscription({ next }));
    const claims = await Promise.all(replicas.map(({ ledger }) => ledger.claim(5, sendIt)));
    expect(claims.map((claim) => claim.pending.length).sort()).toEqual([0, 0, 1]);
  });

  test('an address that is wrong is refused with a sentence that says which part', async () => {
    const url = await server.database();
    const refusals = {
      [url.replace('attache:attache', 'attache:wrong')]: 'does not accept the name or the password',
      [url.replace(/[^/]+$/, 'nowhere')]: 'does not exist',
      'mysql://somewhere': 'not an address',
    };
    for (const [wrong, why] of Object.entries(refusals)) {
      const created = await createStore({ kind: 'postgres', url: wrong }, { now: Date.now });
      expect(created).toMatchObject({ kind: 'refused', why: expect.stringContaining(why) });
    }
  });

  test('on a database that is read-only, reading goes on and writing says what to mend', async () => {
    const url = await server.database();
    await (await openAt(url)).subscriptions.put(subscription({}));
    await server.run(
      url,
      `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`,
    );
    const store = await openAt(url);
    expect(await store.subscriptions.get(subscription({}))).toEqual(subscription({}));
    await expect(store.subscriptions.put(subscription({}))).rejects.toThrow(StoreDown);
    expect(await store.examine()).toMatchObject({
      kind: 'ill',
      why: 'The database can be read but not written.',
    });
  });

  test('a session that a failover left read-only is given up, and the next call writes', async () => {
    const url = await server.database();
    const name = new URL(url).pathname.slice(1);
    await server.run(url, `alter database ${name} set default_transaction_read_only = on`);
    const store = await openAt(url);
    await expect(store.subscriptions.put(subscription({}))).rejects.toThrow(StoreDown);
    const elsewhere = url.replace(/[^/]+$/, 'postgres');
    await server.run(elsewhere, `alter database ${name} reset default_transaction_read_only`);
    const again = () =>
      store.subscriptions.put(subscription({})).then(
        () => true,
        () => false,
      );
    // Each session of the pool finds out once.
    const tried: boolean[] = [];
    while (tried.length < 20 && tried.at(-1) !== true) tried.push(await again());
    expect(tried.at(-1)).toBe(true);
    expect(tried.length).toBeLessThan(10);
  });

  test('behind a pooler that knows few parameters it works as ever', async () => {
    const bouncer = await startBouncer(await server.database());
    const store = await openAt(bouncer.url);
    await store.subscriptions.put(subscription({}));
    expect(await store.examine()).toEqual({ kind: 'well' });
    await store.close();
    await bouncer.close();
  });

  test('a database without TLS, where TLS is asked for, is refused with what to write instead', async () => {
    const url = `${await server.database()}?sslmode=require`;
    expect(await createStore({ kind: 'postgres', url }, { now: Date.now })).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('does not speak TLS'),
      mend: expect.stringContaining('sslmode=disable'),
    });
  });

  test('a certificate that nobody signed is refused with what to write instead', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attache-tls-'));
    const made =
      'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout server.key -out server.crt';
    execFileSync('openssl', made.split(' '), { cwd: folder, stdio: 'ignore' });
    chmodSync(folder, 0o755);
    for (const file of ['server.key', 'server.crt']) chmodSync(join(folder, file), 0o640);
    if (process.getuid?.() === 0) {
      const group = Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' }));
      for (const file of ['server.key', 'server.crt']) chownSync(join(folder, file), 0, group);
    }
    const files = [
      `ssl_cert_file=${join(folder, 'server.crt')}`,
      `ssl_key_file=${join(folder, 'server.key')}`,
    ];
    const secure = await startPostgres(['fsync=off', 'ssl=on', ...files]);
    try {
      const url = await secure.database();
      const strict = { kind: 'postgres', url: `${url}?sslmode=verify-full` } as const;
      expect(await createStore(strict, { now: Date.now })).toMatchObject({
        kind: 'refused',
        mend: expect.stringContaining('sslrootcert'),
      });
      await (await openAt(`${url}?sslmode=no-verify`)).subscriptions.put(subscription({}));
      for (const store of stores.splice(0)) await store.close();
    } finally {
      await secure.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('a server that is down at the start comes into use by itself, tables and all', async () => {
    const url = await server.database();
    await server.stop();
    const created = await createStore({ kind: 'postgres', url }, { now: Date.now });
    if (created.kind !== 'down') throw new Error(`it is ${created.kind}`);
    expect(created).toMatchObject({ why: 'The database does not answer.' });
    stores.push(created.store);
    await expect(created.store.subscriptions.put(subscription({}))).rejects.toThrow(StoreDown);
    await server.start();
    await created.store.subscriptions.put(subscription({}));
    expect(await created.store.subscriptions.get(subscription({}))).toEqual(subscription({}));
  });

  test('while the server is down every call says so, and afterwards it goes on by itself', async () => {
    const store = await openAt(await server.database());
    await store.subscriptions.put(subscription({}));
    await server.stop();
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(store.subscriptions.get(subscription({}))).rejects.toThrow(
        'The database does not answer.',
      );
      await expect(store.ledger.claim(1, sendIt)).rejects.toThrow(StoreDown);
    }
    expect(await store.examine()).toMatchObject({
      kind: 'ill',
      mend: expect.stringContaining('DATABASE_URL'),
    });
    await server.start();
    expect(await store.subscriptions.get(subscription({}))).toEqual(subscription({}));
    expect(await store.examine()).toEqual({ kind: 'well' });
  });
});

async function openAt(url: string, now?: () => number): Promise<FullStore> {
  const opened = await openPostgres(now === undefined ? { url } : { url, now });
  if (opened.kind === 'refused') throw new Error(opened.why);
  const store = storeOver(opened.database);
  stores.push(store);
  return store;
}
