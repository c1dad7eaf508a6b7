/** How well questions are answered, how fast, and what a briefing costs in memory. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answer } from '../../commands/ask.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Content } from '../../src/briefing/content.ts';
import { indexed } from '../../src/briefing/indexed.ts';
import { en } from '../../src/show/messages/en.ts';
import { detected } from '../../src/words/languages.ts';
import { contentOf } from '../ask/content.ts';
import { tallyOf } from '../ask/fared.ts';
import { noise } from '../ask/noise.ts';
import { listed } from '../ask/questions.ts';
import { kuril } from '../kit/kuril.ts';
import { rowsOf } from './ask-articles.ts';
import { percentile, type Row } from './row.ts';

const ROUNDS = 4;
const LONG = 200;
/** Letters of a text: a few questions at once, the most that is taken for such, and the longest that may be asked. */
const LENGTHS = [300, 800, 4_000];
const SYNTHETIC = 1_000;
const MOST_MS = 5;

export async function benchAsk(): Promise<Row[]> {
  const briefing = kuril();
  const first = timed(() => answer('What did Abe say about trust?', briefing, en));
  const questions = listed().map((question) => question.ask);
  const alone = percentile(times(questions, briefing), 0.99);
  const pasted = LENGTHS.map((length) => ({
    length,
    rubbish: percentile(
      times(
        Array.from({ length: LONG }, (_, at) => noise(at, length)),
        briefing,
      ),
      0.99,
    ),
    inRows: percentile(
      times(
        Array.from({ length: LONG }, (_, at) => inARow(questions, at, length)),
        briefing,
      ),
      0.99,
    ),
  }));
  const kurils = readinessOf(briefing);
  const { briefings, bytes, knowledgeBytes } = many(briefing);
  const among = percentile(times(questions, briefings[SYNTHETIC / 2]!), 0.99);
  return [
    ...quality(briefing),
    { name: 'first question of a briefing', value: first, unit: 'ms' },
    { name: 'question, 99th percentile', value: alone, unit: 'ms', most: MOST_MS },
    ...pasted.flatMap(({ length, rubbish, inRows }): Row[] => [
      { name: `any ${length} characters, 99th percentile`, value: rubbish, unit: 'ms', most: MOST_MS },
      { name: `${length} characters of questions, the same`, value: inRows, unit: 'ms', most: MOST_MS },
    ]),
    {
      name: `question among ${SYNTHETIC} briefings, 99th percentile`,
      value: among,
      unit: 'ms',
      most: MOST_MS,
    },
    { name: 'memory of one more briefing', value: bytes / 1024, unit: 'KiB' },
    { name: 'memory of its readiness for questions', value: knowledgeBytes / 1024, unit: 'KiB' },
    { name: 'the same for Kuril', value: kurils / 1024, unit: 'KiB' },
  ];
}

/** How questions fare, for each language; the listed ones were worked on, so that they tell of regressions alone. */
function quality(briefing: Briefing): Row[] {
  const byLanguage = Map.groupBy(listed(), ({ ask }) => detected(ask, 'en'));
  return [...byLanguage].flatMap(([language, questions]) =>
    rowsOf(`${briefing.id}, ${language}`, tallyOf(questions, briefing)),
  );
}

/** Questions one behind the other, from one of them on. */
function inARow(questions: readonly string[], from: number, length: number): string {
  let text = '';
  for (let at = from; text.length < length; at += 1) text += `${questions[at % questions.length]} `;
  return text.slice(0, length);
}

function times(questions: readonly string[], briefing: Briefing): number[] {
  for (const question of questions) answer(question, briefing, en);
  return Array.from({ length: ROUNDS }, () =>
    questions.map((question) => timed(() => answer(question, briefing, en))),
  ).flat();
}

function timed(act: () => unknown): number {
  const from = performance.now();
  act();
  return performance.now() - from;
}

const COPIES = 5;

/** What it takes in memory to make the briefing itself ready. */
function readinessOf(briefing: Briefing): number {
  const copies = Array.from({ length: COPIES }, () => indexed(contentOf(briefing), briefing.sources));
  const before = heap();
  for (const one of copies) answer('What did Abe say about trust?', one, en);
  return (heap() - before) / COPIES;
}

/** What is in use, once all that is no longer needed is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Briefings of the same size, each with items and an index of its own, all of them asked once. */
function many(briefing: Briefing) {
  const content = JSON.stringify(contentOf(briefing));
  const empty = heap();
  const briefings = Array.from({ length: SYNTHETIC }, () =>
    indexed(JSON.parse(content) as Content, briefing.sources),
  );
  const loaded = heap();
  for (const one of briefings) answer('What did Abe say about trust?', one, en);
  const ready = heap();
  return { briefings, bytes: (loaded - empty) / SYNTHETIC, knowledgeBytes: (ready - loaded) / SYNTHETIC };
}
