/** How much of the source's words a draft may hold. */
import { wordsOf } from '../../briefing/words.ts';
import { isJoint } from '../facts/titles.ts';

export type Rights = 'own' | 'licensed' | 'restricted';

/** Eight words in a row as the source has them count as copied. */
const MOST_WORDS = 6;

/** Pure. The source's sentence where its rights allow, else nothing until somebody words it. */
export function sentenceFor(text: string, rights: Rights): string {
  return rights === 'restricted' ? '' : text;
}

/** Pure. A post, a noun, a title: whole, or as far as it is nobody's sentence. */
export function phraseFor(text: string, rights: Rights): string {
  if (rights !== 'restricted' || wordsOf(text).length <= MOST_WORDS) return text;
  const words = text.split(/\s+/);
  let end = words.length;
  while (end > 1 && wordsOf(words.slice(0, end).join(' ')).length > MOST_WORDS) end--;
  while (end > 1 && isJoint(words[end - 1]!)) end--;
  return words.slice(0, end).join(' ');
}

/** Pure. Words by which a sentence that may not stand here is found: each once, by the alphabet. */
export function wordsFor(text: string, rights: Rights): string[] {
  if (rights !== 'restricted') return [];
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]{3,}/gu) ?? [];
  return [...new Set(words.map((word) => word.replace(/['’]s$/, '').toLowerCase()))].sort();
}
