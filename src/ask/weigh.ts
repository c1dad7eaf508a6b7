/** Weighs what the finders found: each item's score, and what speaks for and against the best one being the answer. */
import type { Claim } from '../briefing/briefing.ts';
import { isEveryday } from '../words/english.ts';
import { tokensOf } from '../words/tokens.ts';
import { around, firmnessAround } from './finders/around.ts';
import { firmnessOf, matter, weightOf } from './finders/matter.ts';
import { phrasings } from './finders/phrasings.ts';
import { holds, isStrict } from './holds.ts';
import type { Question } from './read.ts';
import { type Entry, type Ready, SPEAKS_OF } from './ready.ts';
import { givesReason } from './reasons.ts';
import { asksState, tellsState } from './state.ts';
import { TABLE } from './table.ts';
import type { Term } from './term.ts';

export type Candidate = {
  readonly entry: Entry;
  readonly score: number;
  /** What each finder gave it. */
  readonly found: { readonly matter: number; readonly phrasings: number; readonly around: number };
  /** It holds a value of the kind asked for; undefined where none is. */
  readonly fits: boolean | undefined;
};

/** Only so many of the best are looked at closely. */
const CLOSELY = 24;

/** All items that have anything of the question, the best first. */
export function candidatesFor(
  question: Question,
  ready: Ready,
  of?: (entry: Entry) => boolean,
  most: number = CLOSELY,
): Candidate[] {
  const byMatter = matter.find(question, ready);
  const byPhrasing = phrasings.find(question, ready);
  const persons = question.terms.filter(({ ids }) =>
    ids.some((id) => ready.briefing.named(id)?.kind === 'person'),
  );
  const state = asksState(question);
  const byThoseAround = around.find(question, ready);
  const rough: Candidate[] = [];
  for (const [at, entry] of ready.entries.entries()) {
    if (of !== undefined && !of(entry)) continue;
    const found = {
      matter: byMatter[at] ?? 0,
      phrasings: byPhrasing[at] ?? 0,
      around: byThoseAround[at] ?? 0,
    };
    if (found.matter + found.phrasings + found.around === 0 && of === undefined) continue;
    const score =
      found.matter * TABLE.finders.matter +
      found.phrasings * TABLE.finders.phrasings +
      found.around * TABLE.finders.around +
      (question.beside?.some((ref) => entry.refs.includes(ref)) === true ? TABLE.beside : 0) +
      TABLE.nameless * persons.filter((term) => isNameless(entry, term, ready)).length +
      kindBonus(question, entry);
    rough.push({
      entry,
      score: score + (state ? TABLE.state * tellsState(entry, ready) : 0),
      found,
      fits: undefined,
    });
  }

  const best = rough.sort(better).slice(0, most);
  return best
    .map((one) => {
      const fits = holds(one.entry, question, ready);
      return { ...one, fits, score: one.score + (fits === true ? TABLE.slot : 0) };
    })
    .sort(better);
}

/** Whoever is asked for is named neither in it nor around it. */
function isNameless(entry: Entry, term: Term, ready: Ready): boolean {
  return firmnessIn(entry, term, ready) < SPEAKS_OF && firmnessAround(entry, term, ready) < SPEAKS_OF;
}

function better(one: Candidate, other: Candidate): number {
  return other.score - one.score || (one.entry.id < other.entry.id ? -1 : 1);
}

const KINDS: Partial<Record<string, Partial<Record<Claim['kind'], number>>>> = {
  count: { figure: 1.2 },
  sum: { figure: 1, deal: 0.5 },
  share: { figure: 0.8 },
  duration: { figure: 0.8 },
  when: { event: 0.8 },
  where: { event: 0.6 },
  who: { deal: 0.4, statement: 0.3 },
  why: { background: 0.3, statement: 0.3 },
  happened: { event: 1 },
};

function kindBonus(question: Question, { item }: Entry): number {
  if (item.kind === 'key-point') return TABLE.keyPoint;
  if (item.kind === 'note') return TABLE.note;
  if (item.kind === 'card') return TABLE.card;
  const bonus = KINDS[question.asked]?.[item.kind] ?? 0;
  const theirs = question.speech && item.kind === 'statement' ? 0.5 : 0;
  const direct = item.kind === 'statement' && item.item.mode === 'direct' ? 0.2 : 0;
  return TABLE.kinds * (bonus + theirs + direct);
}

/** What is told of a candidate as the answer to a question; each from 0 to about 1, or a small count. */
export type Features = Record<Exclude<keyof typeof TABLE.answer, 'bias'>, number>;

export function featuresOf(
  one: Candidate,
  others: readonly Candidate[],
  question: Question,
  ready: Ready,
): Features {
  let [weight, covered, matched, name, stranger, number, known, everyday, rare, wanted, own, beside] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  for (const term of question.terms) {
    if (term.light) continue;
    const worth = weightOf(term, ready);
    const firm = firmnessIn(one.entry, term, ready);
    weight += worth;
    covered += worth * Math.min(1, firm);
    if (firm >= OWN_WORD) own += worth;
    if (firm >= SPEAKS_OF) {
      matched += (worth * Math.min(1, firm)) / TABLE.mostWeight;
      continue;
    }
    // What another says next to somebody is not what he says.
    if (question.speaker.length === 0 && firmnessAround(one.entry, term, ready) >= SPEAKS_OF) beside += worth;
    else if (term.kind === 'name') name += 1;
    else if (term.kind === 'stranger') stranger += 1;
    else if (term.kind === 'number') number += 1;
    else if (term.wanted) wanted += 1;
    else if (term.known) known += worth;
    else if (isEveryday(term.words)) everyday += worth;
    else rare += worth;
  }
  const next = others.find(
    ({ entry }) => entry !== one.entry && !entry.refs.some((at) => one.entry.refs.includes(at)),
  );
  return {
    covered: weight === 0 ? 0 : covered / weight,
    likeness: one.found.phrasings,
    missingName: name,
    missingStranger: stranger,
    missingNumber: number,
    missingKnown: weight === 0 ? 0 : known / weight,
    missingEveryday: weight === 0 ? 0 : everyday / weight,
    missingRare: weight === 0 ? 0 : rare / weight,
    missingWanted: wanted,
    beside: weight === 0 ? 0 : beside / weight,
    terms: Math.min(question.terms.filter(({ light }) => !light).length, 6) / 6,
    bare: question.bare ? 1 : 0,
    ownWords: weight === 0 ? 0 : own / weight,
    together: togetherIn(one.entry, question, ready),
    slotFilled: one.fits === true ? 1 : 0,
    slotEmpty: isStrict(question) && one.fits !== true ? 1 : 0,
    margin: next === undefined || one.score <= 0 ? 1 : Math.max(0, 1 - next.score / one.score),
    matched: Math.min(matched, 6),
    noReason: question.asked === 'why' && !givesReason(one.entry, ready) ? 1 : 0,
    whether: question.asked === 'whether' ? 1 - (weight === 0 ? 1 : own / weight) : 0,
    notTheirWords:
      question.speech && question.speaker.length === 0 && one.entry.item.kind !== 'statement' ? 1 : 0,
    passing: one.entry.item.kind === 'card' || one.entry.item.kind === 'note' ? 1 : 0,
  };
}

/** From here on, it is the word itself and none like it. */
const OWN_WORD = 0.8;
/** How far apart words may stand in an item that stand next to each other in the question. */
const NEAR = 4;

/** The share of neighbouring notions of the question that stand near each other in the item too. */
function togetherIn(entry: Entry, { terms }: Question, ready: Ready): number {
  const full = terms.filter(({ light }) => !light);
  if (full.length < 2) return 0;
  const places = placesIn(entry, ready);
  const of = (term: Term) => [
    ...term.keys.filter(({ worth }) => worth >= SPEAKS_OF).flatMap(({ key }) => places.get(key) ?? []),
    ...term.parts.flatMap((part) => places.get(part) ?? []),
  ];
  let near = 0;
  for (const [at, term] of full.slice(1).entries()) {
    const before = of(full[at] as Term);
    if (of(term).some((place) => before.some((other) => Math.abs(place - other) <= NEAR))) near += 1;
  }
  return near / (full.length - 1);
}

const PLACES = new WeakMap<Entry, ReadonlyMap<string, readonly number[]>>();

function placesIn(entry: Entry, { language }: Ready): ReadonlyMap<string, readonly number[]> {
  const known = PLACES.get(entry);
  if (known !== undefined) return known;
  const places = new Map<string, number[]>();
  for (const [at, { stem }] of tokensOf(entry.text, language).entries())
    places.set(stem, [...(places.get(stem) ?? []), at]);
  PLACES.set(entry, places);
  return places;
}

function firmnessIn(entry: Entry, term: Term, ready: Ready): number {
  return firmnessOf(term, ready)[entry.at] ?? 0;
}

/** How likely a candidate is the answer, from 0 to 1. */
export function chanceOf(features: Features): number {
  const { bias, ...weights } = TABLE.answer;
  let sum: number = bias;
  for (const [name, weight] of Object.entries(weights)) sum += weight * features[name as keyof Features];
  return 1 / (1 + Math.exp(-sum));
}
