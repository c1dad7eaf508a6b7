import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/ports/turns.ts';

/** Who began, in the order in which they did; all want it at once, in the order given. */
async function order(turns: Turns, wanted: readonly string[]): Promise<string[]> {
  const begun: string[] = [];
  await Promise.all(wanted.map((who) => turns.next(who).then(() => begun.push(who))));
  return begun;
}

describe('turns', () => {
  it('come to somebody who asks now and then before the queue of whoever asks without end', async () => {
    const crowd = Array.from({ length: 400 }, (_, at) => `hostile ${at % 50}`);
    const begun = await order(new Turns(() => 0), [...crowd, 'calm']);
    // One of each has come before; of the second of anybody, at most what had begun by then.
    expect(begun.indexOf('calm')).toBeLessThan(60);
  });

  it('come to everybody, and to each in the order of asking', async () => {
    const people = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(people, async (wanted) => {
        const turns = new Turns(() => 0);
        const begun: { who: string; at: number }[] = [];
        await Promise.all(wanted.map((who, at) => turns.next(who).then(() => begun.push({ who, at }))));
        expect(begun).toHaveLength(wanted.length);
        for (const theirs of Map.groupBy(begun, ({ who }) => who).values())
          expect(theirs.map(({ at }) => at)).toEqual(theirs.map(({ at }) => at).toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it('of somebody who had many come as soon as those of others after a while', async () => {
    const clock = { now: 0 };
    const turns = new Turns(() => clock.now);
    await order(
      turns,
      Array.from({ length: 50 }, () => 'busy'),
    );
    clock.now = 60_000;
    expect(await order(turns, ['calm', 'busy', 'busy', 'other'])).toEqual(['calm', 'busy', 'other', 'busy']);
  });
});
