/** What our words add to the source's: a mark at each word that is inferred, and the reasons below. */
import type { Inferred, When } from '../briefing/schema.ts';
import type { Block, BlockOf, Reason } from '../reply/reply.ts';
import type { Messages } from './messages/messages.ts';

/** Our words for an item, with a mark after what the source does not have. */
export function marked(item: { readonly text: string; readonly inferred: readonly Inferred[] }): string {
  return markedWords(item.text, item.inferred);
}

export function markedWords(words: string, inferred: readonly Inferred[]): string {
  const ends = new Set(inferred.flatMap(({ says }) => endsOf(says, words)));
  return [...words].length === 0 || ends.size === 0
    ? words
    : [...ends]
        .toSorted((one, other) => other - one)
        .reduce((text, at) => `${text.slice(0, at)}${INFERRED_MARK}${text.slice(at)}`, words);
}

/** Stands at a word that is inferred. */
export const INFERRED_MARK = '†';

/** Where a text ends as whole words, the first time that it stands in a sentence. */
function endsOf(says: string, words: string): number[] {
  for (let at = words.indexOf(says); says !== '' && at >= 0; at = words.indexOf(says, at + 1)) {
    const end = at + says.length;
    const whole = !/^[\p{L}\p{N}]{2}$/u.test(words.slice(end - 1, end + 1));
    if (whole && !/^[\p{L}\p{N}]{2}$/u.test(words.slice(at - 1, at + 1))) return [end];
  }
  return [];
}

export type Inferring = {
  readonly inferred: readonly Inferred[];
  readonly when?: When | undefined;
};

/** Why our words add to the source's, for those of them that are shown with a mark. */
export function inferredNotes(items: readonly Inferring[], say: Messages): Block[] {
  const reasons = reasonsOf(items, say);
  return reasons.length === 0 ? [] : [reasonsNote(reasons, say)];
}

/** Each reason once, with the words as they are marked where they are shown. */
export function reasonsOf(items: readonly Inferring[], say: Messages): Reason[] {
  const reasons = items.flatMap((item) =>
    item.inferred.map(({ says, why }): Reason => ({ says, why, marks: marksOf(says, item.when, say) })),
  );
  return reasons.filter(
    (one, at) => reasons.findIndex(({ says, why }) => says === one.says && why === one.why) === at,
  );
}

/** One line for each reason, with the words that it explains. */
export function reasonsNote(reasons: readonly Reason[], say: Messages): BlockOf<'note'> {
  const byReason = Map.groupBy(reasons, ({ why }) => why);
  const lines = [...byReason].map(([why, its]) =>
    say.claims.inferredLine(
      its.map(({ says }) => says),
      why,
    ),
  );
  return { kind: 'note', text: [[say.claims.inferredBelow, ...lines].join('\n')], reasons };
}

/** The words as they stand in a line when they are marked; a date in the form in which dates are shown. */
function marksOf(says: string, when: When | undefined, say: Messages): string[] {
  const dates =
    when !== undefined && isDateOf(says, when, say)
      ? [say.time.when(when), say.time.whenInSentence(when)]
      : [];
  return [says, ...dates].map((words) => `${words}${INFERRED_MARK}`);
}

/** What an item rests on, and which item it is: so that a correction finds the messages that showed it. */
/** Marks a date of which some part does not stand in the source. */
export function dateMark(
  item: { readonly inferred: readonly Inferred[] },
  when: When,
  say: Messages,
): string {
  return item.inferred.some(({ says }) => isDateOf(says, when, say)) ? INFERRED_MARK : '';
}

function isDateOf(says: string, when: When, say: Messages): boolean {
  return [say.time.when(when), when.on.slice(0, 4)].some((part) => says.includes(part));
}
