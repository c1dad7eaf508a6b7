/** What becomes of choices that a model makes at random: caught by the rules, shown with a mark, or shown as they are. */
import { ask } from '../../src/ask/ask.ts';
import { choosable } from '../../src/ask/choosable.ts';
import type { Decision } from '../../src/ask/decision.ts';
import type { Briefing, Claim } from '../../src/briefing/briefing.ts';

export type Lie = 'not asked' | 'dropped' | 'as the rules alone' | 'marked' | 'unmarked';

/** A question, with one of its items chosen by `pick`, a number from 0 to 1. */
export function lie(question: string, briefing: Briefing, pick: number): Lie {
  const asked = choosable(question, briefing);
  if (asked.length === 0) return 'not asked';
  const chosen = new Map(
    asked.map((one) => [one.question, one.items[Math.floor(pick * one.items.length)]] as const),
  );
  const alone = ask(question, briefing);
  const led = ask(question, briefing, (words) => {
    const claim = chosen.get(words);
    return claim === undefined ? [] : [claim];
  });
  if (JSON.stringify(firstOf(led)) === JSON.stringify(firstOf(alone))) {
    const same = [...chosen.values()].some((claim) => isFirst(alone, claim));
    return same ? 'as the rules alone' : 'dropped';
  }
  return led.kind === 'answer' && led.verdict === undefined ? 'unmarked' : 'marked';
}

function firstOf(decision: Decision): unknown {
  if (decision.kind === 'several') return decision.parts.map((part) => firstOf(part.decision));
  return decision.kind === 'answer' ? [decision.items[0], decision.verdict] : decision.kind;
}

function isFirst(decision: Decision, claim: Claim | undefined): boolean {
  return decision.kind === 'answer' && decision.items[0] === claim;
}
