import type { Briefing } from '../briefing/briefing.ts';
import { fold } from '../text/fold.ts';

/** The words that people use of the briefing's topics and issues, folded, worked out once for each briefing. */
export function topicWords(briefing: Briefing): ReadonlySet<string> {
  const known = WORDS.get(briefing);
  if (known !== undefined) return known;
  const phrases = [
    ...briefing.topics.flatMap(({ name, words }) => [...fold(name).split(' '), ...words]),
    ...briefing.issues.flatMap(({ words }) => words),
  ];
  const made = new Set(phrases.map(fold));
  WORDS.set(briefing, made);
  return made;
}

const WORDS = new WeakMap<Briefing, ReadonlySet<string>>();
