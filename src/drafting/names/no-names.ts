/** What has capitals and names nobody, no body and no place. */
import { listOf } from '../data/lists.ts';
import { isEnglish } from '../text/english.ts';
import { isCapital, type Word } from '../text/words.ts';
import { isFirstName } from './first-names.ts';
import { isOfPeople } from './leads.ts';
import { isNamePart } from './runs.ts';

/** Whether the words from `from` to `end` are of a thing that is called so, or are what stuff is short for. */
export function isThing(words: readonly Word[], from: number, end: number): boolean {
  return THINGS.test(words[from - 1]?.lower ?? '') || isStuff(words, from, end) || isModel(words, from, end);
}

/** The models NM-210 and A-4. */
function isModel(words: readonly Word[], from: number, end: number): boolean {
  const [sign, number] = words.slice(end, end + 2);
  return (
    end - from === 1 &&
    /^\p{Lu}+$/u.test(words[from]!.text) &&
    /^[-–]$/.test(sign?.text ?? '') &&
    number?.kind === 'number' &&
    sign!.start === words[from]!.end
  );
}

/** The trawler Lady Corinne is neither a lady nor a body. */
const THINGS =
  /^(?:trawler|ship|ferry|vessel|yacht|boat|tanker|submarine|frigate|film|movie|album|novel|book|song|single|musical|play|series|racehorse|horse|dog|cat)$/;

/** 'The solvent trichloroethylene, or TCE': what it is short for is nobody's name. */
function isStuff(words: readonly Word[], from: number, end: number): boolean {
  const [full, comma, joint] = words.slice(Math.max(0, from - 3), from);
  return (
    end - from === 1 &&
    /^\p{Lu}{2,}$/u.test(words[from]!.text) &&
    joint?.lower === 'or' &&
    comma?.text === ',' &&
    full?.kind === 'word' &&
    !isCapital(full)
  );
}

/** The name of a people, a title alone, a war, a law, a day. */
export function namesNothing(own: readonly Word[]): boolean {
  const [first, last] = [own[0]!, own.at(-1)!];
  const isPerson = own.length === 2 && isFirstName(first.text) && SURNAMES.test(last.text);
  if ((listOf('other-heads').has(last.text) && !isPerson) || listOf('other-beginnings').has(first.text))
    return true;
  if (own.length === 1)
    return (
      isOfPeople(first.text) ||
      /^\p{Lu}{2,}s$/u.test(first.text) ||
      /-(?:based|led|born|owned|backed|style|era|bound|wide|made|run)$/.test(first.text)
    );
  return (
    own.every(
      (word) =>
        !isNamePart(word) ||
        listOf('titles').has(word.text) ||
        listOf('roles').has(word.lower) ||
        isOfPeople(word.text),
    ) ||
    (listOf('roles').has(last.lower) && own.every(({ lower }) => isEnglish(lower)))
  );
}

/** Heads of other things by which people are called too. */
const SURNAMES = /^(?:Day|Law|Bill|Rule|Storm|Masters|Week|Lot)$/;
