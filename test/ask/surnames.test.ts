import { expect, test } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { small } from './small.ts';
import { SURNAMES } from './surnames.ts';

const briefingOf = (surname: string) =>
  small(
    [
      { id: 'the-one', name: `Alma ${surname}`, role: 'Treasurer of the council' },
      { id: 'the-other', name: 'Edvard Lindqvist', role: 'Clerk of the harbour' },
    ],
    [
      {
        by: 'the-one',
        text: 'Taxes on property must not rise before the harbour is repaired.',
        about: 'taxes on property',
      },
      { by: 'the-other', text: 'Taxes on fuel should go up at once.', about: 'taxes on fuel' },
      { by: 'the-one', text: 'The library keeps its opening hours.', about: 'the library' },
      { by: 'the-other', text: 'Dredging begins once the storms are over.', about: 'dredging' },
    ],
  );

test('at least 200 surnames that are also English words are tried', () => {
  expect(SURNAMES.length).toBeGreaterThanOrEqual(200);
});

test.each(SURNAMES)('of somebody called %s, everything is found', (surname) => {
  const briefing = briefingOf(surname);
  for (const question of [
    `What did ${surname} say about taxes?`,
    `What did Alma ${surname} say about taxes?`,
    `What did Ms. ${surname} say about taxes?`,
    `what did ${surname.toLowerCase()} say about taxes`,
    `${surname} on taxes`,
  ])
    expect([question, ask(question, briefing)]).toMatchObject([
      question,
      { kind: 'answer', items: [{ item: { id: 'said-0' } }] },
    ]);
  expect(ask(`Who is ${surname}?`, briefing)).toMatchObject({ kind: 'answer', items: [{ kind: 'card' }] });
  expect(ask(`What did ${surname} say?`, briefing)).toMatchObject({ kind: 'answer' });
});
