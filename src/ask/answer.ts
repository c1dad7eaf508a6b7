/** A question in plain words, answered from a briefing's items or honestly declined. */
import type { Briefing } from '../briefing/briefing.ts';
import type { Reply } from '../reply/reply.ts';
import { decide } from './decide.ts';
import { shownDecline, shownEmpty } from './decline.ts';
import { knowledgeOf } from './knowledge.ts';
import { read } from './read.ts';
import { settled } from './second-look.ts';
import { shownAnswer, shownComparison, shownOverview } from './show.ts';

/**
 * Answers any text, of any length, at once and always the same. `outcome` is 'answered' where an item of the
 * briefing covers all that was asked, else 'not_covered'. Never throws.
 */
export function answer(question: string, briefing: Briefing): Reply {
  const knowledge = knowledgeOf(briefing);
  const asked = read(question, knowledge);
  const decision = settled(decide(asked, knowledge), question, asked, knowledge);
  switch (decision.kind) {
    case 'answer':
      return shownAnswer(decision.first, decision.more, asked.asked, briefing);
    case 'compare':
      return shownComparison(decision.comparison, briefing);
    case 'overview':
      return shownOverview(briefing);
    case 'empty':
      return shownEmpty(briefing);
    case 'decline':
      return shownDecline(decision.why, decision.related, briefing);
  }
}

/** Makes a briefing ready, so that its first question is as quick as the others; about 0.1 s, once. */
export function makeReady(briefing: Briefing): void {
  knowledgeOf(briefing);
}
