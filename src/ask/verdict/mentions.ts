/** Who and what a text names, of a briefing's people, bodies, sides and places, of countries, or of nobody known. */
import type { Briefing, Named } from '../../briefing/briefing.ts';
import { fold } from '../../text/fold.ts';
import { isEveryday } from '../../words/english.ts';
import { language } from '../../words/languages.ts';
import { englishNations } from '../../words/nations.ts';
import type { Span } from '../../words/span.ts';
import { SMALL } from './vocabulary.ts';

export type Mention = Span & {
  /** Ids in the briefing, and countries as `c:japan`; empty for a name that is not known. */
  readonly ids: ReadonlySet<string>;
  readonly shown: string;
};

type Phrase = { readonly words: readonly string[]; readonly id: string; readonly proper: boolean };
type Book = {
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** What an id stands for besides itself: a person for a side, a side for its country. */
  readonly wider: ReadonlyMap<string, ReadonlySet<string>>;
};

const TITLES = language('en').titles;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-.&](?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu;
const BOOKS = new WeakMap<Briefing, Book>();

/** The names of a text in order, the longest way of each; `loose` takes roles and other words for somebody too. */
export function mentionsIn(text: string, briefing: Briefing, loose = false): Mention[] {
  const { phrases } = bookOf(briefing);
  const words = [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    raw: match[0],
    folded: fold(match[0]),
  }));
  const fittingAt = (at: number) =>
    (phrases.get(words[at]?.folded ?? '') ?? []).filter(
      (phrase) =>
        phrase.words.every((word, ahead) => words[at + ahead]?.folded === word) &&
        (loose || isNamed(phrase, words.slice(at, at + phrase.words.length))),
    );
  const found: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const here = words[at]!;
    const fitting = fittingAt(at);
    const length = Math.max(0, ...fitting.map((phrase) => phrase.words.length));
    if (length > 0) {
      const last = words[at + length - 1]!;
      const ids = new Set(fitting.filter((phrase) => phrase.words.length === length).map(({ id }) => id));
      found.push({ start: here.start, end: last.end, ids, shown: text.slice(here.start, last.end) });
      at += length;
      continue;
    }
    // 'Mr', 'Dr': nobody by itself.
    if (TITLES.has(here.folded) && /^\.?\s+\p{Lu}/u.test(text.slice(here.end))) {
      at += 1;
      continue;
    }
    const run = unknownRun(text, words, at, (next) => fittingAt(next).length > 0);
    if (run > 0) {
      const last = words[at + run - 1]!;
      found.push({
        start: here.start,
        end: last.end,
        ids: new Set(),
        shown: text.slice(here.start, last.end),
      });
    }
    at += Math.max(1, run);
  }
  return found;
}

/** Whether two names may mean the same: one and the same, a person and his side, a side and its country. */
export function mayBeSame(one: Mention, other: Mention, briefing: Briefing): boolean {
  if (one.ids.size === 0 || other.ids.size === 0) {
    const [a, b] = [fold(one.shown).split(' '), fold(other.shown).split(' ')];
    return a.some((word) => b.includes(word));
  }
  return [...one.ids].some((id) => [...other.ids].some((it) => idsMayBeSame(id, it, briefing)));
}

export function idsMayBeSame(one: string, other: string, briefing: Briefing): boolean {
  const { wider } = bookOf(briefing);
  return one === other || wider.get(one)?.has(other) === true || wider.get(other)?.has(one) === true;
}

/** Whether one who speaks may be meant by an id: himself, or the side or body that he speaks for; never the reverse. */
export function speaksFor(voice: string, id: string, briefing: Briefing): boolean {
  return voice === id || bookOf(briefing).wider.get(voice)?.has(id) === true;
}

type Written = Span & { readonly raw: string; readonly folded: string };

/** A name is written as one, or is no English word. */
function isNamed(phrase: Phrase, written: readonly Written[]): boolean {
  if (!phrase.proper) return false;
  return written.some(
    ({ raw, folded }) => /^\p{Lu}/u.test(raw) || (!isEveryday(folded) && folded.length > 2),
  );
}

/** Words with capital letters that no sentence begins with: a name that the briefing may not know. */
function unknownRun(
  text: string,
  words: readonly Written[],
  at: number,
  isKnown: (at: number) => boolean,
): number {
  let length = 0;
  for (let next = at; next < words.length; next += 1) {
    const { raw, folded, start } = words[next]!;
    const opens = /(?:^|[.?!:“"‘'«「]\s*)$/u.test(text.slice(Math.max(0, start - 3), start));
    if (!/^\p{Lu}/u.test(raw) || SMALL.has(folded) || (opens && (isEveryday(folded) || length > 0))) break;
    // Whoever is known begins with his own name: 'Superintendent Day'.
    if (length > 0 && isKnown(next)) break;
    if (length > 0 && !/^\s+$/.test(text.slice(words[next - 1]!.end, start))) break;
    length += 1;
  }
  return length;
}

function bookOf(briefing: Briefing): Book {
  const known = BOOKS.get(briefing);
  if (known !== undefined) return known;
  const made = makeBook(briefing);
  BOOKS.set(briefing, made);
  return made;
}

function makeBook(briefing: Briefing): Book {
  const phrases = new Map<string, Phrase[]>();
  const add = (written: string, id: string, proper: boolean) => {
    const words = fold(written.replace(/^(?:a|an|the)\s+/i, '')).split(' ');
    if (words[0] === '' || /^\d+$/.test(words.join(''))) return;
    phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), { words, id, proper }]);
  };
  const wider = new Map<string, Set<string>>();
  const countryOf = new Map<string, string>();
  for (const [way, country] of englishNations()) {
    countryOf.set(fold(way), country);
    add(way, country, true);
  }
  for (const one of briefing.everyNamed) {
    const { id } = one.item;
    const also = new Set<string>();
    for (const way of waysOf(one)) {
      add(way, id, /\p{Lu}/u.test(way.replace(/^(?:A|An|The)\s/u, '')));
      if (way.includes('(')) for (const part of way.split(/[()]/)) add(part, id, /\p{Lu}/u.test(part));
      const country = one.kind === 'person' ? undefined : countryOf.get(fold(way));
      if (country !== undefined) also.add(country);
    }
    if (one.kind === 'person' && !one.item.unnamed)
      for (const word of one.item.name.split(/\s+/)) if (/^\p{Lu}\p{L}+/u.test(word)) add(word, id, true);
    if (one.kind === 'person' && one.item.organisation !== undefined) also.add(one.item.organisation);
    if ((one.kind === 'person' || one.kind === 'organisation') && one.item.side !== undefined)
      also.add(one.item.side);
    wider.set(id, also);
  }
  // A person's side is a country: so the person may be meant by it.
  for (const [id, also] of wider)
    for (const it of [...also]) for (const far of wider.get(it) ?? []) wider.get(id)!.add(far);
  return { phrases, wider };
}

function waysOf(one: Named): string[] {
  const { also, ...scripts } = one.item.names;
  const called = one.kind === 'place' ? one.item.called.map(({ name }) => name) : [];
  return [one.item.name, ...also, ...called, ...Object.values(scripts).filter((way) => way !== undefined)];
}
