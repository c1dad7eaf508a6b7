import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTexts } from '../../src/briefing/files.ts';
import { writeFolder } from '../../src/briefing/write.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'attache-write-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Three files that belong together: each state writes its number into all of them. */
const state = (number: number) =>
  new Map(['a.yaml', 'b.yaml', 'sources/c.json'].map((file) => [file, `${number}`.repeat(20_000)]));

/** Writes one state after the other until it is killed. */
const WRITER = `
import { writeFolder } from ${JSON.stringify(new URL('../../src/briefing/write.ts', import.meta.url).href)};
const state = (number) => new Map(['a.yaml', 'b.yaml', 'sources/c.json'].map((file) => [file, String(number).repeat(20_000)]));
process.stdout.write('begun');
for (let number = 1; ; number = (number % 9) + 1) writeFolder(process.argv[1], state(number));
`;

it('is in one state or the next, never between two, wherever the process is killed', async () => {
  const folder = join(root, 'ferry');
  writeFolder(folder, state(1));
  for (let kill = 0; kill < 12; kill += 1) {
    const child = spawn('node', ['--input-type=module', '-e', WRITER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 5 + kill * 7));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    const { yaml, prints } = readTexts(folder);
    const texts = [...yaml.values(), ...prints.values()];
    expect(texts).toHaveLength(3);
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toHaveLength(20_000);
    writeFolder(folder, state(2));
    expect(readdirSync(folder).toSorted()).toEqual(['a.yaml', 'b.yaml', 'sources']);
  }
});

it('takes out what is to go with what is to come', () => {
  const folder = join(root, 'ferry');
  writeFolder(folder, state(1));
  writeFolder(
    folder,
    new Map<string, string | undefined>([
      ['a.yaml', undefined],
      ['d.yaml', 'd'],
    ]),
  );
  expect(readdirSync(folder).toSorted()).toEqual(['b.yaml', 'd.yaml', 'sources']);
  expect(readFileSync(join(folder, 'd.yaml'), 'utf8')).toBe('d');
});

it('leaves everything as it was where the disk refuses', () => {
  const folder = join(root, 'ferry');
  writeFolder(folder, state(1));
  // A file's name that no disk takes.
  expect(() =>
    writeFolder(
      folder,
      new Map([
        ['a.yaml', '2'],
        [`${'x'.repeat(300)}.yaml`, '2'],
      ]),
    ),
  ).toThrow(/ENAMETOOLONG/);
  expect(readdirSync(folder).toSorted()).toEqual(['a.yaml', 'b.yaml', 'sources']);
  expect(readTexts(folder).yaml.get('a.yaml')).toBe('1'.repeat(20_000));
});
