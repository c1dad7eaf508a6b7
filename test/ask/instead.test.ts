import { expect, test } from 'vitest';
import { answer } from '../../commands/ask.ts';
import { ask } from '../../src/ask/ask.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';
import { small } from './small.ts';

const town = small(
  [
    { id: 'ivarsen', name: 'Maren Ivarsen', role: 'Mayor of Halvik' },
    { id: 'brede', name: 'Tor Brede', role: 'fire chief' },
  ],
  [
    {
      by: 'ivarsen',
      text: 'The flood damaged 34 houses along the harbour on Monday.',
      about: 'damaged houses',
    },
    {
      by: 'brede',
      text: 'Inspectors have visited 60 percent of the cellars in the old town.',
      about: 'inspections',
    },
    { by: 'brede', text: 'The bridge to Sandnes is open again.', about: 'the bridge' },
    { by: 'ivarsen', text: 'The council voted 4-3 to ask the county for money.', about: 'the vote' },
    {
      by: 'brede',
      text: 'The pumps from a firm in Winnipeg cost 61,000 Canadian dollars, or about $42,700.',
      about: 'pumps',
    },
  ],
);

const verdictOf = (question: string, briefing = town) => {
  const decision = ask(question, briefing);
  return decision.kind === 'answer' ? decision.verdict : undefined;
};

test.each([
  ['Is it true that some 90 houses by the harbour were wrecked and damaged?', { kind: 'number', is: '34' }],
  ['Were all the cellars in the old town visited by the inspectors?', { kind: 'number', is: '60 percent' }],
  ['so the council voted 5-2 for the money?', { kind: 'number', said: '5-2', is: '4-3' }],
  ['Did the pumps cost 61,000 US dollars?', { kind: 'number', is: '61,000 Canadian dollars' }],
  ['Is the bridge to Sandnes closed again?', { kind: 'word', said: 'closed', is: 'open' }],
])('%s gets a no, with what is so', (question, clash) => {
  expect(verdictOf(question)).toMatchObject({ verdict: 'no', clash });
});

test.each([
  'Were 34 houses damaged along the harbour on Monday?',
  'Have the inspectors visited 60 percent of the cellars in the old town?',
  'Is the bridge to Sandnes open again?',
  'Did the council vote 4-3 to ask for money?',
  'Did the pumps cost about 42,700 dollars?',
])('%s is not denied', (question) => {
  expect(verdictOf(question)?.verdict).not.toBe('no');
});

test.each([
  [
    'What did President Abe say about trust?',
    'No: Shinzo Abe is given as Prime Minister of Japan, not as President.',
  ],
  [
    'what did the japanese president say',
    'No: Shinzo Abe is given as Prime Minister of Japan, not as president.',
  ],
  [
    'Did Prime Minister Putin visit Nagato?',
    'No: Vladimir Putin is given as President of Russia, not as Prime Minister.',
  ],
])('an office that is not held is named before the rest is answered: %s', (question, sentence) => {
  expect(plain(answer(question, kuril(), en), en)).toContain(sentence);
});

test.each([
  'What did PM Abe say?',
  'What did the Russian president say?',
  'Who is Japan’s premier?',
  'What did former President Abe say?',
])('an office that is held passes: %s', (question) => {
  expect(verdictOf(question, kuril())?.verdict).not.toBe('no');
});

test('a day with a capital letter is no place: where it was is marked as not being said', () => {
  const fair = small(
    [{ id: 'brede', name: 'Tor Brede', role: 'fire chief' }],
    [{ by: 'brede', text: 'The salesman flew home from a fair overseas on Feb. 11.', about: 'the salesman' }],
  );
  const told = plain(answer('Which country was the fair in?', fair, en), en);
  expect(told).toMatch(/^(?:Not in so many words|The briefing)/);
});

test('of what was done nobody is named as the one who did it, unless that is told', () => {
  const graded = (text: string) =>
    plain(
      answer(
        'Who regraded the report as routine?',
        small(
          [{ id: 'garside', name: 'Neil Garside', role: 'examiner' }],
          [{ by: 'garside', text, about: 'the report' }],
        ),
        en,
      ),
      en,
    );
  expect(graded('The report had been regraded as routine after Christmas.')).toMatch(/^Not in so many words/);
  expect(graded('The report had been regraded as routine by Colin Prestwick.')).not.toMatch(/^Not in so/);
});
