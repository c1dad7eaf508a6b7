/** Joins the ways in which one and the same person, organisation or place is called. */
import { LRUCache } from 'lru-cache';
import { listOf } from '../data/lists.ts';
import type { Gender } from '../draft.ts';
import { isEnglish } from '../text/english.ts';
import { genderOf, isFirstName } from './first-names.ts';
import { spotsOf } from './gazetteer.ts';
import type { Kind, Named } from './kinds.ts';
import type { Mention } from './mentions.ts';
import { genderOfTitle } from './titles.ts';

export type Entity = {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Every form under which it stands in the text, the name first. */
  readonly forms: readonly string[];
  readonly mentions: readonly Mention[];
  readonly margin: number;
  readonly gender?: Gender;
};

/** Pure. `named` are all names of the article; ids are unique among them. */
export function entitiesOf(named: readonly Named[]): Entity[] {
  const groups = new Map<Named, Named[]>();
  const wholes = new Map<string, Set<Named>>();
  const lengths = new Map(named.map((one) => [one, wordsOf(one.name).length]));
  for (const one of [...named].sort((a, b) => lengths.get(b)! - lengths.get(a)!)) {
    const near = [wordsOf(one.name).at(-1) ?? '', one.name].flatMap((form) => [
      ...(wholes.get(form)?.values().take(MOST_ALIKE) ?? []),
    ]);
    const parts = partsOf(one, [...new Set(near)]);
    for (const { whole, part } of parts) groups.get(whole)!.push(part);
    if (parts.length > 0) continue;
    groups.set(one, [one]);
    for (const form of shortFormsOf(one)) wholes.set(form, (wholes.get(form) ?? new Set()).add(one));
  }
  const ids = new Set<string>();
  return named.flatMap((one) => {
    const group = groups.get(one);
    return group ? [entityOf(one, group, ids)] : [];
  });
}

/** More who share a surname are told apart in no text. */
const MOST_ALIKE = 50;

/** What a name may be called for short holds one of these. */
function shortFormsOf({ name, mentions }: Named): readonly string[] {
  return [...wordsOf(name), ...initialsOf(name), acronymAfter(mentions) ?? ''];
}

/** The longer names that a shorter one stands for: a surname that two people share goes to each by its mentions. */
function partsOf(one: Named, longer: readonly Named[]): { readonly whole: Named; readonly part: Named }[] {
  const words = wordsOf(one.name);
  const fits = longer.filter((it) => isShortOf(one, words, it));
  if (fits.length < 2) return fits.map((whole) => ({ whole, part: one }));
  const byWhole = Map.groupBy(one.mentions, (mention) => nearestOf(mention, one, fits));
  return [...byWhole].map(([whole, mentions]) => ({ whole, part: { ...one, mentions } }));
}

/** 'Ms Reilly' is Sarah, 'Cllr Reilly' the councillor; else it is who was named last. */
function nearestOf(mention: Mention, { name }: Named, fits: readonly Named[]): Named {
  const gender = genderIn(name, [mention]);
  const titled = fits.filter((it) => gender !== undefined && genderIn(it.name, it.mentions) === gender);
  const posts = fits.filter((it) =>
    it.mentions.some(({ lead }) => lead.some((post) => mention.lead.some((own) => samePost(own, post)))),
  );
  const left = posts.length > 0 ? posts : titled.length > 0 ? titled : fits;
  return [...left].sort((a, b) => lastBefore(mention, b) - lastBefore(mention, a))[0]!;
}

function samePost(one: string, other: string): boolean {
  const [a, b] = [one, other].map((it) => it.toLowerCase().replace(/\.$/, '')) as [string, string];
  return (
    a === b ||
    (a[0] === b[0] &&
      a.length > 2 &&
      [...a].every((letter) => b.includes(letter)) &&
      /r$|n$|v$|p$|f$/.test(a))
  );
}

/** How far before a mention somebody was last named; what comes only later counts least. */
function lastBefore(mention: Mention, { mentions }: Named): number {
  const places = mentions.map(({ line, from }) => line.number * 10_000 + from);
  const here = mention.line.number * 10_000 + mention.from;
  return Math.max(-1, ...places.filter((place) => place < here));
}

function entityOf(one: Named, group: readonly Named[], ids: Set<string>): Entity {
  const mentions = group.flatMap((it) => it.mentions).sort(inOrder);
  const initials = acronymAfter(one.mentions);
  const forms = [...new Set([one.name, ...group.map(({ name }) => name), ...(initials ? [initials] : [])])];
  const gender = one.kind === 'person' ? genderIn(one.name, mentions) : undefined;
  const { kind, name, margin } = one;
  return { id: idOf(name, ids), kind, name, forms, mentions, margin, ...(gender ? { gender } : {}) };
}

function isShortOf(one: Named, words: readonly string[], whole: Named): boolean {
  const its = wordsOf(whole.name);
  if (its.length <= words.length) return false;
  if (initialsOf(whole.name).includes(one.name) || acronymAfter(whole.mentions) === one.name) return true;
  if (whole.kind === 'person') return isShortPerson(one, words, its);
  if (isStrongPlace(one) && one.kind !== whole.kind) return false;
  // 'Vale' is Dunmere Vale, where both are bodies.
  if (
    words.length === 1 &&
    one.kind === 'organisation' &&
    whole.kind === 'organisation' &&
    its.length === 2 &&
    words[0] === its.at(-1)
  )
    return true;
  // 'The Board', 'the Ministry': by the noun of the body that was named in full.
  if (
    words.length === 1 &&
    whole.kind === 'organisation' &&
    listOf('organisation-heads').has(words[0]!) &&
    (words[0] === its.at(-1) || words[0] === its[0])
  )
    return true;
  const starts = words.every((word, at) => word === its[at]);
  if (!starts || words.length > 1) return starts && words.length > 1 && one.kind === whole.kind;
  if (whole.kind === 'place')
    return /^(?:Islands?|Isles?|Mountains?|Sea|Ocean|Peninsula|Valley|Prefecture|Province|County|Oblast|Strait)$/.test(
      its.at(-1)!,
    );
  if (spotsOf(words[0]!).length > 0 || one.kind === 'person') return false;
  // Kestrel, where Kestrel Utilities was named before.
  const isAfter = one.mentions.every(({ line }) => line.number >= whole.mentions[0]!.line.number);
  return !isEnglish(words[0]!) || (isAfter && listOf('organisation-heads').has(its.at(-1)!));
}

function isShortPerson(one: Named, words: readonly string[], its: readonly string[]): boolean {
  if (isStrongPlace(one)) return false;
  if (words.length === 1) {
    const [word] = words;
    return word === its.at(-1) || (word === its[0] && (isFirstName(word!) || !isEnglish(word!)));
  }
  return words[0] === its[0] && words.at(-1) === its.at(-1);
}

function isStrongPlace({ kind, margin, name }: Named): boolean {
  return kind === 'place' && (margin > 3 || spotsOf(name).some((spot) => spot.kind === 'country'));
}

function genderIn(name: string, mentions: readonly Mention[]): Gender | undefined {
  for (const { lead } of mentions) {
    const gender = lead.map(genderOfTitle).find((it) => it !== undefined);
    if (gender) return gender;
  }
  const [first] = wordsOf(name);
  return wordsOf(name).length > 1 && first ? genderOf(first) : undefined;
}

function acronymAfter(mentions: readonly Mention[]): string | undefined {
  for (const { line, to } of mentions) {
    const [open, name, close] = line.words.slice(to, to + 3);
    if (open?.text === '(' && close?.text === ')' && /^\p{Lu}[\p{Lu}\p{Ll}]*\p{Lu}\p{Ll}?$/u.test(name!.text))
      return name!.text;
  }
  return undefined;
}

function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]!);
  return capitals.length < 2 ? [] : [capitals.join(''), words.map((word) => word[0]!.toUpperCase()).join('')];
}

export function wordsOf(name: string): readonly string[] {
  const known = cut.get(name);
  if (known !== undefined) return known;
  const words = name.split(' ').filter((word) => !/^(?:\.|Jr|Sr|Jr\.|Sr\.)$/.test(word));
  cut.set(name, words);
  return words;
}

/** Each name is cut again for every statement. */
const cut = new LRUCache<string, readonly string[]>({ max: 10_000 });

function inOrder(one: Mention, other: Mention): number {
  return one.line.number - other.line.number || one.from - other.from;
}

/** A short id of a name's words; a number makes it unique. */
export function idOf(name: string, ids: Set<string>): string {
  const base =
    name
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/['’]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .split('-')
      .slice(0, 6)
      .join('-') || 'item';
  const own = counts.get(ids) ?? new Map<string, number>();
  counts.set(ids, own);
  let number = own.get(base) ?? 1;
  while (ids.has(numbered(base, number))) number++;
  own.set(base, number);
  const id = numbered(base, number);
  ids.add(id);
  return id;
}

/** How far the numbers of a base have gone, so that the thousandth is not counted from one again. */
const counts = new WeakMap<Set<string>, Map<string, number>>();

function numbered(base: string, number: number): string {
  return number === 1 ? base : `${base}-${number}`;
}
