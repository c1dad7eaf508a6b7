/** What a question takes for granted, held against drafts of articles that nobody edited. */
import { expect, test } from 'vitest';
import { answer } from '../../commands/ask.ts';
import { ask } from '../../src/ask/ask.ts';
import { citesOf } from '../../src/reply/cites.ts';
import { en } from '../../src/show/messages/en.ts';
import { told } from './articles.ts';

const { draft: storm } = await told('storm');
const { draft: earnings } = await told('earnings');

test.each([
  [
    'the number of the same things is the one that is meant',
    'Did the PM promise $2000 for each adult?',
    { kind: 'number', said: '$2000', is: '$1000' },
  ],
  [
    'morning is no evening',
    'Did the storm cross the coast at Mundi Beach at 11.20am?',
    { kind: 'number', said: '11.20am' },
  ],
  [
    'a quotation of two sentences is another’s',
    'Superintendent Day said "He said he’d do one more. That was Neil", right?',
    { kind: 'speaker', is: ['leanne-corby'] },
  ],
  [
    'how somebody stands to it is taken for granted',
    'Why did Northgrid admit holding its crews back?',
    { kind: 'word', said: 'admit', is: 'denied' },
  ],
])('of a storm, a false premise gets a no: %s', (_, question, clash) => {
  expect(ask(question, storm)).toMatchObject({ kind: 'answer', verdict: { verdict: 'no', clash } });
});

test.each([
  ['The board accepted Aldern’s idea in April, right?', { kind: 'word', said: 'accepted', is: 'rejected' }],
  ['Aldern Capital owns 9 percent of Norlund, doesn’t it?', { kind: 'number', is: '6.4 percent' }],
])('of a report of earnings, %s gets a no', (question, clash) => {
  expect(ask(question, earnings)).toMatchObject({ kind: 'answer', verdict: { verdict: 'no', clash } });
});

test.each([
  ['When is the airport opening again?', storm, 37],
  ['Was the looting report true?', storm, 38],
  ['How high is the interim dividend?', earnings, 32],
  ['How does the CFO answer the claim about permits?', earnings, 17],
  ['Why did the Dunmore talks fail according to the insider?', earnings, 25],
] as const)('%s is answered', (question, briefing, paragraph) => {
  const reply = answer(question, briefing, en);
  expect(reply.outcome).toBe('answered');
  expect(citesOf(reply)).toContain(paragraph);
});

test('who said some words is whoever is quoted with just these', () => {
  const reply = answer('Who said "It just wasn’t mine"?', storm, en);
  expect(citesOf(reply)).toEqual([26]);
});

test('a word beside a preposition is no name of what is asked for', () => {
  expect(answer('What are the names of the missing fishermen?', storm, en)).toMatchObject({
    outcome: 'not_covered',
  });
});
