/** What a question's own words are found by. */
import type { Question } from './read.ts';

const OWN_KEYS = new WeakMap<Question, ReadonlySet<string>>();

/** The keys of the very words of a question; made once for all items that are held against it. */
export function ownKeys(question: Question): ReadonlySet<string> {
  const known = OWN_KEYS.get(question);
  if (known !== undefined) return known;
  const made = new Set<string>();
  for (const { keys } of question.terms) for (const { key, worth } of keys) if (worth === 1) made.add(key);
  OWN_KEYS.set(question, made);
  return made;
}
