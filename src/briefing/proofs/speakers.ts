/** Whoever is said to have said something is named in the paragraphs of it, or is linked to them by inference. */
import { type Draft, type Finding, type Placed, type Spot, within } from '../draft.ts';
import type { Evidence } from '../evidence.ts';
import { type Ref, shareRef } from '../refs.ts';
import type { Inferred, Position, Statement } from '../schema.ts';
import { wordsOf } from '../words.ts';
import { type Attribution, attributionOf, type Cast } from './attribution.ts';
import { type NamedThing, namedThings } from './names.ts';
import { type Proof, wordRefs } from './proof.ts';

export const speakers: Proof = (own, evidence, whole) => {
  const things = new Map(namedThings(whole).map((thing) => [thing.id, thing]));
  const { statements, positions } = own.lists;
  return [
    ...statements.flatMap((placed) => strayedSpeech(placed, whole, evidence)),
    ...statements.flatMap(({ item, at }) => [
      ...item.speakers.flatMap((id, index) =>
        saidBy(item, whole, evidence) !== undefined
          ? []
          : unnamed(things.get(id), item, within(at, 'speakers', index), evidence),
      ),
      ...unnamed(things.get(item.via ?? ''), item, within(at, 'via'), evidence),
    ]),
    ...statements.flatMap((placed) => wrongRole(placed, whole)),
    ...positions.flatMap(({ item, at }) =>
      unnamed(things.get(item.according ?? ''), item, within(at, 'according'), evidence),
    ),
    ...positions.flatMap((placed) => absentSide(placed, whole, things, evidence)),
  ];
};

/** A position whose paragraphs neither name its side, or anybody of it, nor are where the briefing has them from. */
function absentSide(
  { item, at }: Placed<Position>,
  { lists }: Draft,
  things: ReadonlyMap<string, NamedThing>,
  evidence: Evidence,
): Finding[] {
  const side = lists.sides.filter((one) => one.item.id === item.side);
  const people = lists.people.filter((one) => one.item.side === item.side);
  const theirs = [...side, ...people].map((one) => one.item);
  if (theirs.some(({ refs }) => shareRef(refs, item.refs))) return [];
  const rows = theirs.flatMap(({ id }) => things.get(id)?.theirs ?? []);
  if (item.refs.some((ref) => rows.some((row) => evidence.hasRow(ref, row)))) return [];
  const said = item.inferred.map(({ says }) => spaced(wordsOf(says)));
  if (rows.some((row) => said.some((words) => words.includes(spaced(row))))) return [];
  const names = theirs.map(({ id }) => `'${id}'`).join(' nor ');
  return [
    {
      at: within(at, 'side'),
      found: `${wordRefs(item.refs)} names neither ${names}`,
      expected: "mend the side or the paragraphs, or say under 'inferred' whose it is and why",
    },
  ];
}

/** A direct quotation whose paragraph names somebody else as its speaker. No inference can make it his. */
function strayedSpeech({ item, at }: Placed<Statement>, draft: Draft, evidence: Evidence): Finding[] {
  const said = saidBy(item, draft, evidence);
  if (said === undefined || item.speakers.some((id) => said.has(id))) return [];
  const names = [...said].map((id) => `'${id}'`).join(' or ');
  return [
    {
      at: within(at, 'speakers'),
      found: `${wordRefs(item.refs)} has these words from ${names}, not from '${item.speakers.join(', ')}'`,
      expected: `speakers: [${[...said].join(', ')}]`,
    },
  ];
}

/** Whom the words around a direct quotation name as its speaker; `undefined` where they do not tell. */
export function saidBy(item: Statement, draft: Draft, evidence: Evidence): Attribution {
  if (item.mode !== 'direct') return undefined;
  const cast = castOf(draft);
  const words = wordsOf(item.text);
  for (const ref of item.refs) {
    const said = attributionOf(ref, words, cast, evidence);
    if (said) return narrowed(said, draft);
  }
  return undefined;
}

/** A side that goes by the names of its people is not meant where one of them is. */
function narrowed(said: ReadonlySet<string>, { lists }: Draft): ReadonlySet<string> {
  const sides = new Set(lists.sides.map(({ item }) => item.id));
  const others = [...said].filter((id) => !sides.has(id));
  return others.length > 0 ? new Set(others) : said;
}

const casts = new WeakMap<Draft, Cast>();

function castOf(draft: Draft): Cast {
  const found = casts.get(draft) ?? gathered(draft);
  casts.set(draft, found);
  return found;
}

function gathered(draft: Draft): Cast {
  const persons = draft.lists.people.filter(({ item }) => item.kind === 'person').map(({ item }) => item.id);
  const places = new Set(draft.lists.places.map(({ item }) => item.id));
  const speakers = namedThings(draft).filter(({ id }) => !places.has(id));
  return { things: speakers, persons: new Set(persons) };
}

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
