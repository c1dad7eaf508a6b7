import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stemsOf } from '../../src/words/data/make-stems.ts';
import { isEnglish, isEveryday, relatedTo } from '../../src/words/english.ts';

const data = (name: string) =>
  readFileSync(new URL(`../../src/words/data/en/${name}`, import.meta.url), 'utf8');

test('the stems that are kept are those of the words that mean the same', () => {
  expect(data('related-stems.txt')).toBe(stemsOf(data('related.txt')));
});

test('each stem that is kept is found, with what its line says, and no other', () => {
  const lines = data('related-stems.txt').trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(5_000);
  for (const line of lines) {
    const [stem = '', same = '', wider = ''] = line.split(/[=<]/u);
    const found = relatedTo(stem);
    expect(`${stem}=${found.same.join(' ')}<${found.wider.join(' ')}`).toBe(`${stem}=${same}<${wider}`);
  }
  for (const none of ['', 'a', 'zzzz', 'deal=', '\n', '='])
    expect(relatedTo(none)).toEqual({ same: [], wider: [] });
});

test('a word is English, or everybody’s, by the lists', () => {
  expect([isEnglish('cost'), isEnglish('coast'), isEnglish('qwzx')]).toEqual([true, true, false]);
  expect([isEveryday('cost'), isEveryday('archipelago')]).toEqual([true, false]);
});
