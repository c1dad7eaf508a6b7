/** What a text is about, as keys that questions and items share: stems, names (`e:`) and countries (`c:`). */
import type { Names } from '../words/named.ts';
import { nationKeys, unspacedNations } from '../words/nations.ts';
import type { Token } from '../words/tokens.ts';

/** All that a text is about, each key with how often it stands there. */
export function keysOf(text: string, tokens: readonly Token[], names: Names): Map<string, number> {
  const keys = new Map<string, number>();
  const add = (key: string) => keys.set(key, (keys.get(key) ?? 0) + 1);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const hit = isName(token) ? names.at(tokens, at) : undefined;
    if (hit !== undefined) {
      for (const id of hit.ids) add(`e:${id}`);
      for (const nation of hit.nations) add(nation);
    }
    for (const end = at + (hit?.length ?? 1); at < end; at += 1) add((tokens[at] as Token).stem);
  }
  for (const { ids } of names.within(text)) for (const id of ids) add(`e:${id}`);
  if (tokens.some(({ kind }) => kind === 'unspaced')) {
    for (const name of unspacedNations())
      if (text.includes(name)) for (const key of nationKeys(name)) add(key);
    for (const pair of pairsOf(tokens)) add(pair);
  }
  return keys;
}

/** In a text, a name has a capital letter; 'the islands' are not yet the islands. Other scripts have no capitals. */
function isName({ raw, capital }: Token): boolean {
  return capital || !/\p{Script=Latin}|\p{Script=Cyrillic}/u.test(raw);
}

/** Of scripts without spaces, whose words nobody can tell for certain: every two signs that stand together. */
function pairsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ kind, word }) => {
    if (kind !== 'unspaced') return [];
    const signs = Array.from(word);
    return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
  });
}
