/** How the questions of an article fare on a briefing of it. */
import { answer } from '../../commands/ask.ts';
import { ask } from '../../src/ask/ask.ts';
import type { Chosen } from '../../src/ask/chosen.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { citesOf } from '../../src/reply/cites.ts';
import { en } from '../../src/show/messages/en.ts';
import type { Asked } from './articles.ts';
import { shownIn } from './score.ts';

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

/** The counts of several questions; a question with an answer needs a paragraph of each of its groups. */
export function tallyOf(questions: readonly Asked[], briefing: Briefing, chosen?: Chosen): Tally {
  const all = questions.map((question) => ({ question, ...faredOne(question, briefing, chosen) }));
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
    misleading: count((one) =>
      answerable(one) ? one.saysNo || (one.answered && !one.first) : !one.honest && one.answered,
    ),
    of: all.length,
  };
}

function faredOne({ ask: words, paragraphs }: Asked, briefing: Briefing, chosen?: Chosen) {
  const reply = answer(words, briefing, en, chosen);
  const decision = ask(words, briefing, chosen);
  const verdict = decision.kind === 'answer' ? decision.verdict?.verdict : undefined;
  const answered = reply.outcome === 'answered';
  const cited = citesOf(reply).map((cite) => Number(String(cite).split(':').pop()));
  const near = shownIn(decision).flatMap(({ refs }) => refs.map(({ paragraph }) => paragraph));
  const holds = (those: readonly number[]) =>
    paragraphs.length > 0 && paragraphs.every((group) => group.some((one) => those.includes(one)));
  const first = answered && verdict !== 'no' && holds(cited);
  return {
    answered,
    saysNo: verdict === 'no',
    honest: reply.outcome === 'not_covered' || verdict === 'no' || verdict === 'partly',
    first,
    near: first || holds([...cited, ...near]),
  };
}
