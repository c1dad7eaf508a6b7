import { test } from 'vitest';
import { answersAlike, answersHonestly } from '../ask/anything.ts';

test('of thousands of random questions, each is answered or declined, and nothing is made up', () =>
  answersHonestly(3_000));

test('whatever was asked before, the same question gets the same answer', () => answersAlike(500));
