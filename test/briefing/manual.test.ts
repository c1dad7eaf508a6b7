import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manual } from '../../src/briefing/manual.ts';

test('the manual of a briefing’s files is the schema’s: npm run -s manual > docs/briefing.md', () => {
  expect(readFileSync('docs/briefing.md', 'utf8')).toBe(manual());
});

test('tells of each field what it is for', () => {
  const bare = manual()
    .split('\n')
    .filter((line) => /^ *- \*\*\w+\*\* \([^)]*\)\.$/u.test(line));
  expect(bare.map((line) => line.trim())).toEqual([]);
});
