/** Who holds what on which issue. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Position } from '../../briefing/schema.ts';
import { unbrokenCitation } from '../../reply/citation.ts';
import { atStart, inSentence, namesAtStart } from '../../words/names.ts';
import type { PictureMessages } from '../messages.ts';
import { datesOf, isPresent } from './briefing.ts';

export type MatrixFacts = {
  readonly title: string;
  readonly dates: string;
  readonly sides: readonly string[];
  /** For each issue what each side holds, in the order of the sides; nothing where it does not say. */
  readonly issues: readonly { readonly name: string; readonly cells: readonly (readonly string[])[] }[];
};

/** Undefined where nobody holds anything on anything. Who holds nothing on every issue has no column. */
export function matrixFacts(briefing: Briefing, say: PictureMessages): MatrixFacts | undefined {
  const present = briefing.positions.filter(({ id }) => isPresent(id, briefing));
  const sides = briefing.sides.filter(({ id }) => present.some(({ side }) => side === id));
  if (sides.length === 0) return undefined;
  const issues = briefing.issues.map(({ id, name }) => ({
    name,
    cells: sides.map((side) =>
      present
        .filter((one) => one.issue === id && one.side === side.id)
        .map((one) => cellOf(one, briefing, say)),
    ),
  }));
  return {
    title: `${briefing.title}: ${say.positions.title.charAt(0).toLowerCase()}${say.positions.title.slice(1)}`,
    dates: datesOf(briefing.dates, say),
    sides: sides.map(({ name }) => atStart(name)),
    issues: issues.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  };
}

/** Who says so for that side stands with it, and the paragraphs. */
function cellOf({ text, according, refs }: Position, briefing: Briefing, say: PictureMessages): string {
  // That nobody has worded it yet is not that nobody says it.
  if (text === '') return `${say.notWorded} ${unbrokenCitation(refs)}`;
  const teller = according === undefined ? undefined : briefing.nameOf(according);
  if (teller === undefined || namesAtStart(text, teller)) return `${text} ${unbrokenCitation(refs)}`;
  const through = say.positions.accordingTo(inSentence(teller));
  return `${text.replace(/[.。]$/u, '')}${through}. ${unbrokenCitation(refs)}`;
}
