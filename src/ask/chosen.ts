/** What somebody else chose to answer a question, held by the rules: it may come first, and makes nothing true. */
import type { Claim } from '../briefing/briefing.ts';
import type { Decided } from './decide.ts';
import type { Beside, Decision, Item } from './decision.ts';
import { nearestOf } from './decline.ts';
import { firmnessAround } from './finders/around.ts';
import { firmnessOf } from './finders/matter.ts';
import { holds } from './holds.ts';
import type { Question } from './read.ts';
import { type Entry, type Ready, SPEAKS_OF } from './ready.ts';
import { TABLE } from './table.ts';
import type { Term } from './term.ts';
import { unsaidIn } from './verdict/unsaid.ts';

/** The items that were chosen for a question, by its words; none where nothing was. */
export type Chosen = (question: string) => readonly Claim[];

/** How many may be shown. */
const MOST = 3;

/**
 * With what was chosen first. Against an answer that stands without a mark only what nearly is the answer by the rules
 * too; otherwise what passes them, always with a mark: that an item answers is not told on a model's word.
 */
export function withChosen(
  decided: Decided,
  typed: string,
  question: Question,
  ready: Ready,
  chosen: readonly Claim[],
): Decided {
  if (!isOpen(decided.decision, question)) return decided;
  const entries = chosen.flatMap((claim) => ready.entries.filter(({ item }) => item === claim));
  const fitting = entries.filter((entry) => passes(entry, question, ready)).slice(0, MOST);
  const [first] = fitting;
  if (first === undefined) return decided;
  const { decision } = decided;
  const by = `chosen, and held by the rules; before it: ${decided.by}`;
  if (decision.kind === 'answer' && decision.verdict === undefined) {
    const [best] = decided.found;
    const one = decided.found.find(({ entry }) => entry === first);
    const isNear = one !== undefined && best !== undefined && one.score >= best.score * TABLE.belongs;
    if (
      !isNear ||
      first.item === decision.items[0] ||
      unsaidIn(typed, question, first.item, ready) !== undefined
    )
      return decided;
    const { lead: _, ...rest } = decision;
    return {
      ...decided,
      by,
      decision: { ...rest, items: [first.item, ...without(decision.items, first.item)] },
    };
  }
  // What the rules would have shown stays beside it.
  const own = decision.kind === 'answer' ? decision.items : [];
  const others = [...fitting.slice(1).map(({ item }) => item), ...own];
  const items: [Item, ...Item[]] = [first.item, ...without([...new Set(others)], first.item)];
  const verdict = unsaidIn(typed, question, first.item, ready) ?? UNSAID;
  const beside: Beside = 'beside' in decision ? decision.beside : { unread: [] };
  return {
    ...decided,
    by,
    decision: { kind: 'answer', items, verdict, nearest: nearestOf(decided.found, items), beside },
  };
}

const UNSAID = { verdict: 'partly', short: 'unsaid', words: [] } as const;

/** Whether anything may be chosen: not where a rule answers for certain, nor of somebody whom nobody knows. */
export function isOpen(decision: Decision, { terms }: Question): boolean {
  if (terms.some(({ kind, known }) => kind === 'stranger' && !known)) return false;
  if (decision.kind === 'decline') return decision.why.kind !== 'elsewhere';
  if (decision.kind !== 'answer' || decision.items[0].kind === 'card') return false;
  const { verdict } = decision;
  return verdict === undefined || (verdict.verdict === 'partly' && verdict.short === 'unsaid');
}

function without(items: readonly Item[], first: Item): Item[] {
  return items.filter((item) => item !== first).slice(0, MOST - 1);
}

/** Of whoever is asked for, of all who are named, with such a value as is asked for, and with something of the question. */
function passes(entry: Entry, question: Question, ready: Ready): boolean {
  const { item, voices } = entry;
  if (item.kind === 'card' || item.kind === 'note' || item.kind === 'key-point') return false;
  const { speaker } = question;
  const isSpeech = item.kind === 'statement' || item.kind === 'position';
  if (speaker.length > 0 && !(isSpeech && voices.some((id) => speaker.includes(id)))) return false;
  if (holds(entry, question, ready) === false) return false;
  const isNear = (term: Term) =>
    (firmnessOf(term, ready)[entry.at] ?? 0) > 0 || firmnessAround(entry, term, ready) >= SPEAKS_OF;
  if (speaker.length === 0 && !question.terms.some((term) => !term.light && isNear(term))) return false;
  return question.terms.every(
    (term) =>
      term.light ||
      (term.kind !== 'name' && term.kind !== 'number') ||
      term.ids.some((id) => speaker.includes(id)) ||
      (firmnessOf(term, ready)[entry.at] ?? 0) >= SPEAKS_OF ||
      (term.kind === 'name' && firmnessAround(entry, term, ready) >= SPEAKS_OF),
  );
}
