/**
 * Makes `en/related-stems.txt` out of `en/related.txt`: `node src/words/data/make-stems.ts`, whenever that or the
 * stemmer changes. A line is a stem, `=` and the stems of nearly the same meaning in both directions, `<` and those of
 * wider notions; sorted, so that a line is found by halves, and nothing has to be worked out at a start.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { language } from '../languages.ts';

const RELATED = new URL('en/related.txt', import.meta.url);
const STEMS = new URL('en/related-stems.txt', import.meta.url);

export function stemsOf(related: string): string {
  const { stem } = language('en');
  const found = new Map<string, { same: Set<string>; wider: Set<string> }>();
  const of = (word: string) => {
    const known = found.get(word);
    if (known !== undefined) return known;
    const made = { same: new Set<string>(), wider: new Set<string>() };
    found.set(word, made);
    return made;
  };
  for (const line of related.split('\n')) {
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
  const lines = [...found].map(
    ([word, { same, wider }]) => `${word}=${[...same].join(' ')}<${[...wider].join(' ')}`,
  );
  return `${lines.sort().join('\n')}\n`;
}

if (import.meta.main) writeFileSync(STEMS, stemsOf(readFileSync(RELATED, 'utf8')));
