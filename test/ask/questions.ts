import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { fared } from './score.ts';

/** A question and what becomes of it: answered from one of these paragraphs, or declined where there are none. */
export type Listed = {
  readonly ask: string;
  /** The first paragraph cited is one of them. */
  readonly paragraphs?: readonly number[];
  /** The program was mended on it: it belongs to the part to work with, whatever its hash says. */
  readonly worked?: true;
  /** Words that the answer has. */
  readonly contains?: string;
};

export type Part = 'work' | 'scored';

const FOLDER = fileURLToPath(new URL('questions', import.meta.url));

export function listed(): Listed[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.flatMap((name) => load(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Listed[]);
}

/** Half of the questions are worked with, half are only scored; the question's own hash says which, once and for all. */
export function partOf(question: Listed): Part {
  if (question.worked) return 'work';
  return (createHash('sha256').update(question.ask).digest()[0]! & 1) === 0 ? 'work' : 'scored';
}

export type Score = { readonly right: number; readonly of: number };

export function scoreOf(part: Part, kind: 'answerable' | 'unanswerable', briefing: Briefing): Score {
  const questions = listed().filter(
    (question) =>
      partOf(question) === part && (question.paragraphs === undefined) === (kind === 'unanswerable'),
  );
  return {
    right: questions.filter((question) => ['first', 'declined'].includes(fared(question, briefing))).length,
    of: questions.length,
  };
}
