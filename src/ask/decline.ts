/** Why a question has no answer, and what is nearest to one. */
import type { Briefing } from '../briefing/briefing.ts';
import type { Decided } from './decide.ts';
import type { Item, Why } from './decision.ts';
import { questionsFor } from './phrasings.ts';
import type { Question } from './read.ts';
import type { Ready } from './ready.ts';
import { isUnderstood } from './understood.ts';
import type { Candidate } from './weigh.ts';

/** How many items are named where none answers. */
const NEAREST = 3;
/** A rewritten question is offered as a control, which holds no more. */
const LONGEST_INSTEAD = 70;

export function whyNot(question: Question, ready: Ready, pool: readonly Candidate[]): Why {
  if (!isUnderstood(question)) {
    const asks = pool.map(({ entry: { item } }) =>
      item.kind === 'card' ? [] : questionsFor(item, ready.briefing),
    );
    const instead = asks.flat().find((question) => question.length <= LONGEST_INSTEAD);
    return { kind: 'not-understood', ...(instead === undefined ? {} : { instead }) };
  }
  const stranger = question.terms.find(({ kind, known }) => kind === 'stranger' && !known);
  if (stranger !== undefined && !standsIn(stranger.typed, ready))
    return { kind: 'unknown-name', typed: stranger.typed };
  const open = question.terms.find(({ light, known }) => !light && !known);
  return open === undefined || question.language.code !== ready.language.code
    ? { kind: 'not-there' }
    : { kind: 'not-of', typed: open.typed };
}

/** Whether a word stands anywhere in the briefing, or in a source whose text is at hand. */
function standsIn(typed: string, { briefing }: Ready): boolean {
  const lower = typed.toLowerCase();
  return lettersOf(briefing).some((text) => text.includes(lower));
}

const LETTERS = new WeakMap<Briefing, readonly string[]>();

/** All that stands in a briefing and its sources, in small letters. */
function lettersOf(briefing: Briefing): readonly string[] {
  const known = LETTERS.get(briefing);
  if (known !== undefined) return known;
  const made = [
    ...briefing.claims.map(({ item }) => item.text),
    ...briefing.everyNamed.map(({ item }) => item.name),
    ...briefing.sources.flatMap(({ text }) => text ?? []),
  ].map((text) => text.toLowerCase());
  LETTERS.set(briefing, made);
  return made;
}

export function declined(
  why: Why,
  near: readonly Candidate[],
  question: Question,
  ready: Ready,
  by: string,
): Decided {
  const { code } = question.language;
  return {
    decision: {
      kind: 'decline',
      why,
      nearest: nearestOf(near),
      beside: { unread: [], ...(code === ready.language.code ? {} : { language: code }) },
    },
    by,
    found: near,
  };
}

/** The three nearest, no two of them on the same paragraphs, nor one on those of what is told anyway. */
export function nearestOf(near: readonly Candidate[], told: readonly Item[] = []): Item[] {
  const shown = new Set(
    near.filter(({ entry }) => told.includes(entry.item)).flatMap(({ entry }) => entry.refs),
  );
  const items: Item[] = [];
  for (const { entry } of near) {
    if (items.length === NEAREST) break;
    if (entry.item.kind === 'note' || entry.item.kind === 'key-point' || entry.item.kind === 'card') continue;
    if (items.includes(entry.item) || entry.refs.every((ref) => shown.has(ref))) continue;
    items.push(entry.item);
    for (const ref of entry.refs) shown.add(ref);
  }
  return items;
}
