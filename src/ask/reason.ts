/** Why a question has no answer, and what stands near it. */
import type { Named } from '../briefing/briefing.ts';
import type { Candidate } from './candidates.ts';
import { type Entry, SPEAKS_OF } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import type { Question, Unit } from './read.ts';
import type { Speaker } from './speaker.ts';

export type Why =
  | { readonly kind: 'unknown-name'; readonly typed: string }
  /** Somebody whom the briefing quotes or reports, but not on that. */
  | { readonly kind: 'not-by-them'; readonly who: Named; readonly about: readonly Entry[] }
  /** Somebody whom the briefing only mentions. */
  | { readonly kind: 'silent'; readonly who: Named }
  /** A notion that the briefing has nothing on. */
  | { readonly kind: 'not-of'; readonly typed: string }
  /** The source says the opposite of what the question takes for granted. */
  | { readonly kind: 'not-so' }
  | { readonly kind: 'not-there' }
  /** A thing close to the source that it does not tell. */
  | { readonly kind: 'unsaid'; readonly what: string }
  | { readonly kind: 'elsewhere' };

export type Refusal = { readonly why: Why; readonly related: readonly Entry[] };

/** How many related items are offered. */
const RELATED = 2;

export type Found = {
  readonly matters: readonly Unit[];
  readonly all: readonly Candidate[];
  /** What the one asked for said, whatever it is about. */
  readonly own: readonly Candidate[];
  readonly speaker: Speaker | undefined;
};

export function refusalOf(
  question: Question,
  { matters, all, own, speaker }: Found,
  knowledge: Knowledge,
): Refusal {
  const related = all
    .filter(isNear)
    .slice(0, RELATED)
    .map((one) => one.entry);
  const unknown = matters.find(
    (unit) =>
      unit.kind === 'unknown-name' ||
      (unit.kind === 'name' && unit.ids.length === 0 && !isKnown(unit, knowledge)),
  );
  if (unknown !== undefined) return { why: { kind: 'unknown-name', typed: unknown.typed }, related };
  const who = question.speech === 'own' ? knowledge.briefing.named(speaker?.ids[0] ?? '') : undefined;
  if (who !== undefined) {
    const about = own.map((one) => one.entry).filter((entry) => entry.subject.kind === 'statement');
    return about.length > 0
      ? { why: { kind: 'not-by-them', who, about }, related: [] }
      : { why: { kind: 'silent', who }, related };
  }
  const open = matters.find((unit) => unit.kind === 'matter' && !isKnown(unit, knowledge));
  if (related.length === 0 && matters.every((unit) => !isKnown(unit, knowledge)))
    return { why: { kind: 'elsewhere' }, related };
  return { why: open === undefined ? { kind: 'not-there' } : { kind: 'not-of', typed: open.typed }, related };
}

function isNear(one: Candidate): boolean {
  const { kind } = one.entry.subject;
  return one.covered > 0 && kind !== 'card' && kind !== 'note' && kind !== 'key-point';
}

function isKnown(unit: Unit, knowledge: Knowledge): boolean {
  return [...unit.keys].some((key) => knowledge.withKey(key).some(({ firmness }) => firmness >= SPEAKS_OF));
}
