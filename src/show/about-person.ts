import type { Briefing } from '../briefing/briefing.ts';
import type { Names, Person, Statement } from '../briefing/schema.ts';
import type { Block, Choice, Fact, Reply, Text } from '../reply/reply.ts';
import { answered, heading, listed, next, text, under } from './blocks.ts';
import { quotesOf, thingChoice, topicsOf } from './choices.ts';
import {
  cite,
  claimText,
  inferredNotes,
  quotation,
  reported,
  reportedOfOne,
  roleAndOrganisation,
} from './claims.ts';
import type { Messages } from './messages/messages.ts';

/** Who they are and everything they said: direct speech as quotations, reported speech marked so. */
export function aboutPerson(person: Person, briefing: Briefing, say: Messages): Reply {
  const said = briefing.saidBy(person.id);
  const direct = said.filter(({ mode }) => mode === 'direct');
  const indirect = said.filter(({ mode }) => mode === 'reported');
  const passedOn = briefing.statements.filter(({ via }) => via === person.id);
  return answered(
    heading(person.name),
    whoTheyAre(person, briefing, say),
    under(
      say.reading.quoted,
      direct.map((statement) => quotation(statement, briefing, say)),
    ),
    listed(
      say.reading.reportedSpeech,
      indirect.map((statement) => reportedOf(statement, briefing, say)),
    ),
    listed(
      say.reading.reportedBy,
      passedOn.map((statement) => reported(statement, briefing, say)),
    ),
    person.kind === 'reporter' ? ownVoice(briefing, say) : [],
    said.length + passedOn.length === 0 && person.kind !== 'reporter' ? unheard(person, briefing, say) : [],
    inferredNotes([person, ...said, ...passedOn], say),
    next(...waysOn(person, said, briefing, say)),
  );
}

/** The names in other scripts, as facts; none where there are none. */
export function otherScripts(names: Names, say: Messages): Fact[] {
  const { ja, ru, ko, zh } = names;
  const known = [ja, ru, ko, zh].filter((name) => name !== undefined);
  return known.length === 0
    ? []
    : [{ label: say.reading.otherScripts, value: [[...new Set(known)].join(', ')] }];
}

function whoTheyAre(person: Person, briefing: Briefing, say: Messages): Block[] {
  const role = roleAndOrganisation(person, briefing);
  const unnamed = person.unnamed && person.kind === 'person' && !role.includes('not named');
  const facts = otherScripts(person.names, say);
  return [
    text(`${role}${unnamed ? ` (${say.reading.notNamed})` : ''}. `, cite(person)),
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
  ];
}

/** A lone speaker's name stands above; of several, each is named. */
function reportedOf(statement: Statement, briefing: Briefing, say: Messages): Text {
  return statement.speakers.length > 1
    ? reported(statement, briefing, say)
    : reportedOfOne(statement, briefing, say);
}

function ownVoice(briefing: Briefing, say: Messages): Block[] {
  return listed(
    say.claims.ownVoice,
    briefing.background.map((item) => [item.text, ' ', cite(item)]),
  );
}

/** Of somebody without words of their own: what is told where they stand, other people's words aside. */
function unheard(person: Person, briefing: Briefing, say: Messages): Block[] {
  const told = person.refs
    .flatMap((ref) => briefing.onParagraph(ref))
    .filter((claim) => claim.kind === 'event' || claim.kind === 'background' || claim.kind === 'figure');
  return [
    text(say.reading.neverSpeaks),
    ...listed(
      say.reading.alsoNamed,
      [...new Set(told)].map((claim) => claimText(claim, briefing, say)),
    ),
  ];
}

function waysOn(
  person: Person,
  said: readonly Statement[],
  briefing: Briefing,
  say: Messages,
): (Choice | undefined)[] {
  const others = briefing.people.filter(
    ({ id, kind }) =>
      id !== person.id && kind === 'person' && briefing.presence(id) === briefing.presence(person.id),
  );
  const side = person.side === undefined ? undefined : briefing.named(person.side);
  const topics = said.flatMap((statement) => topicsOf(statement, briefing));
  return [
    said.some(({ mode }) => mode === 'direct') ? quotesOf(person, say) : undefined,
    side === undefined ? undefined : thingChoice(side),
    topics[0],
    others[0] === undefined ? say.views.source : thingChoice({ kind: 'person', item: others[0] }),
    say.views.people,
  ];
}
