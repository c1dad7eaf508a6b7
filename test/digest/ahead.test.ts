import { setImmediate as settled } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createAhead } from '../../src/digest/delivery/ahead.ts';

test('sixteen go ahead at once, the next come eight at a time, and all come in their order', async () => {
  const ahead = createAhead();
  const entered: number[] = [];
  const leaves: (() => void)[] = [];
  for (let at = 0; at < 40; at += 1) {
    void ahead.enter().then((leave) => {
      entered.push(at);
      leaves.push(leave);
    });
  }
  await settled();
  expect(entered).toHaveLength(16);
  for (const leave of leaves.splice(0, 7)) leave();
  await settled();
  expect(entered).toHaveLength(16);
  const [leave] = leaves.splice(0, 1);
  leave?.();
  leave?.();
  await settled();
  expect(entered).toHaveLength(24);
  while (leaves.length > 0) {
    for (const next of leaves.splice(0)) next();
    await settled();
  }
  expect(entered).toEqual([...Array(40).keys()]);
});
