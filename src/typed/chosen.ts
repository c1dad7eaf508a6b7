/** What a model of the operator's own chose, kept by question and release, so that a question keeps its answer. */
import { LRUCache } from 'lru-cache';
import { choosable } from '../ask/choosable.ts';
import type { Chosen } from '../ask/chosen.ts';
import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Chooser } from '../ports/chooser.ts';
import { headlineOf } from '../show/items.ts';
import type { Messages } from '../show/messages/messages.ts';
import { meantBy } from './complete.ts';
import { wanted } from './wanted.ts';

export type Choices = {
  /** Has a model choose for what these words ask, unless it has: nothing is asked twice. Never throws. */
  settle(words: string, briefing: Briefing, say: Messages): Promise<void>;
  /** What was chosen, at once. */
  of(briefing: Briefing): Chosen;
};

const KEPT = 2_000;
/** Longer questions are the rules' alone. */
const LONGEST = 500;
/** How much of an item is told. */
const LONGEST_ITEM = 500;

/** A briefing that is loaded anew is another release: it has its own. */
export function createChoices(chooser: Chooser): Choices {
  const kept = new WeakMap<Briefing, LRUCache<string, Promise<void> | readonly Claim[]>>();
  const under = (briefing: Briefing) => {
    const its = kept.get(briefing) ?? new LRUCache({ max: KEPT });
    kept.set(briefing, its);
    return its;
  };
  return {
    async settle(words, briefing, say) {
      const asked = questionIn(words, briefing, say);
      if (asked === undefined || asked.length > LONGEST) return;
      const its = under(briefing);
      const waiting = choosable(asked, briefing).map(({ question, items }) => {
        const before = its.get(question);
        if (before !== undefined) return before instanceof Promise ? before : undefined;
        const choosing = { question, items: items.map((item) => toldOf(item, briefing)) };
        const made = chooser.choose(choosing).then((choice) => {
          const places = choice.kind === 'chosen' ? choice.places : [];
          its.set(
            question,
            places.flatMap((at) => items[at] ?? []),
          );
        });
        its.set(question, made);
        return made;
      });
      await Promise.all(waiting);
    },
    of: (briefing) => (question) => {
      const made = kept.get(briefing)?.get(question);
      return made === undefined || made instanceof Promise ? [] : made;
    },
  };
}

/** The question in what was typed; undefined where it asks for a view, or leans on one that was settled. */
function questionIn(words: string, briefing: Briefing, say: Messages): string | undefined {
  const { parsed } = wanted(meantBy(words, briefing, say) ?? words, briefing);
  if (parsed.kind === 'question') return parsed.question;
  const asks = parsed.kind === 'command' && parsed.command.name === 'ask' && parsed.rest !== '';
  return asks ? parsed.rest : undefined;
}

function toldOf(item: Claim, briefing: Briefing): string {
  return `${headlineOf(item, briefing)}: ${item.item.text}`.slice(0, LONGEST_ITEM);
}
