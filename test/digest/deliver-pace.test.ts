/** The pace below a platform's limit, against a platform that counts when requests arrive. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countingRequests } from '../../src/digest/delivery/deliver-pace.ts';

const LIMIT = 50;

test('where every request takes 150 ms there and back, 48 a second go at least, and never more than 50 arrive in any', () => {
  const arrived = arrivals(20_000, () => ({ there: 75, back: 75 }));
  expect(rateOf(arrived)).toBeGreaterThan(48);
  expect(mostInASecond(arrived)).toBeLessThanOrEqual(LIMIT);
});

test('with answers that take from 20 to 60 ms, 95 in 100 of the limit go', () => {
  const ways = [...Array(30).keys()].map((at) => ({ there: 10 + ((at * 7) % 30), back: 10 + (at % 10) }));
  let at = 0;
  const arrived = arrivals(20_000, () => ways[at++ % ways.length]!);
  expect(rateOf(arrived)).toBeGreaterThan(LIMIT * 0.95);
  expect(mostInASecond(arrived)).toBeLessThanOrEqual(LIMIT);
});

test('where every timer is late by 1 to 40 ms, as on a busy machine, 95 in 100 of the limit go all the same', () => {
  let at = 0;
  const arrived = arrivals(
    20_000,
    () => ({ there: 2, back: 2 }),
    () => 1 + ((at++ * 17) % 40),
  );
  expect(rateOf(arrived)).toBeGreaterThan(LIMIT * 0.95);
  expect(mostInASecond(arrived)).toBeLessThanOrEqual(LIMIT);
});

test('however the ways there and back vary, never more than 50 arrive in any second', () => {
  const way = fc.record({ there: fc.integer({ min: 1, max: 400 }), back: fc.integer({ min: 1, max: 400 }) });
  fc.assert(
    fc.property(
      fc.array(way, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 20 }),
      (ways, least, lates) => {
        let [at, timer] = [0, 0];
        // A way has a least length, which some request of the first second meets.
        const taken = [{ there: least, back: least }, ...ways.map((one) => longer(one, least))];
        const late = () => lates[timer++ % lates.length]!;
        const arrived = arrivals(8_000, () => taken[at++ % taken.length]!, late);
        expect(mostInASecond(arrived)).toBeLessThanOrEqual(LIMIT);
      },
    ),
  );
});

type Way = { readonly there: number; readonly back: number };

function longer({ there, back }: Way, least: number): Way {
  return { there: there + least, back: back + least };
}

/** When requests arrive at a platform that are sent as fast as the pace lets them, for so long, by timers that are late; in ms. */
function arrivals(forMs: number, wayOf: () => Way, lateBy: () => number = () => 0): number[] {
  const counted = countingRequests();
  const answers: { readonly at: number; readonly tell: (at: number) => void }[] = [];
  const arrived: number[] = [];
  for (let now = 0; now < forMs; ) {
    for (const answer of answers.filter(({ at }) => at <= now)) {
      answer.tell(answer.at);
      answers.splice(answers.indexOf(answer), 1);
    }
    const ms = counted.missing(now, LIMIT);
    if (ms > 0) {
      now += ms + lateBy();
      continue;
    }
    const { there, back } = wayOf();
    answers.push({ at: now + there + back, tell: counted.begin(now, LIMIT) });
    arrived.push(now + there);
  }
  return arrived.sort((one, other) => one - other);
}

function mostInASecond(arrived: readonly number[]): number {
  return Math.max(...arrived.map((from, at) => arrived.slice(at).findIndex((to) => to - from >= 1_000)));
}

/** Once it is under way. */
function rateOf(arrived: readonly number[]): number {
  const later = arrived.filter((at) => at >= 2_000);
  return ((later.length - 1) * 1_000) / (later.at(-1)! - later[0]!);
}
