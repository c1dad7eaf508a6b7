import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../src/ask/verdict/judge.ts';
import { plainBlock } from '../../src/reply/plain.ts';
import { claimBlock } from '../../src/show/claims.ts';
import { en } from '../../src/show/messages/en.ts';
import { verdictBlock } from '../../src/show/verdict.ts';
import { ferry } from './ferry.ts';

const briefing = ferry();

function told(question: string): string | undefined {
  const verdict = verdictOn(question, briefing);
  return verdict === undefined ? undefined : plainBlock(verdictBlock(verdict, briefing, en), en);
}

/** What is asked, and what is said first; nothing where the source alone speaks. */
const TABLE: readonly (readonly [question: string, told: string | undefined])[] = [
  ['Did Okafor say "We never promised the crews a bonus"?', 'Yes.'],
  ['Did Okafor say "we will not one before the summer"?', 'Yes.'],
  [
    'Did Ruth Okafor say “We never promised the crews a raise”?',
    'Those are not the words. Not “raise”: “bonus”.',
  ],
  ['Did Brandt say "We never promised the crews a bonus"?', 'Not Brandt: Ruth Okafor.'],
  [
    'Did Elon Musk say "Nobody goes back to work until the last contract is signed"?',
    'Not Elon Musk: Lukas Brandt.',
  ],
  ['did may say that the government might appoint a mediator in April', 'Yes.'],
  ['Did May say that the government will appoint a mediator in April?', 'No: “might”, not “will”.'],
  ['Did Helen May say that the government might appoint a mediator in May?', 'No: April, not May.'],
  [
    'Did Brandt say that four of the five captains support the strike?',
    'No: Three of the five, not four of the five.',
  ],
  ['Some deckhands work 16 hours a day, said a deckhand, correct?', 'No: 14 hours, not 16 hours.'],
  ['The crews stopped work at Port Hale on 5 March 2024, right?', 'No: 4 March 2024, not 5 March 2024.'],
  ['The crews stopped work at Westby, right?', 'No: Port Hale, not Westby.'],
  ['Did the strike cost 40 million dollars?', 'No: 40 million euros, not 40 million dollars.'],
  ['Did the strike cost Sound Ferries 40 euros?', 'No: 40 million euros, not 40 euros.'],
  ['Did Sound Ferries sell eight ships to Northline?', 'Yes.'],
  ['Did Sound Ferries sell nine ships to Northline?', 'No: eight, not nine.'],
  // The other way round, and however it is asked.
  ['Were nine ships sold to Northline by Sound Ferries?', 'No: eight, not nine.'],
  ['Is it true that nine ships were sold to Northline?', 'No: eight, not nine.'],
  ['Were nine ships sold?', 'No: eight, not nine.'],
  ['Did Northline sell eight ships to Sound Ferries in 2019?', 'No: Sound Ferries, not Northline.'],
  ['Is the oldest captain a 54-year-old woman?', 'No: 64-year-old, not 54-year-old.'],
  ['Did the oldest captain join the strike?', 'No: the source says that it is not so.'],
  ['Did Sound Ferries raise wages by 5 percent?', 'No: 4.5 percent, not 5 percent.'],
  ['Did Sound Ferries cut wages by 4.5 percent?', 'No: “raised”, not “cut”.'],
  ['Is the crossing from Port Hale to Westby 40 km long?', 'No: 30 kilometres, not 40 km.'],
  ['Do the ferries sail at 25 knots?', 'No: 17 or 18 knots, not 25 knots.'],
  ['Did 310 of 360 members vote for the strike?', 'Yes.'],
  ['Did 310 of 360 members vote against the strike?', 'No: “for”, not “against”.'],
  ['Did only 310 of 360 members vote for the strike?', 'In part: the source says so, but not ‘only’.'],
  ['Why did the strike end after three weeks?', 'No: two weeks, not three weeks.'],
  ['Why did Sound Ferries cut wages by 4.5 percent?', 'No: “raised”, not “cut”.'],
  ['Was it Brandt who said "We never promised the crews a bonus"?', 'Not Brandt: Ruth Okafor.'],
  [
    'Ruth Okafer said "We never promised the crews a raise" - is that the exact quote?',
    'Those are not the words. Not “raise”: “bonus”.',
  ],
  // What was corrected is wrong, and what corrects it is right.
  ['Did the strike strand 9,000 passengers?', 'No: 12,500, not 9,000.'],
  ['Did the strike strand 12,500 passengers?', 'Yes.'],
  [
    'Is it true that Okafor did not say "We never promised the crews a bonus"?',
    'No: the source says that it is so.',
  ],

  // True, or not to be told: the source speaks, and nothing is denied or confirmed.
  ['Did the strike cost Sound Ferries more than 30 million euros?', undefined],
  ['Did the strike cost Sound Ferries 40 million euros?', undefined],
  ['Is the crossing 19 miles long?', undefined],
  ['Do the ferries sail at 17 knots?', undefined],
  ['Were eight ships sold to Northline by Sound Ferries?', undefined],
  ['Was the dispute settled at 3:30 pm?', undefined],
  ['Is it true that three of the five captains support the strike?', undefined],
  ['Is it true that Northline will buy two ships from Sound Ferries?', undefined],
  ['Did Brandt say he likes ferries?', undefined],
  ['What did Okafor say about the bonus?', undefined],
  ['How long was the strike?', undefined],
  ['Has the government appointed a mediator?', undefined],
  ['', undefined],
];

describe('words in brackets', () => {
  it('are said to be the publisher’s wherever the quotation is shown', () => {
    const shown = (id: string) => plainBlock(claimBlock(briefing.claim(id)!, briefing, en), en);
    expect(shown('okafor-words')).toContain('the words in brackets are the publisher’s');
    expect(shown('brandt-words')).not.toContain('bracket');
  });
});

describe('yes and no come first, in fixed words', () => {
  it.each(TABLE)('%s', (question, expected) => {
    expect(told(question)).toBe(expected);
  });

  it('and take no longer for a text that is no claim', () => {
    const texts = ['“', 'said ', 'Abe said that ', '1 ', 'one and a half million ', 'a'].map((part) =>
      part.repeat(4_000 / part.length),
    );
    for (const text of texts) expect(() => verdictOn(text, briefing)).not.toThrow();
  });
});
