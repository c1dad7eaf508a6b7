import type { Briefing } from '../briefing/briefing.ts';
import type { Names, Person, Statement } from '../briefing/schema.ts';
import type { Block, Choice, Fact, Reply, Text } from '../reply/reply.ts';
import { answered, heading, listed, next, text, under } from './blocks.ts';
import { PEOPLE, quotesOf, SOURCE, thingChoice, topicsOf } from './choices.ts';
import {
  cite,
  claimText,
  inferredNotes,
  quotation,
  reported,
  reportedOfOne,
  roleAndOrganisation,
} from './claims.ts';
import { OWN_VOICE } from './messages/en/claims.ts';
import {
  ALSO_NAMED,
  NEVER_SPEAKS,
  NOT_NAMED,
  OTHER_SCRIPTS,
  QUOTED,
  REPORTED_BY,
  REPORTED_SPEECH,
} from './messages/en/reading.ts';

/** Who they are and everything they said: direct speech as quotations, reported speech marked so. */
export function aboutPerson(person: Person, briefing: Briefing): Reply {
  const said = briefing.saidBy(person.id);
  const direct = said.filter(({ mode }) => mode === 'direct');
  const indirect = said.filter(({ mode }) => mode === 'reported');
  const passedOn = briefing.statements.filter(({ via }) => via === person.id);
  return answered(
    heading(person.name),
    whoTheyAre(person, briefing),
    under(
      QUOTED,
      direct.map((statement) => quotation(statement, briefing)),
    ),
    listed(
      REPORTED_SPEECH,
      indirect.map((statement) => reportedOf(statement, briefing)),
    ),
    listed(
      REPORTED_BY,
      passedOn.map((statement) => reported(statement, briefing)),
    ),
    person.kind === 'reporter' ? ownVoice(briefing) : [],
    said.length + passedOn.length === 0 && person.kind !== 'reporter' ? unheard(person, briefing) : [],
    inferredNotes([person, ...said, ...passedOn]),
    next(...waysOn(person, said, briefing)),
  );
}

/** The names in other scripts, as facts; none where there are none. */
export function otherScripts(names: Names): Fact[] {
  const { ja, ru, ko, zh } = names;
  const known = [ja, ru, ko, zh].filter((name) => name !== undefined);
  return known.length === 0 ? [] : [{ label: OTHER_SCRIPTS, value: [[...new Set(known)].join(', ')] }];
}

function whoTheyAre(person: Person, briefing: Briefing): Block[] {
  const role = roleAndOrganisation(person, briefing);
  const unnamed = person.unnamed && person.kind === 'person' && !role.includes('not named');
  const facts = otherScripts(person.names);
  return [
    text(`${role}${unnamed ? ` (${NOT_NAMED})` : ''}. `, cite(person)),
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
  ];
}

/** A lone speaker's name stands above; of several, each is named. */
function reportedOf(statement: Statement, briefing: Briefing): Text {
  return statement.speakers.length > 1 ? reported(statement, briefing) : reportedOfOne(statement, briefing);
}

function ownVoice(briefing: Briefing): Block[] {
  return listed(
    OWN_VOICE,
    briefing.background.map((item) => [item.text, ' ', cite(item)]),
  );
}

/** Of somebody without words of their own: what is told where they stand, other people's words aside. */
function unheard(person: Person, briefing: Briefing): Block[] {
  const told = person.refs
    .flatMap((ref) => briefing.onParagraph(ref))
    .filter((claim) => claim.kind === 'event' || claim.kind === 'background' || claim.kind === 'figure');
  return [
    text(NEVER_SPEAKS),
    ...listed(
      ALSO_NAMED,
      [...new Set(told)].map((claim) => claimText(claim, briefing)),
    ),
  ];
}

function waysOn(person: Person, said: readonly Statement[], briefing: Briefing): (Choice | undefined)[] {
  const others = briefing.people.filter(
    ({ id, kind }) =>
      id !== person.id && kind === 'person' && briefing.presence(id) === briefing.presence(person.id),
  );
  const side = person.side === undefined ? undefined : briefing.named(person.side);
  const topics = said.flatMap((statement) => topicsOf(statement, briefing));
  return [
    said.some(({ mode }) => mode === 'direct') ? quotesOf(person) : undefined,
    side === undefined ? undefined : thingChoice(side),
    topics[0],
    others[0] === undefined ? SOURCE : thingChoice({ kind: 'person', item: others[0] }),
    PEOPLE,
  ];
}
