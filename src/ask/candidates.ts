/** How well each item of the briefing answers a question: a score, and what of the question it leaves open. */

import { isWeighty } from './english/weighty.ts';
import type { Asked } from './intent.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import { isSpeltRight } from './lexicon.ts';
import type { Quantity } from './quantities.ts';
import type { Question, Unit } from './read.ts';
import { quantityFor, typeFits } from './types.ts';
import { stemOf } from './words.ts';

export type Candidate = {
  readonly entry: Entry;
  readonly score: number;
  /** Units of the question that the item does not speak of. */
  readonly missing: readonly Unit[];
  /** Everyday words among them that it does not have either; one may be passed over where much else fits. */
  readonly loose: readonly Unit[];
  /** Units that it speaks of and that are no backdrop. */
  readonly covered: number;
  /** Those of them that are no names. */
  readonly matters: number;
  /** It is of the kind that was asked for: a number, a date, a place. */
  readonly fits: boolean;
  /** The number that was asked for. */
  readonly quantity: Quantity | undefined;
};

/** From this firmness on, an item speaks of a key itself; below, only its topic does. */
const SPEAKS_OF = 0.5;
/** What a word that English takes for the same is worth beside the word itself. */
const SAME_MATTER = 0.85;
/** A leader is part of what his country does, less firmly than if he is named. */
const BY_SIDE = 0.5;

/** `speakers`: ids whose own words are wanted; empty where anybody's will do. */
export function candidatesFor(
  question: Question,
  knowledge: Knowledge,
  speaker: Unit | undefined,
): Candidate[] {
  return knowledge.entries
    .map((entry) => candidateFor(entry, question, knowledge, speaker))
    .sort((a, b) => b.score - a.score);
}

function candidateFor(
  entry: Entry,
  question: Question,
  knowledge: Knowledge,
  speaker: Unit | undefined,
): Candidate {
  const missing: Unit[] = [];
  const loose: Unit[] = [];
  let score = 0;
  let covered = 0;
  let matters = 0;
  let matched = 0;
  for (const unit of question.units) {
    if (unit === speaker) continue;
    const firmness = firmnessOf(unit, entry, question, knowledge);
    const backdrop = isBackdrop(unit, question, knowledge);
    score += firmness * weightOf(unit, backdrop, question, knowledge);
    if (firmness >= SPEAKS_OF) {
      matched += 1;
      if (unit.kind === 'light' || backdrop) continue;
      covered += 1;
      if (unit.kind === 'matter') matters += 1;
    } else if (unit.kind !== 'light' && !backdrop) {
      if (isEveryday(unit)) loose.push(unit);
      else missing.push(unit);
    }
  }
  const quantity = quantityFor(question.asked, entry, knowledge);
  const fits = typeFits(question.asked, entry, question, quantity);
  score +=
    kindBonus(question, entry) + (fits ? 1.5 : 0) + (matched / (matched + 0.12 * entry.keys.size)) * 1.5;
  score -= loose.length + (bringsInAnother(entry, question, knowledge) ? 0.8 : 0);
  return { entry, score, missing, loose, covered, matters, fits, quantity };
}

/** An English word in small letters that does not make the question another one. */
function isEveryday(unit: Unit): boolean {
  if (unit.kind !== 'matter' || unit.ids.length > 0 || unit.typed !== unit.typed.toLowerCase()) return false;
  return unit.words.split(' ').every((word) => isSpeltRight(word) && !isWeighty(stemOf(word)));
}

/** It tells of a country that the question does not speak of. */
function bringsInAnother(entry: Entry, question: Question, knowledge: Knowledge): boolean {
  for (const [key, firm] of entry.keys) {
    if (firm < 1 || !key.startsWith('c:') || knowledge.isBackdrop(key)) continue;
    if (!question.units.some((unit) => unit.keys.has(key))) return true;
  }
  return false;
}

function firmnessOf(unit: Unit, entry: Entry, question: Question, knowledge: Knowledge): number {
  let firmness = 0;
  for (const key of unit.keys) {
    const found = entry.keys.get(key);
    if (found === undefined) continue;
    firmness = Math.max(firmness, key.startsWith('~') ? found * SAME_MATTER : found);
  }
  if (firmness < BY_SIDE && question.speech !== 'own') {
    for (const id of unit.ids) {
      const named = knowledge.briefing.named(id);
      if (named?.kind === 'person' && named.person.side !== undefined && entry.voices.has(named.person.side))
        return BY_SIDE;
    }
  }
  return firmness;
}

/** What the whole briefing is about needs no repeating in the answer, unless it is what somebody is asked about. */
function isBackdrop(unit: Unit, question: Question, knowledge: Knowledge): boolean {
  if (unit.kind === 'unknown-name' || (unit.focus && question.speech === 'own')) return false;
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

function weightOf(unit: Unit, backdrop: boolean, question: Question, knowledge: Knowledge): number {
  if (unit.kind === 'light') return TELLING.test(unit.words) ? 0.9 : 0.3;
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
  where: { event: 0.8, background: 0.6 },
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
  const bonus = BONUS[question.asked.kind]?.[kind] ?? 0;
  const direct = entry.subject.kind === 'statement' && entry.subject.item.mode === 'direct' ? 0.2 : 0;
  if (question.speech === 'own') return bonus + direct + (kind === 'statement' ? 0.6 : 0);
  if (question.speech === 'deed')
    return (
      bonus +
      (kind === 'statement' ? 0.5 : kind === 'position' ? (STANCE.test(question.words) ? 1.5 : 0.5) : 0)
    );
  return bonus;
}
