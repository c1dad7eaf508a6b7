/** Topics that an article proposes: nouns and pairs of nouns that come back. An editor names them. */
import { stemmer } from '@orama/stemmers/english';
import { listOf } from '../data/lists.ts';
import type { FoundTopic } from '../draft.ts';
import { idOf } from '../names/entities.ts';
import type { Line } from '../names/mentions.ts';
import { isCapital, type Word } from '../text/words.ts';

const MOST = 8;
const LEAST_PARAGRAPHS = 3;

/** Pure. The commonest first; `ids` are taken, and those of the topics are added to them. */
export function topicsIn(lines: readonly Line[], ids: Set<string>): FoundTopic[] {
  const seen = new Map<string, { readonly forms: Map<string, number>; readonly paragraphs: Set<number> }>();
  for (const { words, number } of lines)
    for (const [at, word] of words.entries()) {
      if (!isTopical(word)) continue;
      put(seen, stemmer(word.lower), word.lower, number);
      const next = words[at + 1];
      if (next && isTopical(next) && next.start === word.end + 1)
        put(seen, `${stemmer(word.lower)} ${stemmer(next.lower)}`, `${word.lower} ${next.lower}`, number);
    }
  const often = [...seen]
    .filter(([key, { paragraphs }]) => paragraphs.size >= (key.includes(' ') ? 2 : LEAST_PARAGRAPHS))
    .sort(([a, one], [b, other]) => weight(b, other.paragraphs.size) - weight(a, one.paragraphs.size));
  const chosen: typeof often = [];
  for (const entry of often) {
    if (chosen.length === MOST) break;
    if (!chosen.some(([key]) => key.split(' ').some((part) => entry[0].split(' ').includes(part))))
      chosen.push(entry);
  }
  return chosen.map(([, { forms }]) => {
    const all = [...forms].sort(([, a], [, b]) => b - a).map(([form]) => form);
    const name = all[0]!;
    return { id: idOf(`topic ${name}`, ids), name: name.charAt(0).toUpperCase() + name.slice(1), words: all };
  });
}

function put(
  seen: Map<string, { forms: Map<string, number>; paragraphs: Set<number> }>,
  key: string,
  form: string,
  paragraph: number,
): void {
  const entry = seen.get(key) ?? { forms: new Map(), paragraphs: new Set() };
  entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
  entry.paragraphs.add(paragraph);
  seen.set(key, entry);
}

/** Two words together tell more than one. */
function weight(key: string, paragraphs: number): number {
  return key.includes(' ') ? paragraphs * 2 : paragraphs;
}

function isTopical(word: Word): boolean {
  return (
    word.kind === 'word' &&
    word.tag === 'NOUN' &&
    !isCapital(word) &&
    word.lower.length > 3 &&
    !listOf('function-words').has(word.lower) &&
    !listOf('roles').has(word.lower) &&
    !listOf('groups').has(word.lower) &&
    !listOf('untopical').has(word.lower)
  );
}
