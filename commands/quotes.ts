import type { Briefing, Thing } from '../src/briefing/briefing.ts';
import type { Person, Statement, Topic } from '../src/briefing/schema.ts';
import type { Reply } from '../src/reply/reply.ts';
import { answered, heading, helped, listed, next, note, oneOf, text } from '../src/show/blocks.ts';
import {
  PEOPLE,
  POSITIONS,
  QUOTES,
  quotesAbout,
  quotesOf,
  TOPICS,
  thingChoice,
  topicChoice,
} from '../src/show/choices.ts';
import { inferredNotes, inSentence, quotation, reported } from '../src/show/claims.ts';
import * as say from '../src/show/messages/en/reading.ts';
import { find } from '../src/words/find.ts';
import { nameOf } from '../src/words/names.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';
import { whoever } from './person.ts';
import { whateverTopic } from './topic.ts';

export const quotes: ReadingCommand = {
  kind: 'reading',
  name: 'quotes',
  aliases: ['quote', 'quotations', 'quotation'],
  usage: 'quotes [NAME] [about TOPIC]',
  does: 'Direct quotations, word for word: all, of a person, or on a topic.',
  takes: (rest) => Object.values(readFilter(rest)).every((words) => !isSentence(words)),
  complete: (_rest, briefing) => [
    ...quotedPeople(briefing).map(quotesOf),
    ...briefing.topics.filter((topic) => onTopic(direct(briefing), topic).length > 0).map(quotesAbout),
  ],
  read: (rest, briefing) => {
    const { name, topic } = readFilter(rest);
    if (topic !== '') return aboutTopic(name, topic, briefing);
    return name === '' ? all(briefing) : ofSomebody(name, briefing);
  },
};

/** 'newsham about china', 'by newsham', 'on the islands' */
function readFilter(rest: string): { readonly name: string; readonly topic: string } {
  const asked = rest.replace(/(?:^|\s+)(?:about|on|regarding|by|from|of)$/iu, '');
  const [, name = '', topic = ''] = /^(.*?)(?:(?:^|\s+)(?:about|on|regarding)\s+(.*))?$/iu.exec(asked) ?? [];
  return { name: name.replace(/^(?:by|from|of)\s+/iu, '').trim(), topic: topic.trim() };
}

function all(briefing: Briefing): Reply {
  return answered(
    heading(say.QUOTES),
    note(say.QUOTES_VERBATIM),
    direct(briefing).map((statement) => quotation(statement, briefing)),
    inferredNotes(direct(briefing)),
    next(...quotedPeople(briefing).map(quotesOf).slice(0, 3), PEOPLE, TOPICS),
  );
}

function aboutTopic(name: string, typed: string, briefing: Briefing): Reply {
  const speaker = name === '' ? undefined : find(name, briefing, SPEAKERS);
  if (speaker !== undefined && speaker.kind !== 'one') return whoever(speaker, name, briefing);
  const found = find(typed, briefing, ['topic']);
  if (found.kind === 'several') return whichTopic(typed, found.things, speaker?.thing);
  if (found.kind === 'none' || found.thing.kind !== 'topic') return whateverTopic(found, typed, briefing);
  return shown(speaker?.thing, found.thing.item, briefing);
}

function whichTopic(typed: string, topics: readonly Thing[], speaker: Thing | undefined): Reply {
  const name = speaker === undefined ? '' : ` ${speaker.item.id}`;
  const choices = topics.map((topic) => ({
    ...thingChoice(topic),
    says: `quotes${name} about ${topic.item.id}`,
  }));
  return helped(text(say.whichOf(typed)), oneOf(say.CHOOSE_TOPIC, choices));
}

/** A name first; where nobody bears it, it may be a topic. */
function ofSomebody(name: string, briefing: Briefing): Reply {
  const found = find(name, briefing, SPEAKERS);
  if (found.kind === 'one') return shown(found.thing, undefined, briefing);
  const isTopic = found.kind === 'none' && find(name, briefing, ['topic']).kind !== 'none';
  return isTopic ? aboutTopic('', name, briefing) : whoever(found, name, briefing);
}

const SPEAKERS: readonly Thing['kind'][] = ['person', 'side', 'organisation'];

function shown(thing: Thing | undefined, topic: Topic | undefined, briefing: Briefing): Reply {
  const theirs = thing === undefined ? direct(briefing) : direct(briefing).filter(isBy(thing, briefing));
  const chosen = topic === undefined ? theirs : onTopic(theirs, topic);
  const instead = chosen.length > 0 ? [] : reportedInstead(thing, topic, briefing);
  return answered(
    heading(thing === undefined ? say.QUOTES : nameOf(thing)),
    topic === undefined ? [] : note(say.quotesAbout(topic.name)),
    chosen.map((statement) => quotation(statement, briefing)),
    chosen.length > 0 ? [] : text(noQuotes(thing, topic)),
    listed(
      say.REPORTED_INSTEAD,
      instead.map((statement) => reported(statement, briefing)),
    ),
    inferredNotes([...chosen, ...instead]),
    next(
      thing === undefined ? undefined : thingChoice(thing),
      topic === undefined ? undefined : topicChoice(topic),
      QUOTES,
      POSITIONS,
      PEOPLE,
    ),
  );
}

function noQuotes(thing: Thing | undefined, topic: Topic | undefined): string {
  const name = thing === undefined ? undefined : inSentence(nameOf(thing));
  if (name === undefined) return say.noQuotesAbout(topic?.name ?? '');
  return topic === undefined ? say.noQuotesOf(name) : say.noQuotesOfAbout(name, topic.name);
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
