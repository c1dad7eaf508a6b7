import { expect, test } from 'vitest';
import { kuril } from './kuril.ts';
import { listed, partOf, scoreOf } from './questions.ts';

const briefing = kuril();
/**
 * These were worked on with an older way of answering and tell of regressions alone; how well questions are answered
 * is measured on fresh ones (`npm run bench -- ask`). Each floor is what was right when it was set.
 */
const FLOORS = {
  scored: { answerable: 0.86, unanswerable: 0.72 },
  work: { answerable: 0.77, unanswerable: 0.79 },
} as const;

test.each([
  ['scored', 'answerable'],
  ['scored', 'unanswerable'],
  ['work', 'answerable'],
  ['work', 'unanswerable'],
] as const)('of the listed questions, those %s and %s do not fall behind', (part, kind) => {
  const { right, of } = scoreOf(part, kind, briefing);
  expect(right / of).toBeGreaterThanOrEqual(FLOORS[part][kind]);
});

test('no question stands twice, and a third of those that may be scored have no answer', () => {
  const asked = listed().map((question) => question.ask);
  expect(new Set(asked).size).toBe(asked.length);
  const original = listed().filter((question) => question.worked === undefined);
  const unanswerable = original.filter((question) => question.paragraphs === undefined).length;
  expect(unanswerable / original.length).toBeGreaterThan(0.33);
  expect(listed().filter((question) => partOf(question) === 'scored').length).toBeGreaterThan(100);
});
