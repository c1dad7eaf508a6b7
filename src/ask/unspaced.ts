/** The notions of a question in a script without spaces, whose words nobody can tell for certain. */
import type { Language } from '../words/languages.ts';
import { nationKeys, unspacedNations } from '../words/nations.ts';
import { tokensOf } from '../words/tokens.ts';
import type { Ready } from './ready.ts';
import { type Key, type Term, TRANSLATED } from './term.ts';

/** Names and words of scripts without spaces: names first, wherever they stand, then the segments that are left. */
export function unspacedTerms(text: string, spoken: Language, ready: Ready): Term[] {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return [];
  const terms: Term[] = [];
  let rest = text.normalize('NFKC');
  const term = (typed: string, keys: readonly Key[], ids: readonly string[], light: boolean): Term => {
    const known = keys.some(({ key }) => ready.knows(key));
    const at = text.indexOf(typed);
    const behind = text.slice(at + typed.length);
    const focus = [...spoken.aboutBehind].some((word) => behind.startsWith(word));
    const before = [...spoken.about].some((word) => text.slice(0, at).endsWith(word));
    const kind = ids.length > 0 ? 'name' : known || light ? 'word' : 'word';
    return {
      typed,
      words: typed,
      kind,
      keys,
      ids,
      at,
      light,
      known,
      focus: focus || before,
      wanted: false,
      parts: [],
    };
  };
  for (const { name, ids } of ready.names.within(rest)) {
    rest = rest.replaceAll(name, ' ');
    terms.push(
      term(
        name,
        ids.map((id) => ({ key: `e:${id}`, worth: 1 })),
        ids,
        false,
      ),
    );
  }
  for (const name of unspacedNations()) {
    if (!rest.includes(name)) continue;
    rest = rest.replaceAll(name, ' ');
    terms.push(
      term(
        name,
        nationKeys(name).map((key) => ({ key, worth: 1 })),
        [],
        false,
      ),
    );
  }
  const { stem } = ready.language;
  for (const [word, meant] of longestFirst(spoken)) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, ' ');
    const keys = [{ key: word, worth: 1 }, ...meant.map((one) => ({ key: stem(one), worth: TRANSLATED }))];
    terms.push(term(word, keys, [], false));
  }
  for (const token of tokensOf(rest, spoken)) {
    const { word } = token;
    if (
      spoken.stop.has(word) ||
      spoken.titles.has(word) ||
      spoken.aboutBehind.has(word) ||
      /^[\p{Script=Hiragana}ー]+$/u.test(word)
    )
      continue;
    if (token.kind === 'unspaced') {
      const signs = Array.from(word);
      const pairs = signs.slice(1).map((sign, at) => ({ key: `${signs[at]}${sign}`, worth: 0.9 }));
      terms.push(
        term(
          word,
          [{ key: word, worth: 1 }, ...pairs],
          [],
          spoken.asking.has(word) || spoken.speaking.has(word) || signs.length === 1,
        ),
      );
    }
  }
  return terms;
}

const SORTED = new Map<string, [string, readonly string[]][]>();

function longestFirst(spoken: Language): [string, readonly string[]][] {
  if (spoken.code === 'de' || spoken.code === 'fr' || spoken.code === 'es' || spoken.code === 'ru') return [];
  const known = SORTED.get(spoken.code) ?? [...spoken.translations].sort((a, b) => b[0].length - a[0].length);
  SORTED.set(spoken.code, known);
  return known;
}

export function saysUnspaced(words: string, { code, speaking }: Language): boolean {
  return (
    (code === 'ja' || code === 'zh' || code === 'ko') && [...speaking].some((word) => words.includes(word))
  );
}
