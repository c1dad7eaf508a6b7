import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '../../src/reply/pages.ts';
import { beginning, splitString } from '../../src/reply/split.ts';
import { anyText } from './replies.ts';

const units = (text: string) => text.length;

describe('a long text in pieces', () => {
  test('loses nothing and keeps within its measure', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 300 }), (text, most) => {
        const pieces = splitString(text, most, units);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('is cut between sentences, else between words, where it can be', () => {
    expect(splitString('One thing. Another thing.', 16, units)).toEqual(['One thing. ', 'Another thing.']);
    expect(splitString('one two three four', 9, units)).toEqual(['one two ', 'three ', 'four']);
  });

  test('is never cut within a character, whether a family or an accent', () => {
    const family = '👨‍👩‍👧‍👦';
    for (const piece of splitString(family.repeat(20), 40, units)) {
      expect(piece.replaceAll(family, '')).toBe('');
    }
    expect(splitString('e\u0301'.repeat(10), 5, units)).toEqual(Array(5).fill('e\u0301'.repeat(2)));
    expect(beginning(`ab${family}`, 5)).toBe('ab');
  });

  test('that is one endless character is cut between its parts rather than not at all', () => {
    const endless = `a${'\u0301'.repeat(100)}`;
    const pieces = splitString(endless, 30, units);
    expect(pieces.join('')).toBe(endless);
    expect(Math.max(...pieces.map(units))).toBeLessThanOrEqual(30);
  });
});

describe('pages', () => {
  const piece = (name: string, cost: number, leads = false) => ({ name, cost: [cost], leads });
  const names = (pages: { name: string }[][]) => pages.map((page) => page.map(({ name }) => name).join(''));

  test('hold as much as fits, in order', () => {
    const pieces = [piece('a', 4), piece('b', 6), piece('c', 1), piece('d', 10), piece('e', 1)];
    expect(names(pack(pieces, [10]))).toEqual(['ab', 'c', 'd', 'e']);
  });

  test('never end on a heading that leads what is on the next', () => {
    const pieces = [piece('a', 8), piece('H', 1, true), piece('b', 5)];
    expect(names(pack(pieces, [10]))).toEqual(['a', 'Hb']);
  });
});
