import type { Briefing, Presence } from '../briefings/briefing.ts';
import type { Person } from '../briefings/schema.ts';
import type { Block, Text } from '../src/reply/reply.ts';
import { cite } from '../src/show/claims.ts';
import { answered, listed, menu, next } from './blocks.ts';
import { OVERVIEW, POSITIONS, personChoice, QUOTES, SOURCE } from './choices.ts';
import type { ReadingCommand } from './command.ts';
import { fold } from './fold.ts';
import {
  CHOOSE_PERSON,
  ONLY_MENTIONED,
  ONLY_REPORTED,
  QUOTED,
  quotations,
  reports,
  WHO_WROTE,
} from './sentences.ts';

const GROUPS: readonly { readonly title: string; readonly presence: Presence }[] = [
  { title: QUOTED, presence: 'quoted' },
  { title: ONLY_REPORTED, presence: 'reported' },
  { title: ONLY_MENTIONED, presence: 'mentioned' },
];

export const people: ReadingCommand = {
  kind: 'reading',
  name: 'people',
  aliases: ['persons', 'speakers', 'names'],
  usage: 'people',
  does: 'Everybody: who is quoted, who is only reported, who is only mentioned.',
  takes: (rest) => GROUPS.some(({ presence }) => presence === fold(rest)),
  complete: () => GROUPS.map(({ presence }) => ({ label: `people ${presence}`, says: `people ${presence}` })),
  read: (rest, briefing) => {
    const asked = GROUPS.filter(({ presence }) => presence === fold(rest));
    return answered(
      everybody(briefing, asked.length > 0 ? asked : GROUPS),
      menu(CHOOSE_PERSON, briefing.people.map(personChoice)),
      next(QUOTES, POSITIONS, OVERVIEW, SOURCE),
    );
  },
};

/** People by how they appear, whoever wrote the article last. */
export function everybody(briefing: Briefing, groups = GROUPS): Block[] {
  const writers = briefing.people.filter(isWriter);
  const others = briefing.people.filter((person) => !isWriter(person));
  return [
    ...groups.flatMap(({ title, presence }) => {
      const group = others.filter(({ id }) => briefing.presence(id) === presence);
      return listed(title, linesOf(group, briefing));
    }),
    ...(groups === GROUPS ? listed(WHO_WROTE, linesOf(writers, briefing)) : []),
  ];
}

/** Who somebody is, how much of theirs there is, and where they stand in the source. */
export function personLine(person: Person, briefing: Briefing): Text {
  return [{ bold: person.name }, `: ${person.role}`, countOf(person, briefing), ' ', cite(person)];
}

function linesOf(group: readonly Person[], briefing: Briefing): Text[] {
  return group.map((person) => personLine(person, briefing));
}

function countOf(person: Person, briefing: Briefing): string {
  const said = briefing.saidBy(person.id);
  const direct = said.filter(({ mode }) => mode === 'direct').length;
  const counts = [
    ...(direct > 0 ? [quotations(direct)] : []),
    ...(said.length > direct ? [reports(said.length - direct)] : []),
  ];
  return counts.length === 0 ? '' : ` (${counts.join(', ')})`;
}

function isWriter(person: Person): boolean {
  return person.kind === 'reporter';
}
