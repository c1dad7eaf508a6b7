/** Whether a question was understood, and which of its words were not. */
import { isEnglish } from '../words/english.ts';
import type { Question } from './read.ts';
import type { Term } from './term.ts';

/** Of the words that matter, at least this share has to mean something. */
const ENOUGH = 0.5;
/** More words than this are not repeated. */
const MOST_NAMED = 3;

/** Words that matter and that the briefing does not have in any form; said beside an answer. */
export function unknownIn({ terms }: Question): Term[] {
  return terms.filter(({ light, known, kind }) => !light && !known && kind === 'word').slice(0, MOST_NAMED);
}

/** Understood is what the briefing has, a number, a name, or a word of the language. */
export function isUnderstood({ terms, language }: Question): boolean {
  const matter = terms.filter(({ light }) => !light);
  const meant = matter.filter(
    ({ known, kind, words }) => known || kind !== 'word' || (language.code === 'en' && isEnglish(words)),
  );
  return matter.length === 0 || meant.length / matter.length >= ENOUGH;
}
