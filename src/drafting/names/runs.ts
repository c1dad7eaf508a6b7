/** Where words with capitals stand together, cut where one name ends and another begins. */
import { listOf } from '../data/lists.ts';
import { isEnglish } from '../text/english.ts';
import { isCapital, type Word } from '../text/words.ts';
import { spotsOf } from './gazetteer.ts';

export type Run = { readonly from: number; readonly to: number };

/** Indexes of words, the end not included; pure, in the order of the text. */
export function runsIn(words: readonly Word[]): Run[] {
  return runsOf(words).flatMap((run) => cutsIn(words, run));
}

function runsOf(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!isNamePart(words[at]!)) continue;
    let to = at + 1;
    for (let next = to; next < words.length; next++) {
      if (isNamePart(words[next]!)) to = next + 1;
      else if (!isJoint(words, next)) break;
    }
    runs.push({ from: at, to });
    at = to - 1;
  }
  return runs;
}

export function isNamePart(word: Word): boolean {
  return word.kind === 'word' && isCapital(word) && !NO_NAME.test(word.text) && !isTime(word.text);
}

/** I, We'll, Don't, Thirty-eight: capitals of a sentence's start. */
const NO_NAME =
  /^(?:I(?:['’].*)?|(?:You|We|They|He|She|It|There|That|This|What|Who|Here|Let)['’].*|\p{L}+n['’]t|(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?:-.*)?)$/u;

/** Days and months are no part of a name; 'May' may be. */
function isTime(word: string): boolean {
  return word !== 'May' && listOf('days-and-months').has(word);
}

/** What may stand inside a name, where a word with a capital follows. */
function isJoint(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1]!, words[at]!, words[at + 1]];
  if (!next) return false;
  if (word.text === '.') return isInitialOrTitle(before) && isNamePart(next);
  if (word.kind === 'possessive') return isNamePart(next) && joinsGenitive(words, at);
  if (/^['’]$/.test(word.text)) return /s$/.test(before.text) && isNamePart(next) && isEnglish(before.lower);
  if (word.text === '&' || word.text === '-')
    return isNamePart(next) && (word.text === '&' || next.start === word.end);
  if (word.kind !== 'word') return false;
  if (listOf('joints').has(word.lower) || word.lower === 'and') return isNamePart(next);
  if (!/^(?:of|for|the)$/.test(word.lower)) return false;
  return (
    isNamePart(next) || (next.lower === 'the' && word.lower !== 'the' && isNamePart(words[at + 2] ?? word))
  );
}

function isInitialOrTitle(word: Word): boolean {
  return (
    /^\p{Lu}$/u.test(word.text) ||
    (isCapital(word) && listOf('abbreviations-before-names').has(word.lower)) ||
    /^(?:Jr|Sr)$/.test(word.text)
  );
}

/** St Hilda's Hospital is one name; Brazil's Cartonal are two. */
function joinsGenitive(words: readonly Word[], at: number): boolean {
  const [before, next] = [words[at - 1]!, words[at + 1]!];
  if (/^(?:St|Saint)$/.test(words[at - 2]?.text ?? '') || words[at - 2]?.text === '.')
    return isHead(next.text);
  return (
    isHead(next.text) &&
    (isEnglish(before.lower) || !spotsOf(before.text).length) &&
    /^(?:King|Queen|Women|Men|Children|People|Lloyd|Prince|Mother|Father|Christ)$/.test(before.text)
  );
}

export function isHead(word: string): boolean {
  return listOf('organisation-heads').has(word) || listOf('place-heads').has(word);
}

/** Cuts at 'and', 'of', 'for', unless an organisation's or a place's name goes on over them. */
function cutsIn(words: readonly Word[], { from, to }: Run): Run[] {
  for (let at = from + 1; at < to - 1; at++) {
    const word = words[at]!;
    if (word.kind === 'possessive') continue;
    if (
      isNamePart(word) ||
      word.kind !== 'word' ||
      (listOf('joints').has(word.lower) && word.lower !== 'the')
    )
      continue;
    if (!goesOn(words, from, at, to)) {
      const next = words.findIndex((it, index) => index > at && index < to && isNamePart(it));
      if (next < 0) return [{ from, to: at }];
      return [{ from, to: at }, ...cutsIn(words, { from: next, to })];
    }
    if (word.lower !== 'and' && words[at + 1]?.lower === 'the') at++;
  }
  return [{ from, to }];
}

function goesOn(words: readonly Word[], from: number, at: number, to: number): boolean {
  const left = words.slice(from, at).map(({ text }) => text);
  const joint = words[at]!.lower;
  const [first, last] = [left[0]!, left.at(-1)!];
  if (joint === '&' || words[at]!.text === '.' || words[at]!.text === '-') return true;
  if (joint === 'of' || joint === 'for') {
    if (isHead(last) || isHead(first)) return true;
    return (
      joint === 'of' &&
      /^(?:Duke|Duchess|Prince|Princess|Earl|Bishop|Archbishop|Lord|Isle|House|Chamber|Bank|Secretary)$/.test(
        last,
      )
    );
  }
  if (joint !== 'and') return false;
  // Transport and Depot Workers' Union, Food and Drug Administration: a head at the end, and none before.
  const rest = words.slice(at + 1, to);
  const end = rest.findIndex((word) => word.lower === 'and');
  const right = (end < 0 ? rest : rest.slice(0, end)).filter(isNamePart);
  const head = right.at(-1);
  if (!head || right.length < 2 || !listOf('organisation-heads').has(head.text)) return false;
  if (
    left.some((word) => isHead(word)) &&
    !/^(?:Department|Ministry|Institute|Centre|Center|Office)$/.test(first)
  )
    return false;
  return (
    left.every((word) => isEnglish(word) || /^(?:of|for|the)$/.test(word)) &&
    right.slice(0, -1).every(({ text }) => isEnglish(text))
  );
}

export function nextPart(words: readonly Word[], at: number, to: number): number {
  let next = at + 1;
  while (next < to && !isNamePart(words[next]!)) next++;
  return next;
}
