/** People in lines: who they are, how they appear, and how much of theirs there is. */

import type { Briefing, Presence } from '../briefing/briefing.ts';
import type { Person } from '../briefing/schema.ts';
import type { Block, Text } from '../reply/reply.ts';
import { listed } from './blocks.ts';
import { cite } from './claims.ts';
import { markedWords } from './inferred.ts';
import type { Messages } from './messages/messages.ts';

/** The three ways in which somebody appears, in the order in which they are told. */
export const PRESENCES: readonly Presence[] = ['quoted', 'reported', 'mentioned'];

/** People by how they appear, whoever wrote the article last. */
export function everybody(briefing: Briefing, presences: readonly Presence[], say: Messages): Block[] {
  const titles = {
    quoted: say.reading.quoted,
    reported: say.reading.onlyReported,
    mentioned: say.reading.onlyMentioned,
  };
  const writers = briefing.people.filter(isWriter);
  const others = briefing.people.filter((person) => !isWriter(person));
  return [
    ...presences.flatMap((presence) => {
      const group = others.filter(({ id }) => briefing.presence(id) === presence);
      return listed(titles[presence], linesOf(group, briefing, say));
    }),
    ...(presences === PRESENCES ? listed(say.reading.whoWrote, linesOf(writers, briefing, say)) : []),
  ];
}

/** Who somebody is, how much of theirs there is, and where they stand in the source. */
export function personLine(person: Person, briefing: Briefing, say: Messages): Text {
  return [
    { bold: person.name },
    person.role === '' ? '' : `: ${markedWords(person.role, person.inferred)}`,
    countOf(person, briefing, say),
    ' ',
    cite(person),
  ];
}

function linesOf(group: readonly Person[], briefing: Briefing, say: Messages): Text[] {
  return group.map((person) => personLine(person, briefing, say));
}

/** '2 quotations', '3 reported statements': how much there is of somebody. */
export function countsOf(person: Person, briefing: Briefing, say: Messages): string[] {
  const said = briefing.saidBy(person.id);
  const direct = said.filter(({ mode }) => mode === 'direct').length;
  return [
    ...(direct > 0 ? [say.reading.quotations(direct)] : []),
    ...(said.length > direct ? [say.reading.reports(said.length - direct)] : []),
  ];
}

function countOf(person: Person, briefing: Briefing, say: Messages): string {
  const counts = countsOf(person, briefing, say);
  return counts.length === 0 ? '' : ` (${counts.join(', ')})`;
}

function isWriter(person: Person): boolean {
  return person.kind === 'reporter';
}
