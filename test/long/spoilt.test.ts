import { describe, expect, test } from 'vitest';
import { KURIL } from '../briefing/copy.ts';
import { spoil, type Tallies } from '../briefing/spoilt.ts';

describe('a briefing of which every item is spoilt in one way at a time', () => {
  const { faults, marks } = spoil(KURIL);

  test('has a fault for each changed quotation, speaker, number, name and paragraph', () => {
    expect(missed(faults, 1)).toEqual({});
  });

  test('has a mark for nine in ten negations, hedges and degrees, and for six in ten swapped names', () => {
    const { 'two names swapped': names, ...others } = marks;
    expect(Object.keys(others)).toHaveLength(4);
    expect(missed(others, 0.9)).toEqual({});
    expect(missed({ names: names! }, 0.6)).toEqual({});
  });
});

/** What was missed of the kinds of which too little was caught. */
function missed(tallies: Tallies, least: number): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(tallies)
      .filter(([, { caught, of }]) => caught < of * least)
      .map(([kind, tally]) => [kind, tally.missed]),
  );
}
