/** Countries, whatever they are called: names in every language that is understood, adjectives and capitals. */
import { readFileSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import ja from 'i18n-iso-countries/langs/ja.json' with { type: 'json' };
import ko from 'i18n-iso-countries/langs/ko.json' with { type: 'json' };
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { isEveryday } from './english.ts';
import { CODES, language } from './languages.ts';

/** Two letters that nobody takes for a word; 'us' is one. */
const SHORT = new Set(['uk', 'eu', 'un']);

/** English ways of calling countries, in small letters, each with its country's key. */
export const ENGLISH_NATIONS: (readonly [way: string, key: string])[] = [];

/** Keys of countries by each way of calling them, in small letters. */
const CALLED = nations();

/** The longest way of calling a country, in words. */
export const LONGEST_NATION = 4;

/** The key that all ways of calling a country share: 'c:japan' for 'japanese', 'tokyo', '日本'. */
export function nationKeys(words: string): readonly string[] {
  return CALLED.get(words) ?? [];
}

/** First words of their names. */
const BEGINNINGS = new Set([...CALLED.keys()].map((name) => name.split(' ')[0] ?? ''));

/** Whether a country's name may begin with a word in small letters. */
export function beginsNation(word: string): boolean {
  return BEGINNINGS.has(word) || BEGINNINGS.has(word.replace(/s$/, ''));
}

/** Ways of calling countries in scripts without spaces, the longest first. */
export const UNSPACED_NATIONS: readonly string[] = [...CALLED.keys()]
  .filter((name) => /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name) && name.length > 1)
  .sort((a, b) => b.length - a.length);

function nations(): Map<string, string[]> {
  for (const one of [en, de, fr, es, ru, ja, ko, zh]) countries.registerLocale(one);
  const called = new Map<string, Set<string>>();
  const add = (name: string, key: string, english = false) => {
    const folded = name.trim().toLowerCase().normalize('NFC').replaceAll('.', '');
    if (folded === '' || (folded.length < 3 && !SHORT.has(folded))) return;
    called.set(folded, (called.get(folded) ?? new Set()).add(key));
    if (english) ENGLISH_NATIONS.push([folded, key]);
  };
  const lines = readFileSync(new URL('data/en/nations.txt', import.meta.url), 'utf8').split('\n');
  for (const line of [...lines, ...language('en').nations]) {
    const [names = '', adjectives = '', capitals = ''] = line.split('|').map((part) => part.trim());
    const key = keyOf(names);
    if (key === undefined) continue;
    for (const name of [...names.split(', '), ...adjectives.split(', ')]) add(name, key, true);
    // A capital that is a word besides ('male', 'nice') is no sign of its country.
    for (const name of capitals.split(', ')) if (!isEveryday(name)) add(name, key, true);
  }
  for (const alpha of Object.keys(countries.getAlpha2Codes())) {
    const key = `c:${alpha.toLowerCase()}`;
    for (const code of CODES)
      for (const name of countries.getName(alpha, code, { select: 'all' }) ?? []) add(name, key);
  }
  return new Map([...called].map(([name, keys]) => [name, [...keys]]));
}

function keyOf(names: string): string | undefined {
  const [first = ''] = names.split(', ');
  for (const name of names.split(', ')) {
    const alpha = countries.getAlpha2Code(name, 'en');
    if (alpha !== undefined) return `c:${alpha.toLowerCase()}`;
  }
  return first === '' ? undefined : `c:${first}`;
}
