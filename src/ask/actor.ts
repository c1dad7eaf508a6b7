/** Whether an item tells what was done and not who did it. */
import { tokensOf } from '../words/tokens.ts';
import type { Question } from './read.ts';
import type { Entry, Ready } from './ready.ts';

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);
/** May stand between 'who' and what was done. */
const BETWEEN = new Set(['has', 'have', 'had', 'also', 'first', 'really', 'actually', 'then']);
/** So far before a verb stands what makes it passive, and so far behind it who did it. */
const BEFORE = 3;
const BEHIND = 8;

/** 'Who regraded the report', of a report that 'had been regraded': whoever is named there is somebody else. */
export function hidesActor({ text }: Entry, { words, language }: Question, ready: Ready): boolean {
  if (language.code !== 'en' || ready.language.code !== 'en') return false;
  const [who, ...rest] = words.split(' ').slice(words.split(' ').indexOf('who'));
  const verb = who === 'who' ? rest.find((word) => !BETWEEN.has(word)) : undefined;
  if (verb === undefined || BE.has(verb)) return false;
  const told = tokensOf(text, ready.language);
  const places = told.flatMap(({ stem }, at) => (stem === ready.language.stem(verb) ? [at] : []));
  return (
    places.length > 0 &&
    places.every(
      (at) =>
        told.slice(Math.max(0, at - BEFORE), at).some(({ word }) => BE.has(word)) &&
        !told.slice(at + 1, at + 1 + BEHIND).some(({ word }) => word === 'by'),
    )
  );
}
