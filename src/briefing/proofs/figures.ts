/** A figure's value is what its shown form says, and is a number of the paragraph. */
import { quantitiesIn } from '../../words/numbers.ts';
import { type Finding, within } from '../draft.ts';
import { valuesOf } from '../figure.ts';
import { amountOf, isNumeral } from '../numerals.ts';
import type { Figure } from '../schema.ts';
import { wordsOf } from '../words.ts';
import type { Proof } from './proof.ts';

/** That `shown` itself stands in the paragraph is for `wording.ts`. */
export const figures: Proof = ({ lists }) =>
  lists.figures.flatMap(({ item, at }): Finding[] => {
    const numerals = wordsOf(item.shown).filter((word) => isNumeral(word) || word.toLowerCase() === 'one');
    const value = amountOf(numerals);
    if (value === undefined && !isShown(item)) {
      return [
        {
          at: within(at, 'shown'),
          found: `'${item.shown}' shows no number`,
          expected: `write the number as the source has it`,
        },
      ];
    }
    if (value === item.value || isShown(item)) return [];
    return [
      {
        at: within(at, 'value'),
        found: `the value is ${valuesOf(item).join(' and ')}, and '${item.shown}' comes to ${value}`,
        expected: `mend 'value' or 'shown': both tell the same number`,
      },
    ];
  });

/** A range, a share, a sum with its sign or its letters: '£2.5m and £3m', 'one in three', '17 to 18 percent'. */
function isShown(item: Figure): boolean {
  const given = valuesOf(item);
  // 'Two thirds' is a share where it is one of something.
  return [item.shown, `${item.shown} of`]
    .flatMap((text) => quantitiesIn(text))
    .some(({ kind, low, high, of }) => {
      const shown =
        of !== undefined
          ? [low, of]
          : low === high && kind !== 'score'
            ? [low]
            : [Math.min(low, high), Math.max(low, high)];
      return shown.join() === given.join();
    });
}
