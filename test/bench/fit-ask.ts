/**
 * `npm run bench -- fit-ask FOLDER…`: fits the weights by which it is told whether the best item answers a question
 * (`src/ask/table.ts`), and prints them, with how they do on each briefing when it is left out. Each FOLDER holds
 * `briefings/ID` and `questions/ID.json`, or is one of `ask-general`; the listed questions are always among them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { partsOf } from '../../src/ask/parts.ts';
import { readyOf } from '../../src/ask/ready.ts';
import { TABLE } from '../../src/ask/table.ts';
import { candidatesFor, type Features, featuresOf } from '../../src/ask/weigh.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { listed } from '../ask/questions.ts';
import { kuril } from '../kit/kuril.ts';
import type { Row } from './row.ts';
import { sentencesOf, told } from './told.ts';

type Asked = { readonly question: string; readonly paragraphs: readonly number[] };
type Example = { readonly set: string; readonly features: readonly number[]; readonly right: boolean };

const { bias: _, ...ANSWER } = TABLE.answer;
const NAMES = Object.keys(ANSWER) as (keyof Features)[];

export async function benchFitAsk(...folders: readonly string[]): Promise<Row[]> {
  const examples = [...folders.flatMap(examplesOf), ...asked('listed', kuril(), listedQuestions())];
  const sets = [...new Set(examples.map(({ set }) => set))];
  const rows = sets.map((set): Row => {
    const weights = fitted(examples.filter((one) => one.set !== set));
    return {
      name: `${set}: told apart when left out, of ${examples.filter((one) => one.set === set).length}`,
      value:
        100 *
        apart(
          examples.filter((one) => one.set === set),
          weights,
        ),
      unit: '%',
    };
  });
  const weights = fitted(examples);
  const lines = ['bias', ...NAMES].map((name, at) => `    ${name}: ${(weights[at] ?? 0).toFixed(2)},`);
  console.log(`  answer: {\n${lines.join('\n')}\n  },`);
  return rows;
}

function listedQuestions(): Asked[] {
  return listed().map(({ ask, paragraphs }) => ({ question: ask, paragraphs: paragraphs.flat() }));
}

function examplesOf(folder: string): Example[] {
  if (!existsSync(path.join(folder, 'questions'))) return general(folder);
  return readdirSync(path.join(folder, 'questions')).flatMap((file) => {
    const id = path.basename(file, '.json');
    const own = path.join(folder, 'briefings', id);
    const loaded = existsSync(own) ? loadBriefing(own) : undefined;
    const briefing = loaded?.kind === 'loaded' ? loaded.briefing : id === kuril().id ? kuril() : undefined;
    if (briefing === undefined) throw new Error(`No briefing ${id} in ${folder}`);
    const questions = JSON.parse(readFileSync(path.join(folder, 'questions', file), 'utf8')) as {
      question: string;
      kind: string;
      paragraphs: number[][];
    }[];
    return asked(
      id,
      briefing,
      questions
        .filter(({ kind }) => kind !== 'false')
        .map(({ question, kind, paragraphs }) => ({
          question,
          paragraphs: kind === 'answerable' ? paragraphs.flat() : [],
        })),
    );
  });
}

/** Encyclopedic texts in English: the first half of each is told. */
function general(folder: string): Example[] {
  const texts = JSON.parse(readFileSync(path.join(folder, 'en.json'), 'utf8')) as {
    id: string;
    paragraphs: { text: string; questions: { q: string; at: number }[] }[];
  }[];
  return texts.flatMap(({ id, paragraphs }, at) => {
    const sentences = sentencesOf(
      paragraphs.slice(0, 3).map(({ text }) => text),
      'en',
    );
    const questions = paragraphs.flatMap((one, number) =>
      one.questions.map(({ q, at: place }) => ({
        question: q,
        paragraphs: sentences.flatMap(({ paragraph, from, to }, sentence) =>
          paragraph === number && from <= place && place < to ? [sentence + 1] : [],
        ),
      })),
    );
    return asked(`general ${at % 2}`, told(id, sentences, 'en'), questions);
  });
}

function asked(set: string, briefing: Briefing, questions: readonly Asked[]): Example[] {
  const ready = readyOf(briefing);
  return questions.flatMap(({ question, paragraphs }) => {
    const [part, ...others] = partsOf(question, ready);
    if (part === undefined || others.length > 0) return [];
    const all = candidatesFor(part.question, ready).filter(({ entry }) => entry.item.kind !== 'card');
    const [best] = all;
    if (best === undefined) return [];
    const features = featuresOf(best, all, part.question, ready);
    const right = best.entry.refs.some((ref) =>
      paragraphs.includes(Number(ref.slice(ref.lastIndexOf(':') + 1))),
    );
    return [{ set, features: [1, ...NAMES.map((name) => features[name])], right }];
  });
}

const STEPS = 800;
const RATE = 0.05;
/** How strongly weights are held near nothing: there are few examples. */
const HELD = 0.004;

/** A logistic regression by gradient descent; each set counts alike, whatever its size. */
function fitted(examples: readonly Example[]): number[] {
  const size = NAMES.length + 1;
  const [weights, first, second] = [0, 0, 0].map(() => new Array<number>(size).fill(0)) as [
    number[],
    number[],
    number[],
  ];
  const counts = new Map<string, number>();
  for (const { set } of examples) counts.set(set, (counts.get(set) ?? 0) + 1);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : HELD * weight));
    for (const { set, features, right } of examples) {
      const off = (chance(features, weights) - (right ? 1 : 0)) / Math.sqrt(counts.get(set) ?? 1) / 40;
      for (let at = 0; at < size; at += 1) slope[at] = (slope[at] ?? 0) + off * (features[at] ?? 0);
    }
    for (let at = 0; at < size; at += 1) {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * (slope[at] ?? 0);
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * (slope[at] ?? 0) ** 2;
      const [mean, spread] = [(first[at] ?? 0) / (1 - 0.9 ** step), (second[at] ?? 0) / (1 - 0.999 ** step)];
      weights[at] = (weights[at] ?? 0) - (RATE * mean) / (Math.sqrt(spread) + 1e-8);
    }
  }
  return weights;
}

function chance(features: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
}

/** How often one that is right is held likelier than one that is not. */
function apart(examples: readonly Example[], weights: readonly number[]): number {
  const scored = examples.map(({ features, right }) => ({ right, chance: chance(features, weights) }));
  const [yes, no] = [scored.filter(({ right }) => right), scored.filter(({ right }) => !right)];
  let won = 0;
  for (const one of yes)
    for (const other of no) won += one.chance > other.chance ? 1 : one.chance === other.chance ? 0.5 : 0;
  return won / Math.max(1, yes.length * no.length);
}
