/** 'Who is X', 'what is X': who or what the one thing named is, where nothing else is asked about it. */
import type { Candidate } from './candidates.ts';
import type { Entry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import type { Question, Unit } from './read.ts';

/** Words that may stand beside the name and still ask nothing else. */
const ASKS_WHO =
  /^(?:who|what|is|are|was|were|s|whos|whats|the|a|an|this|that|exactly|tell|me|about|us|please|does|do|mean|name|define|info|on|information|more|explain|he|she|it|they|of|actually|called|person|guy|man|woman|company|place|organisation|someone|work|works|for|doing|with|living|profession|employer|affiliation|where|report|article|story|text|piece)$/;
const OCCUPATION = /^(?:jobs?|occupation|profession|employer|affiliation|role|title|work)$/;

export function cardFor(
  question: Question,
  matters: readonly Unit[],
  knowledge: Knowledge,
): Candidate | undefined {
  if (question.asked.kind !== 'identity' || question.speech === 'own') return undefined;
  const job = question.units.some((unit) => OCCUPATION.test(unit.words));
  // 'Putin's dog' asks for something of his, except for his job.
  const name = matters.find((unit) => unit.ids.length > 0 && (job || !/['’]s$/.test(unit.typed)));
  if (name === undefined || question.units.some(asksMore)) return undefined;
  const others = matters.filter((unit) => unit !== name && !OCCUPATION.test(unit.words));
  for (const id of name.ids) {
    const at = knowledge.entries.findIndex((entry) => cardId(entry) === id);
    const fits = others.every((unit) =>
      [...unit.keys].some((key) => knowledge.withKey(key).some((posting) => posting.at === at)),
    );
    const entry = knowledge.entries[at];
    if (entry !== undefined && fits) {
      return {
        entry,
        score: 0,
        missing: 0,
        loose: 0,
        matters: 1,
        covered: 1,
        fits: true,
        quantity: undefined,
      };
    }
  }
  return undefined;
}

function asksMore(unit: Unit): boolean {
  return (
    unit.kind === 'light' &&
    /^[a-z]/.test(unit.words) &&
    !ASKS_WHO.test(unit.words) &&
    !OCCUPATION.test(unit.words)
  );
}

function cardId(entry: Entry): string | undefined {
  return entry.subject.kind === 'card' ? entry.subject.named.item.id : undefined;
}
