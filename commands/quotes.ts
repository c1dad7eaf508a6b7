import type { Briefing, Thing } from '../src/briefing/briefing.ts';
import type { Person, Statement, Topic } from '../src/briefing/schema.ts';
import type { Reply } from '../src/reply/reply.ts';
import { answered, heading, helped, listed, next, note, oneOf, text } from '../src/show/blocks.ts';
import { quotesAbout, quotesOf, thingChoice, topicChoice } from '../src/show/choices.ts';
import { quotation, reported } from '../src/show/claims.ts';
import { inferredNotes } from '../src/show/inferred.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { find } from '../src/words/find.ts';
import { inSentence, nameOf } from '../src/words/names.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';
import { whoever } from './person.ts';
import { whateverTopic } from './topic.ts';

export const quotes: ReadingCommand = {
  kind: 'reading',
  name: 'quotes',
  aliases: ['quote', 'quotations', 'quotation'],
  takes: (rest) => Object.values(readFilter(rest)).every((words) => !isSentence(words)),
  complete: (_rest, briefing, say) => [
    ...quotedPeople(briefing).map((person) => quotesOf(person, say)),
    ...briefing.topics
      .filter((topic) => onTopic(direct(briefing), topic).length > 0)
      .map((topic) => quotesAbout(topic, say)),
  ],
  read: (rest, briefing, say) => {
    const { name, topic } = readFilter(rest);
    if (topic !== '') return aboutTopic(name, topic, briefing, say);
    return name === '' ? all(briefing, say) : ofSomebody(name, briefing, say);
  },
};

/** 'newsham about china', 'by newsham', 'on the islands' */
function readFilter(rest: string): { readonly name: string; readonly topic: string } {
  const asked = rest.replace(/(?:^|\s+)(?:about|on|regarding|by|from|of)$/iu, '');
  const [, name = '', topic = ''] = /^(.*?)(?:(?:^|\s+)(?:about|on|regarding)\s+(.*))?$/iu.exec(asked) ?? [];
  return { name: name.replace(/^(?:by|from|of)\s+/iu, '').trim(), topic: topic.trim() };
}

function all(briefing: Briefing, say: Messages): Reply {
  return answered(
    heading(say.reading.quotes),
    note(say.reading.quotesVerbatim),
    direct(briefing).map((statement) => quotation(statement, briefing, say)),
    inferredNotes(direct(briefing), say),
    next(
      ...quotedPeople(briefing)
        .map((person) => quotesOf(person, say))
        .slice(0, 3),
      say.views.people,
      say.views.topics,
    ),
  );
}

function aboutTopic(name: string, typed: string, briefing: Briefing, say: Messages): Reply {
  const speaker = name === '' ? undefined : find(name, briefing, SPEAKERS);
  if (speaker !== undefined && speaker.kind !== 'one') return whoever(speaker, name, briefing, say);
  const found = find(typed, briefing, ['topic']);
  if (found.kind === 'several') return whichTopic(typed, found.things, speaker?.thing, say);
  if (found.kind === 'none' || found.thing.kind !== 'topic')
    return whateverTopic(found, typed, briefing, say);
  return shown(speaker?.thing, found.thing.item, briefing, say);
}

function whichTopic(
  typed: string,
  topics: readonly Thing[],
  speaker: Thing | undefined,
  say: Messages,
): Reply {
  const name = speaker === undefined ? '' : ` ${speaker.item.id}`;
  const choices = topics.map((topic) => ({
    ...thingChoice(topic),
    says: `quotes${name} about ${topic.item.id}`,
  }));
  return helped(text(say.reading.whichOf(typed)), oneOf(say.reading.chooseTopic, choices));
}

/** A name first; where nobody bears it, it may be a topic. */
function ofSomebody(name: string, briefing: Briefing, say: Messages): Reply {
  const found = find(name, briefing, SPEAKERS);
  if (found.kind === 'one') return shown(found.thing, undefined, briefing, say);
  const isTopic = found.kind === 'none' && find(name, briefing, ['topic']).kind !== 'none';
  return isTopic ? aboutTopic('', name, briefing, say) : whoever(found, name, briefing, say);
}

const SPEAKERS: readonly Thing['kind'][] = ['person', 'side', 'organisation'];

function shown(thing: Thing | undefined, topic: Topic | undefined, briefing: Briefing, say: Messages): Reply {
  const theirs = thing === undefined ? direct(briefing) : direct(briefing).filter(isBy(thing, briefing));
  const chosen = topic === undefined ? theirs : onTopic(theirs, topic);
  const instead = chosen.length > 0 ? [] : reportedInstead(thing, topic, briefing);
  return answered(
    heading(thing === undefined ? say.reading.quotes : nameOf(thing)),
    topic === undefined ? [] : note(say.reading.quotesAbout(topic.name)),
    chosen.map((statement) => quotation(statement, briefing, say)),
    chosen.length > 0 ? [] : text(noQuotes(thing, topic, say)),
    listed(
      say.reading.reportedInstead,
      instead.map((statement) => reported(statement, briefing, say)),
    ),
    inferredNotes([...chosen, ...instead], say),
    next(
      thing === undefined ? undefined : thingChoice(thing),
      topic === undefined ? undefined : topicChoice(topic),
      say.views.quotes,
      say.views.positions,
      say.views.people,
    ),
  );
}

function noQuotes(thing: Thing | undefined, topic: Topic | undefined, say: Messages): string {
  const name = thing === undefined ? undefined : inSentence(nameOf(thing));
  if (name === undefined) return say.reading.noQuotesAbout(topic?.name ?? '');
  return topic === undefined ? say.reading.noQuotesOf(name) : say.reading.noQuotesOfAbout(name, topic.name);
}

function reportedInstead(
  thing: Thing | undefined,
  topic: Topic | undefined,
  briefing: Briefing,
): Statement[] {
  const all = briefing.statements.filter(({ mode }) => mode === 'reported');
  const theirs = thing === undefined ? all : all.filter(isBy(thing, briefing));
  return topic === undefined ? theirs : onTopic(theirs, topic);
}

/** A side and an organisation speak through their people. */
function isBy(thing: Thing, briefing: Briefing): (statement: Statement) => boolean {
  const id = thing.item.id;
  const people = briefing.people.filter(({ side, organisation }) => side === id || organisation === id);
  const ids = new Set([id, ...people.map((person) => person.id)]);
  return ({ speakers }) => speakers.some((speaker) => ids.has(speaker));
}

function direct(briefing: Briefing): Statement[] {
  return briefing.statements.filter(({ mode }) => mode === 'direct');
}

function onTopic(statements: readonly Statement[], topic: Topic): Statement[] {
  return statements.filter(({ topics }) => topics.includes(topic.id));
}

function quotedPeople(briefing: Briefing): Person[] {
  return briefing.people.filter(({ id }) => briefing.presence(id) === 'quoted');
}
