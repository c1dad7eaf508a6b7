/** Decides what answers a question, or why nothing does: guards, then finders, then one table. Pure; knows no wording. */

import { tokensOf } from '../words/tokens.ts';
import { cardFor } from './card.ts';
import { comparisonOf } from './compare.ts';
import type { Beside, Decision, Item, Lead } from './decision.ts';
import { declined, whyNot } from './decline.ts';
import { isForeign, isHardlyKnown, isHardlyTold, isOffTopic, isScattered } from './doubts.ts';
import { firmnessOf } from './finders/matter.ts';
import { GUARDS } from './guards.ts';
import { asksName, holds, valueIn } from './holds.ts';
import type { Question } from './read.ts';
import { type Entry, type Ready, SPEAKS_OF } from './ready.ts';
import { NEEDS_VALUE, TABLE } from './table.ts';
import { unknownIn } from './understood.ts';
import { quotedIn } from './verdict/claimed.ts';
import { quotedMatch } from './verdict/quoted.ts';
import { type Candidate, candidatesFor, chanceOf, type Features, featuresOf } from './weigh.ts';

/** A decision with the way to it, for whoever wants to know why. */
export type Decided = {
  readonly decision: Decision;
  /** Which rule decided. */
  readonly by: string;
  /** What was found, the best first. */
  readonly found: readonly Candidate[];
  readonly features?: Features;
  /** It is likely an answer, and not certain enough to stand without a mark; or its words stand far apart. */
  readonly unsure?: 'likely' | 'scattered';
};

/** How many items may stand under the one that answers. */
const MORE = 2;

export function decide(question: Question, ready: Ready): Decided {
  for (const guard of GUARDS) {
    const decision = guard.decide(question, ready);
    if (decision !== undefined) return { decision, by: `guard: ${guard.name}`, found: [] };
  }
  const comparison = comparisonOf(question, ready);
  if (comparison !== undefined) return { decision: comparison, by: 'an issue and its sides', found: [] };
  const card = cardFor(question, ready);
  if (card !== undefined)
    return { decision: answered([card], question, ready), by: 'who or what it is', found: [] };
  const said = inQuotation(question, ready);
  if (said !== undefined)
    return { decision: answered([said], question, ready), by: 'the very words', found: [] };
  const all = candidatesFor(question, ready);
  if (question.speaker.length > 0) return decideSpeech(question, ready, all);
  return decideAmong(all, question, ready, all);
}

/** Who said some words that are told in quotation marks: whoever is quoted with just these, and nobody else. */
function inQuotation({ asked, speech, typed }: Question, ready: Ready): Entry | undefined {
  if (asked !== 'who' || !speech) return undefined;
  const [words, another] = quotedIn(typed);
  if (words === undefined || another !== undefined) return undefined;
  const match = quotedMatch(words, ready.briefing);
  return match?.kind === 'exact' ? ready.entries.find(({ id }) => id === match.item.item.id) : undefined;
}

/** One pool of candidates: its best is the answer where enough speaks for it. */
function decideAmong(
  pool: readonly Candidate[],
  question: Question,
  ready: Ready,
  all: readonly Candidate[],
  from: number = TABLE.answerFrom,
): Decided {
  // Of those that lead, one that holds the value asked for comes before one that does not.
  const best =
    NEEDS_VALUE.has(question.asked) || asksName(question)
      ? (pool.find(({ fits }) => fits === true) ?? pool[0])
      : pool[0];
  if (best === undefined) return declined(whyNot(question, ready, []), [], question, ready, 'nothing found');
  const features = featuresOf(best, pool, question, ready);
  const lacksValue =
    (features.slotEmpty > 0 && (NEEDS_VALUE.has(question.asked) || asksName(question))) ||
    (question.speech && question.asked !== 'whether' && SILENT.test(best.entry.text));
  const chance = lacksValue ? 0 : chanceOf(features);
  const by = `chance ${chance.toFixed(2)}, answered from ${from}`;
  const unsure = chance < from;
  if (
    chance < Math.min(from, TABLE.markedFrom) ||
    (unsure &&
      (isHardlyTold(features, question) ||
        isHardlyKnown(best, question, ready) ||
        isForeign(question, ready) ||
        isOffTopic(best, question, ready)))
  )
    return {
      ...declined(whyNot(question, ready, pool), [...pool, ...all], question, ready, by),
      found: pool,
      features,
    };
  const entries = belonging(best, pool, question, ready, unsure).map(({ entry }) => entry);
  return {
    decision: answered(entries, question, ready),
    by,
    found: pool,
    features,
    ...(unsure ? { unsure: 'likely' } : isScattered(features, question) ? { unsure: 'scattered' } : {}),
  };
}

/** Words of somebody: only theirs will do; of a country also what the source tells of it in its own voice. */
function decideSpeech(question: Question, ready: Ready, all: readonly Candidate[]): Decided {
  const { speaker } = question;
  const theirs = ({ item, voices }: Entry) =>
    (item.kind === 'statement' || item.kind === 'position') && voices.some((id) => speaker.includes(id));
  const terms = question.terms.filter(({ ids, focus }) => focus || !ids.some((id) => speaker.includes(id)));
  const about = { ...question, terms };
  const own = candidatesFor(about, ready, theirs);
  if (own.length > 0 && terms.every(({ light }) => light)) {
    const entries = own.slice(0, MORE + 1).map(({ entry }) => entry);
    return { decision: answered(entries, question, ready), by: 'asked for all that they said', found: own };
  }
  const decided = own.length > 0 ? decideAmong(own, about, ready, all, TABLE.speechFrom) : undefined;
  if (decided?.decision.kind === 'answer') return decided;
  const who = ready.briefing.named(speaker[0] ?? '');
  if (who === undefined) return decideAmong(all, question, ready, all);
  if (who.kind !== 'person') {
    const deeds = all.filter(({ entry }) => isTheirDeed(entry, speaker, ready));
    const told = decideAmong(deeds, question, ready, all);
    if (told.decision.kind === 'answer') return { ...told, unsure: 'likely' };
  }
  const few = own.filter(({ entry }) => entry.item.kind === 'statement');
  const others = terms.some(({ kind, light, focus }) => !light && (kind !== 'word' || focus));
  if (question.asked !== 'whether' && !others && few.length > 0 && few.length <= FEW_LINES) {
    const entries = few.map(({ entry }) => entry);
    return {
      decision: answered(entries, question, ready),
      by: 'all that they said',
      found: own,
      unsure: 'likely',
    };
  }
  const lines = ready.briefing.saidBy(who.item.id).map((item) => ({ kind: 'statement', item }) as const);
  return {
    ...declined(
      lines.length === 0 ? { kind: 'silent', who } : { kind: 'not-by-them', who, lines },
      [...own, ...all],
      question,
      ready,
      'none of their words is about that',
    ),
    found: own,
    ...(decided?.features === undefined ? {} : { features: decided.features }),
  };
}

/** Somebody with no more lines than these is answered with all of them, marked; not where it is asked about a thing. */
const FEW_LINES = 4;

/** Whoever acts is named at the beginning. */
const OPENING = 5;

/** What a country announced or did may stand for what it said, where the source tells it in its own voice. */
function isTheirDeed({ item, text }: Entry, speaker: readonly string[], ready: Ready): boolean {
  if (item.kind === 'statement' || item.kind === 'position' || item.kind === 'card' || item.kind === 'note')
    return false;
  const opening = tokensOf(text, ready.language).slice(0, OPENING);
  return opening.some(
    (_, at) => ready.names.at(opening, at)?.ids.some((id) => speaker.includes(id)) === true,
  );
}

/** What tells that somebody said nothing is no answer to what he said. */
const SILENT =
  /could not be reached|(?:declined|refused) to (?:comment|answer|be interviewed)|did not (?:immediately )?(?:respond|reply|comment|return)|no comment/i;

function answered(entries: readonly Entry[], question: Question, ready: Ready): Decision {
  const [first, ...more] = entries as [Entry, ...Entry[]];
  const lead = leadOf(first, question, ready);
  return {
    kind: 'answer',
    items: [first.item, ...more.map(({ item }) => item)],
    ...(lead === undefined ? {} : { lead }),
    beside: besideOf(question, ready),
  };
}

/** The value that was asked for, before the item that holds it; a figure and an event begin with theirs. */
function leadOf(entry: Entry, question: Question, ready: Ready): Lead | undefined {
  const { item } = entry;
  if (item.kind === 'card') return undefined;
  const value = valueIn(entry, question, ready);
  if (
    question.asked === 'when' &&
    value === undefined &&
    item.kind !== 'event' &&
    'when' in item.item &&
    item.item.when !== undefined
  )
    return { kind: 'when', when: item.item.when };
  if (question.asked === 'where' && item.kind === 'event' && item.item.place !== undefined)
    return { kind: 'name', id: item.item.place };
  if (question.asked === 'whether') return { kind: 'source-says' };
  if (holds(entry, question, ready) !== true) return undefined;
  return value === undefined ? undefined : { kind: 'slice', words: value };
}

function besideOf(question: Question, ready: Ready): Beside {
  const foreign = question.language.code !== ready.language.code;
  return {
    unread: foreign ? [] : unknownIn(question).map(({ typed }) => typed),
    ...(foreign ? { language: question.language.code } : {}),
  };
}

/** The items that are shown where the first is likely, and not plainly, the answer: one that comes near may be it, unless the first has all of the question. */
export function shownUnsure({ decision, found }: Decided, question: Question, ready: Ready): readonly Item[] {
  if (decision.kind !== 'answer') return [];
  const best = found.find(({ entry }) => entry.item === decision.items[0]);
  const full = question.terms.filter(({ light }) => !light);
  const hasAll = (one: Candidate) =>
    full.every((term) => (firmnessOf(term, ready)[one.entry.at] ?? 0) >= SPEAKS_OF);
  if (best === undefined || hasAll(best)) return decision.items;
  const near = belonging(best, found, question, ready, true).map(({ entry }) => entry.item);
  return [...new Set([...decision.items, ...near])].slice(0, 1 + MORE);
}

/** It does not have a name that is asked for and that the best has: another's words beside somebody's. */
function isOfAnother(one: Candidate, best: Candidate, { terms }: Question, ready: Ready): boolean {
  return terms.some(
    (term) =>
      term.kind === 'name' &&
      (firmnessOf(term, ready)[best.entry.at] ?? 0) >= SPEAKS_OF &&
      (firmnessOf(term, ready)[one.entry.at] ?? 0) < SPEAKS_OF,
  );
}

/** The best, and the next where they answer nearly as well and rest on something else. */
function belonging(
  best: Candidate,
  pool: readonly Candidate[],
  question: Question,
  ready: Ready,
  unsure: boolean,
): Candidate[] {
  const shown = new Set(best.entry.refs);
  const said = new Set([best.entry.text]);
  const more: Candidate[] = [];
  const [share, from] = unsure
    ? [TABLE.belongsUnsure, 0]
    : [TABLE.belongs, question.speaker.length > 0 ? TABLE.speechFrom : TABLE.answerFrom];
  for (const one of pool) {
    if (more.length === MORE || one.score < best.score * share) break;
    const { item, refs } = one.entry;
    if (unsure && isOfAnother(one, best, question, ready)) continue;
    if (one === best || item.kind === 'key-point' || item.kind === 'card' || item.kind === 'note') continue;
    if (refs.some((ref) => shown.has(ref)) && (item.kind !== 'statement' || said.has(one.entry.text)))
      continue;
    if (chanceOf(featuresOf(one, pool, question, ready)) < from) continue;
    more.push(one);
    said.add(one.entry.text);
    for (const ref of refs) shown.add(ref);
  }
  return [best, ...more];
}
