/** How well each item of the briefing answers a question: a score, and what of the question it leaves open. */

import type { Statement } from '../briefing/schema.ts';
import { isWeighty } from './english/weighty.ts';
import { type Entry, SPEAKS_OF } from './entries.ts';
import type { Asked } from './intent.ts';
import type { Knowledge } from './knowledge.ts';
import { isSpeltRight } from './lexicon.ts';
import type { Quantity } from './quantities.ts';
import type { Question, Unit } from './read.ts';
import { quantityFor, typeFits, type Wanted, wantedBy } from './types.ts';
import { stemOf } from './words.ts';

export type Candidate = {
  readonly entry: Entry;
  readonly score: number;
  /** How many units of the question the item does not speak of. */
  readonly missing: number;
  /** How many everyday words it does not have either; one may be passed over where much else fits. */
  readonly loose: number;
  /** How many units it speaks of that are no backdrop. */
  readonly covered: number;
  /** How many of them are no names. */
  readonly matters: number;
  /** It is of the kind that was asked for: a number, a date, a place. */
  readonly fits: boolean;
  /** The number that was asked for. */
  readonly quantity: Quantity | undefined;
};

/** What a word that English takes for the same is worth beside the word itself. */
const SAME_MATTER = 0.85;
/** A leader is part of what his country does, less firmly than if he is named. */
const BY_SIDE = 0.5;

type Tally = {
  score: number;
  missing: number;
  loose: number;
  covered: number;
  matters: number;
  matched: number;
  readonly foreign: boolean;
};

/** All items, the best first. `speaker` is left aside: whose words they are is judged elsewhere. */
export function candidatesFor(
  question: Question,
  knowledge: Knowledge,
  speaker: Unit | undefined,
): Candidate[] {
  const tallies: Tally[] = knowledge.entries.map((entry) => ({
    foreign: entry.countries.some((key) => !knowledge.isBackdrop(key)),
    score: 0,
    missing: 0,
    loose: 0,
    covered: 0,
    matters: 0,
    matched: 0,
  }));
  for (const unit of question.units) if (unit !== speaker) count(unit, tallies, question, knowledge);
  const wanted = wantedBy(question);
  return knowledge.entries
    .map((entry, at) => candidate(entry, tallies[at]!, question, wanted, knowledge))
    .sort((a, b) => b.score - a.score);
}

function count(unit: Unit, tallies: readonly Tally[], question: Question, knowledge: Knowledge): void {
  const backdrop = isBackdrop(unit, question, knowledge);
  const weight = weightOf(unit, backdrop, question, knowledge);
  const required = unit.kind !== 'light' && !backdrop;
  const open = !required ? undefined : isEveryday(unit) ? 'loose' : 'missing';
  const firmness = firmnessOf(unit, question, knowledge);
  const thing = unit.kind === 'matter' || unit.ids.some((id) => isThing(id, knowledge));
  const place = backdrop && unit.ids.some((id) => knowledge.briefing.named(id)?.kind === 'place');
  for (const [at, tally] of tallies.entries()) {
    const firm = firmness.get(at) ?? 0;
    tally.score += weight * firm;
    if (firm < SPEAKS_OF) {
      if (open !== undefined) tally[open] += 1;
      // An item about another country's islands is not about those that the whole briefing is about.
      else if (place && tally.foreign) tally.missing += 1;
      continue;
    }
    tally.matched += 1;
    if (!required) continue;
    tally.covered += 1;
    if (thing) tally.matters += 1;
  }
}

/** How firmly each entry speaks of a unit, by the entry's place; entries that do not are left out. */
export function firmnessOf(unit: Unit, question: Question, knowledge: Knowledge): Map<number, number> {
  const firmness = new Map<number, number>();
  const raise = (at: number, firm: number) => firmness.set(at, Math.max(firm, firmness.get(at) ?? 0));
  for (const key of unit.keys) {
    const worth = key.startsWith('~') ? SAME_MATTER : 1;
    for (const { at, firmness: firm } of knowledge.withKey(key)) raise(at, firm * worth);
  }
  if (question.speech === 'own') return firmness;
  for (const id of unit.ids) {
    const named = knowledge.briefing.named(id);
    if (knowledge.principals.has(id)) for (const at of knowledge.ofOccasion) raise(at, BY_SIDE);
    const side = named?.kind === 'person' ? named.item.side : undefined;
    if (side === undefined) continue;
    for (const [at, entry] of knowledge.entries.entries()) if (entry.voices.has(side)) raise(at, BY_SIDE);
  }
  return firmness;
}

function candidate(
  entry: Entry,
  tally: Tally,
  question: Question,
  wanted: Wanted,
  knowledge: Knowledge,
): Candidate {
  const { matched, foreign: _, ...rest } = tally;
  const quantity = quantityFor(question.asked, entry, wanted);
  const fits = typeFits(question.asked, entry, wanted, quantity);
  const share = matched / (matched + 0.12 * entry.size);
  const another = entry.countries.some((key) => !knowledge.isBackdrop(key) && !wanted.keys.has(key));
  const score =
    tally.score +
    kindBonus(question, entry) +
    (fits ? 1.5 : 0) +
    share * 1.5 -
    tally.loose -
    (another ? 0.8 : 0);
  return { ...rest, entry, score, fits, quantity };
}

/** An English word in small letters that does not make the question another one. */
function isEveryday(unit: Unit): boolean {
  if (unit.kind !== 'matter' || unit.wanted || unit.ids.length > 0 || unit.typed !== unit.typed.toLowerCase())
    return false;
  return unit.words.split(' ').every((word) => isSpeltRight(word) && !isWeighty(stemOf(word)));
}

/** What the whole briefing is about needs no repeating in the answer, unless it is what somebody is asked about. */
function isBackdrop(unit: Unit, question: Question, knowledge: Knowledge): boolean {
  if (unit.kind === 'unknown-name' || (unit.focus && question.speech === 'own')) return false;
  if (unit.subject && isActor(unit, knowledge)) return false;
  const named = unit.ids.map((id) => knowledge.briefing.named(id)?.kind);
  if (named.includes('person')) return false;
  // Where somebody spoke is not what he spoke about.
  if (unit.setting && question.speech === 'own' && named.includes('place')) return true;
  if (unit.kind === 'matter' && !unit.setting && [...unit.keys].some((key) => knowledge.isOccasion(key)))
    return false;
  return [...unit.keys].some((key) => knowledge.isBackdrop(key));
}

/** Verbs that are understood without the answer having them tell answers apart where it does. */
const TELLING =
  /^(?:suggest|propos|offer|want|plan|agree|demand|discuss|announc|promis|stress|reiterat|support|complain|accus|concern|worr|say|said|help|expect|goal|hop)/;

/** Somebody's very words, and words of one person alone, answer better than what several are said to have said. */
function plainlyTheirs(statement: Statement): number {
  return (statement.mode === 'direct' ? 0.3 : 0) + (statement.speakers.length === 1 ? 0.4 : 0);
}

/** A place, a body or a crowd: asked about, it is a matter of its own. */
function isThing(id: string, knowledge: Knowledge): boolean {
  const named = knowledge.briefing.named(id);
  return (
    named?.kind === 'place' ||
    named?.kind === 'organisation' ||
    (named?.kind === 'person' && named.item.kind === 'group')
  );
}

function isActor(unit: Unit, knowledge: Knowledge): boolean {
  return unit.ids.some((id) => knowledge.briefing.named(id)?.kind !== 'place');
}

function weightOf(unit: Unit, backdrop: boolean, question: Question, knowledge: Knowledge): number {
  if (unit.kind === 'light') return TELLING.test(unit.words) ? 1.5 : 0.3;
  if (backdrop) return unit.kind === 'name' && question.speech !== 'own' ? 0.8 : 0.4;
  let rarest = 0;
  for (const key of unit.keys) rarest = Math.max(rarest, knowledge.weightOf(key));
  return Math.max(0.3, Math.min(rarest, 4));
}

const BONUS: Partial<Record<Asked['kind'], Partial<Record<string, number>>>> = {
  count: { figure: 1.5 },
  amount: { figure: 1.5, deal: 0.5 },
  duration: { figure: 1.5 },
  when: { event: 1, figure: -0.3 },
  where: { event: 0.8, background: 0.6, card: 0.4 },
  who: { deal: 0.5, statement: 0.3 },
  why: { background: 0.5, statement: 0.4 },
  whether: { statement: 0.4, position: 0.3, background: 0.3 },
  what: { statement: 0.3, background: 0.2, deal: 0.2, event: 0.1 },
  identity: { deal: 0.3, background: 0.3 },
  happened: { event: 1.5, background: 0.4 },
};

const STANCE = /\b(?:positions?|stances?|polic(?:y|ies)|standpoint|attitude)\b/;

function kindBonus(question: Question, entry: Entry): number {
  if (question.negative && entry.negative) return 1 + plainBonus(question, entry);
  return plainBonus(question, entry);
}

function plainBonus(question: Question, entry: Entry): number {
  const { kind } = entry.subject;
  if (kind === 'key-point') return -1;
  if (kind === 'card') return ['identity', 'where', 'who'].includes(question.asked.kind) ? -0.5 : -2;
  if (kind === 'note') return -1.2;
  const bonus =
    (BONUS[question.asked.kind]?.[kind] ?? 0) + (question.asked.kind === 'why' && entry.reasoned ? 1 : 0);
  const direct = entry.subject.kind === 'statement' ? plainlyTheirs(entry.subject.item) : 0;
  if (question.speech === 'own') return bonus + direct + (kind === 'statement' ? 0.6 : 0);
  if (question.speech === 'deed')
    return (
      bonus +
      (kind === 'statement' ? 0.5 : kind === 'position' ? (STANCE.test(question.words) ? 1.5 : 0.5) : 0)
    );
  return bonus;
}
