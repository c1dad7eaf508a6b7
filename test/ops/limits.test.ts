import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimits } from '../../src/ops/limits.ts';
import { knownPerson } from '../../src/ports/bot.ts';
import { LIMITS, type Limited, type Tally } from '../../src/ports/limits.ts';
import { StoreDown } from '../../src/ports/store.ts';
import { en } from '../../src/show/messages/en.ts';

const WHAT = Object.keys(LIMITS) as Limited[];

function asking(person: string, channel = 'C1') {
  return {
    person: knownPerson(person, { rank: 'member', room: 'public' }),
    place: { platform: 'slack', workspace: 'T1', channel, kind: 'channel' },
  } as const;
}

/** Counts by a clock that the test sets, as the store does. */
function tally(clock: { now: number }): Tally {
  const kept = new Map<string, { count: number; until: number }>();
  return {
    async count(key, spanMs, more) {
      const found = kept.get(key);
      const entry =
        found !== undefined && found.until > clock.now ? found : { count: 0, until: clock.now + spanMs };
      entry.count = Math.max(0, entry.count + more);
      kept.set(key, entry);
      return { count: entry.count, leftMs: entry.until - clock.now };
    },
  };
}

describe('the limits', () => {
  it('hold for each person and each channel in every span, however many replicas are asked', async () => {
    const tries = fc.array(
      fc.record({
        what: fc.constantFrom(...WHAT),
        who: fc.constantFrom('U1', 'U2', 'U3'),
        where: fc.constantFrom('C1', 'C2'),
        replica: fc.nat(1),
        waitMs: fc.constantFrom(0, 0, 0, 0, 1_000, 61_000),
        times: fc.integer({ min: 1, max: 40 }),
      }),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(tries, async (all) => {
        const clock = { now: 1_000_000 };
        const shared = tally(clock);
        const replicas = [0, 1].map(() => createLimits({ shared, now: () => clock.now }));
        const done: { what: Limited; who: string; where: string; at: number }[] = [];
        for (const { what, who, where, replica, waitMs, times } of all) {
          clock.now += waitMs;
          for (let at = 0; at < times; at += 1) {
            const taken = await replicas[replica]!.take(what, asking(who, where));
            if (taken.kind === 'within') done.push({ what, who, where, at: clock.now });
            else expect(taken.leftMs).toBeGreaterThan(0);
          }
        }
        for (const what of WHAT) {
          for (const limit of LIMITS[what]) {
            // Reading counts in each replica by itself.
            const most = what === 'ask' ? 2 * limit.most : limit.most;
            const some = done.filter((one) => one.what === what);
            for (const theirs of Map.groupBy(
              some,
              (one) => one[limit.whose === 'person' ? 'who' : 'where'],
            ).values())
              expect(
                mostWithin(
                  theirs.map(({ at }) => at),
                  limit.inMs,
                ),
              ).toBeLessThanOrEqual(most);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave the others of a channel alone until the channel itself has had enough', async () => {
    const clock = { now: 0 };
    const limits = createLimits({ shared: tally(clock), now: () => clock.now });
    for (let at = 0; at < 500; at += 1) await limits.take('show', asking('U1'));
    expect((await limits.take('show', asking('U2'))).kind).toBe('within');
    expect((await limits.take('ask', asking('U1'))).kind).toBe('within');
  });

  it('say that they are reached, that it was said, and in the end nothing more', async () => {
    const limits = createLimits({ shared: tally({ now: 0 }), now: () => 0 });
    const [{ most }] = LIMITS.ask;
    for (let at = 0; at < most; at += 1) await limits.take('ask', asking('U1'));
    expect(await limits.take('ask', asking('U1'))).toMatchObject({ kind: 'reached', again: false });
    expect(await limits.take('ask', asking('U1'))).toMatchObject({ kind: 'reached', again: true });
    expect(limits.ignores(asking('U1'))).toBe(false);
    for (let at = 0; at < 20; at += 1) await limits.take('ask', asking('U1'));
    expect(limits.ignores(asking('U1'))).toBe(true);
    expect(limits.ignores(asking('U2'))).toBe(false);
  });

  it('do not count what came to nothing', async () => {
    const limits = createLimits({ shared: tally({ now: 0 }), now: () => 0 });
    for (let at = 0; at < 50; at += 1) {
      const taken = await limits.take('digest now', asking('U1'));
      expect(taken.kind).toBe('within');
      if (taken.kind === 'within') await taken.giveBack();
    }
  });

  it('are kept by each process while the store is down', async () => {
    const count = async () => {
      throw new StoreDown('It does not answer.', 'Start it.');
    };
    const limits = createLimits({ shared: { count }, now: () => 0 });
    const taken = [];
    for (let at = 0; at < 10; at += 1) taken.push((await limits.take('change', asking('U1'))).kind);
    expect(taken.filter((kind) => kind === 'within')).toHaveLength(LIMITS.change[0].most);
  });

  it('are told in one sentence each, with the time when it goes on', () => {
    for (const what of WHAT) {
      for (const limit of LIMITS[what]) {
        const sentence = en.limits.reached(what, { ...limit, leftMs: 120_000 });
        expect(sentence).toMatch(/^[A-Z][^.!?]*2 minutes[^.!?]*\.$/u);
      }
    }
  });
});

/** Spans begin with the first that is counted: the most that any of them holds. */
function mostWithin(instants: readonly number[], spanMs: number): number {
  let most = 0;
  let from = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const at of instants) {
    if (at >= from + spanMs) [from, count] = [at, 0];
    count += 1;
    most = Math.max(most, count);
  }
  return most;
}
