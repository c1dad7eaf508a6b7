import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween, isMistyped } from '../../src/text/edits.ts';

describe('typing errors', () => {
  it.each([
    ['newsham', 'newsham', 0],
    ['newshm', 'newsham', 1],
    ['newhsam', 'newsham', 1],
    ['poeple', 'people', 1],
    ['kremlin', 'gremlins', 2],
    ['abe', 'putin', 3],
  ])('from %s to %s are %i', (typed, meant, edits) => {
    expect(editsBetween(typed, meant, 2)).toBe(edits);
  });

  it('are counted as the plain definition counts them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (a, b, atMost) => {
        expect(editsBetween(a, b, atMost)).toBe(Math.min(plainly(a, b), atMost + 1));
      }),
      { numRuns: 1000 },
    );
  });

  it('make another word of a short one', () => {
    expect(isMistyped('abo', 'abe')).toBe(false);
    expect(isMistyped('putim', 'putin')).toBe(true);
  });
});

/** The optimal string alignment distance, by its definition. */
function plainly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)];
  const edits = [
    plainly(shortA, b) + 1,
    plainly(a, shortB) + 1,
    plainly(shortA, shortB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(...edits, ...(swapped ? [plainly(a.slice(0, -2), b.slice(0, -2)) + 1] : []));
}
