/** Where names stand: runs of words with capitals, cut where one name ends and another begins. */
import { listOf } from '../data/lists.ts';
import { isEnglish } from '../text/english.ts';
import { isCapital, type Word } from '../text/words.ts';
import { isFirstName } from './first-names.ts';
import { countryOfPeople, spotsOf } from './gazetteer.ts';

/** A paragraph as the rules read it. */
export type Line = { readonly number: number; readonly text: string; readonly words: readonly Word[] };

export type Mention = {
  readonly line: Line;
  /** Indexes of the name's own words, the end not included; titles before it are not among them. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** What stands before the name with a capital: titles and the names of a people. */
  readonly lead: readonly string[];
  /** The first word of a sentence has a capital anyway. */
  readonly opens: boolean;
};

/** Pure; in the order of the text. `lines` are those whose capitals mean something: no headings. */
export function mentionsIn(lines: readonly Line[]): Mention[] {
  const seen = capitalsAmid(lines);
  return lines.flatMap((line) => runsOf(line).flatMap((run) => namesOf(line, run, seen)));
}

type Run = { readonly from: number; readonly to: number };

/** Words with capitals that stand amid a sentence somewhere: these are names at a sentence's start too. */
function capitalsAmid(lines: readonly Line[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { words } of lines)
    for (const [at, word] of words.entries())
      if (word.kind === 'word' && isCapital(word) && !opensSentence(words, at)) seen.add(word.text);
  return seen;
}

export function opensSentence(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (!before) return true;
  if (/^["“”„«»「」『』‘'’(*•\-–—:]$/.test(before.text)) return before.text !== '’' && before.text !== ')';
  return (
    /^[.?!…]$/.test(before.text) &&
    !listOf('abbreviations-before-names').has(words[at - 2]?.lower ?? '') &&
    !/^\p{Lu}$/u.test(words[at - 2]?.text ?? '')
  );
}

function runsOf({ words }: Line): Run[] {
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

function isNamePart(word: Word): boolean {
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

function namesOf(line: Line, run: Run, seen: ReadonlySet<string>): Mention[] {
  const cut = cutsIn(line.words, run);
  return cut.flatMap(({ from, to }) => mentionOf(line, from, to, seen) ?? []);
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

function mentionOf(line: Line, from: number, to: number, seen: ReadonlySet<string>): Mention | undefined {
  const { words } = line;
  let start = from;
  const opens = opensSentence(words, start);
  if (opens && !leads(words, start, to) && !isNameAtStart(words, start, to, seen))
    start = nextPart(words, start, to);
  const lead: string[] = [];
  const post = lastPost(words, start, to);
  while (start < to && (start <= post || leads(words, start, to))) {
    lead.push(words[start]!.text);
    start = nextPart(words, start, to);
  }
  let end = to;
  while (end > start && !isNamePart(words[end - 1]!)) end--;
  if (end <= start) return undefined;
  if (THINGS.test(words[from - 1]?.lower ?? '') || isStuff(words, from, end)) return undefined;
  const name = textBetween(line, start, end).replace(/^[RDI]-(?=\p{Lu})/u, '');
  if (listOf('not-names').has(name) || namesNothing(words.slice(start, end))) return undefined;
  if (end - start === 1 && lead.length === 0) {
    // 'Growers said', 'the Treasurer': a noun that begins a sentence, a post in capitals.
    if (listOf('roles').has(words[start]!.lower)) return undefined;
    const common = isEnglish(name) || isEnglish(name.replace(/s$/, ''));
    if (opens && start === from && !seen.has(name) && common) return undefined;
  }
  return { line, from: start, to: end, name, lead, opens: opens && start === from };
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
function namesNothing(own: readonly Word[]): boolean {
  const [first, last] = [own[0]!, own.at(-1)!];
  const isPerson = own.length === 2 && isFirstName(first.text) && SURNAMES.test(last.text);
  if ((listOf('other-heads').has(last.text) && !isPerson) || listOf('other-beginnings').has(first.text))
    return true;
  if (own.length === 1)
    return (
      isOfPeople(first.text) ||
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

function isOfPeople(word: string): boolean {
  return word
    .split('-')
    .every(
      (part) =>
        countryOfPeople(part) !== undefined ||
        listOf('adjectives-with-capitals').has(part) ||
        /^(?:Anglo|Franco|Sino|Russo)$/.test(part),
    );
}

function nextPart(words: readonly Word[], at: number, to: number): number {
  let next = at + 1;
  while (next < to && !isNamePart(words[next]!)) next++;
  return next;
}

export function textBetween({ text, words }: Line, from: number, to: number): string {
  return text.slice(words[from]!.start, words[to - 1]!.end).replace(/\s+/g, ' ');
}

/** The first word of a sentence is taken for a part of the name unless it is a word of grammar, or stands small elsewhere. */
function isNameAtStart(words: readonly Word[], at: number, to: number, seen: ReadonlySet<string>): boolean {
  const word = words[at]!;
  if (listOf('function-words').has(word.lower))
    return (
      seen.has(word.text) &&
      !/^(?:The|A|An|In|On|At|It|He|She|We|They|But|And)$/.test(word.text) &&
      isPlaceOrName(word.text)
    );
  if (listOf('not-names').has(word.text)) return false;
  if (to - at === 1) return true;
  return (
    !(listOf('organisation-nouns').has(word.lower) || listOf('groups').has(word.lower)) || seen.has(word.text)
  );
}

/** May, Will and Long are names too, where they stand with a capital amid a sentence. */
function isPlaceOrName(word: string): boolean {
  return spotsOf(word).length > 0 || !listOf('not-names').has(word) || word === 'May';
}

/** U.S. District Judge Elena Marquez: the last post before a name leads it, with all that stands before. */
function lastPost(words: readonly Word[], from: number, to: number): number {
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

/** Whether the word at `at` stands before a name and is no part of it: a title, or the name of a people. */
function leads(words: readonly Word[], at: number, to: number): boolean {
  const word = words[at]!;
  const rest = words.slice(at + 1, to).filter(isNamePart);
  if (rest.length === 0) return listOf('titles').has(word.text);
  if (/^(?:Former|Late|Ex|Then)$/.test(word.text)) return true;
  const onlyHeads = rest.every(({ text }) => isHead(text) || listOf('titles').has(text));
  if (listOf('titles').has(word.text)) return !onlyHeads && !endsInHead(rest);
  return isOfPeople(word.text) && !endsInHead(rest) && !onlyHeads;
}

function endsInHead(rest: readonly Word[]): boolean {
  return isHead(rest.at(-1)!.text);
}
