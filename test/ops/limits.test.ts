import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimits } from '../../src/ops/limits.ts';
import { knownPerson } from '../../src/ports/bot.ts';
import { LIMITS, type Limited, type Limits, SILENT_LIMITS, type Tally } from '../../src/ports/limits.ts';
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
function tally(clock: { now: number }): Tally & { asked: number } {
  const kept = new Map<string, { count: number; until: number }>();
  return {
    asked: 0,
    async count(key, spanMs) {
      this.asked += 1;
      const found = kept.get(key);
      const entry =
        found !== undefined && found.until > clock.now ? found : { count: 0, until: clock.now + spanMs };
      entry.count += 1;
      kept.set(key, entry);
      return { count: entry.count, leftMs: entry.until - clock.now, until: entry.until };
    },
    async takeBack(key, until) {
      const found = kept.get(key);
      if (found?.until === until) found.count -= 1;
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
        const late: (() => Promise<void>)[] = [];
        const done: { what: Limited; who: string; where: string; at: number; counts: boolean }[] = [];
        for (const { what, who, where, replica, waitMs, times } of all) {
          clock.now += waitMs;
          if (waitMs > 60_000) for (const giveBack of late.splice(0)) await giveBack();
          for (let at = 0; at < times; at += 1) {
            const taken = await replicas[replica]!.take(what, asking(who, where));
            if (taken.kind === 'within') {
              const one = { what, who, where, at: clock.now, counts: true };
              done.push(one);
              // What came to nothing in the end, perhaps long after, leaves room for no more than itself.
              if (at % 5 === 4)
                late.push(async () => {
                  await taken.giveBack();
                  one.counts = false;
                });
            } else expect(taken.leftMs).toBeGreaterThan(0);
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
              expect(mostWithin(theirs, limit.inMs)).toBeLessThanOrEqual(most);
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
  });

  it('leave alone whoever goes on and on, from what comes on, not from what was answered by then', () => {
    const clock = { now: 0 };
    const limits = createLimits({ shared: tally(clock), now: () => clock.now });
    const heard = () => Array.from({ length: 500 }, () => limits.ignores(asking('U1'))).filter((no) => !no);
    // All that there is to answer, and twice that it was too much.
    expect(heard()).toHaveLength(LIMITS.ask[0].most + 2);
    expect(limits.ignores(asking('U2'))).toBe(false);
    clock.now = LIMITS.ask[1].inMs;
    expect(heard()).toHaveLength(LIMITS.ask[0].most + 2);
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
    const limits = createLimits({ shared: { count, takeBack: count }, now: () => 0 });
    const taken = [];
    for (let at = 0; at < 10; at += 1) taken.push((await limits.take('change', asking('U1'))).kind);
    expect(taken.filter((kind) => kind === 'within')).toHaveLength(LIMITS.change[0].most);
  });

  it('ask the store no more for what it said to be over, and use up nothing else by it', async () => {
    const clock = { now: 0 };
    const shared = tally(clock);
    const [here, there] = [0, 1].map(() => createLimits({ shared, now: () => clock.now })) as [
      Limits,
      Limits,
    ];
    for (let at = 0; at < 30; at += 1) await here.take('show', asking(`U${at}`));
    expect((await there.take('show', asking('calm'))).kind).toBe('reached');
    const before = shared.asked;
    for (let at = 0; at < 500; at += 1) await there.take('show', asking(`U${at % 50}`));
    expect(shared.asked).toBe(before);
    // The channel had enough, not this person: elsewhere all that they may show is left.
    for (let at = 0; at < LIMITS.show[0].most; at += 1)
      expect((await there.take('show', asking('calm', 'C2'))).kind).toBe('within');
  });

  it('let a channel be told once a minute that somebody asks too much, by all replicas together', async () => {
    const clock = { now: 0 };
    const shared = tally(clock);
    const replicas = [0, 1, 2].map(() => createLimits({ shared, now: () => clock.now }));
    const told = async () => {
      const all = replicas.flatMap((one) => ['U1', 'U2'].map((who) => one.tells(asking(who))));
      return (await Promise.all(all)).filter(Boolean).length;
    };
    expect([await told(), await told()]).toEqual([1, 0]);
    clock.now = 60_000;
    expect(await told()).toBe(1);
  });

  it('complete words as fast as anybody types, and no faster', async () => {
    const clock = { now: 0 };
    const limits = createLimits({ shared: tally(clock), now: () => clock.now });
    const offered = () => Array.from({ length: 1_000 }, () => limits.completes(asking('U1'))).filter(Boolean);
    expect(offered()).toHaveLength(SILENT_LIMITS.completion[0].most);
    expect(limits.completes(asking('U2'))).toBe(true);
    clock.now = SILENT_LIMITS.completion[0].inMs;
    expect(offered()).toHaveLength(SILENT_LIMITS.completion[0].most);
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
function mostWithin(
  all: readonly { readonly at: number; readonly counts: boolean }[],
  spanMs: number,
): number {
  let most = 0;
  let from = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const { at, counts } of all) {
    if (at >= from + spanMs) [from, count] = [at, 0];
    if (counts) count += 1;
    most = Math.max(most, count);
  }
  return most;
}
