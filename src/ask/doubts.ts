/** What speaks against the best item where enough does not speak for it. */
import { firmnessOf } from './finders/matter.ts';
import type { Question } from './read.ts';
import { type Ready, SPEAKS_OF } from './ready.ts';
import { NEEDS_VALUE, TABLE } from './table.ts';
import type { Candidate, Features } from './weigh.ts';

/** A word of it is known nowhere, few of the others stand in it or around it, and no two together: 'world' of 'the world cup'. */
export function isHardlyTold({ ownWords, beside, together }: Features, { terms }: Question): boolean {
  return (
    together === 0 &&
    ownWords + beside < TABLE.markedWords &&
    terms.some(({ light, known }) => !light && !known)
  );
}

/** Its words stand all about the item, none near another, and no value joins them: 'the cost of the wall' where each is told of by itself. */
export function isScattered({ together, slotFilled }: Features, { terms }: Question): boolean {
  return together === 0 && slotFilled === 0 && terms.filter(({ light }) => !light).length > 1;
}

/** One word of several stands in it, and another nowhere, or a value is asked for: 'won' of 'who won the world cup'. */
export function isHardlyKnown({ entry }: Candidate, question: Question, ready: Ready): boolean {
  const full = question.terms.filter(({ light }) => !light);
  const told = full.filter((term) => (firmnessOf(term, ready)[entry.at] ?? 0) >= SPEAKS_OF);
  const asksMore = full.some(({ known }) => !known) || (NEEDS_VALUE.has(question.asked) && full.length > 1);
  return told.length < FEWEST_TOLD && asksMore;
}

const FEWEST_TOLD = 2;

/** Somebody's words on a thing that they do not speak of. */
export function isOffTopic({ entry }: Candidate, { speaker, terms }: Question, ready: Ready): boolean {
  const about = terms.filter(({ focus, light }) => focus && !light);
  return (
    speaker.length > 0 &&
    about.length > 0 &&
    about.every((term) => (firmnessOf(term, ready)[entry.at] ?? 0) < SPEAKS_OF)
  );
}

export function isForeign({ language }: Question, ready: Ready): boolean {
  return language.code !== ready.language.code;
}
