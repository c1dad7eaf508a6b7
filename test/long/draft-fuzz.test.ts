import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { briefingFolders, readTexts } from '../../src/briefing/files.ts';
import { parseTexts } from '../../src/briefing/parse.ts';
import { draft } from '../../src/main/draft.ts';
import { en } from '../../src/show/messages/en.ts';
import { extremes, type Hostile, hostileArticle } from '../drafting/hostile.ts';

/** DRAFT_FUZZ=10000 for the whole number, with articles of up to a megabyte. */
const COUNT = Number(process.env.DRAFT_FUZZ ?? 80);
const WHOLE = COUNT >= 1_000;
const LARGEST = WHOLE ? 1_000_000 : 20_000;
const SEED = Number(process.env.DRAFT_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const RIGHTS = ['own', 'restricted'] as const;

describe('an article of any bytes', () => {
  const root = mkdtempSync(join(tmpdir(), 'fuzz-'));
  beforeAll(() => {
    console.log(`DRAFT_FUZZ_SEED=${SEED}`);
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterAll(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true, force: true });
  });

  it('becomes a whole draft or none, and takes no more than ten seconds of a processor', async () => {
    await fc.assert(
      fc.asyncProperty(hostileArticle(LARGEST), fc.constantFrom(...RIGHTS), (article, rights) =>
        expectWhole(root, article, rights),
      ),
      { numRuns: COUNT, seed: SEED },
    );
  }, 10_800_000);

  it.each(extremes(LARGEST).map((article, at) => [kindOf(article, at), article] as const))(
    'is drafted whole where it is nothing but %s',
    async (_, article) => {
      await expectWhole(root, article, 'own');
    },
  );

  it('leaves no half draft where the process is killed amid its work', async () => {
    const file = join(root, 'long.txt');
    writeFileSync(file, extremes(400_000).at(-3)!.bytes);
    const home = join(root, 'killed');
    mkdirSync(home);
    for (let round = 0; round < (WHOLE ? 60 : 5); round++) {
      const child = spawn(process.execPath, ['src/main.ts', 'draft', file, '--id', `x${round}`], {
        env: { ...process.env, BRIEFINGS_DIR: home },
        stdio: 'ignore',
      });
      await Promise.race([once(child, 'exit'), wait(Math.random() * 4_000)]);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      for (const folder of briefingFolders(home)) expect(shapesIn(folder)).toEqual([]);
    }
  });
});

async function expectWhole(root: string, { file, bytes }: Hostile, rights: string): Promise<void> {
  const home = mkdtempSync(join(root, 'home-'));
  const path = join(home, file);
  const briefings = join(home, 'briefings');
  mkdirSync(briefings);
  writeFileSync(path, bytes);
  const before = process.cpuUsage();
  const code = await draft([path, '--id', 'x', '--source-rights', rights], { BRIEFINGS_DIR: briefings }, en);
  const { user, system } = process.cpuUsage(before);
  const folder = join(briefings, 'x');
  expect({ code, there: existsSync(folder) }).toEqual({ code: code === 2 ? 2 : 0, there: code === 0 });
  expect(readdirSync(briefings)).toEqual(code === 0 ? ['x'] : []);
  if (code === 0) expect(shapesIn(folder)).toEqual([]);
  expect((user + system) / 1e6).toBeLessThan(10);
  rmSync(home, { recursive: true, force: true });
}

/** What a reader of the briefing stumbles over. */
function shapesIn(folder: string): unknown[] {
  const texts = readTexts(folder);
  expect([...texts.yaml.keys()]).toEqual(expect.arrayContaining(['briefing.yaml', 'sources.yaml']));
  return [...parseTexts(texts).findings];
}

function kindOf({ file, bytes }: Hostile, at: number): string {
  return `${JSON.stringify(new TextDecoder().decode(bytes.subarray(0, 24)))} (${at}, ${file})`;
}
