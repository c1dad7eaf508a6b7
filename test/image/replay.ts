/**
 * `npm run image`: does what the Dockerfile says without a container, in a temporary folder: the production packages,
 * the files, not root where it can, read-only code. Then starts it, asks it, stops it, and weighs it.
 */
import assert from 'node:assert/strict';
import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Stage, stagesOf } from './dockerfile.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const MOST_MB = { withoutPage: 100, withPage: 130 };
const STOPS_WITHIN_MS = 10_000;
const PATIENCE_MS = 60_000;
/** The user that every system has for whoever owns nothing. */
const NOBODY = 65_534;

const LETTERS = `
  const { familiesOf, fontOf, isDrawable } = await import('./src/pictures/fonts.ts');
  const text = '日本語 한국어 Путин';
  if (!isDrawable(text)) throw new Error('not drawable');
  for (const face of ['regular', 'bold']) for (const family of familiesOf(text, face)) fontOf(family);
`;

const stages = stagesOf(readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8'));
const work = mkdtempSync(path.join(tmpdir(), 'attache-image-'));
try {
  await replay();
} finally {
  execFileSync('chmod', ['-R', 'u+w', work]);
  rmSync(work, { recursive: true, force: true });
}

async function replay(): Promise<void> {
  chmodSync(work, 0o755);
  build();
  const app = assemble();
  weigh(app);
  const command = commandIn(last());
  const data = path.join(work, 'data');
  mkdirSync(data);
  if (isRoot()) execFileSync('chown', [`${NOBODY}:${NOBODY}`, data]);
  execFileSync('chmod', ['-R', 'a-w', app]);
  // `node` as the image has it: at a place that anybody may read.
  const node = path.join(work, 'node');
  cpSync(process.execPath, node);
  const run = (args: readonly string[], environment: Record<string, string>) =>
    start(node, args, { app, data, environment });

  const refused = run(command, {});
  assert.equal(await refused.ended(), 2, `without a token it should refuse: ${refused.said()}`);
  said('without a token it refuses, with exit code 2');

  const picture = run(['src/main.ts', 'picture', 'kuril', 'map', path.join(data, 'map.png')], {});
  assert.equal(await picture.ended(), 0, picture.said());
  assert.deepEqual(readFileSync(path.join(data, 'map.png')).subarray(1, 4).toString(), 'PNG');
  const letters = run(['--input-type=module', '--eval', LETTERS], {});
  assert.equal(await letters.ended(), 0, letters.said());
  said('it draws a map, and carries the fonts of Japanese, Korean and Cyrillic');

  const bot = run(command, { PLAYGROUND: 'on', PORT: '0', OPS_PORT: '127.0.0.1:0' });
  const [, page = ''] = await bot.says(/The playground is open at (http:\/\/\S+?:\d+)/u);
  const [, ops = ''] = await bot.says(/"url":"(http:[^"]+)","msg":"Health and metrics"/u);
  for (const address of [
    `${ops}/health/live`,
    `${ops}/health/ready`,
    `${ops}/metrics`,
    `${page}/`,
    `${page}/assets/main.js`,
  ])
    assert.equal((await fetch(address)).status, 200, address);
  said('it answers /health/ready, /metrics and the page');
  const asked = performance.now();
  bot.kill();
  assert.equal(await bot.ended(), 0, bot.said());
  assert.ok(performance.now() - asked < STOPS_WITHIN_MS, 'SIGTERM took too long');
  said(`SIGTERM ends it with 0 after ${((performance.now() - asked) / 1_000).toFixed(1)} s`);
}

/** The stage that builds is this checkout: its packages are there, and it builds what the image carries. */
function build(): void {
  const runs = stage('build').steps.flatMap((step) => (step.kind === 'run' ? [step.words] : []));
  assert.equal(runs[0], 'npm ci');
  for (const words of runs.slice(1)) execFileSync('sh', ['-c', words], { cwd: ROOT, stdio: 'inherit' });
}

/** The last stage's files, as its COPY lines name them. */
function assemble(): string {
  const packages = path.join(work, 'packages');
  mkdirSync(packages);
  for (const step of stage('packages').steps) {
    if (step.kind === 'copy') copy(ROOT, step.what, packages, step.to);
    else if (step.kind === 'run') execFileSync('sh', ['-c', step.words], { cwd: packages, stdio: 'inherit' });
  }
  const app = path.join(work, 'app');
  mkdirSync(app);
  for (const step of last().steps) {
    if (step.kind !== 'copy') continue;
    const from = step.from === 'packages' ? packages : ROOT;
    copy(
      from,
      step.what.map((one) => one.replace(/^\/app\//u, '')),
      app,
      step.to,
    );
  }
  for (const dev of ['typescript', 'vitest', 'esbuild', '@biomejs', '@fontsource', 'node'])
    assert.ok(!existsSync(path.join(app, 'node_modules', dev)), `${dev} is only for developing`);
  said(`it carries ${readdirSync(app).join(', ')}`);
  return app;
}

function copy(from: string, what: readonly string[], folder: string, to: string): void {
  for (const one of what.flatMap((pattern) => globSync(pattern, { cwd: from }))) {
    const isFolder = statSync(path.join(from, one)).isDirectory();
    const place = isFolder ? path.join(folder, to) : path.join(folder, to, path.basename(one));
    cpSync(path.join(from, one), place, { recursive: true });
  }
}

function weigh(app: string): void {
  const packages = megabytes(path.join(app, 'node_modules'));
  const page = megabytes(path.join(app, 'build/page'));
  said(
    `node_modules weigh ${packages} MB, with the page ${packages + page} MB; all of it ${megabytes(app)} MB`,
  );
  assert.ok(packages <= MOST_MB.withoutPage && packages + page <= MOST_MB.withPage, 'it weighs too much');
}

/** As they lie on the disk, in whole blocks. */
function megabytes(folder: string): number {
  return Number(execFileSync('du', ['-sm', folder]).toString().split('\t')[0]);
}

function start(
  node: string,
  args: readonly string[],
  { app, data, environment }: { app: string; data: string; environment: Record<string, string> },
) {
  const nobody = isRoot() ? { uid: NOBODY, gid: NOBODY } : {};
  const env = { ...last().env, DATA_DIR: data, ...environment };
  const options: SpawnOptions = { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'], ...nobody };
  const child = spawn(node, [...args], options);
  let text = '';
  const hear = (chunk: Buffer) => {
    text += chunk;
    child.emit('said');
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    said: () => text,
    ended: () => exit,
    kill: () => child.kill('SIGTERM'),
    async says(wanted: RegExp): Promise<RegExpExecArray> {
      const late = AbortSignal.timeout(PATIENCE_MS);
      for (;;) {
        const found = wanted.exec(text);
        if (found !== null) return found;
        assert.ok(child.exitCode === null && !late.aborted, `it never said ${wanted}: ${text}`);
        await Promise.race([new Promise((resolve) => child.once('said', resolve)), exit, aborted(late)]);
      }
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function stage(name: string): Stage {
  const found = stages.find((one) => one.name === name);
  assert.ok(found, `the Dockerfile has no stage ${name}`);
  return found;
}

function last(): Stage {
  return stages.at(-1) as Stage;
}

function commandIn({ steps }: Stage): string[] {
  const users = steps.filter(({ kind }) => kind === 'user');
  assert.equal(users.length, 1, 'the image runs as root');
  const cmd = steps.find((step) => step.kind === 'cmd');
  const [program, ...args] = JSON.parse(cmd?.kind === 'cmd' ? cmd.words : '[]') as string[];
  assert.equal(program, 'node');
  return args;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function said(sentence: string): void {
  process.stdout.write(`- ${sentence}\n`);
}
