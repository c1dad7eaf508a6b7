/** Sides and what each holds on a topic: from who speaks, for whom, and about what. */
import { stemmer } from '@orama/stemmers/english';
import type {
  FoundOrganisation,
  FoundPerson,
  FoundPosition,
  FoundSide,
  FoundStatement,
  FoundTopic,
} from '../draft.ts';
import type { Entity } from '../names/entities.ts';
import { idOf } from '../names/entities.ts';
import { countryOfCapital, spotsOf, wordsOfCountry } from '../names/gazetteer.ts';

/** Those who say less hold no position that could be compared. */
const LEAST_STATEMENTS = 2;

type People = readonly FoundPerson[];

/** Pure. A government speaks through its country or its capital; else whoever says something often is a side. */
export function sidesIn(
  statements: readonly FoundStatement[],
  people: People,
  organisations: readonly FoundOrganisation[],
  governments: ReadonlyMap<string, Entity>,
  ids: Set<string>,
): FoundSide[] {
  const states = governmentSides(governments, statements, ids);
  const bodies = organisations.flatMap((body): FoundSide[] => {
    const members = people.filter(({ organisation }) => organisation === body.id).map(({ id }) => id);
    const said = statements.filter(({ speakers }) =>
      speakers.some((id) => id === body.id || members.includes(id)),
    );
    if (said.length < LEAST_STATEMENTS) return [];
    const { from, paragraphs, name, also } = body;
    return [
      {
        id: idOf(`side ${name}`, ids),
        name,
        also,
        kind: 'other',
        members: [body.id, ...members],
        from,
        paragraphs,
        trust: 'likely',
      },
    ];
  });
  return [...states, ...bodies];
}

function governmentSides(
  governments: ReadonlyMap<string, Entity>,
  statements: readonly FoundStatement[],
  ids: Set<string>,
): FoundSide[] {
  const byCountry = Map.groupBy([...governments.values()], (entity) => countryOf(entity.name) ?? entity.name);
  return [...byCountry].map(([country, entities]): FoundSide => {
    const named =
      entities.find(({ name }) => spotsOf(name).some(({ kind }) => kind === 'country')) ?? entities[0]!;
    const members = entities.map(({ id }) => id);
    const own = statements.filter(({ speakers }) => speakers.some((id) => members.includes(id)));
    const paragraphs = [...new Set(own.flatMap((it) => it.paragraphs))];
    const also = [...new Set([...entities.flatMap(({ forms }) => forms), ...wordsOfCountry(country)])].filter(
      (form) => form !== named.name,
    );
    return {
      id: idOf(`side ${named.name}`, ids),
      name: named.name,
      also,
      kind: 'government',
      members,
      from: own[0]?.from ?? { paragraph: named.mentions[0]!.line.number, start: 0, end: 1 },
      paragraphs: paragraphs.length > 0 ? paragraphs : [named.mentions[0]!.line.number],
      trust: 'likely',
    };
  });
}

function countryOf(name: string): string | undefined {
  return spotsOf(name).find(({ kind }) => kind === 'country')?.country ?? countryOfCapital(name);
}

/** Pure. What a side says about a topic that another side speaks about too. */
export function positionsIn(
  statements: readonly FoundStatement[],
  sides: readonly FoundSide[],
  topics: readonly FoundTopic[],
): FoundPosition[] {
  const reported = statements
    .filter(({ mode }) => mode === 'reported')
    .map((statement) => ({ statement, stems: stemsOf(statement.text) }));
  const found = topics.flatMap((topic) => {
    const wanted = topic.words.flatMap((form) => form.split(' ')).map((word) => stemmer(word));
    const about = reported.filter(({ stems }) => mentions(stems, wanted)).map(({ statement }) => statement);
    return sides.flatMap((side) => {
      const own = about.filter(({ speakers }) => speakers.some((id) => side.members.includes(id)));
      return own.slice(0, 2).map((statement): FoundPosition => {
        const { from, paragraphs, text, speakers, inferred } = statement;
        const person = speakers.find((id) => id !== side.members[0]);
        return {
          side: side.id,
          issue: topic.id,
          text,
          from,
          paragraphs,
          trust: 'likely',
          inferred,
          ...(person ? { according: person } : {}),
        };
      });
    });
  });
  const sidesOf = (issue: string) =>
    new Set(found.filter((it) => it.issue === issue).map(({ side }) => side)).size;
  return found.filter(({ issue }) => sidesOf(issue) > 1);
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .map((word) => stemmer(word)),
  );
}

function mentions(stems: ReadonlySet<string>, wanted: readonly string[]): boolean {
  return (
    wanted.every((stem) => stems.has(stem)) || (wanted.length > 2 && wanted.some((stem) => stems.has(stem)))
  );
}
