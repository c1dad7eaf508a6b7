/** Nothing of a source's head is shown that neither stands in its text nor is marked as given by the editor. */
import { type Finding, type Placed, within } from '../draft.ts';
import type { Evidence } from '../evidence.ts';
import type { Source } from '../schema.ts';
import type { Line } from '../witness.ts';
import { wordsOf } from '../words.ts';
import { type Proof, wordRefs } from './proof.ts';

const IN_TEXT = ['headline', 'publisher', 'author', 'dateline'] as const;

export const heads: Proof = ({ lists }, evidence) =>
  lists.sources.flatMap((placed) => [...strayHead(placed, evidence), ...wrongRights(placed)]);

function strayHead({ item, at }: Placed<Source>, evidence: Evidence): Finding[] {
  const own = evidence.refs.filter(({ source }) => source === item.id);
  const refs = item.paragraphs ? own.filter(({ paragraph }) => item.paragraphs?.includes(paragraph)) : own;
  return IN_TEXT.flatMap((field): Finding[] => {
    const text = item[field];
    if (text === undefined || item.given.includes(field)) return [];
    if (refs.some((ref) => standsIn(evidence.lineOf(ref), wordsOf(text)))) return [];
    const where = item.paragraphs ? wordRefs(refs) : 'the source';
    return [
      {
        at: within(at, field),
        found: `the ${field} '${text}' does not stand in ${where}`,
        expected: `mend it or its paragraphs, leave it out, or say that you give it from elsewhere: given: [${[...item.given, field].join(', ')}]`,
      },
    ];
  });
}

/** In a row, whatever quotation marks stand at its words: a headline may quote. */
function standsIn(line: Line, words: readonly string[]): boolean {
  const unmarked = Array.from({ length: line.length }, (_, place) => place).filter(
    (place) => !line.isMark(place),
  );
  return (
    words.length > 0 &&
    unmarked.some((_, from) =>
      words.every((word, at) => {
        const place = unmarked[from + at];
        return place !== undefined && line.standsAt(place, [word]);
      }),
    )
  );
}

function wrongRights({ item, at }: Placed<Source>): Finding[] {
  if (item.rights !== 'licensed' || item.licence !== undefined) return [];
  const expected = "add licence: 'CC BY 4.0' or whatever it is, and the credit that it asks for";
  return [{ at: within(at, 'rights'), found: 'licensed, and no licence named', expected }];
}
