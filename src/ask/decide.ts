/** Decides what answers a question, or why nothing does. Pure: it knows no wording. */
import type { Named } from '../../briefings/briefing.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { type Comparison, comparisonOf } from './compare.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import type { Question, Unit } from './read.ts';
import { speakerOf } from './speaker.ts';
import { isStrict } from './types.ts';

export type Decision =
  | { readonly kind: 'answer'; readonly first: Candidate; readonly more: readonly Candidate[] }
  | { readonly kind: 'compare'; readonly comparison: Comparison }
  | { readonly kind: 'overview' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'decline'; readonly why: Why; readonly related: readonly Entry[] };

export type Why =
  | { readonly kind: 'unknown-name'; readonly typed: string }
  /** Somebody whom the briefing quotes or reports, but not on that. */
  | { readonly kind: 'not-by-them'; readonly who: Named; readonly about: readonly Entry[] }
  /** Somebody whom the briefing only mentions. */
  | { readonly kind: 'silent'; readonly who: Named }
  | { readonly kind: 'not-of'; readonly typed: string }
  | { readonly kind: 'not-so' }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'elsewhere' };

/** How many items may stand under the one that answers, or under a refusal. */
const MORE = 2;
/** An item that answers less than this share of the best one's score does not belong to the answer. */
const BELONGS = 0.62;

export function decide(question: Question, knowledge: Knowledge): Decision {
  const matters = question.units.filter((unit) => unit.kind !== 'light');
  if (question.asked.kind === 'overview' && matters.every((unit) => onlyBackdrop(unit, knowledge)))
    return { kind: 'overview' };
  if (question.units.length === 0) return { kind: 'empty' };
  const comparison = comparisonOf(question, knowledge);
  if (comparison !== undefined) return { kind: 'compare', comparison };
  const speaker = speakerOf(question, knowledge);
  if (matters.length === 0) {
    return question.words.split(' ').length <= 2 ? { kind: 'empty' } : declined({ kind: 'elsewhere' }, []);
  }
  const card = cardFor(question, matters, knowledge);
  if (card !== undefined) return { kind: 'answer', first: card, more: [] };
  const all = candidatesFor(question, knowledge, speaker?.unit).filter(
    (one) => one.entry.subject.kind !== 'card' || mayAnswer(one, question),
  );
  const own = speaker === undefined ? all : all.filter((one) => speaks(one.entry, speaker.ids));
  const bound = speaker !== undefined && question.speech === 'own';
  const pool = bound ? own : all;
  const best = pool.find((one) => answers(one, question, matters));
  if (best !== undefined) {
    if (isFalsePremise(question, best)) return declined({ kind: 'not-so' }, [best.entry]);
    return { kind: 'answer', first: best, more: belonging(best, pool, question, matters) };
  }
  if (bound && !speaker.strict) {
    const other = all.find((one) => answers(one, question, matters));
    if (other !== undefined && !isFalsePremise(question, other))
      return { kind: 'answer', first: other, more: belonging(other, all, question, matters) };
  }
  return declineFor(question, matters, all, own, speaker, knowledge);
}

function onlyBackdrop(unit: Unit, knowledge: Knowledge): boolean {
  return [...unit.keys].some((key) => knowledge.isBackdrop(key));
}

/** An item answers when it leaves nothing open, is of the kind asked for, and has more in common than the backdrop. */
function answers(one: Candidate, question: Question, matters: readonly Unit[]): boolean {
  if (one.missing.length > 0) return false;
  if (isStrict(question.asked) && !one.fits) return false;
  if (question.asked.kind === 'who' && !one.fits) return false;
  return one.covered > 0 || matters.length <= 2 || question.speech === 'own' || isStrict(question.asked);
}

function mayAnswer(one: Candidate, question: Question): boolean {
  return question.asked.kind === 'where' ||
    question.asked.kind === 'who' ||
    question.asked.kind === 'identity' ||
    question.asked.kind === 'what'
    ? one.covered > 0
    : false;
}

function speaks(entry: Entry, ids: readonly string[]): boolean {
  const { subject } = entry;
  if (subject.kind !== 'statement' && subject.kind !== 'position') return false;
  return ids.some((id) => entry.voices.has(id));
}

/** 'Who is X', 'what is X': the card of the one thing named. */
function cardFor(question: Question, matters: readonly Unit[], knowledge: Knowledge): Candidate | undefined {
  if (question.asked.kind !== 'identity' || question.speech === 'own') return undefined;
  const name = matters.find((unit) => unit.ids.length > 0 && !/['’]s$/.test(unit.typed));
  if (name === undefined) return undefined;
  const cards = knowledge.entries.filter(
    (entry) =>
      entry.subject.kind === 'card' &&
      name.ids.some((id) => entry.keys.get(`e:${id}`) === 1 && cardId(entry) === id),
  );
  const card = cards.find((entry) =>
    matters.every((unit) => unit === name || [...unit.keys].some((key) => entry.keys.has(key))),
  );
  return card === undefined
    ? undefined
    : { entry: card, score: 0, missing: [], covered: 1, fits: true, quantity: undefined };
}

export function cardId(entry: Entry): string | undefined {
  if (entry.subject.kind !== 'card') return undefined;
  const { named } = entry.subject;
  if (named.kind === 'person') return named.person.id;
  if (named.kind === 'organisation') return named.organisation.id;
  return named.kind === 'side' ? named.side.id : named.place.id;
}

/** A question that takes for granted what the source denies: 'who signed the treaty' where none was agreed. */
function isFalsePremise(question: Question, best: Candidate): boolean {
  if (question.negative || !best.entry.negative) return false;
  return ['who', 'when', 'where', 'why', 'count', 'amount'].includes(question.asked.kind);
}

function belonging(
  best: Candidate,
  pool: readonly Candidate[],
  question: Question,
  matters: readonly Unit[],
): Candidate[] {
  const shown = new Set(best.entry.paragraphs);
  const more: Candidate[] = [];
  for (const one of pool) {
    if (more.length === MORE) break;
    if (one === best || one.entry.subject.kind === 'key-point' || one.entry.subject.kind === 'card') continue;
    if (
      one.score < best.score * BELONGS ||
      one.missing.length > 0 ||
      (one.covered === 0 && matters.length > 1)
    )
      continue;
    if (
      one.entry.paragraphs.every((paragraph) => shown.has(paragraph)) &&
      one.entry.subject.kind !== 'statement'
    )
      continue;
    if (question.asked.kind === 'count' && !one.fits) continue;
    more.push(one);
    for (const paragraph of one.entry.paragraphs) shown.add(paragraph);
  }
  return more;
}

function declineFor(
  question: Question,
  matters: readonly Unit[],
  all: readonly Candidate[],
  own: readonly Candidate[],
  speaker: ReturnType<typeof speakerOf>,
  knowledge: Knowledge,
): Decision {
  const unknown = matters.find(
    (unit) =>
      unit.kind === 'unknown-name' ||
      (unit.kind === 'name' && unit.ids.length === 0 && !knowsAny(unit, knowledge)),
  );
  const near = all
    .filter(
      (one) => one.covered > 0 && one.entry.subject.kind !== 'card' && one.entry.subject.kind !== 'note',
    )
    .slice(0, MORE)
    .map((one) => one.entry);
  if (unknown !== undefined) return declined({ kind: 'unknown-name', typed: unknown.typed }, near);
  if (speaker !== undefined && question.speech === 'own') {
    const who = knowledge.briefing.named(speaker.ids[0]!);
    const about = own.filter((one) => one.entry.subject.kind === 'statement').map((one) => one.entry);
    if (who !== undefined)
      return about.length > 0
        ? declined({ kind: 'not-by-them', who, about }, [])
        : declined({ kind: 'silent', who }, near);
  }
  if (near.length === 0 && matters.every((unit) => !onlyBackdrop(unit, knowledge) && unit.ids.length === 0))
    return declined({ kind: 'elsewhere' }, []);
  const open = all[0]?.missing.find(
    (unit) => unit.kind === 'matter' && all.every((one) => one.missing.includes(unit)),
  );
  return declined(open === undefined ? { kind: 'not-there' } : { kind: 'not-of', typed: open.typed }, near);
}

function knowsAny(unit: Unit, knowledge: Knowledge): boolean {
  return knowledge.entries.some((entry) => [...unit.keys].some((key) => entry.keys.has(key)));
}

function declined(why: Why, related: readonly Entry[]): Decision {
  return { kind: 'decline', why, related };
}
