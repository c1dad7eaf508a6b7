/** Where names stand, and what leads them. */
import { listOf } from '../data/lists.ts';
import { isEnglish } from '../text/english.ts';
import { isCapital, type Word } from '../text/words.ts';
import { spotsOf } from './gazetteer.ts';
import { lastPost, leads } from './leads.ts';
import { isThing, namesNothing } from './no-names.ts';
import { isNamePart, nextPart, runsIn } from './runs.ts';

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
  return lines.flatMap((line) =>
    runsIn(line.words).flatMap(({ from, to }) => mentionOf(line, from, to, seen) ?? []),
  );
}

/** Words with capitals that stand amid a sentence somewhere: these are names at a sentence's start too. */
function capitalsAmid(lines: readonly Line[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { words } of lines)
    for (const [at, word] of words.entries())
      if (word.kind === 'word' && isCapital(word) && !opensSentence(words, at)) seen.add(word.text);
  return seen;
}

function opensSentence(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (!before) return true;
  if (/^["“”„«»「」『』‘'’(*•\-–—:]$/.test(before.text)) return before.text !== '’' && before.text !== ')';
  return (
    /^[.?!…]$/.test(before.text) &&
    !listOf('abbreviations-before-names').has(words[at - 2]?.lower ?? '') &&
    !/^\p{Lu}$/u.test(words[at - 2]?.text ?? '')
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
  if (isThing(words, from, end)) return undefined;
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
  // State Department, Water Board.
  if (to - at === 2 && listOf('organisation-heads').has(words[at + 1]!.text)) return true;
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
