/** How questions fare: right first and cited, within one tap, declined honestly, misleading. */
import { answer } from '../../commands/ask.ts';
import { ask } from '../../src/ask/ask.ts';
import type { Decision, Item } from '../../src/ask/decision.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { citesOf } from '../../src/reply/cites.ts';
import { en } from '../../src/show/messages/en.ts';
import { detected } from '../../src/words/languages.ts';
import type { Listed } from './questions.ts';

export type Fared = 'first' | 'near' | 'lost' | 'declined' | 'misleading';

/**
 * A question with an answer is right where the first paragraph cited is one of its own; near where one of the items
 * shown or named rests on one. A plain no, or a mark that what is shown does not have all of the question, misleads
 * nobody about a question without an answer.
 */
export function fared(question: Listed, briefing: Briefing): Fared {
  const reply = answer(question.ask, briefing, en);
  const decision = ask(question.ask, briefing);
  const isMarked = reply.verdict === 'no' || reply.verdict === 'partly';
  const { paragraphs } = question;
  if (paragraphs === undefined)
    return reply.outcome === 'not_covered' || isMarked || decision.kind === 'no-side'
      ? 'declined'
      : 'misleading';
  const [first] = citesOf(reply).map(Number);
  const isRight = reply.outcome === 'answered' && first !== undefined && paragraphs.includes(first);
  if (isRight && JSON.stringify(reply.blocks).includes(question.contains ?? '')) return 'first';
  const near = shownIn(decision).some(({ refs }) =>
    refs.some(({ paragraph }) => paragraphs.includes(paragraph)),
  );
  if (near) return 'near';
  return reply.outcome === 'answered' ? 'misleading' : 'lost';
}

export function shownIn(decision: Decision): { readonly refs: readonly { readonly paragraph: number }[] }[] {
  switch (decision.kind) {
    case 'answer':
      return decision.items.map(itemOf);
    case 'decline':
      return [...decision.nearest, ...(decision.why.kind === 'not-by-them' ? decision.why.lines : [])].map(
        itemOf,
      );
    case 'several':
      return decision.parts.flatMap((part) => shownIn(part.decision));
    default:
      return [];
  }
}

function itemOf(item: Item) {
  return item.kind === 'card' ? item.named.item : item.item;
}

export type Figures = {
  readonly language: string;
  readonly answerable: number;
  readonly unanswerable: number;
  /** In per cent. */
  readonly first: number;
  readonly withinOneTap: number;
  readonly declined: number;
  readonly misleading: number;
};

/** The figures of each language in which there are questions. */
export function figuresOf(questions: readonly Listed[], briefing: Briefing): Figures[] {
  const byLanguage = new Map<string, Listed[]>();
  for (const question of questions) {
    const language = detected(question.ask, 'en');
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), question]);
  }
  return [...byLanguage].map(([language, those]) => {
    const all = those.map((question) => ({
      is: question.paragraphs !== undefined,
      fared: fared(question, briefing),
    }));
    const answerable = all.filter(({ is }) => is);
    const unanswerable = all.filter(({ is }) => !is);
    const share = (of: typeof all, ...kinds: Fared[]) =>
      (100 * of.filter((one) => kinds.includes(one.fared)).length) / Math.max(1, of.length);
    return {
      language,
      answerable: answerable.length,
      unanswerable: unanswerable.length,
      first: share(answerable, 'first'),
      withinOneTap: share(answerable, 'first', 'near'),
      declined: share(unanswerable, 'declined'),
      misleading: share(all, 'misleading'),
    };
  });
}
