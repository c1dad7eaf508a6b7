import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../commands/ask.ts';
import { citesOf } from '../../src/reply/cites.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from './kuril.ts';
import { noise } from './noise.ts';
import { listed } from './questions.ts';
import { madeUp } from './sayings.ts';

const briefing = kuril();
const LONGEST = 4_000;

test('no answer to a listed question has a sentence that is no item and no fixed wording', () => {
  const found = listed().flatMap(({ ask }) =>
    madeUp(answer(ask, briefing, en), briefing, ask).map((text) => [ask, text]),
  );
  expect(found).toEqual([]);
});

const words = fc.array(
  fc.constantFrom(...noise(7, LONGEST).split(/\s+/), ...listed().flatMap(({ ask }) => ask.split(' '))),
  { maxLength: 14 },
);
const anything = fc.oneof(
  words.map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.nat(99_999).map((seed) => noise(seed, 300)),
);

test('no answer to 300 random questions has one either, and each is answered or declined', () => {
  fc.assert(
    fc.property(anything, (question) => {
      const reply = answer(question, briefing, en);
      expect(madeUp(reply, briefing, question)).toEqual([]);
      expect(['answered', 'not_covered']).toContain(reply.outcome);
      if (reply.outcome === 'answered') expect(citesOf(reply).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('the same question always gets the same answer', () => {
  fc.assert(
    fc.property(anything, (question) => {
      expect(answer(question, kuril(), en)).toEqual(answer(question, briefing, en));
    }),
    { numRuns: 20 },
  );
});

test('what is quoted as direct speech stands in the briefing as direct speech, letter by letter', () => {
  const direct = new Set(briefing.statements.filter((one) => one.mode === 'direct').map((one) => one.text));
  for (const { ask } of listed()) {
    for (const block of answer(ask, briefing, en).blocks)
      if (block.kind === 'quotation') expect(direct).toContain(block.words);
  }
});

test('an answer offers at most five things to press', () => {
  for (const { ask } of listed()) {
    for (const block of answer(ask, briefing, en).blocks)
      if (block.kind === 'buttons') expect(block.buttons.length).toBeLessThanOrEqual(5);
  }
});

test('megabytes of text are answered too', () => {
  expect(answer('what '.repeat(400_000), briefing, en).outcome).toBe('not_covered');
});
