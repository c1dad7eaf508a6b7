import { expect, test } from 'vitest';
import { sendHostilePackets } from './hostile.run.ts';

test('a thousand hostile packets bring no crash and no answer where none is due', async () => {
  const { unhandled, answers, faults, stillAnswers, caught } = await sendHostilePackets(1_000);
  expect(unhandled).toEqual([]);
  expect(answers).toEqual([]);
  expect(faults).toEqual([]);
  expect(stillAnswers).toBe(true);
  expect(caught).toBeGreaterThan(20);
});
