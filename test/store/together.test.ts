import { expect, test } from 'vitest';
import { StoreDown } from '../../src/ports/store.ts';
import { together } from '../../src/store/together.ts';

test('what is asked at the same time is one question, but never the same thing twice in one', async () => {
  const groups: string[][] = [];
  const ask = together<string, string>(
    (asked) => asked,
    async (group) => {
      groups.push([...group]);
      return new Map(group.map((one) => [one, one.toUpperCase()]));
    },
  );
  expect(await Promise.all(['a', 'b', 'a'].map(ask))).toEqual(['A', 'B', 'A']);
  expect(groups).toEqual([['a', 'b'], ['a']]);
  expect(await ask('c')).toBe('C');
});

test('one that cannot be written is in nobody else’s way, and a store that is down is so for all', async () => {
  let down = false;
  const groups: number[] = [];
  const write = together<string, true>(
    (asked) => asked,
    async (group) => {
      groups.push(group.length);
      if (down) throw new StoreDown('away', 'wait');
      if (group.includes('broken')) throw new TypeError('broken');
      return new Map(group.map((one) => [one, true]));
    },
  );
  const kindsOf = async (asked: string[]) =>
    (await Promise.allSettled(asked.map(write))).map((one) => one.status);
  expect(await kindsOf(['a', 'broken', 'b'])).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(groups).toEqual([3, 1, 1, 1]);
  down = true;
  expect(await kindsOf(['a', 'b'])).toEqual(['rejected', 'rejected']);
  expect(groups).toEqual([3, 1, 1, 1, 2]);
});
