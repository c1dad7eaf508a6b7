/** Speakers whom an article does not name: a spokeswoman for the trust, a source close to ministers, analysts. */
import { listOf } from '../data/lists.ts';
import type { Gender } from '../draft.ts';
import type { Word } from '../text/words.ts';

export type Unnamed = {
  readonly name: string;
  readonly kind: 'person' | 'group';
  readonly head: string;
  readonly gender?: Gender;
};

/** Pure. `words` are those of a subject; undefined where its noun is nobody who could speak. */
export function unnamedOf(words: readonly Word[], text: string): Unnamed | undefined {
  const head = headOf(words);
  if (!head) return undefined;
  const kind = kindOf(head.lower);
  if (!kind) return undefined;
  const gender = listOf('female-titles').has(head.lower)
    ? 'f'
    : listOf('male-titles').has(head.lower)
      ? 'm'
      : undefined;
  return { name: nameOf(words, text, kind), kind, head: head.lower, ...(gender ? { gender } : {}) };
}

/** The noun that a phrase is about: the last before its first small joint. */
export function headOf(words: readonly Word[]): Word | undefined {
  const stop = words.findIndex(
    ({ lower, tag }, at) =>
      at > 0 &&
      (/^(?:of|at|for|in|with|from|to|on|who|which|that|close|familiar|near|based|and|including|present|among|representing|working|speaking|briefed|involved|say|involved)$/.test(
        lower,
      ) ||
        (tag === 'ADP' && lower !== "'s")),
  );
  return (stop < 0 ? words : words.slice(0, stop)).filter(({ kind }) => kind === 'word').at(-1);
}

function kindOf(noun: string): Unnamed['kind'] | undefined {
  if (listOf('groups').has(noun)) return 'group';
  if (listOf('roles').has(noun) || PERSONS.has(noun)) return 'person';
  if (GROUPS.has(noun)) return 'group';
  return noun.endsWith('s') && listOf('roles').has(noun.slice(0, -1)) ? 'group' : undefined;
}

const PERSONS = new Set(
  'person man woman source insider boy girl somebody someone bystander onlooker local neighbour motorist pedestrian shopper'.split(
    ' ',
  ),
);
const GROUPS = new Set(
  'people men women sources insiders bystanders onlookers others some many motorists shoppers ministers locals rescuers'.split(
    ' ',
  ),
);

function nameOf(words: readonly Word[], text: string, kind: Unnamed['kind']): string {
  const first = words[0]!;
  const from =
    /^(?:the|its|his|her|their|this|that|these|those)$/.test(first.lower) && words.length > 1
      ? words[1]!
      : first;
  const phrase = text.slice(from.start, words.at(-1)!.end).replace(/\s+/g, ' ');
  const article =
    /^(?:a|an|one|some|many|several|two|three|another|other)$/i.test(from.text) || kind === 'group';
  if (kind === 'group' && first.lower === 'the' && words.length === 2) return `The ${phrase}`;
  const named = article ? phrase : `${/^[aeiou]/i.test(phrase) ? 'An' : 'A'} ${phrase}`;
  return named.charAt(0).toUpperCase() + named.slice(1);
}
