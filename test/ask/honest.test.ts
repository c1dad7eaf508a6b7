import { expect, test } from 'vitest';
import { answer } from '../../commands/ask.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';
import { answersAlike, answersHonestly } from './anything.ts';

// test/long/honest.test.ts asks ten times as many.
test('a random question is answered or declined, without a sentence that is no item and no fixed wording', () =>
  answersHonestly(100));

test('the same question always gets the same answer', () => answersAlike(20));

test('megabytes of text are answered too', () => {
  expect(answer('what '.repeat(400_000), kuril(), en).outcome).toBe('not_covered');
});
