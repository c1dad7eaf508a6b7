/** Whatever may be asked, at random: words of questions and of rubbish, any letters, any noise. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { answer } from '../../commands/ask.ts';
import { citesOf } from '../../src/reply/cites.ts';
import { en } from '../../src/show/messages/en.ts';
import { freshKuril, kuril } from '../kit/kuril.ts';
import { noise } from './noise.ts';
import { listed } from './questions.ts';
import { madeUp } from './sayings.ts';

const LONGEST = 4_000;

const words = fc.array(
  fc.constantFrom(...noise(7, LONGEST).split(/\s+/), ...listed().flatMap(({ ask }) => ask.split(' '))),
  { maxLength: 14 },
);
const anything = fc.oneof(
  words.map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.nat(99_999).map((seed) => noise(seed, 300)),
);

/** Each is answered with its paragraphs or declined, and no sentence of an answer is made up. */
export function answersHonestly(numRuns: number): void {
  const briefing = kuril();
  fc.assert(
    fc.property(anything, (question) => {
      const reply = answer(question, briefing, en);
      expect(madeUp(reply, briefing, question)).toEqual([]);
      expect(['answered', 'not_covered']).toContain(reply.outcome);
      if (reply.outcome === 'answered') expect(citesOf(reply).length).toBeGreaterThan(0);
    }),
    { numRuns },
  );
}

/** Whatever was asked before, and of whichever copy of the briefing. */
export function answersAlike(numRuns: number): void {
  const [one, other] = [kuril(), freshKuril()];
  fc.assert(
    fc.property(anything, anything, (before, question) => {
      answer(before, other, en);
      expect(answer(question, one, en)).toEqual(answer(question, other, en));
    }),
    { numRuns },
  );
}
