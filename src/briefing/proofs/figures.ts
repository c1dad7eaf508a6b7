/** A figure's value is what its shown form says, and is a number of the paragraph. */
import { type Finding, within } from '../draft.ts';
import { amountOf, isNumeral } from '../numerals.ts';
import { wordsOf } from '../words.ts';
import type { Proof } from './proof.ts';

/** That `shown` itself stands in the paragraph is for `wording.ts`. */
export const figures: Proof = ({ lists }) =>
  lists.figures.flatMap(({ item, at }): Finding[] => {
    const numerals = wordsOf(item.shown).filter((word) => isNumeral(word) || word.toLowerCase() === 'one');
    const value = amountOf(numerals);
    if (value === undefined) {
      return [
        {
          at: within(at, 'shown'),
          found: `'${item.shown}' shows no number`,
          expected: `write the number as the source has it`,
        },
      ];
    }
    if (value === item.value) return [];
    return [
      {
        at: within(at, 'value'),
        found: `the value is ${item.value}, and '${item.shown}' comes to ${value}`,
        expected: `mend 'value' or 'shown': both tell the same number`,
      },
    ];
  });
