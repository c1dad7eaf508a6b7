/** A finder looks for items that may answer a question, each with a score from 0 on; what it does not find has none. */
import type { Question } from '../read.ts';
import type { Ready } from '../ready.ts';

export type Finder = {
  readonly name: string;
  /** Scores by an entry's place among the ready entries. */
  find(question: Question, ready: Ready): Float32Array;
};
