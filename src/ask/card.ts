/** Whether only who or what somebody is is asked for. */
import { firmnessOf } from './finders/matter.ts';
import type { Question } from './read.ts';
import { type Entry, type Ready, SPEAKS_OF } from './ready.ts';
import { NEEDS_VALUE } from './table.ts';

/** 'Who is X', 'X's job', 'who is the president of Y': who or what somebody is, where nothing else is asked. */
export function cardFor(question: Question, ready: Ready): Entry | undefined {
  if (question.speech || NEEDS_VALUE.has(question.asked)) return undefined;
  const full = question.terms.filter(({ light }) => !light);
  const matter = full.filter(({ words }) => !question.language.occupation.has(words));
  const [only] = matter;
  // 'Who made X' and 'who was it before X' ask for somebody else.
  if (question.words.split(' ').some((word) => question.language.faint.has(word) || OTHERS.has(word)))
    return undefined;
  if (only === undefined || (!CARDS.has(question.asked) && matter.length === full.length)) return undefined;
  const cards = ready.entries.filter(({ item }) => item.kind === 'card');
  if (
    matter.length === 1 &&
    only.ids.length > 0 &&
    !/['’]s?$/.test(matter.length === full.length ? only.typed : '')
  )
    return cards.find(({ id }) => id === only.ids[0]);
  if (question.asked !== 'identity' && question.asked !== 'who') return undefined;
  // By what they are: every notion stands on one card, and on no other.
  const fitting = cards.filter(
    ({ at, item }) =>
      item.kind === 'card' &&
      item.named.kind === 'person' &&
      full.every((term) => (firmnessOf(term, ready)[at] ?? 0) >= SPEAKS_OF),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

const OTHERS = new Set(['before', 'after', 'next', 'former', 'previous']);
const CARDS = new Set<Question['asked']>(['identity', 'who', 'what']);
