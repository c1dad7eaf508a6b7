/** Three replicas on one Postgres, each a process with files of its own, that are asked all the while a release comes. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { reload } from '../../src/main/reload.ts';
import { en } from '../../src/show/messages/en.ts';
import { until } from '../kit/until.ts';
import { story } from './kit.ts';
import type { ReplicaOrder } from './replica.ts';

const SCRIPT = join(import.meta.dirname, 'replica.ts');
const QUESTION = 'ask When did Tarrow close the plant?';
/** The same fact in the first release and in the second. */
export const [BEFORE, AFTER] = ['2009', '2011'];
const ASK_EVERY_MS = 20;
const ENOUGH = 10;

export type Reloaded = {
  /** What each replica answered, in order: a year, or all of it where it is neither. */
  readonly answers: readonly (readonly string[])[];
  /** From the request until the last of them answered from the new release. */
  readonly ms: number;
};

export async function reloadedOnThree(root: string, url: string): Promise<Reloaded> {
  const told = story(root);
  told.release(0);
  const replicas = ['a', 'b', 'c'].map((name) => start(root, name, url));
  try {
    await Promise.all(replicas.map(({ child }) => once(child, 'message')));
    for (const { child } of replicas) keepAsking(child);
    await until(() => replicas.every(({ answers }) => answers.length > ENOUGH), 'the first answers');
    told.release(1);
    for (const { folder } of replicas) cpSync(told.folder, folder, { recursive: true });
    const from = performance.now();
    await reload([], replicas[0]?.environment ?? {}, en);
    await until(() => replicas.every(({ answers }) => answers.at(-1) === AFTER), 'all answer from it');
    const ms = performance.now() - from;
    const soFar = replicas.map(({ answers }) => answers.length);
    await until(
      () => replicas.every(({ answers }, at) => answers.length > (soFar[at] ?? 0) + ENOUGH),
      'more of it',
    );
    return { answers: replicas.map(({ answers }) => [...answers]), ms };
  } finally {
    await Promise.all(replicas.map(({ child }) => stopped(child)));
  }
}

function start(root: string, name: string, url: string) {
  const folder = join(root, name, 'briefings', 'wells');
  const environment = {
    BRIEFINGS_DIR: join(root, name, 'briefings'),
    DATA_DIR: join(root, name, 'data'),
    DEFAULT_BRIEFING: 'wells',
  };
  cpSync(join(root, 'wells'), folder, { recursive: true });
  mkdirSync(environment.DATA_DIR, { recursive: true });
  const order: ReplicaOrder = { environment, url };
  const child = fork(SCRIPT, [JSON.stringify(order)], { execArgv: [] });
  const answers: string[] = [];
  child.on('message', (said: string) => {
    if (said === 'started') return;
    answers.push([BEFORE, AFTER].find((year) => said.includes(year ?? '')) ?? said);
  });
  return { folder, environment, child, answers };
}

/** The next question follows the answer, so that each answer is what the replica says just then. */
function keepAsking(child: ChildProcess): void {
  const ask = () => child.connected && child.send(QUESTION);
  child.on('message', async () => {
    await wait(ASK_EVERY_MS);
    ask();
  });
  ask();
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
