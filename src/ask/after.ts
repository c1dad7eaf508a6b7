/** A question that leans on the answer before it: who said that, when was that, why. Pure; `before` is what was asked. */
import type { Briefing, Claim } from '../briefing/briefing.ts';
import { apart } from '../words/apart.ts';
import { leaningOf } from '../words/leaning.ts';
import { ask } from './ask.ts';
import type { Chosen } from './chosen.ts';
import { decide } from './decide.ts';
import type { Decision, Item, Lead } from './decision.ts';
import { carried } from './parts.ts';
import { type Question, read } from './read.ts';
import { readyOf } from './ready.ts';
import { fill } from './slots/fill.ts';
import type { SlotKind } from './slots/slot.ts';

const beside = { unread: [] } as const;

type Wanted = 'who' | 'when' | 'where' | 'why';

/**
 * What an item of the answer before says of it; else what the briefing has; else that it does not say. Undefined where
 * what was asked before has no item that could be meant.
 */
export function askAfter(
  words: string,
  before: string,
  briefing: Briefing,
  chosen?: Chosen,
): Decision | undefined {
  const wanted = leaningOf(words);
  if (wanted === undefined) return askLeaning(words, before, briefing);
  if (wanted === 'full' || wanted === 'source') return undefined;
  const [shown, ...others] = itemsOf(decided(before, briefing, chosen));
  if (shown === undefined) return undefined;
  const unsaid: Decision = { kind: 'decline', why: { kind: 'not-there' }, nearest: [shown], beside };
  if (shown.kind === 'card') return wanted === 'who' ? { kind: 'answer', items: [shown], beside } : unsaid;
  if (wanted === 'who') return whoSaid(shown);
  const lead = leadOf(wanted, shown, briefing);
  if (lead !== undefined) return { kind: 'answer', items: [shown], lead, beside };
  return wanted === 'why' ? (reasonFor(before, [shown, ...others], briefing) ?? unsaid) : unsaid;
}

/** What was decided about words that may themselves lean on others. */
export function decided(words: string, briefing: Briefing, chosen?: Chosen): Decision {
  const leaning = apart(words);
  const after = leaning && askAfter(leaning.words, leaning.before, briefing, chosen);
  return after ?? ask(words, briefing, chosen);
}

/** The items that an answer shows, the one that answers first; of a decline, what it shows instead. */
export function itemsOf(decision: Decision): readonly Item[] {
  if (decision.kind === 'answer') return decision.items;
  if (decision.kind === 'several') return decision.parts.flatMap((part) => itemsOf(part.decision));
  if (decision.kind !== 'decline') return [];
  const { nearest, why } = decision;
  return nearest.length === 0 && why.kind === 'not-by-them' ? why.lines : nearest;
}

/** A question in words of its own, which leans all the same: 'where did they meet?', 'how much is it worth?'. */
function askLeaning(typed: string, before: string, briefing: Briefing): Decision {
  const ready = readyOf(briefing);
  const question: Question = carried(read(before, ready), read(typed, ready));
  return decide({ ...question, typed: `${before} ${typed}` }, ready).decision;
}

/** Who speaks in it; of what nobody says, that the source itself tells it. */
function whoSaid(shown: Claim): Decision {
  const speaker = shown.kind === 'statement' ? shown.item.speakers[0] : undefined;
  if (speaker === undefined) return { kind: 'answer', items: [shown], lead: { kind: 'own-account' }, beside };
  const alone = shown.kind === 'statement' && shown.item.speakers.length === 1;
  return { kind: 'answer', items: [shown], ...(alone && { lead: { kind: 'name', id: speaker } }), beside };
}

const SLOTS: Readonly<Record<Exclude<Wanted, 'who'>, SlotKind>> = {
  when: 'day',
  where: 'place',
  why: 'cause',
};

function leadOf(wanted: Exclude<Wanted, 'who'>, shown: Claim, briefing: Briefing): Lead | undefined {
  // A place that is spoken of is not where it was said.
  if (wanted === 'where' && !('place' in shown.item && shown.item.place !== undefined)) return undefined;
  const filled = fill({ kind: SLOTS[wanted], of: '', words: '' }, shown, briefing);
  if (filled === undefined) return undefined;
  switch (filled.kind) {
    case 'slice':
      return { kind: 'slice', words: filled.words };
    case 'when':
      return { kind: 'when', when: filled.when };
    case 'name':
      return { kind: 'name', id: filled.id };
  }
}

/** Another item that gives a reason, where what was asked is asked with 'why'. */
function reasonFor(before: string, shown: readonly Item[], briefing: Briefing): Decision | undefined {
  const found = [...shown, ...itemsOf(askLeaning('why?', before, briefing))];
  for (const item of found) {
    if (item.kind === 'card') continue;
    const lead = leadOf('why', item, briefing);
    if (lead !== undefined) return { kind: 'answer', items: [item], lead, beside };
  }
  return undefined;
}
