import type { Briefing } from '../briefing/briefing.ts';
import { shareRef } from '../briefing/refs.ts';
import type { Inferred, Names, Person, Statement } from '../briefing/schema.ts';
import type { Block, Choice, Fact, Reply } from '../reply/reply.ts';
import { answered, heading, listed, next, text, under } from './blocks.ts';
import { quotesOf, thingChoice, topicsOf } from './choices.ts';
import { cite, claimText, quotationByName, reported, roleAndOrganisation } from './claims.ts';
import { inferredNotes, markedWords } from './inferred.ts';
import type { Messages } from './messages/messages.ts';
import { countsOf } from './people.ts';

/** Who they are and everything they said: direct speech as quotations, reported speech marked so. */
export function aboutPerson(person: Person, briefing: Briefing, say: Messages): Reply {
  const said = briefing.saidBy(person.id);
  const direct = said.filter(({ mode }) => mode === 'direct');
  const indirect = said.filter(({ mode }) => mode === 'reported');
  const passedOn = briefing.statements.filter(({ via }) => via === person.id);
  const whole = answered(
    heading(person.name),
    whoTheyAre(person, briefing, say),
    under(
      say.reading.quoted,
      direct.map((statement) => quotationByName(statement, briefing, say)),
    ),
    listed(
      say.reading.reportedSpeech,
      indirect.map((statement) => reported(statement, briefing, say)),
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
  const best = bestOf(said, briefing);
  if (best === undefined) return whole;
  return {
    ...whole,
    brief: {
      blocks: [heading(person.name), ...postOf(person, briefing, say), shownFirst(best, briefing, say)],
      more: say.view.read(countsOf(person, briefing, say)),
    },
  };
}

/** The words of theirs that the key points rest on, the first of those in the source; their own before reported ones. */
function bestOf(said: readonly Statement[], { keyPoints }: Briefing): Statement | undefined {
  const direct = said.filter(({ mode }) => mode === 'direct');
  const theirs = direct.length > 0 ? direct : said;
  return theirs.find(({ refs }) => keyPoints.some((point) => shareRef(point.refs, refs))) ?? theirs[0];
}

function shownFirst(statement: Statement, briefing: Briefing, say: Messages): Block {
  return statement.mode === 'direct'
    ? quotationByName(statement, briefing, say)
    : text(...reported(statement, briefing, say));
}

/** The names in other scripts, as facts; none where there are none. */
export function otherScripts(
  { names, inferred }: { readonly names: Names; readonly inferred: readonly Inferred[] },
  say: Messages,
): Fact[] {
  const { ja, ru, ko, zh } = names;
  const known = [ja, ru, ko, zh].filter((name) => name !== undefined);
  return known.length === 0
    ? []
    : [{ label: say.reading.otherScripts, value: [markedWords([...new Set(known)].join(', '), inferred)] }];
}

function postOf(person: Person, briefing: Briefing, say: Messages): Block[] {
  const role = markedWords(roleAndOrganisation(person, briefing), person.inferred);
  const unnamed = person.unnamed && person.kind === 'person' && !role.includes('not named');
  const post = `${role}${unnamed ? ` (${say.reading.notNamed})` : ''}`;
  return [text(post === '' ? '' : `${post}. `, cite(person))];
}

function whoTheyAre(person: Person, briefing: Briefing, say: Messages): Block[] {
  const facts = otherScripts(person, say);
  return [
    ...postOf(person, briefing, say),
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
  ];
}

function ownVoice(briefing: Briefing, say: Messages): Block[] {
  return listed(
    say.claims.ownVoice,
    briefing.background.map((item) => claimText({ kind: 'background', item }, briefing, say)),
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
