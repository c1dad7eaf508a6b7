/** The lists of English words by which the proofs and marks read: data, not grown on any one text. */
import words from './words.json' with { type: 'json' };

export const SAYING = listed(words.saying);
export const TO_SOMEBODY = listed(words.toSomebody);
export const PREPOSITIONS = listed(words.prepositions);
export const PERSONS = listed(words.persons);
export const ANYBODY = listed(words.anybody);
export const NEGATIONS = listed(words.negations);
export const HEDGES = listed(words.hedges);
export const FIRM = listed(words.firm);
export const EMPTY = new Set(listed(words.empty));
export const PREFIXES = listed(words.prefixes);
export const DEGREES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(words.degrees).map(([degree, list]) => [degree, listed(list)]),
);
/** By each word, the words that say the opposite. */
export const OPPOSITES: ReadonlyMap<string, readonly string[]> = pairsOf(words.opposites);

function listed(line: string): string[] {
  return [...new Set(line.split(' '))];
}

function pairsOf(line: string): Map<string, string[]> {
  const pairs = new Map<string, string[]>();
  for (const pair of line.split('; ')) {
    const [one = '', other = ''] = pair.split(' ');
    pairs.set(one, [...(pairs.get(one) ?? []), other]);
    pairs.set(other, [...(pairs.get(other) ?? []), one]);
  }
  return pairs;
}
