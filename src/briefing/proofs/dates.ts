/** A date that the paragraph does not write out is said to be inferred. */
import { type Finding, within } from '../draft.ts';
import { wordsOf } from '../words.ts';
import { formsOfMonth } from './months.ts';
import { type Proof, wordRefs } from './proof.ts';

export const dates: Proof = ({ lists }, evidence) =>
  [...lists.statements, ...lists.events, ...lists.deals, ...lists.figures].flatMap(
    ({ item, at }): Finding[] => {
      const { when } = item;
      if (!when) return [];
      const says = new Set(item.inferred.flatMap((it) => wordsOf(it.says)).map((word) => word.toLowerCase()));
      const stands = (word: string) =>
        says.has(word.toLowerCase()) || item.refs.some((ref) => evidence.hasRow(ref, [word]));
      return (['on', 'until'] as const).flatMap((key): Finding[] => {
        const day = when[key];
        const missing = day === undefined ? [] : partsOf(day).filter((forms) => !forms.some(stands));
        if (missing.length === 0) return [];
        return [
          {
            at: within(at, 'when', key),
            found: `${day}: ${missing.map(([form]) => form).join(', ')} not written in ${wordRefs(item.refs)}`,
            expected: `mend the date or its paragraphs, or say under 'inferred' that it is ${day}, written out, and why`,
          },
        ];
      });
    },
  );

/** Year, month and day, each with the ways to write it. */
function partsOf(day: string): string[][] {
  const [year, month, date] = day.split('-');
  return [
    ...(year ? [[year]] : []),
    ...(month ? [formsOfMonth(Number(month))] : []),
    ...(date ? [[String(Number(date)), date]] : []),
  ];
}
