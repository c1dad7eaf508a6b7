/** How many choices the guards catch that a model makes at random, for every question that there is. */
import { articleNames, told } from '../ask/articles.ts';
import { type Lie, lie } from '../ask/lies.ts';
import { listed } from '../ask/questions.ts';
import { kuril } from '../kit/kuril.ts';
import type { Row } from './row.ts';

const ROUNDS = 3;
/** Spreads numbers evenly between 0 and 1. */
const GOLDEN = 0.618_033_988_75;

export async function benchAskLies(): Promise<Row[]> {
  const articles = await Promise.all(articleNames().map(told));
  const all = [
    ...listed().map(({ ask }) => [ask, kuril()] as const),
    ...articles.flatMap(({ questions, draft }) => questions.map(({ ask }) => [ask, draft] as const)),
  ];
  const fates = Array.from({ length: ROUNDS }, (_, round) =>
    all.map(([question, briefing], at) => lie(question, briefing, ((round * all.length + at) * GOLDEN) % 1)),
  ).flat();
  const put = fates.filter((fate) => fate !== 'not asked').length;
  const row = (name: string, fate: Lie): Row => ({
    name,
    value: (100 * fates.filter((one) => one === fate).length) / put,
    unit: '%',
  });
  return [
    { name: 'questions that a model is asked at all', value: (100 * put) / fates.length, unit: '%' },
    row(`of ${put} choices at random: dropped, the rules answer alone`, 'dropped'),
    row('the same that the rules chose', 'as the rules alone'),
    row('shown, marked as not being told in so many words', 'marked'),
    row('shown unmarked, nearly the answer by the rules too', 'unmarked'),
  ];
}
