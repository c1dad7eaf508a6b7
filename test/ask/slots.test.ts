import { describe, expect, it } from 'vitest';
import { type Filled, fill } from '../../src/ask/slots/fill.ts';
import { slotOf } from '../../src/ask/slots/slot.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';
import { ferry } from './ferry.ts';

const briefing = ferry();

function told(filled: Filled | undefined): string | undefined {
  if (filled === undefined) return undefined;
  if (filled.kind === 'slice') return filled.words;
  return filled.kind === 'when' ? en.time.when(filled.when) : briefing.nameOf(filled.id);
}

/** A question, an item, and the value in it that answers. */
const TABLE: readonly (readonly [question: string, item: string, value: string | undefined])[] = [
  ['How old is the oldest captain?', 'captain', '64-year-old'],
  ['How much did the strike cost?', 'loss', '40 million euros'],
  ['How much did the strike cost?', 'vote', undefined],
  ['What time did they settle?', 'strike-ends', '3.30 p.m.'],
  ['What time did it begin?', 'strike-begins', undefined],
  ['When did the strike begin?', 'strike-begins', '4 March 2024'],
  ['In which year were the ships sold?', 'fleet', '2019'],
  ['By what percentage did wages rise?', 'settlement', '4.5 percent'],
  ['How far is it from Port Hale to Westby?', 'distance', '30 kilometres'],
  ['How fast do the ferries sail?', 'speed', '17 or 18 knots'],
  ['How long was the strike?', 'point', 'two weeks'],
  ['How many hours do deckhands work?', 'deckhand-age', '14 hours'],
  ['How many ships were sold?', 'fleet', 'eight'],
  ['How many members voted for it?', 'vote', '310 of 360'],
  ['How many captains support it?', 'brandt-share', 'Three of the five'],
  ['How many passengers were stranded?', 'passengers', '12,500'],
  ['How many countries are there?', 'passengers', undefined],
  ['Where did the crews stop work?', 'strike-begins', 'Port Hale'],
  ['Who said so?', 'brandt-words', 'Lukas Brandt'],
  ['Why was nobody hurt?', 'no-injury', 'because the harbour was closed'],
  [
    'What exactly did Brandt say?',
    'brandt-words',
    'Nobody goes back to work until the last contract is signed.',
  ],
];

describe('the value that is asked for', () => {
  it.each(TABLE)('%s (%s)', (question, id, value) => {
    const slot = slotOf(question);
    expect(slot).toBeDefined();
    expect(told(fill(slot!, briefing.claim(id)!, briefing))).toBe(value);
  });

  it('stands letter by letter in its item, whatever is asked of whichever', () => {
    for (const any of [briefing, kuril()]) {
      for (const claim of any.claims) {
        for (const [question] of TABLE) {
          const filled = fill(slotOf(question)!, claim, any);
          if (filled?.kind === 'slice')
            expect(claim.item.text.slice(filled.start, filled.end)).toBe(filled.words);
        }
      }
    }
  });
});
