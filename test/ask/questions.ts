/** Questions, and what is right to answer to each. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';

/** `paragraphs` that answer it, in groups where several are needed; none where there is no answer. */
export type Asked = {
  readonly ask: string;
  readonly is: 'answerable' | 'unanswerable' | 'false';
  readonly paragraphs: readonly (readonly number[])[];
  readonly part: Part;
  /** Words that the answer has. */
  readonly contains?: string;
};

/** What is worked with, and what is only scored. */
export type Part = 'work' | 'scored';

/** As the listed questions are written: the program was mended on those that say so. */
type Written = Pick<Asked, 'ask' | 'contains'> & {
  readonly paragraphs?: readonly number[];
  readonly worked?: true;
};

const FOLDER = fileURLToPath(new URL('questions', import.meta.url));

export function listed(): Asked[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files
    .flatMap((name) => load(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Written[])
    .map(({ paragraphs, worked, ...rest }) => ({
      ...rest,
      is: paragraphs === undefined ? 'unanswerable' : 'answerable',
      paragraphs: paragraphs === undefined ? [] : [paragraphs],
      part: worked ? 'work' : partOf(rest.ask),
    }));
}

/** Half of the questions are worked with, half are only scored; the question's own hash says which, once and for all. */
function partOf(ask: string): Part {
  return (createHash('sha256').update(ask).digest()[0]! & 1) === 0 ? 'work' : 'scored';
}
