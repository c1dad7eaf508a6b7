/** All of a question: several sentences, lines or questions joined by 'and' are several, and each is answered. */
import { detected, type Language, language } from '../words/languages.ts';
import { firstIn, type Phrase } from '../words/phrase.ts';
import { tokensOf } from '../words/tokens.ts';
import { type Question, read } from './read.ts';
import type { Ready } from './ready.ts';

export type Part = { readonly typed: string; readonly question: Question };

/** More questions at once are taken as one. */
const MOST_PARTS = 4;
/** A text of more sentences than these is no row of questions: it is read as it stands. */
const MOST_SENTENCES = 12;
/** And so are longer ones. */
const LONGEST = 1_000;

/** At least one; a part that only says what else is asked ('and when?') is about what the one before it is about. */
export function partsOf(typed: string, ready: Ready): Part[] {
  return questionsIn(typed, ready).flatMap((part) => eachNamed(part, ready));
}

/** 'What did X and Y say', 'X and Y': each of them, unless they are told of together. */
function eachNamed(part: Part, ready: Ready): Part[] {
  const { question } = part;
  const { speakers, terms } = question;
  const matter = terms.filter(({ light }) => !light);
  if (speakers.length > 1 && speakers.length <= MOST_PARTS) {
    const together = ready.entries.some(
      ({ item, voices }) =>
        item.kind === 'statement' && speakers.every(({ ids }) => voices.some((id) => ids.includes(id))),
    );
    if (together) return [part];
    const ofOthers = (own: Question['speakers'][number]) =>
      new Set(speakers.filter((one) => one !== own).map((one) => one.typed));
    return speakers.map((own) => ({
      typed: own.typed,
      question: {
        ...question,
        speaker: own.ids,
        speakers: [own],
        terms: terms.filter((term) => !ofOthers(own).has(term.typed)),
      },
    }));
  }
  const onlyNames =
    matter.length > 1 && matter.length <= MOST_PARTS && matter.every(({ ids }) => ids.length === 1);
  const isList =
    onlyNames &&
    !question.asks &&
    matter.every(({ ids }) => ready.briefing.named(ids[0] ?? '')?.kind === 'person');
  return isList
    ? matter.map((term) => ({ typed: term.typed, question: { ...question, terms: [term] } }))
    : [part];
}

function questionsIn(typed: string, ready: Ready): Part[] {
  const whole = { typed, question: read(typed, ready) };
  if (typed.length > LONGEST || whole.question.asked === 'compare') return [whole];
  const asking: Part[] = [];
  const asked: Part[] = [];
  const sentences = sentencesOf(typed);
  if (sentences.length > MOST_SENTENCES) return [whole];
  for (const part of sentences.flatMap((sentence) => joinedIn(sentence, ready))) {
    const one = part === typed ? whole : { typed: part, question: read(part, ready) };
    if (one.question.terms.length === 0 && !one.question.asks) continue;
    asking.push(one);
    if (one.question.asks || /[?？]\s*$/.test(part)) asked.push(one);
    if (asked.length > MOST_PARTS) return [whole];
  }
  if (asked.length === 1 && asking.length > 1 && asked[0] !== undefined && hasMatter(asked[0].question))
    return asked;
  if (asked.length < 2) return [whole];
  const parts: Part[] = [];
  for (const part of asked) {
    const before = parts.at(-1);
    parts.push(
      before === undefined || hasOwnMatter(part.question)
        ? part
        : { ...part, question: carried(before.question, part.question) },
    );
  }
  return parts.filter(({ question }) => hasMatter(question)).length === parts.length ? parts : [whole];
}

function sentencesOf(typed: string): string[] {
  return typed
    .split(/(?<=[?？。！!])\s*|\n+|(?<=\p{Ll}{2}[.;])\s+(?=\p{Lu})/u)
    .reduce<string[]>(joinedInQuotation, [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .flatMap((sentence, at, all) => {
      if (at > 0 && CONFIRMING.test(sentence)) return [];
      const next = all[at + 1];
      return next !== undefined && CONFIRMING.test(next) ? [`${sentence} ${next}`] : [sentence];
    });
}

/** What somebody is quoted with is one, however many sentences it has. */
function joinedInQuotation(sentences: string[], sentence: string): string[] {
  const before = sentences.at(-1);
  return before !== undefined && isOpen(before)
    ? [...sentences.slice(0, -1), `${before} ${sentence}`]
    : [...sentences, sentence];
}

function isOpen(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return count(/"/gu) % 2 === 1 || count(/“/gu) > count(/”/gu);
}

/** Asks for no more than yes or no to what stands before it. */
const CONFIRMING =
  /^(?:right|correct|true|yes|no|really|true or false|am i right|is (?:that|it|this) (?:right|true|correct|so)|isn['’]t (?:it|that (?:so|right|true)))\s*[?？!.]*$/iu;

/** 'Who signed it and how much is it worth': where a question begins behind a joining word. */
function joinedIn(sentence: string, ready: Ready): string[] {
  const spoken = language(detected(sentence, ready.language.code));
  if (spoken.joining.size === 0) return [sentence];
  const { begins, between } = joiningOf(spoken);
  const pieces = sentence.split(between);
  if (pieces.length === 1) return pieces;
  const parts: string[] = [];
  for (const piece of pieces) {
    const words = tokensOf(piece, spoken)
      .map(({ word }) => word)
      .join(' ');
    const before = parts.at(-1);
    if (before === undefined || firstIn(begins, words) !== undefined) parts.push(piece);
    else parts[parts.length - 1] = `${before} ${joint(sentence, before, piece)} ${piece}`;
  }
  return parts;
}

type Joining = { readonly begins: readonly Phrase[]; readonly between: RegExp };

const JOININGS = new WeakMap<Language, Joining>();

/** Where two questions may be joined, and how the second begins. */
function joiningOf(spoken: Language): Joining {
  const known = JOININGS.get(spoken);
  if (known !== undefined) return known;
  const made = {
    begins: spoken.asks.flatMap(([, phrases]) => phrases.filter(({ written }) => written.startsWith('^'))),
    between: new RegExp(`,?\\s+(?:${[...spoken.joining].join('|')})\\s+`, 'iu'),
  };
  JOININGS.set(spoken, made);
  return made;
}

/** The very words between two pieces. */
function joint(sentence: string, before: string, piece: string): string {
  const from = sentence.indexOf(before) + before.length;
  return sentence.slice(from, sentence.indexOf(piece, from)).trim();
}

function hasMatter({ terms }: Question): boolean {
  return terms.some(({ light }) => !light);
}

/** 'And when?', 'how much is it worth': a question that leans on the one before it has little of its own. */
export function hasOwnMatter({ terms, words, bare }: Question): boolean {
  const own = bare ? 0 : terms.filter(({ light }) => !light).length;
  return own > 1 || (own === 1 && !LEANING.test(words));
}

const LEANING = /(?<!\S)(?:it|they|them|he|she|him|her|his|its|their|that|this)(?!\S)/;

/** What the one before asked of, asked anew. */
export function carried(before: Question, question: Question): Question {
  const its = question.bare ? [] : question.terms.filter(({ light }) => !light);
  const own = its.filter(({ words }) => !before.terms.some((term) => term.words === words));
  const { asked, counted, typed } = question;
  return {
    ...before,
    terms: [...before.terms, ...own],
    asked,
    counted,
    typed,
    speech: before.speech || question.speech,
  };
}
