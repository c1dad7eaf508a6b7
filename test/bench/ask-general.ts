/**
 * `npm run bench -- ask-general FOLDER`: questions on encyclopedic texts. FOLDER holds a file for each language (`en.json`)
 * with texts of paragraphs and their questions. The first three paragraphs of a text are told; the questions on the
 * others have no answer there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ask, makeReady } from '../../src/ask/ask.ts';
import { type Decision, entryOf, type Item } from '../../src/ask/decision.ts';
import { percentile, type Row } from './row.ts';
import { sentencesOf, told } from './told.ts';

type Text = {
  readonly id: string;
  readonly paragraphs: readonly {
    readonly text: string;
    readonly questions: readonly { readonly q: string; readonly answer: string; readonly at: number }[];
  }[];
};

const TOLD = 3;

export async function benchAskGeneral(folder: string): Promise<Row[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.flatMap((file) => {
    const language = path.basename(file, '.json');
    const texts = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Text[];
    return rowsOf(language, texts);
  });
}

export type Outcome = {
  readonly answerable: boolean;
  readonly kind: 'first' | 'near' | 'lost' | 'declined' | 'misleading';
};

function rowsOf(language: string, texts: readonly Text[]): Row[] {
  const times: number[] = [];
  const readying: number[] = [];
  const outcomes = texts.flatMap(({ id, paragraphs }) => {
    const sentences = sentencesOf(
      paragraphs.slice(0, TOLD).map(({ text }) => text),
      language,
    );
    const briefing = told(id, sentences, language);
    const from = performance.now();
    makeReady(briefing);
    readying.push(performance.now() - from);
    return paragraphs.flatMap(({ questions }, paragraph) =>
      questions.map(({ q, at }): Outcome => {
        const began = performance.now();
        const decision = ask(q, briefing);
        times.push(performance.now() - began);
        const right =
          paragraph < TOLD
            ? sentences.findIndex((one) => one.paragraph === paragraph && one.from <= at && at < one.to)
            : -1;
        return outcomeOf(decision, right);
      }),
    );
  });
  const share = (answerable: boolean, ...kinds: Outcome['kind'][]) => {
    const those = outcomes.filter((one) => one.answerable === answerable);
    return (100 * those.filter(({ kind }) => kinds.includes(kind)).length) / Math.max(1, those.length);
  };
  const misleading = (100 * outcomes.filter(({ kind }) => kind === 'misleading').length) / outcomes.length;
  return [
    {
      name: `${language}: right first and cited, of ${outcomes.filter(({ answerable }) => answerable).length}`,
      value: share(true, 'first'),
      unit: '%',
    },
    { name: `${language}: within one tap`, value: share(true, 'first', 'near'), unit: '%' },
    {
      name: `${language}: declined honestly, of ${outcomes.filter(({ answerable }) => !answerable).length}`,
      value: share(false, 'declined'),
      unit: '%',
    },
    { name: `${language}: misleading, of all`, value: misleading, unit: '%' },
    { name: `${language}: question, 99th percentile`, value: percentile(times, 0.99), unit: 'ms' },
    { name: `${language}: making ready, 99th percentile`, value: percentile(readying, 0.99), unit: 'ms' },
  ];
}

/** Declined, or marked as not having all of what is asked. */
function isHonest(decision: Decision): boolean {
  if (decision.kind === 'decline') return true;
  return decision.kind === 'answer' && decision.verdict !== undefined && decision.verdict.verdict !== 'yes';
}

/** `right`: the sentence that answers, or -1. */
function outcomeOf(decision: Decision, right: number): Outcome {
  const id = (item: Item) => entryOf(item).id;
  const shown =
    decision.kind === 'answer' ? decision.items : decision.kind === 'decline' ? decision.nearest : [];
  const has = shown.some((item) => id(item) === `s-${right}`);
  if (right === -1) return { answerable: false, kind: isHonest(decision) ? 'declined' : 'misleading' };
  if (decision.kind === 'answer' && id(decision.items[0]) === `s-${right}`)
    return { answerable: true, kind: 'first' };
  if (has) return { answerable: true, kind: 'near' };
  return { answerable: true, kind: decision.kind === 'answer' ? 'misleading' : 'lost' };
}
