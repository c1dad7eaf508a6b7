import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/ports/turns.ts';

/** Who began, in the order in which they did; all want it at once, in the order given. */
async function order(turns: Turns, wanted: readonly string[]): Promise<string[]> {
  const begun: string[] = [];
  await Promise.all(
    wanted.map((who) =>
      turns
        .of(who)
        .patiently()
        .then(() => begun.push(who)),
    ),
  );
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
        await Promise.all(
          wanted.map((who, at) =>
            turns
              .of(who)
              .patiently()
              .then(() => begun.push({ who, at })),
          ),
        );
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

  it('come to a thousand acknowledgements before the work on any of them, each in its own time', async () => {
    const turns = new Turns(() => 0);
    const begun: string[] = [];
    const all = Array.from({ length: 1_000 }, (_, at) => turns.of(`somebody ${at}`));
    await Promise.all(
      all.map(async (turn, at) => {
        await turn.urgently();
        begun.push('acknowledged');
        // A request to the platform takes its time.
        await new Promise((resolve) => setTimeout(resolve, 1 + (at % 3)));
        await turn.patiently();
        begun.push('worked on');
      }),
    );
    const lastOfAll = begun.lastIndexOf('acknowledged');
    expect(begun.slice(0, lastOfAll).filter((one) => one === 'worked on').length).toBeLessThan(500);
  });

  it('come to the work of somebody calm before the acknowledgements of whoever asks without end', async () => {
    const turns = new Turns(() => 0);
    const begun: string[] = [];
    const crowd = Array.from({ length: 400 }, (_, at) => turns.of(`hostile ${at % 50}`));
    const calm = turns.of('calm');
    await Promise.all([
      ...crowd.map((turn) => turn.urgently().then(() => begun.push('hostile'))),
      calm.patiently().then(() => begun.push('calm')),
    ]);
    expect(begun.indexOf('calm')).toBeLessThan(200);
  });

  it('come to somebody calm before what a crowd has left waiting for long', async () => {
    const clock = { now: 0 };
    const turns = new Turns(() => clock.now);
    const begun: string[] = [];
    const crowd = Array.from({ length: 2_000 }, (_, at) => turns.of(`hostile ${at % 50}`));
    const waiting = crowd.map((turn) => turn.patiently().then(() => begun.push('hostile')));
    // Nothing of it has begun, and half a minute has passed.
    clock.now = 29_000;
    await Promise.all([
      ...waiting,
      turns
        .of('calm')
        .patiently()
        .then(() => begun.push('calm')),
    ]);
    expect(begun.indexOf('calm')).toBeLessThan(60);
  });
});
