/** Whoever is said to have said something is named in the paragraphs of it, or is linked to them by inference. */
import { type Finding, type Spot, within } from '../draft.ts';
import type { Inferred } from '../schema.ts';
import { wordsOf } from '../words.ts';
import { namedThings } from './names.ts';
import { type Proof, wordParagraphs } from './proof.ts';

export const speakers: Proof = (draft, evidence) => {
  const things = new Map(namedThings(draft).map((thing) => [thing.id, thing]));
  const { people, statements, positions } = draft.lists;
  const reporters = new Set(people.filter(({ item }) => item.kind === 'reporter').map(({ item }) => item.id));

  const link = (
    id: string | undefined,
    item: { readonly paragraphs: readonly number[]; readonly inferred: readonly Inferred[] },
    at: Spot,
  ): Finding[] => {
    const thing = id === undefined || reporters.has(id) ? undefined : things.get(id);
    if (!thing) return [];
    const named = item.paragraphs.some((paragraph) =>
      thing.theirs.some((row) => evidence.hasRow(paragraph, row)),
    );
    const said = item.inferred.map(({ says }) => ` ${wordsOf(says).join(' ').toLowerCase()} `);
    const inferred = thing.theirs.some((row) =>
      said.some((text) => text.includes(` ${row.join(' ').toLowerCase()} `)),
    );
    if (named || inferred) return [];
    return [
      {
        at,
        found: `'${id}' is not named in ${wordParagraphs(item.paragraphs)}`,
        expected: "mend the speaker or the paragraphs, or say under 'inferred' who it is and why",
      },
    ];
  };

  return [
    ...statements.flatMap(({ item, at }) => [
      ...item.speakers.flatMap((id, index) => link(id, item, within(at, 'speakers', index))),
      ...link(item.via, item, within(at, 'via')),
    ]),
    ...positions.flatMap(({ item, at }) => link(item.according, item, within(at, 'according'))),
  ];
};
