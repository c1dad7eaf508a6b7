import { expect, test } from 'vitest';
import { findsAllOf, SURNAMES } from './surnames.ts';

test('at least 200 surnames that are also English words are tried', () => {
  expect(SURNAMES.length).toBeGreaterThanOrEqual(200);
});

// The others, and whoever bears one in a whole briefing, are in test/long.
test.each(SURNAMES.filter((_, at) => at % 6 === 0))('of somebody called %s, everything is found', findsAllOf);
