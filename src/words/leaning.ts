/** What leans on the answer before it: 'and Putin?', 'why?', 'who said that', 'in full'. A closed list. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { anyOf, forms, inWords } from './forms.ts';

/** What is wanted of the answer before. */
export const LEANINGS = ['who', 'when', 'where', 'why', 'full', 'source'] as const;
export type Leaning = (typeof LEANINGS)[number];

const table = z.strictObject({
  and: forms,
  too: forms,
  ...(Object.fromEntries(LEANINGS.map((one) => [one, forms])) as Record<Leaning, typeof forms>),
});
const read = table.parse(load(readFileSync(new URL('data/leaning.yaml', import.meta.url), 'utf8')));
const WHOLE = LEANINGS.map((one) => [one, new RegExp(`^(?:${anyOf(read[one])})$`, 'u')] as const);
const AND = new RegExp(`^(?:${anyOf(read.and)})`, 'u');
/** Written to the end of a name, with no space between. */
const TOO = new RegExp(`(?:${anyOf(read.too).replaceAll(' ', '')})$`, 'u');
const LONGEST = 80;

/** What it wants of the answer before, where the whole says that and nothing else. Pure. */
export function leaningOf(typed: string): Leaning | undefined {
  if (typed.length > LONGEST) return undefined;
  const words = inWords(typed);
  return WHOLE.find(([, pattern]) => pattern.test(words))?.[0];
}

/** What is named beside what was asked about before: 'Putin' of 'and what about Putin?'. */
export function besidesIn(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const words = inWords(typed);
  const rest = words.replace(AND, '');
  if (rest !== words && rest !== '') return lastWords(typed, rest.trim().split(' ').length);
  const name = words.trimEnd().replace(TOO, '');
  return name !== words.trimEnd() && name !== '' ? name : undefined;
}

/** As typed, the end of it that has so many words. */
function lastWords(typed: string, count: number): string {
  const all = typed.trim().split(/\s+/u);
  let from = all.length;
  while (from > 0 && inWords(all.slice(from).join(' ')).trim().split(' ').filter(Boolean).length < count)
    from -= 1;
  return all
    .slice(from)
    .join(' ')
    .replace(/^[\s,:-]+|[\s?？!.,]+$/gu, '');
}
