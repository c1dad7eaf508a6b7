import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { answer } from '../../commands/ask.ts';
import { ask } from '../../src/ask/ask.ts';
import { type Decision, entryOf, type Item } from '../../src/ask/decision.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';
import { runs } from '../kit/runs.ts';
import { ferry } from './ferry.ts';

const briefing = ferry();
const idOf = (item: Item) => entryOf(item).id;
const firstOf = (decision: Decision) =>
  decision.kind === 'answer' ? idOf(decision.items[0]) : decision.kind;
const isUnmarked = (decision: Decision) => decision.kind === 'answer' && decision.verdict === undefined;

describe('what the source does not have never passes as its answer', () => {
  it.each([
    ['an event that did not happen', 'When did the union sue Sound Ferries in Westby?'],
    ['a stance that nobody took', 'Why did Northline apologise to the crews?'],
    ['another doer', 'How much did the strike cost Northline?'],
    ['all for some', 'So all captains support the strike?'],
    ['a promise for a refusal', 'Did Okafor promise the crews a bonus?'],
    ['what was called off', 'Will Northline buy two ships from Sound Ferries?'],
    ['a superlative', 'Was it the longest strike in the history of Sound Ferries?'],
    ['doer and done to exchanged', 'Did Sound Ferries call off the purchase of two ships from Northline?'],
    ['a number that belongs to something else', 'How many ships did the strike strand?'],
  ])('%s: %s', (_, question) => {
    expect(isUnmarked(ask(question, briefing))).toBe(false);
  });

  test('the words that are missing are named as they were typed', () => {
    const reply = answer('Which judge settled the dispute in Westby?', briefing, en);
    expect(reply.verdict).toBe('partly');
    expect(JSON.stringify(reply.blocks[0])).toContain('‘judge’');
  });

  test('a question of yes or no is never answered without a word on whether it is so', () => {
    const verbs = ['did', 'has', 'is it true that', 'was', 'will'];
    const words = briefing.claims.flatMap(({ item }) => item.text.match(/[\p{L}\d]+/gu) ?? []);
    fc.assert(
      fc.property(
        fc.constantFrom(...verbs),
        fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 9 }),
        (verb, rest) => {
          expect(isUnmarked(ask(`${verb} ${rest.join(' ')}?`, briefing))).toBe(false);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test('of somebody whom the source does not name, it says so', () => {
    const reply = answer('Who is the deckhand?', briefing, en);
    expect(reply.verdict).toBe('partly');
    expect(JSON.stringify(reply.blocks[0])).toContain(en.verdict.unnamed);
  });
});

test('a plain answer stays without a mark', () => {
  for (const question of [
    'What did the strike cost Sound Ferries?',
    'How many passengers did the strike strand?',
  ])
    expect(isUnmarked(ask(question, briefing)), question).toBe(true);
});

describe('how a thing stands now', () => {
  it.each(['Is Northline still buying the ships?', 'Has the purchase of the ships been called off?'])(
    'is told from what holds now: %s',
    (question) => {
      expect(firstOf(ask(question, briefing))).toBe('sale-off');
    },
  );

  test('is told by the whole story where nothing is named', () => {
    expect(ask('is it going ahead?', briefing).kind).toBe('overview');
  });
});

test('somebody is known by his post', () => {
  expect(firstOf(ask('What did the transport minister say about a mediator?', briefing))).toBe('may-talks');
});

test('an amount answers how much of it there is, and a time in other units not how many years', () => {
  expect(firstOf(ask('By how much were wages raised?', briefing))).toBe('settlement');
  expect(ask('How many years do the deckhands work?', briefing).kind).toBe('decline');
});

test('an answer that is marked offers what else comes near', () => {
  const reply = answer('Did Abe and Putin sign a peace treaty?', kuril(), en);
  expect(reply.verdict).toBe('partly');
  expect(reply.nearest?.length).toBeGreaterThan(0);
});
