/** Who and what a briefing names, found among the words of a text: in any script, whole or by a part of the name. */
import type { Briefing, Named } from '../briefing/briefing.ts';
import { fold } from '../text/fold.ts';
import { isEveryday } from './english.ts';
import { language } from './languages.ts';
import { beginsNation, LONGEST_NATION, nationKeys } from './nations.ts';
import type { Token } from './tokens.ts';

export type Hit = {
  /** Ids of those whom it may name; none for a country that the briefing does not name. */
  readonly ids: readonly string[];
  /** Keys of the countries that it names. */
  readonly nations: readonly string[];
  /** How many tokens it takes. */
  readonly length: number;
  /** A part of the name, such as a surname. */
  readonly part: boolean;
};

export type Names = {
  /** The longest name that begins at a token. */
  at(tokens: readonly Token[], from: number): Hit | undefined;
  /** Names of unspaced scripts within a text. */
  within(text: string): readonly { readonly name: string; readonly ids: readonly string[] }[];
};

type Phrase = { readonly words: readonly string[]; readonly ids: Set<string>; part: boolean };

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export function namesOf(briefing: Briefing): Names {
  const phrases = new Map<string, Phrase>();
  const unspaced = new Map<string, Set<string>>();
  const put = (written: string, id: string, part: boolean) => {
    if (UNSPACED.test(written)) {
      const name = written.replace(/[\s・]/gu, '');
      if (name.length > 1) unspaced.set(name, (unspaced.get(name) ?? new Set()).add(id));
      if (!/\p{Script=Hangul}/u.test(written)) return;
    }
    const words = fold(written).split(' ').filter(Boolean).map(nameKey);
    const key = words.join(' ');
    if (key === '') return;
    const known = phrases.get(key);
    if (known === undefined) phrases.set(key, { words, ids: new Set([id]), part });
    else {
      // A whole name is not also a part of another's.
      if (known.part && !part) known.ids.clear();
      if (!known.part && part) return;
      known.ids.add(id);
      known.part = part;
    }
  };
  // Part of somebody's own name means that person, even where a group lists its members by name.
  const own = new Set(
    briefing.everyNamed
      .filter(({ kind }) => kind === 'person')
      .flatMap((named) => partsOf(named).map((part) => fold(part))),
  );
  const isOwn = (name: string) =>
    fold(name)
      .split(' ')
      .every((word) => own.has(word));
  for (const named of briefing.everyNamed)
    for (const name of wholeNames(named))
      if (named.kind === 'person' || !isOwn(name)) put(name, named.item.id, false);
  for (const named of briefing.everyNamed) for (const name of partsOf(named)) put(name, named.item.id, true);
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) {
    const list = byFirst.get(phrase.words[0]!) ?? [];
    list.push(phrase);
    byFirst.set(phrase.words[0]!, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  const ofNation = nationsOf(briefing);
  const longest = [...unspaced].sort((a, b) => b[0].length - a[0].length);
  return {
    at(tokens, from) {
      const token = tokens[from];
      if (token === undefined || token.kind !== 'word') return undefined;
      const key = (at: number) => keyOfToken(tokens[at]);
      const phrase = byFirst
        .get(key(from))
        ?.find(({ words }) => words.every((word, at) => key(from + at) === word));
      const nation = nationAt(tokens, from);
      if (phrase === undefined || (nation?.length ?? 0) > phrase.words.length) {
        if (nation === undefined) return undefined;
        const ids = nation.keys.flatMap((one) => ofNation.get(one) ?? []);
        return { ids, nations: nation.keys, length: nation.length, part: false };
      }
      const also = nation?.length === phrase.words.length ? nation.keys : [];
      const ids = new Set([...phrase.ids, ...also.flatMap((one) => ofNation.get(one) ?? [])]);
      return { ids: [...ids], nations: also, length: phrase.words.length, part: phrase.part };
    },
    within(text) {
      if (!UNSPACED.test(text)) return [];
      const found: { name: string; ids: readonly string[] }[] = [];
      let rest = text;
      for (const [name, ids] of longest) {
        if (!rest.includes(name)) continue;
        rest = rest.replaceAll(name, ' ');
        found.push({ name, ids: [...ids] });
      }
      return found;
    },
  };
}

/** Whether a text names it by a whole name, in whatever form it is written. */
export function isNamedIn(text: string, named: Named): boolean {
  const folded = fold(text);
  return wholeNames(named).some((name) => {
    const whole = fold(name);
    if (UNSPACED.test(whole)) return folded.includes(whole);
    return whole !== '' && ` ${folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${whole} `);
  });
}

/** Everything that somebody or something is called. */
export function wholeNames({ kind, item }: Named): string[] {
  const called = kind === 'place' ? item.called.map(({ name }) => name) : [];
  const { also, ...scripts } = item.names;
  const others = [
    ...Object.values(scripts).filter((name) => name !== undefined),
    ...called,
    ...also,
    ...item.words,
  ];
  const names = [item.name, ...others].flatMap((name) =>
    name.includes('(') ? [name.replace(/\s*\([^)]*\)/g, ''), ...name.split(/[()]/)] : [name],
  );
  const bare = names.map((name) => name.replace(/^(?:an?|the)\s+/iu, ''));
  return [...new Set(bare)].filter((name) => name.trim() !== '');
}

const JOINTS = new Set(
  'de la le van von der den di da dos del al el bin ibn of the and for in y e zu'.split(' '),
);

/** Words by which people call somebody for short: a surname, a given name, a firm without its ending. */
function partsOf({ kind, item }: Named): string[] {
  const { titles, companies } = language('en');
  const { also: _, ...scripts } = item.names;
  const written = [item.name, ...Object.values(scripts).filter((name) => name !== undefined)];
  if (kind === 'person' && item.kind === 'person' && !item.unnamed)
    return written
      .flatMap((name) =>
        name.split(/[\s・·]+/u).map((word, at, all) => ({ word, last: at === all.length - 1 })),
      )
      .filter(
        ({ word, last }) => word.length > 1 && (last || !titles.has(fold(word))) && !JOINTS.has(fold(word)),
      )
      .map(({ word }) => word);
  if (kind !== 'organisation') return [];
  const words = item.name.split(/\s+/);
  const core = words.filter((word) => !companies.has(fold(word)));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  const initials = capitals.length > 2 ? [capitals.map((word) => word[0]).join('')] : [];
  // 'Novatek' of 'Novatek Gas': a word that is a name and nothing else.
  const own =
    core.length > 1 ? core.slice(0, 1).filter((word) => /^\p{Lu}/u.test(word) && !isWord(word)) : [];
  return [...(core.length > 0 && core.length < words.length ? [core.join(' ')] : []), ...initials, ...own];
}

function isWord(word: string): boolean {
  const folded = fold(word);
  return isEveryday(folded) || nationKeys(folded).length > 0;
}

function keyOfToken(token: Token | undefined): string {
  if (token === undefined || token.kind !== 'word') return '';
  return ASCII.test(token.word) ? asciiKey(token.word) : nameKey(fold(token.raw));
}

const ASCII = /^[a-z]+$/;

/** One key for 'Russians' and 'Russian', for a Russian name in any case, for a Korean one with a particle. */
function nameKey(word: string): string {
  if (/\p{Script=Cyrillic}/u.test(word)) return language('ru').stem(word);
  if (/\p{Script=Hangul}/u.test(word)) return language('ko').stem(word);
  return asciiKey(word);
}

function asciiKey(word: string): string {
  return word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
}

function nationAt(tokens: readonly Token[], from: number) {
  const first = tokens[from];
  if (first === undefined || !(beginsNation(first.word) || first.raw === 'US')) return undefined;
  for (let length = LONGEST_NATION; length > 0; length -= 1) {
    const part = tokens.slice(from, from + length);
    if (part.length < length) continue;
    const words = part.map(({ word }) => word).join(' ');
    const keys = nationKeys(words);
    const found = keys.length > 0 ? keys : length === 1 ? nationKeys(words.replace(/s$/, '')) : [];
    if (found.length > 0) return { keys: found, length };
    if (length === 1 && part[0]?.raw === 'US') return { keys: ['c:us'], length };
  }
  return undefined;
}

/** Sides, bodies and places that are a country, by its key. */
function nationsOf(briefing: Briefing): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const named of briefing.everyNamed) {
    if (named.kind === 'person') continue;
    for (const key of nationKeys(fold(named.item.name)))
      found.set(key, [...(found.get(key) ?? []), named.item.id]);
  }
  return found;
}
