/** Who and what a briefing names, and all the ways in which people call them. */
import type { Briefing, Named } from '../briefing/briefing.ts';
import { type Phrase, type Phrasebook, phrasebookOf, stemsOf } from './lexicon.ts';
import { type Speller, spellerOf } from './spelling.ts';
import { tokensOf } from './words.ts';

export function aliasesOf(named: Named): string[] {
  const item = named.item;
  const called = named.kind === 'place' ? named.item.called.map((one) => one.name) : [];
  const role =
    named.kind === 'person' && !named.item.unnamed && / of /.test(named.item.role) ? [named.item.role] : [];
  const { also, ...scripts } = item.names;
  return [
    item.name,
    ...role,
    ...called,
    ...also,
    ...item.words,
    ...Object.values(scripts).filter((name) => name !== undefined),
  ].flatMap((alias) => (alias.includes('(') ? [alias, ...alias.split(/[()]/)] : [alias]));
}

/** Every way of calling somebody or something, as a book of phrases. */
export function namesOf(named: readonly Named[]): Phrasebook {
  const own = new Set(
    named.flatMap((one) =>
      one.kind === 'person' && !one.item.unnamed ? tokensOf(one.item.name).map((token) => token.stem) : [],
    ),
  );
  // Part of somebody's own name means that person, even where a group lists its members by name.
  const phrases = named.flatMap((one) => {
    const all = aliasesOf(one).flatMap((alias) => phraseOf(alias, one));
    return one.kind === 'person' ? all : all.filter(({ stems }) => !stems.every((stem) => own.has(stem)));
  });
  return phrasebookOf(phrases);
}

/** The book for reading the items themselves: there 'the president' or 'the analyst' is not yet a certain person. */
export function namesInTexts(named: readonly Named[]): Phrasebook {
  const held = new Map<string, number>();
  const roles = named.flatMap((one) => (one.kind === 'person' ? aliasesOf(one).filter(isRole) : []));
  for (const role of roles) held.set(role, (held.get(role) ?? 0) + 1);
  const book = new Map(namesOf(named));
  for (const [role, holders] of held) {
    const stem = stemsOf(role)[0] ?? '';
    if (holders === 1)
      book.set(
        stem,
        (book.get(stem) ?? []).filter((phrase) => phrase.stems.length > 1),
      );
  }
  return book;
}

function isRole(alias: string): boolean {
  return /^[a-z]+$/.test(alias);
}

/** A number word alone calls nobody: 'seven' is a number before it is the Group of Seven. */
const NUMBER_WORD = /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/;

function phraseOf(alias: string, named: Named): Phrase[] {
  const words = alias.replace(/^(?:a|an|the)\s+/i, '').trim();
  const stems = stemsOf(words);
  if (stems.length === 0 || NUMBER_WORD.test(words.toLowerCase())) return [];
  return [{ stems, keys: [`e:${named.item.id}`] }];
}

/** Ids of those who speak for somebody: the members of a side, the people of an organisation. */
export function membersOf(id: string, briefing: Briefing): string[] {
  const named = briefing.named(id);
  const members = briefing.people
    .filter((person) => person.side === id || person.organisation === id)
    .map((person) => person.id);
  const bodies = briefing.organisations.filter((body) => body.side === id).map((body) => body.id);
  return named?.kind === 'person' ? [id] : [id, ...members, ...bodies];
}

/** Words in scripts that are written without spaces, the longest first. */
export function unspacedOf(briefing: Briefing, named: readonly Named[]) {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  const ways = [
    ...named.flatMap((one) => aliasesOf(one).map((words) => ({ words, keys: [`e:${one.item.id}`] }))),
    ...[...briefing.topics, ...briefing.issues, ...briefing.claims.map((claim) => claim.item)].flatMap(
      (one) => one.words.map((words) => ({ words, keys: [words.toLowerCase()] })),
    ),
  ];
  const merged = new Map<string, Set<string>>();
  for (const { words, keys } of ways) {
    if (!unspaced.test(words)) continue;
    const way = words.toLowerCase();
    merged.set(way, new Set([...(merged.get(way) ?? []), ...keys]));
  }
  return [...merged]
    .map(([words, keys]) => ({ words, keys: [...keys] }))
    .sort((a, b) => b.words.length - a.words.length);
}

/** The words of a briefing that may have been meant where a word is mistyped. */
export function spellerFor(briefing: Briefing, named: readonly Named[]): Speller {
  const texts = [
    ...named.flatMap(aliasesOf),
    ...briefing.claims.flatMap(({ item }) => [item.text, ...item.words]),
    ...[...briefing.topics, ...briefing.issues].flatMap(({ name, words }) => [name, ...words]),
  ];
  const tokens = texts.flatMap((text) => tokensOf(text.replaceAll('-', ' ')));
  return spellerOf(new Set(tokens.filter((token) => token.kind === 'word').map((token) => token.word)));
}
