/** What stands before a name with a capital and is no part of it. */
import { listOf } from '../data/lists.ts';
import type { Word } from '../text/words.ts';
import { isFirstName } from './first-names.ts';
import { countryOfPeople } from './gazetteer.ts';
import { isHead, isNamePart } from './runs.ts';

/** Whether the word at `at` stands before a name and is no part of it: a title, or the name of a people. */
export function leads(words: readonly Word[], at: number, to: number): boolean {
  const word = words[at]!;
  const rest = words.slice(at + 1, to).filter(isNamePart);
  if (rest.length === 0) return listOf('titles').has(word.text);
  if (/^(?:Former|Late|Ex|Then)$/.test(word.text)) return true;
  const onlyHeads = rest.every(({ text }) => isHead(text) || listOf('titles').has(text));
  if (listOf('titles').has(word.text)) return !onlyHeads && !endsInHead(rest);
  return isOfPeople(word.text) && !endsInHead(rest) && !onlyHeads;
}

/** U.S. District Judge Elena Marquez: the last post before a name leads it, with all that stands before. */
export function lastPost(words: readonly Word[], from: number, to: number): number {
  for (let at = to - 2; at >= from; at--) {
    const word = words[at]!;
    if (!isNamePart(word) || !(listOf('roles').has(word.lower) || listOf('posts').has(word.text))) continue;
    const rest = words.slice(at + 1, to).filter(isNamePart);
    if (rest.length === 0 || rest.length > 4 || endsInHead(rest)) return -1;
    const isName =
      at === from && words.slice(from, to).filter(isNamePart).length === 2 && isFirstName(word.text);
    return isName ? -1 : at;
  }
  return -1;
}

function endsInHead(rest: readonly Word[]): boolean {
  return isHead(rest.at(-1)!.text);
}

export function isOfPeople(word: string): boolean {
  return word
    .split('-')
    .every(
      (part) =>
        countryOfPeople(part) !== undefined ||
        listOf('adjectives-with-capitals').has(part) ||
        /^(?:Anglo|Franco|Sino|Russo)$/.test(part),
    );
}
