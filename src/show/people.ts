/** People in lines: who they are, how they appear, and how much of theirs there is. */
import type { Briefing, Presence } from '../briefing/briefing.ts';
import type { Person } from '../briefing/schema.ts';
import type { Block, Text } from '../reply/reply.ts';
import { listed } from './blocks.ts';
import { cite } from './claims.ts';
import {
  ONLY_MENTIONED,
  ONLY_REPORTED,
  QUOTED,
  quotations,
  reports,
  WHO_WROTE,
} from './messages/en/reading.ts';

/** The three ways in which somebody appears, in the order in which they are told. */
export const GROUPS: readonly { readonly title: string; readonly presence: Presence }[] = [
  { title: QUOTED, presence: 'quoted' },
  { title: ONLY_REPORTED, presence: 'reported' },
  { title: ONLY_MENTIONED, presence: 'mentioned' },
];

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
