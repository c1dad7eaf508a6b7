/** How questions fare: right first and cited, within one tap, declined honestly, misleading. */
import { ask } from '../../src/ask/ask.ts';
import type { Chosen } from '../../src/ask/chosen.ts';
import { type Decision, entryOf } from '../../src/ask/decision.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { citesOf } from '../../src/reply/cites.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { drawn } from '../../src/show/decision.ts';
import { en } from '../../src/show/messages/en.ts';
import type { Asked } from './questions.ts';

export type Tally = {
  readonly first: number;
  readonly withinOneTap: number;
  readonly answerable: number;
  readonly honest: number;
  readonly unanswerable: number;
  readonly plainNo: number;
  readonly false: number;
  readonly misleading: number;
  readonly of: number;
};

/** The counts of several questions. */
export function tallyOf(questions: readonly Asked[], briefing: Briefing, chosen?: Chosen): Tally {
  const all = questions.map((question) => {
    const decision = ask(question.ask, briefing, chosen);
    return { question, ...fared(question, { decision, reply: drawn(decision, briefing, en) }) };
  });
  const count = (fits: (one: (typeof all)[number]) => boolean) => all.filter(fits).length;
  const answerable = ({ question }: (typeof all)[number]) => question.is === 'answerable';
  return {
    first: count((one) => answerable(one) && one.first),
    withinOneTap: count((one) => answerable(one) && one.near),
    answerable: count(answerable),
    honest: count((one) => !answerable(one) && one.honest),
    unanswerable: count((one) => !answerable(one)),
    plainNo: count(({ question, saysNo }) => question.is === 'false' && saysNo),
    false: count(({ question }) => question.is === 'false'),
    misleading: count((one) => one.misleading),
    of: all.length,
  };
}

/**
 * A question with an answer is right where a paragraph of each of its groups is cited, and near where one tap leads
 * to them. A plain no, a mark that what is shown does not have all of the question, or taking no side misleads nobody
 * about a question without an answer.
 */
export function fared(
  { is, paragraphs, contains = '' }: Asked,
  { decision, reply }: { readonly decision: Decision; readonly reply: Reply },
) {
  const verdict = decision.kind === 'answer' ? decision.verdict?.verdict : undefined;
  const saysNo = verdict === 'no';
  const answered = reply.outcome === 'answered';
  const cited = citesOf(reply).map((cite) => Number(String(cite).split(':').pop()));
  // What is offered beside an answer or a decline stands one tap away.
  const offered = (reply.nearest ?? []).flatMap(({ cites }) => cites);
  const near = [...shownIn(decision).flatMap(({ refs }) => refs), ...offered].map(
    ({ paragraph }) => paragraph,
  );
  const holds = (those: readonly number[]) =>
    paragraphs.length > 0 && paragraphs.every((group) => group.some((one) => those.includes(one)));
  const first =
    answered &&
    !saysNo &&
    holds(cited) &&
    JSON.stringify(reply.blocks).includes(JSON.stringify(contains).slice(1, -1));
  const honest =
    reply.outcome === 'not_covered' ||
    reply.verdict === 'no' ||
    reply.verdict === 'partly' ||
    decision.kind === 'no-side';
  return {
    saysNo,
    honest,
    first,
    near: first || holds([...cited, ...near]),
    misleading: is === 'answerable' ? saysNo || (answered && !first) : !honest && answered,
  };
}

function shownIn(decision: Decision): { readonly refs: readonly { readonly paragraph: number }[] }[] {
  switch (decision.kind) {
    case 'answer':
      return decision.items.map(entryOf);
    case 'decline':
      return [...decision.nearest, ...(decision.why.kind === 'not-by-them' ? decision.why.lines : [])].map(
        entryOf,
      );
    case 'several':
      return decision.parts.flatMap((part) => shownIn(part.decision));
    default:
      return [];
  }
}
