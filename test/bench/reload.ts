/** How soon a release is answered from by three replicas, and what they answer until then. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../servers/postgres.ts';
import { AFTER, BEFORE, reloadedOnThree } from '../story/reloaded.ts';
import type { Row } from './row.ts';

const MOST_MS = 5_000;

export async function benchReload(): Promise<readonly Row[]> {
  const root = mkdtempSync(join(tmpdir(), 'attache-reload-'));
  const server = await startPostgres();
  try {
    const { answers, ms } = await reloadedOnThree(root, await server.database());
    const all = answers.flat();
    const wrong = all.filter((one) => one !== BEFORE && one !== AFTER).length;
    return [
      { name: 'a release is answered from by three replicas', value: ms, unit: 'ms', most: MOST_MS },
      { name: 'questions answered meanwhile', value: all.length, unit: '' },
      { name: 'of them neither as before nor as after', value: wrong, unit: '', most: 0 },
    ];
  } finally {
    await server.end();
    rmSync(root, { recursive: true, force: true });
  }
}
