import { expect, test } from 'vitest';
import { answer } from '../../commands/ask.ts';
import { citesOf } from '../../src/reply/cites.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';

const briefing = kuril();
const ask = (question: string) => answer(question, briefing, en);

test('what somebody said on a topic is quoted word for word, with its paragraph', () => {
  const reply = ask('what did Abe say about trust?');
  expect(reply.outcome).toBe('answered');
  expect(reply.blocks[0]).toMatchObject({
    kind: 'quotation',
    words: 'without trust the goal can not be reached.',
    cite: [{ source: 'report', paragraph: 11 }],
  });
});

test('a question for a number is answered by the number first', () => {
  const reply = ask('How many agreements were signed?');
  expect(reply.blocks[0]).toMatchObject({ kind: 'text', text: expect.arrayContaining([{ bold: '68' }]) });
  expect(citesOf(reply)[0]).toBe(12);
});

test('somebody who said nothing on a topic is not given other words', () => {
  const reply = ask('What did Putin say about trust?');
  expect(reply.outcome).toBe('not_covered');
  expect(JSON.stringify(reply.blocks[0])).toContain('Vladimir Putin');
  // What he did say is offered, marked as something else.
  expect(JSON.stringify(reply.blocks[1])).toContain('What the briefing has from');
});

test('a name that the briefing does not know is named as such', () => {
  const reply = ask('Was Trump mentioned?');
  expect(reply.outcome).toBe('not_covered');
  expect(JSON.stringify(reply.blocks[0])).toContain('Trump');
});
