/** A question in plain words, and what a briefing's items answer it: the only way into this part. */
import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Candidate } from './candidates.ts';
import { decide, type Decision as Scored } from './decide.ts';
import type { Decision, Item, Lead, Why } from './decision.ts';
import type { Entry } from './entries.ts';
import type { Asked } from './intent.ts';
import { knowledgeOf } from './knowledge.ts';
import { read } from './read.ts';
import type { Why as Reason } from './reason.ts';
import { settled } from './second-look.ts';
import { verdictOn } from './verdict/judge.ts';

/** Decides about any text, of any length, at once and always the same. Never throws. */
export function ask(question: string, briefing: Briefing): Decision {
  const knowledge = knowledgeOf(briefing);
  const asked = read(question, knowledge);
  return judged(
    plain(settled(decide(asked, knowledge), question, asked, knowledge), asked.asked),
    question,
    briefing,
  );
}

/** With yes or no to what the question claims, where the briefing decides it: that item comes first then. */
function judged(decision: Decision, question: string, briefing: Briefing): Decision {
  const verdict = verdictOn(question, briefing);
  if (verdict === undefined) return decision;
  const others =
    decision.kind === 'answer' ? decision.items.filter((item) => !isItem(item, verdict.item)) : [];
  return {
    kind: 'answer',
    items: [verdict.item, ...others.slice(0, BESIDE_A_VERDICT)],
    verdict,
    beside: decision.kind === 'answer' || decision.kind === 'decline' ? decision.beside : ALONE,
  };
}

/** How many other items may stand under the one that decides. */
const BESIDE_A_VERDICT = 1;

function isItem(item: Item, claim: Claim): boolean {
  return item.kind !== 'card' && item.item.id === claim.item.id;
}

/** Makes a briefing ready, so that its first question is as quick as the others; once. */
export function makeReady(briefing: Briefing): void {
  knowledgeOf(briefing);
}

const ALONE = { unread: [] } as const;

function plain(decision: Scored, asked: Asked): Decision {
  switch (decision.kind) {
    case 'answer': {
      const lead = leadOf(decision.first, asked);
      return {
        kind: 'answer',
        items: [itemOf(decision.first.entry), ...decision.more.map(({ entry }) => itemOf(entry))],
        ...(lead === undefined ? {} : { lead }),
        beside: ALONE,
      };
    }
    case 'compare': {
      const { issue, rows } = decision.comparison;
      return { kind: 'compare', issue, sides: rows.map(({ side }) => side) };
    }
    case 'overview':
    case 'empty':
      return decision;
    case 'decline':
      return {
        kind: 'decline',
        why: whyOf(decision.why),
        nearest: decision.related.map(itemOf),
        beside: ALONE,
      };
  }
}

function itemOf({ subject }: Entry): Item {
  return subject;
}

function whyOf(why: Reason): Why {
  return why.kind === 'not-by-them' ? { ...why, lines: why.about.map(itemOf) } : why;
}

/** The number, the date or the place alone; a figure and an event begin with theirs. */
function leadOf({ entry: { subject }, quantity }: Candidate, asked: Asked): Lead | undefined {
  if (quantity !== undefined && subject.kind !== 'figure') return { kind: 'slice', words: quantity.shown };
  if (asked.kind === 'when' && subject.kind !== 'card' && subject.kind !== 'event') {
    const when = 'when' in subject.item ? subject.item.when : undefined;
    return when === undefined ? undefined : { kind: 'when', when };
  }
  if (asked.kind === 'where' && subject.kind === 'event' && subject.item.place !== undefined)
    return { kind: 'name', id: subject.item.place };
  return asked.kind === 'whether' ? { kind: 'source-says' } : undefined;
}
