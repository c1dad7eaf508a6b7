/** Whoever is said to have said something is named in the paragraphs of it, or is linked to them by inference. */
import { type Draft, type Finding, type Placed, type Spot, within } from '../draft.ts';
import type { Evidence } from '../evidence.ts';
import type { Ref } from '../refs.ts';
import type { Inferred, Statement } from '../schema.ts';
import { wordsOf } from '../words.ts';
import { type NamedThing, namedThings } from './names.ts';
import { type Proof, wordRefs } from './proof.ts';

export const speakers: Proof = (draft, evidence) => {
  const things = new Map(namedThings(draft).map((thing) => [thing.id, thing]));
  const { statements, positions } = draft.lists;
  return [
    ...statements.flatMap(({ item, at }) => [
      ...item.speakers.flatMap((id, index) =>
        unnamed(things.get(id), item, within(at, 'speakers', index), evidence),
      ),
      ...unnamed(things.get(item.via ?? ''), item, within(at, 'via'), evidence),
    ]),
    ...statements.flatMap((placed) => wrongRole(placed, draft)),
    ...positions.flatMap(({ item, at }) =>
      unnamed(things.get(item.according ?? ''), item, within(at, 'according'), evidence),
    ),
  ];
};

type Cited = { readonly refs: readonly Ref[]; readonly inferred: readonly Inferred[] };

function unnamed(thing: NamedThing | undefined, item: Cited, at: Spot, evidence: Evidence): Finding[] {
  if (!thing) return [];
  const { id, theirs } = thing;
  const named = item.refs.some((ref) => theirs.some((row) => evidence.hasRowOutside(ref, row)));
  const said = item.inferred.map(({ says }) => spaced(wordsOf(says)));
  if (named || theirs.some((row) => said.some((words) => words.includes(spaced(row))))) return [];
  return [
    {
      at,
      found: `'${id}' is not named in ${wordRefs(item.refs)}, quotations aside`,
      expected: "mend the speaker or the paragraphs, or say under 'inferred' who it is and why",
    },
  ];
}

function wrongRole({ item, at }: Placed<Statement>, { lists }: Draft): Finding[] {
  return item.speakers.flatMap((id, index): Finding[] => {
    const spot = within(at, 'speakers', index);
    if (id === item.via) {
      return [
        {
          at: spot,
          found: `'${id}' speaks and tells it too`,
          expected: "leave 'via' out, or name who told it",
        },
      ];
    }
    if (lists.people.some((person) => person.item.id === id && person.item.kind === 'reporter')) {
      const expected = 'put what the reporter says into background.yaml';
      return [{ at: spot, found: `'${id}' is the reporter`, expected }];
    }
    if (item.mode === 'direct' && lists.sides.some((side) => side.item.id === id)) {
      const expected = 'name the person or the organisation whose words these are';
      return [{ at: spot, found: `'${id}' is a side, and direct speech`, expected }];
    }
    return [];
  });
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ').toLowerCase()} `;
}
