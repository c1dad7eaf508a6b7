/**
 * Countries, whatever they are called: names in every language that is understood, adjectives and capitals. Read when
 * they are first asked for; of the lists that they come from nothing is kept.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isEveryday } from './english.ts';
import { CODES, type Code, language } from './languages.ts';

/** Two letters that nobody takes for a word; 'us' is one. */
const SHORT = new Set(['uk', 'eu', 'un']);

/** The longest way of calling a country, in words. */
export const LONGEST_NATION = 4;

type Nations = {
  /** Keys of countries by each way of calling them, in small letters. */
  readonly called: ReadonlyMap<string, readonly string[]>;
  /** First words of their names. */
  readonly beginnings: ReadonlySet<string>;
  readonly english: readonly (readonly [way: string, key: string])[];
  readonly unspaced: readonly string[];
};

let read: Nations | undefined;

function nations(): Nations {
  read ??= readNations();
  return read;
}

/** The key that all ways of calling a country share: 'c:japan' for 'japanese', 'tokyo', '日本'. */
export function nationKeys(words: string): readonly string[] {
  return nations().called.get(words) ?? [];
}

/** Whether a country's name may begin with a word in small letters. */
export function beginsNation(word: string): boolean {
  const { beginnings } = nations();
  return beginnings.has(word) || (word.endsWith('s') && beginnings.has(word.slice(0, -1)));
}

/** English ways of calling countries, in small letters, each with its country's key. */
export function englishNations(): Nations['english'] {
  return nations().english;
}

/** Ways of calling countries in scripts without spaces, the longest first. */
export function unspacedNations(): readonly string[] {
  return nations().unspaced;
}

function readNations(): Nations {
  const named = new Map(CODES.map((code) => [code, namesIn(code)] as const));
  const byName = new Map<string, string>();
  for (const [alpha, names] of named.get('en') ?? [])
    for (const name of names) if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), alpha);

  const called = new Map<string, Set<string>>();
  const english: (readonly [way: string, key: string])[] = [];
  const add = (name: string, key: string, isEnglish = false) => {
    const folded = name.trim().toLowerCase().normalize('NFC').replaceAll('.', '');
    if (folded === '' || (folded.length < 3 && !SHORT.has(folded))) return;
    called.set(folded, (called.get(folded) ?? new Set()).add(key));
    if (isEnglish) english.push([folded, key]);
  };
  const lines = readFileSync(new URL('data/en/nations.txt', import.meta.url), 'utf8').split('\n');
  for (const line of [...lines, ...language('en').nations]) {
    const [names = '', adjectives = '', capitals = ''] = line.split('|').map((part) => part.trim());
    const key = keyOf(names, byName);
    if (key === undefined) continue;
    for (const name of [...names.split(', '), ...adjectives.split(', ')]) add(name, key, true);
    // A capital that is a word besides ('male', 'nice') is no sign of its country.
    for (const name of capitals.split(', ')) if (!isEveryday(name)) add(name, key, true);
  }
  for (const [alpha = ''] of listed<readonly string[][]>('codes'))
    for (const code of CODES)
      for (const name of named.get(code)?.get(alpha) ?? []) add(name, `c:${alpha.toLowerCase()}`);
  return {
    called: new Map([...called].map(([name, keys]) => [name, [...keys]])),
    beginnings: new Set([...called.keys()].map((name) => name.split(' ')[0] ?? '')),
    english,
    unspaced: [...called.keys()]
      .filter((name) => /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name) && name.length > 1)
      .sort((a, b) => b.length - a.length),
  };
}

const require = createRequire(import.meta.url);

/** The names of each country in a language, by its two letters. */
function namesIn(code: Code): ReadonlyMap<string, readonly string[]> {
  const { countries } = listed<{ countries: Record<string, string | string[]> }>(`langs/${code}`);
  return new Map(
    Object.entries(countries).map(([alpha, names]) => [alpha, typeof names === 'string' ? [names] : names]),
  );
}

/** Read anew each time: what is required is kept for ever. */
function listed<Listed>(name: string): Listed {
  return JSON.parse(readFileSync(require.resolve(`i18n-iso-countries/${name}.json`), 'utf8')) as Listed;
}

function keyOf(names: string, byName: ReadonlyMap<string, string>): string | undefined {
  const [first = ''] = names.split(', ');
  for (const name of names.split(', ')) {
    const alpha = byName.get(name.toLowerCase());
    if (alpha !== undefined) return `c:${alpha.toLowerCase()}`;
  }
  return first === '' ? undefined : `c:${first}`;
}
