/** How the articles' questions fare with the operator's own model (ASK_MODEL_URL, ASK_MODEL, ASK_MODEL_KEY) and without it. */
import { createChooser } from '../../src/choosing/chooser.ts';
import { readConfig } from '../../src/config.ts';
import { en } from '../../src/show/messages/en.ts';
import { createChoices } from '../../src/typed/chosen.ts';
import { articleNames, told } from '../ask/articles.ts';
import { tallyOf } from '../ask/fared.ts';
import { rowsOf, sumOf } from './ask-articles.ts';
import type { Row } from './row.ts';

export async function benchAskModel(): Promise<Row[]> {
  const read = readConfig(process.env, en);
  const settings = read.kind === 'config' ? read.config.model : undefined;
  if (settings === undefined)
    throw new Error('Set ASK_MODEL_URL and ASK_MODEL to the model that is measured');
  const counts = new Map<string, number>();
  const counted = (outcome: string) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const choices = createChoices(createChooser({ settings, elapsed: () => performance.now(), counted }));
  const articles = await Promise.all(articleNames().map(told));
  // One after the other: how many it bears at once is another question.
  for (const { questions, draft } of articles)
    for (const { ask } of questions) await choices.settle(ask, draft, en);
  const alone = sumOf(articles.map(({ questions, draft }) => tallyOf(questions, draft)));
  const led = sumOf(articles.map(({ questions, draft }) => tallyOf(questions, draft, choices.of(draft))));
  return [
    ...rowsOf('the rules alone', alone),
    ...rowsOf(`with ${settings.model}`, led),
    ...[...counts].map(([outcome, value]): Row => ({ name: `asked: ${outcome}`, value, unit: '' })),
  ];
}
