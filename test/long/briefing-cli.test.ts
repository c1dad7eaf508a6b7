import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HARBOUR, HARBOUR_ARTICLE } from '../briefing/copy.ts';

const top = join(import.meta.dirname, '../..');

test('check says in a line what was proven, with and without the article', () => {
  const place = projectWithHarbour();
  const without = place.run('check');
  expect(without).toMatchObject({ status: 0, stderr: '' });
  expect(without.stdout).toMatch(
    /^harbour: 2 quotations proven word for word against the source's fingerprint; .*\.\nkuril: 4 quotations .*\.\n$/,
  );
  const withArticle = place.run('check', '--source', 'article.txt');
  expect(withArticle).toMatchObject({ status: 0, stderr: '' });
  expect(withArticle.stdout).toMatch(
    /^harbour: 2 quotations proven letter by letter against the source file; .*\.\nkuril: 4 quotations proven word for word/,
  );
});

test('check prints one line per fault and exits with 1', () => {
  const place = projectWithHarbour();
  const file = join(place.folder, 'briefings/harbour/statements.yaml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('long enough', 'lung enough').replace('[berg]', '[borg]'),
  );
  const { status, stdout, stderr } = place.run('check');
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^briefings\/harbour\/statements\.yaml:4: 'We have waited lung enough/),
    "briefings/harbour/statements.yaml:16: no person, organisation or side has the id 'borg'; did you mean 'berg'?",
    expect.stringMatching(/^kuril: /),
    '',
  ]);
});

test('check refuses an article of no briefing, a missing file and a wrong option in a sentence', () => {
  const place = projectWithHarbour();
  writeFileSync(join(place.folder, 'other.txt'), 'Another text.\n');
  for (const args of [
    ['--source', 'other.txt'],
    ['--source', 'nothing.txt'],
    ['--sauce', 'x'],
  ]) {
    const { status, stdout, stderr } = place.run('check', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^[A-Z][^\n]+\n$/);
  }
});

test('source add writes the same file again from the same article', () => {
  const place = projectWithHarbour();
  const file = join(place.folder, 'briefings/harbour/sources/report.json');
  const before = readFileSync(file, 'utf8');
  rmSync(file);
  const { status, stdout } = place.run('source', 'add', 'harbour', 'report', 'article.txt');
  expect([status, stdout]).toEqual([0, 'report: 7 paragraphs.\n']);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('source add refuses a folder that is not there, and one outside', () => {
  const place = projectWithHarbour();
  for (const name of ['nowhere', '../harbour', '..']) {
    expect(place.run('source', 'add', name, 'report', 'article.txt')).toMatchObject({
      status: 1,
      stdout: '',
    });
  }
});

/** A copy of the project's briefings, with a second one beside Kuril's. */
function projectWithHarbour() {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(top, 'briefings'), join(folder, 'briefings'), { recursive: true });
  cpSync(HARBOUR, join(folder, 'briefings/harbour'), { recursive: true });
  cpSync(join(top, 'src'), join(folder, 'src'), { recursive: true });
  cpSync(join(top, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'article.txt'), HARBOUR_ARTICLE);
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  return { folder, run };
}
