/** English as far as holding two sentences against each other needs it: small words, words that turn a sentence, opposites. */
import words from '../../words/data/en/function-words.json' with { type: 'json' };
import pairs from '../../words/data/en/opposites.json' with { type: 'json' };
import { stemOf } from '../../words/stem.ts';

const listed = (line: string): ReadonlySet<string> => new Set(line.split(' '));

/** Words that carry no matter. */
export const SMALL = listed(words.small);
export const NEGATIONS = listed(words.negations);
export const MODALS = listed(words.modals);
export const DEGREES: ReadonlySet<string> = new Set([...listed(words.degrees), ...listed(words.connectives)]);
/** Words that say where, whence and by whom: one for another makes another thing of it. */
export const PREPOSITIONS = listed(words.prepositions);
/** Words that leave no exception. */
export const SWEEPING = listed(words.sweeping);
/** Verbs that say how somebody stands to a thing, not only that he spoke of it. */
export const STANCES: ReadonlySet<string> = new Set(words.stances.split(' ').map(stemOf));
/** Verbs behind which a thing has not happened: 'plans to', 'refused to'. */
export const INTENTIONS: ReadonlySet<string> = new Set(words.intentions.split(' ').map(stemOf));

/** What two do to each other alike, so that it does not matter who is named first. */
export const MUTUAL: ReadonlySet<string> = new Set(words.mutual.split(' ').map(stemOf));

const OPPOSITES = new Map<string, Set<string>>();
for (const pair of pairs) {
  const [one, other] = pair.split(' ').map(stemOf) as [string, string];
  OPPOSITES.set(one, (OPPOSITES.get(one) ?? new Set()).add(other));
  OPPOSITES.set(other, (OPPOSITES.get(other) ?? new Set()).add(one));
}
/** Stems of the words that say the opposite of one with this stem. */
export function oppositesOf(stem: string): ReadonlySet<string> {
  return OPPOSITES.get(stem) ?? NONE;
}

/** Verbs whose opposite tells the same from the other side: one bought what the other sold. */
export const CONVERSES: ReadonlySet<string> = new Set(words.converses.split(' ').map(stemOf));

const NONE: ReadonlySet<string> = new Set();
const PREFIXES = /^(?:un|in|im|il|ir|dis|non|mis)(?=\p{L}{4})/u;

/** Whether two words, in small letters, say the opposite: 'rise' and 'fall', 'limited' and 'unlimited'. */
export function areOpposites(one: string, other: string): boolean {
  const [a, b] = [stemOf(one), stemOf(other)];
  if (OPPOSITES.get(a)?.has(b) === true) return true;
  return a !== b && (one.replace(PREFIXES, '') === other || other.replace(PREFIXES, '') === one);
}
