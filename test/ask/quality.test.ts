import { expect, test } from 'vitest';
import { kuril } from './kuril.ts';
import { listed, partOf, scoreOf } from './questions.ts';

const briefing = kuril();
const WANTED = 0.9;

const share = (part: 'work' | 'scored', kind: 'answerable' | 'unanswerable') => {
  const { right, of } = scoreOf(part, kind, briefing);
  return right / of;
};

test('of the questions that are only scored, nine in ten that have an answer get it, its paragraph first', () => {
  expect(share('scored', 'answerable')).toBeGreaterThanOrEqual(WANTED);
});

test('of the questions that are only scored, nine in ten that have no answer are declined', () => {
  expect(share('scored', 'unanswerable')).toBeGreaterThanOrEqual(WANTED);
});

test('the questions to work with do not fall behind', () => {
  expect(share('work', 'answerable')).toBeGreaterThanOrEqual(WANTED);
  expect(share('work', 'unanswerable')).toBeGreaterThanOrEqual(WANTED);
});

test('no question stands twice, and a third of those that may be scored have no answer', () => {
  const asked = listed().map((question) => question.ask);
  expect(new Set(asked).size).toBe(asked.length);
  const original = listed().filter((question) => question.worked === undefined);
  const unanswerable = original.filter((question) => question.paragraphs === undefined).length;
  expect(unanswerable / original.length).toBeGreaterThan(0.33);
  expect(listed().filter((question) => partOf(question) === 'scored').length).toBeGreaterThan(100);
});
