/**
 * What was typed, in words that stand by themselves: what leans on the conversation before it is put together with
 * that. So an answer can be had again by its words alone, whoever presses its controls, and nothing is kept in them.
 */

import { COMMANDS } from '../../commands/list.ts';
import { decided, itemsOf } from '../ask/after.ts';
import type { Chosen } from '../ask/chosen.ts';
import { entryOf } from '../ask/decision.ts';
import { hasOwnMatter } from '../ask/parts.ts';
import { read } from '../ask/read.ts';
import { type Ready, readyOf } from '../ask/ready.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { paragraphChoice } from '../show/choices.ts';
import { fold, plainLine } from '../text/fold.ts';
import { apart, together } from '../words/apart.ts';
import { findAnything } from '../words/find.ts';
import { detected, language } from '../words/languages.ts';
import { besidesIn, type Leaning, leaningOf } from '../words/leaning.ts';
import { errandOf } from '../words/to-the-bot.ts';
import { tokensOf } from '../words/tokens.ts';
import { type Parsed, parse } from './parse.ts';
import { wanted } from './wanted.ts';

/** Longer words are not leant on: they would not fit a control. */
const LONGEST = 400;
/** How many leaning words may stand on each other. */
const DEEPEST = 3;

/**
 * Pure: the words that mean by themselves what was typed, where `last` is what was asked before it in the conversation;
 * where they lean on nothing, as they were typed.
 */
export function following(
  typed: string,
  last: string | undefined,
  briefing: Briefing,
  chosen?: Chosen,
): string {
  const line = plainLine(typed);
  if (line.length > LONGEST || apart(line) !== undefined || errandOf(line) !== undefined) return typed;
  const named = besidesIn(line);
  if (last === undefined || last.length > LONGEST)
    return named !== undefined && isNamed(named, briefing) ? named : typed;
  // How much of it was shown makes no difference to what it was about.
  const { words: before, parsed } = wanted(last, briefing);
  const leaning = leaningOf(line);
  if (leaning === 'full') return `${before} (all)`;
  if (leaning !== undefined)
    return isView(parsed) ? typed : (leaningOn(leaning, line, before, briefing, chosen) ?? typed);
  const ofThem = ofThePerson(line, before, briefing);
  if (ofThem !== undefined) return ofThem;
  const asks = named !== undefined && read(named, readyOf(briefing)).asks;
  if (named !== undefined && !asks) return exchanged(named, before, briefing) ?? typed;
  return leaningQuestion(named ?? line, before, briefing) ?? typed;
}

function leaningOn(
  leaning: Exclude<Leaning, 'full'>,
  line: string,
  before: string,
  briefing: Briefing,
  chosen: Chosen | undefined,
): string | undefined {
  if (leaning === 'source') return paragraphsOf(before, briefing, chosen);
  let deep = before;
  for (let depth = 1, inner = apart(deep); inner !== undefined; depth += 1, inner = apart(inner.before))
    if (depth >= DEEPEST) deep = inner.before;
  return together({ words: line, before: deep });
}

/** Where an answer stands, as one asks for it. */
function paragraphsOf(before: string, briefing: Briefing, chosen: Chosen | undefined): string | undefined {
  const refs = itemsOf(decided(before, briefing, chosen)).flatMap((item) => entryOf(item).refs ?? []);
  const spoken = refs.map((ref) => paragraphChoice(ref, briefing).label.replace('¶ ', ''));
  return spoken.length === 0 ? undefined : `source ${[...new Set(spoken)].join(', ')}`;
}

/** A view of many things: nothing of it is 'that'. */
function isView(parsed: Parsed): boolean {
  return parsed.kind === 'command' && parsed.command.name !== 'ask';
}

function isNamed(name: string, briefing: Briefing): boolean {
  const found = findAnything(name, briefing);
  return found.kind === 'one' && !found.closeness.endsWith('mistyped');
}

/** What was asked before, of somebody or something else: 'What did Abe say?' and 'and Putin?'. */
function exchanged(named: string, before: string, briefing: Briefing): string | undefined {
  const { parsed } = wanted(before, briefing);
  if (parsed.kind === 'person') return isNamed(named, briefing) ? named : undefined;
  if (parsed.kind === 'command' && parsed.command.name !== 'ask') {
    const { command, rest } = parsed;
    return rest !== '' && command.takes?.(named, briefing) ? `${command.name} ${named}` : undefined;
  }
  if (PRONOUN.test(named)) return undefined;
  const found = findAnything(named, briefing);
  const kind = found.kind === 'one' ? found.thing.kind : undefined;
  const ready = readyOf(briefing);
  const there = namesIn(before, ready);
  const like = there.filter(
    ({ kinds }) => kind !== undefined && kinds.some((one) => ALIKE[kind].includes(one)),
  );
  const actor = kind !== undefined && kind !== 'place' && kind !== 'topic' ? there[0] : undefined;
  const exact = like.findLast(({ kinds }) => kind !== undefined && kinds.includes(kind));
  const hit = exact ?? like.at(-1) ?? actor;
  if (hit !== undefined && !fold(named).includes(fold(hit.raw))) return before.replace(hit.raw, () => named);
  if (named.split(' ').length > LONGEST_MATTER) return undefined;
  const [, start, matter] = ABOUT.exec(before) ?? [];
  return start !== undefined && matter !== undefined ? `${start}${named}?` : undefined;
}

/** In words; more is a sentence of its own. */
const LONGEST_MATTER = 5;

const ABOUT = /^(.*\b(?:about|on|regarding)\s)(?!.*\babout\b)([^?]+)\??$/iu;

type Kind = 'person' | 'side' | 'organisation' | 'place' | 'topic';
/** What may stand for what: a country is a side and a place. */
const ALIKE: Readonly<Record<Kind, readonly Kind[]>> = {
  person: ['person'],
  side: ['side', 'place'],
  organisation: ['organisation'],
  place: ['place', 'side'],
  topic: [],
};

/** Those whom a question names, in their order, as they stand in it. */
function namesIn(text: string, ready: Ready): { readonly raw: string; readonly kinds: readonly Kind[] }[] {
  const tokens = tokensOf(text, language(detected(text, ready.language.code)));
  const kindsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const kind = ready.briefing.named(id)?.kind;
      return kind === undefined ? [] : [kind as Kind];
    });
  const found: { raw: string; kinds: readonly Kind[] }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const hit = ready.names.at(tokens, at);
    if (hit === undefined) continue;
    const words = tokens.slice(at, at + hit.length).map(({ raw }) => escaped(raw.replace(/['’]s$/u, '')));
    const [raw] = new RegExp(words.join('[\\s-]+'), 'u').exec(text) ?? [];
    // A country that the briefing does not name is one all the same.
    const kinds = hit.ids.length > 0 ? kindsOf(hit.ids) : (['side', 'place'] as const);
    if (raw !== undefined && !isSmall(tokens[at]?.word ?? '', hit.length)) found.push({ raw, kinds });
    at += hit.length - 1;
  }
  const unspaced = ready.names.within(text).map(({ name, ids }) => ({ raw: name, kinds: kindsOf(ids) }));
  return [...found, ...unspaced.filter(({ raw }) => text.includes(raw))];
}

/** A word that asks is no name, even where somebody bears it. */
function isSmall(word: string, length: number): boolean {
  const { stop, asking } = language('en');
  return length === 1 && (stop.has(word) || asking.has(word));
}

function escaped(raw: string): string {
  return raw.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

const PRONOUN = /(?<![\p{L}'’])(?:he|she|him|her|his|hers)(?![\p{L}'’])/iu;

/** 'And what did he say about China?': of whoever was asked about before. */
function ofThePerson(line: string, before: string, briefing: Briefing): string | undefined {
  const [pronoun] = PRONOUN.exec(line) ?? [];
  if (pronoun === undefined || !beginsWith(pronoun, line)) return undefined;
  const ready = readyOf(briefing);
  if (namesIn(line, ready).some(({ kinds }) => kinds.includes('person'))) return undefined;
  const persons = namesIn(before, ready).filter(({ kinds }) => kinds.includes('person'));
  const [person, another] = persons;
  if (person === undefined || (another !== undefined && another.raw !== person.raw)) return undefined;
  return line
    .replace(/^(?:and|but|so|ok(?:ay)?)[\s,]+/iu, '')
    .replace(PRONOUN, (word) => (/^(?:his|hers)$/iu.test(word) ? `${person.raw}’s` : person.raw));
}

/** 'What did he …', 'what is his …': where more stands before the pronoun, it may be whom that names. */
function beginsWith(pronoun: string, line: string): boolean {
  const before =
    line
      .slice(0, line.indexOf(pronoun))
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const { stop, asking } = language('en');
  return before.every((word) => stop.has(word) || asking.has(word));
}

/** Words of somebody's stand in it: what it is about is there. */
const QUOTED = /["“”„«»「」]|(?<![\p{L}\p{N}])['‘’]\p{L}/u;

/** Points at what was shown. 'They' may be anybody: 'when did they meet' is asked of the briefing. */
const POINTING = /(?<![\p{L}'’])(?:it|its|that|this)(?![\p{L}'’])/iu;

/** 'How much is it worth?': a question with too little of its own. */
function leaningQuestion(line: string, before: string, briefing: Briefing): string | undefined {
  if (apart(before) !== undefined || QUOTED.test(line)) return undefined;
  const { parsed } = wanted(before, briefing);
  if (isView(parsed) || parsed.kind === 'person') return undefined;
  if (parse(line, briefing, COMMANDS).kind !== 'question') return undefined;
  const question = read(line, readyOf(briefing));
  const leans = question.bare || (POINTING.test(line) && !hasOwnMatter(question));
  return question.asks && leans ? together({ words: line, before }) : undefined;
}
