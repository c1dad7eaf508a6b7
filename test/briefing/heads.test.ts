import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import { readTexts } from '../../src/briefing/files.ts';
import { updateSource } from '../../src/briefing/update.ts';
import { writeFolder } from '../../src/briefing/write.ts';
import { DAYS } from '../story/kit.ts';

/** Day one of the story, its headline another in the article and in sources.yaml. */
function withHeadline(inArticle: string, told: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'heads-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(DAYS[0]!, folder, { recursive: true });
  const article = readTexts(folder).articles.get('day1') ?? '';
  const updated = updateSource(readTexts(folder), 'day1', `${inArticle}\n\n${article}`);
  if (updated.kind === 'refused') throw new Error(updated.why);
  writeFolder(folder, updated.files);
  const file = join(folder, 'sources.yaml');
  const yaml = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    yaml.replace(/^( *headline: ).*$/mu, (_, key) => `${key}${JSON.stringify(told)}`),
  );
  const result = check(readTexts(folder));
  return result.kind === 'faults' ? result.faults.map(({ found }) => found) : [];
}

test.each([
  '‘Not ready’: council delays the well ruling',
  'Council delays ruling as judge says it is “not ready yet”',
  '"We waited", say families',
])('the headline %s stands where the article has it', (headline) => {
  expect(withHeadline(headline, headline).filter((found) => found.startsWith('the headline'))).toEqual([]);
});

test('a headline with another word in its quotation does not', () => {
  const found = withHeadline(
    '‘Not ready’: council delays the ruling',
    '‘All ready’: council delays the ruling',
  );
  expect(found.some((one) => one.startsWith('the headline'))).toBe(true);
});
