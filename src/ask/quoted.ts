/** Finds the direct quotation that a question repeats. */
import type { Entry } from './entries.ts';
import { tokensOf } from './words.ts';

/** How many words in a row of a quotation are too many to be there by chance: 'in the four islands' are four. */
const BY_CHANCE = 5;

/** The direct quotation of which a stretch stands among `words`, in small letters with single spaces. */
export function quotedIn(words: string, entries: readonly Entry[]): Entry | undefined {
  const asked = ` ${words} `;
  return entries.find(({ subject }) => {
    if (subject.kind !== 'statement' || subject.item.mode !== 'direct') return false;
    const said = tokensOf(subject.item.text).map(({ word }) => word);
    const stretches = said.slice(0, Math.max(0, said.length - BY_CHANCE + 1));
    return stretches.some((_, at) => asked.includes(` ${said.slice(at, at + BY_CHANCE).join(' ')} `));
  });
}
