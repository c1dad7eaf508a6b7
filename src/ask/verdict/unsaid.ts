/** What a question has that the item shown for it does not: said before the answer, so that no premise passes unmarked. */
import type { Quantity } from '../../words/numbers.ts';
import { type Token, tokensOf } from '../../words/tokens.ts';
import type { Item } from '../decision.ts';
import { firmnessAround } from '../finders/around.ts';
import { firmnessOf, weightOf } from '../finders/matter.ts';
import { asksName, holds, isStrict, slotIn } from '../holds.ts';
import { quantitiesOf } from '../quantities.ts';
import type { Question } from '../read.ts';
import { type Entry, idsIn, type Ready, SPEAKS_OF } from '../ready.ts';
import { givesReason } from '../reasons.ts';
import { LATER } from '../state.ts';
import type { Term } from '../term.ts';
import { claimedBy } from './claimed.ts';
import type { Verdict } from './verdict.ts';
import { NEGATIONS, STANCES, SWEEPING } from './vocabulary.ts';

type Mark = Extract<Verdict, { short: 'unsaid' | 'unnamed' }>;

/** More words than these are not told one by one. */
const MOST_TOLD = 3;

/** Undefined where nothing is asked but what the item plainly has. */
export function unsaidIn(typed: string, question: Question, item: Item, ready: Ready): Mark | undefined {
  const entry = ready.entries.find((one) => one.item === item);
  if (entry === undefined) return undefined;
  if (isUnnamed(item, question)) return { verdict: 'partly', short: 'unnamed' };
  const { claims, body, speaker } = claimedBy(typed, ready.briefing);
  if (question.language.code !== ready.language.code)
    return claims ? { verdict: 'partly', short: 'unsaid', words: [] } : undefined;
  const claimed = claims ? `${speaker?.typed ?? ''} ${body}` : question.typed;
  const owed = question.terms.filter(
    (term) =>
      isOwed(term, question) && claimed.includes(term.typed) && (claims || !isCommon(term, question, ready)),
  );
  const unheld = question.bare && !claims ? [] : owed.filter((term) => !isHeld(term, entry, question, ready));
  const told = tokensOf(entry.text, ready.language);
  const turning = turningIn(question, told, claims).map(({ raw }) => raw);
  if (
    unheld.length + turning.length === 0 &&
    !claims &&
    !lacks(entry, question, ready) &&
    !isElsewhere(question, owed, entry, told, ready)
  )
    return undefined;
  // What stands in the same paragraph is not said to be missing.
  const words = unheld
    .filter((term) => firmnessAround(entry, term, ready) < SPEAKS_OF)
    .map((term) => term.typed);
  return {
    verdict: 'partly',
    short: 'unsaid',
    words: [...new Set([...turning, ...words])].slice(0, MOST_TOLD),
  };
}

/** Without what is asked for: a day, a place, somebody, a reason. */
function lacks(entry: Entry, question: Question, ready: Ready): boolean {
  if (entry.item.kind === 'card') return false;
  return question.asked === 'why'
    ? !givesReason(entry, ready)
    : isStrict(question) && holds(entry, question, ready) === false;
}

function isUnnamed(item: Item, question: Question): boolean {
  return (
    item.kind === 'card' &&
    item.named.kind === 'person' &&
    item.named.item.unnamed === true &&
    (question.asked === 'who' || question.asked === 'identity' || asksName(question))
  );
}

/** A word that most of a story is about, or that only asks what somebody does, tells nothing apart. */
function isCommon(term: Term, { language }: Question, ready: Ready): boolean {
  return term.kind === 'word' && (language.occupation.has(term.words) || weightOf(term, ready) < COMMON);
}

/** About one item in four has it. */
const COMMON = 1.3;

/** What asks, and the sort of value that is asked for, need not stand in an answer. */
function isOwed({ light, wanted, known, words }: Term, { counted, language, asked }: Question): boolean {
  if (light) return false;
  if (wanted && (ANYBODY.has(words) || (asked !== 'who' && asked !== 'what' && asked !== 'identity')))
    return false;
  return !counted.has(language.stem(words)) || known;
}

/** 'Which company': whoever is named is one. */
const ANYBODY = new Set(
  'person people company companies team player organisation organization group party country countries official'.split(
    ' ',
  ),
);

/** By the item itself or what it calls itself; a name also by what stands around it, where the item names nobody else. */
function isHeld(term: Term, entry: Entry, { speaker }: Question, ready: Ready): boolean {
  const firm = firmnessOf(term, ready)[entry.at] ?? 0;
  if (firm >= (term.kind === 'word' ? ITSELF : SPEAKS_OF)) return true;
  if (term.kind !== 'name' || speaker.length > 0 || firmnessAround(entry, term, ready) < SPEAKS_OF)
    return false;
  return entry.voices.length === 0 && !idsIn(entry, ready).some((id) => isActor(id, ready));
}

/** From here on, it is the word or what it is short for: one that only means nearly the same is not told in so many words. */
const ITSELF = 0.75;

function isActor(id: string, { briefing }: Ready): boolean {
  const kind = briefing.named(id)?.kind;
  return kind === 'person' || kind === 'organisation';
}

/** Words that say how somebody stands to a thing, or that there is no exception, and that the item does not have. */
function turningIn({ typed, language }: Question, told: readonly Token[], claims: boolean): Token[] {
  const [stems, words] = [new Set(told.map(({ stem }) => stem)), new Set(told.map(({ word }) => word))];
  return tokensOf(typed, language).filter(
    ({ word, stem }) =>
      (STANCES.has(stem) && !stems.has(stem)) || (claims && SWEEPING.has(word) && !words.has(word)),
  );
}

/** Whether all of its words stand in the item, and it is another thing that they say there. */
function isElsewhere(
  question: Question,
  owed: readonly Term[],
  entry: Entry,
  told: readonly Token[],
  ready: Ready,
): boolean {
  if (!question.speech && isTurned(question, told)) return true;
  const stems = new Set(told.map(({ stem }) => stem));
  if (
    question.terms.some(
      ({ light, words, keys }) =>
        light && question.language.faint.has(words) && !stems.has(keys[0]?.key ?? ''),
    )
  )
    return true;
  if (FUTURE.test(question.words) && !told.some(({ word }) => LATER.has(word))) return true;
  return isOfAnother(question, owed, entry, ready);
}

/** How many words before another may deny it. */
const BEFORE = 2;

/** Whether the item denies what the question takes for granted, or the question what the item does not. */
function isTurned({ terms, negative, language }: Question, told: readonly Token[]): boolean {
  if (negative) return !told.some(({ word }) => NEGATIONS.has(word) || language.negation.has(word));
  const asked = new Set(
    terms.flatMap(({ light, keys }) => (light ? [] : keys.slice(0, 1).map(({ key }) => key))),
  );
  return told.some(
    ({ stem }, at) =>
      asked.has(stem) && told.slice(Math.max(0, at - BEFORE), at).some(({ word }) => NEGATIONS.has(word)),
  );
}

const FUTURE = /^(?:when|where|who|what|which|how \S+)(?: \S+){0,2} (?:will|shall)\b|\bgoing to\b/u;
/** Between these, a number belongs to something else. */
const CLAUSE = /[,;:.!?()—–]|(?<!\p{L})(?:and|but|while|which|who)(?!\p{L})/gu;

/** A value stands in another clause than all that it is asked of. */
function isOfAnother(question: Question, owed: readonly Term[], entry: Entry, ready: Ready): boolean {
  if (entry.item.kind === 'card' || slotIn(question) === undefined || !VALUES.has(question.asked))
    return false;
  const keys = new Set(owed.flatMap((term) => [...term.keys.map(({ key }) => key), ...term.parts]));
  const values = quantitiesOf(entry.item.item).filter(
    ({ kind }) => kind !== 'time-of-day' && kind !== 'ordinal',
  );
  if (owed.length === 0 || values.length === 0) return false;
  return !values.some((value) =>
    tokensOf(clauseOf(entry.text, value), ready.language).some(({ stem }) => keys.has(stem)),
  );
}

const VALUES: ReadonlySet<string> = new Set(['count', 'sum', 'share', 'duration', 'distance', 'age']);

function clauseOf(text: string, { start, end }: Quantity): string {
  let [from, to] = [0, text.length];
  for (const { index, 0: sign } of text.matchAll(CLAUSE)) {
    if (index + sign.length <= start) from = index + sign.length;
    else if (index >= end && index < to) to = index;
  }
  return text.slice(from, to);
}
