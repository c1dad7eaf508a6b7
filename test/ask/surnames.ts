/** Family names that are also English words, and that everything is found of whoever bears one. */
import { expect } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { small } from './small.ts';

const LISTED =
  'Read May Major Long Day Hope Reilly Bush Brown Black White Green Gray Young Short Small Little Best Good Goodman Rich Power Price Cash Money Bond Banks Stone Wood Woods Field Fields Hill Hills Lake Rivers Brook Brooks Bridge Bridges Ford Church Temple Hall House Houses Field Park Parks Street Lane Rhodes Gates Wall Walls Winter Summer Snow Frost Rain Storm Gale Wind Flood Waters Pool Wells Spring Fountain March June King Prince Duke Earl Baron Knight Bishop Pope Abbott Monk Priest Dean Judge Law Lawless Justice Page Book Reader Wright Write Cook Baker Butcher Miller Mason Carpenter Smith Taylor Weaver Fisher Hunter Shepherd Farmer Gardner Forest Forester Archer Bowman Fletcher Carter Cooper Porter Potter Turner Walker Rider Driver Singer Player Sharp Keen Wise Smart Bright Strong Swift Speed Quick Hardy Wild Savage Moody Gay Merry Jolly Noble Gentle Sweet Bitter Salt Pepper Rice Bean Berry Cherry Rose Lily Flower Root Branch Leaf Bird Crow Crane Drake Finch Hawk Heron Martin Nightingale Partridge Peacock Raven Robin Sparrow Starling Swan Wren Wolf Fox Lamb Bull Hart Buck Doe Hare Badger Beaver Lyon Pike Bass Herring Roach Salmon Holland England French Irish English Welsh Scott Ireland Paris Lent Penny Pound Mark Nickel Gold Silver Steel Chance Luck Love Joy Bliss Peace War Battle Shields Sword Spear Gunn Cannon Case Chase Early Late Will Much More Less Mann Boys Child Kidd'.split(
    ' ',
  );

export const SURNAMES: readonly string[] = [...new Set(LISTED)];

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

/** Of somebody called so, everything is found. */
export function findsAllOf(surname: string): void {
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
}
