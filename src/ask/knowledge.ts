/** A briefing made ready for questions: what each item is about, who is who, and which words it knows. */
import type { Briefing, Claim, Named } from '../../briefings/briefing.ts';
import {
  ENGLISH,
  NEGATIVE_KEY,
  type Phrase,
  type Phrasebook,
  phrasebookOf,
  phrasesAt,
  stemsOf,
} from './lexicon.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { type Speller, spellerOf } from './spelling.ts';
import { timeKeyOf, timeKeysOf } from './times.ts';
import { type Token, tokensOf } from './words.ts';

/** Something that can answer: a claim, or who or what somebody or something is. */
export type Subject = Claim | { readonly kind: 'card'; readonly named: Named };

export type Entry = {
  readonly subject: Subject;
  /** What it is about: each key with how firmly it says so, from 0 to 1. */
  readonly keys: ReadonlyMap<string, number>;
  /** Ids of those whose words or position it is. */
  readonly voices: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  /** Ids of the places that it names. */
  readonly placeIds: ReadonlySet<string>;
  readonly paragraphs: readonly number[];
  /** It says that something is not so, or did not come about. */
  readonly negative: boolean;
  /** What it says is not so, as keys. */
  readonly denied: ReadonlySet<string>;
  readonly text: string;
};

export type Knowledge = {
  readonly briefing: Briefing;
  readonly entries: readonly Entry[];
  /** Names and other ways of calling people, organisations, sides and places. */
  readonly names: Phrasebook;
  /** Names in scripts that are written without spaces, the longest first. */
  readonly unspaced: readonly { readonly words: string; readonly keys: readonly string[] }[];
  readonly speller: Speller;
  /** How rare a key is among the entries: 0 for one that they all have. */
  weightOf(key: string): number;
  /** Whether a key is the backdrop of the whole briefing, which an answer need not name again. */
  isBackdrop(key: string): boolean;
  /** Whether a key is the occasion that the briefing reports on, by its title: 'summit'. */
  isOccasion(key: string): boolean;
  /** Ids of those who speak for somebody: the members of a side, the people of an organisation. */
  voicesOf(id: string): readonly string[];
};

/** What an item calls itself weighs more than a word in its text. */
const HEADLINE = 1.3;
const FIRM = 1;
const CALLED = 0.9;
const TOPIC_NAME = 0.6;
const TOPIC_WORD = 0.3;
/** A key that this share of the entries have tells nothing apart. */
const BACKDROP_SHARE = 0.3;
const BACKDROP_WORDS = 'summit leaders country countries nation nations two both sides side';

const prepared = new WeakMap<Briefing, Knowledge>();

/** The knowledge of a briefing; made once for each and kept only as long as the briefing itself. */
export function knowledgeOf(briefing: Briefing): Knowledge {
  const known = prepared.get(briefing);
  if (known !== undefined) return known;
  const made = prepare(briefing);
  prepared.set(briefing, made);
  return made;
}

function prepare(briefing: Briefing): Knowledge {
  const named = allNamed(briefing);
  const names = namesOf(named);
  const entries = [
    ...briefing.claims.map((claim) => entryOf(claim, briefing, names)),
    ...named.map((one) => cardOf(one, briefing, names)),
  ];
  const frequency = new Map<string, number>();
  const claims = entries.filter((entry) => entry.subject.kind !== 'card');
  for (const entry of claims) {
    for (const [key, firmness] of entry.keys) {
      if (firmness >= TOPIC_NAME) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    }
  }
  const backdrop = new Set<string>();
  const occasion = new Set([...keysOfText(briefing.title, names)].filter((key) => !key.includes(':')));
  for (const [key, count] of frequency) if (count >= claims.length * BACKDROP_SHARE) backdrop.add(key);
  for (const key of keysOfText(`${briefing.title} ${BACKDROP_WORDS}`, names)) backdrop.add(key);
  for (const key of [...backdrop]) if (key.startsWith('e:')) backdrop.delete(key);
  return {
    briefing,
    entries,
    names,
    unspaced: unspacedOf(briefing, named),
    speller: spellerFor(briefing, named),
    weightOf: (key) => Math.log((claims.length + 1) / ((frequency.get(key) ?? 0) + 0.5)),
    isBackdrop: (key) => backdrop.has(key),
    isOccasion: (key) => occasion.has(key),
    voicesOf: (id) => membersOf(id, briefing),
  };
}

function allNamed(briefing: Briefing): Named[] {
  return [
    ...briefing.people.map((person) => ({ kind: 'person', person }) as const),
    ...briefing.organisations.map((organisation) => ({ kind: 'organisation', organisation }) as const),
    ...briefing.sides.map((side) => ({ kind: 'side', side }) as const),
    ...briefing.places.map((place) => ({ kind: 'place', place }) as const),
  ];
}

/** The item behind a name. */
export function itemOf(named: Named) {
  switch (named.kind) {
    case 'person':
      return named.person;
    case 'organisation':
      return named.organisation;
    case 'side':
      return named.side;
    case 'place':
      return named.place;
  }
}

function aliasesOf(named: Named): string[] {
  const item = itemOf(named);
  const called = named.kind === 'place' ? named.place.called.map((one) => one.name) : [];
  const role =
    named.kind === 'person' && !named.person.unnamed && / of /.test(named.person.role)
      ? [named.person.role]
      : [];
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

function namesOf(named: readonly Named[]): Phrasebook {
  const own = new Set(
    named.flatMap((one) =>
      one.kind === 'person' && !one.person.unnamed
        ? tokensOf(one.person.name).map((token) => token.stem)
        : [],
    ),
  );
  // Part of somebody's own name means that person, even where a group lists its members by name.
  const phrases = named.flatMap((one) => {
    const all = aliasesOf(one).flatMap((alias) => phraseOf(alias, one));
    return one.kind === 'person' ? all : all.filter(({ stems }) => !stems.every((stem) => own.has(stem)));
  });
  return phrasebookOf(phrases);
}

/** A number word alone calls nobody: 'seven' is a number before it is the Group of Seven. */
const NUMBER_WORD = /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/;

function phraseOf(alias: string, named: Named): Phrase[] {
  const words = alias.replace(/^(?:a|an|the)\s+/i, '').trim();
  const stems = stemsOf(words);
  if (stems.length === 0 || NUMBER_WORD.test(words.toLowerCase())) return [];
  return [{ stems, keys: [`e:${itemOf(named).id}`] }];
}

function cardOf(named: Named, briefing: Briefing, names: Phrasebook): Entry {
  const item = itemOf(named);
  const text =
    named.kind === 'person'
      ? named.person.role
      : named.kind === 'side'
        ? named.side.name
        : 'what' in item
          ? item.what
          : '';
  const keys = new Map<string, number>();
  const add = adderTo(keys, names);
  add(`${item.name}. ${text}`, FIRM);
  keys.set(`e:${item.id}`, FIRM);
  if (named.kind === 'person' && named.person.organisation !== undefined) {
    add(briefing.nameOf(named.person.organisation), FIRM);
    keys.set(`e:${named.person.organisation}`, FIRM);
  }
  return {
    subject: { kind: 'card', named },
    keys,
    voices: new Set(),
    quantities: [],
    placeIds: placesIn(keys, briefing),
    paragraphs: item.paragraphs,
    negative: false,
    denied: new Set(),
    text,
  };
}

function entryOf(claim: Claim, briefing: Briefing, names: Phrasebook): Entry {
  const { item } = claim;
  const keys = new Map<string, number>();
  const add = adderTo(keys, names);
  const voices = new Set<string>();
  const voice = (id: string) => {
    voices.add(id);
    keys.set(`e:${id}`, FIRM);
    add(briefing.nameOf(id), FIRM);
  };
  add(item.text, FIRM);
  const named = namesIn(claim);
  for (const words of named) add(words, HEADLINE);
  for (const words of item.words) add(words, CALLED);
  if ('when' in item && item.when !== undefined) for (const key of timeKeysOf(item.when)) keys.set(key, FIRM);
  switch (claim.kind) {
    case 'statement':
      for (const id of [...claim.item.speakers, claim.item.via ?? []].flat()) voice(id);
      if (claim.item.setting !== undefined) add(claim.item.setting, CALLED);
      break;
    case 'event':
      if (claim.item.place !== undefined) {
        keys.set(`e:${claim.item.place}`, CALLED);
        add(briefing.nameOf(claim.item.place), CALLED);
      }
      break;
    case 'deal':
      for (const id of claim.item.parties) voice(id);
      add(`${claim.item.subject}. ${claim.item.sum ?? ''}`, CALLED);
      break;
    case 'figure':
      add(`${claim.item.of}. ${claim.item.unit}. ${claim.item.shown}`, FIRM);
      keys.set(String(claim.item.value), FIRM);
      break;
    case 'position':
      voice(claim.item.side);
      if (claim.item.according !== undefined) voice(claim.item.according);
      add(briefing.issue(claim.item.issue)?.name ?? '', TOPIC_NAME);
      for (const words of briefing.issue(claim.item.issue)?.words ?? []) {
        add(words, /[A-Za-z]/.test(words) ? TOPIC_WORD : TOPIC_NAME);
      }
      break;
    default:
  }
  for (const id of item.topics) {
    const topic = briefing.topic(id);
    if (topic === undefined) continue;
    add(topic.name, TOPIC_NAME);
    // A topic's words in another script are all that a question in that script can go by.
    for (const words of topic.words) add(words, /[A-Za-z]/.test(words) ? TOPIC_WORD : TOPIC_NAME);
  }
  const negative = NEGATION.test(item.text);
  if (negative) keys.set(NEGATIVE_KEY, FIRM);
  return {
    subject: claim,
    keys,
    voices,
    quantities: quantitiesIn(claim),
    placeIds: placesIn(keysOfText(item.text, names), briefing),
    paragraphs: item.paragraphs,
    negative,
    denied: negative ? keysOfText(deniedIn(item.text), names) : new Set(),
    text: item.text,
  };
}

const NEGATION = /\b(?:no|not|never|without|unable|cannot)\b/i;

/** The words that a negation governs: up to the end of its clause. */
function deniedIn(text: string): string {
  return [...text.matchAll(/\b(?:no|not|never|without|unable|cannot)\b([^,;.:]*)/gi)]
    .map((found) => found[1]!.split(/ (?:on|over|of|for|in|at|from|with|by|about|after|whether|between) /)[0])
    .join('. ');
}

function placesIn(keys: Iterable<string | readonly [string, number]>, briefing: Briefing): Set<string> {
  const ids = [...keys].map((key) => (typeof key === 'string' ? key : key[0]).replace(/^e:/, ''));
  return new Set(ids.filter((id) => briefing.named(id)?.kind === 'place'));
}

/** How an item sums itself up. */
function namesIn(claim: Claim): string[] {
  switch (claim.kind) {
    case 'statement':
      return [claim.item.about];
    case 'figure':
      return [claim.item.of, claim.item.unit];
    case 'event':
    case 'deal':
    case 'background':
      return [claim.item.title];
    default:
      return [];
  }
}

function adderTo(keys: Map<string, number>, names: Phrasebook) {
  return (text: string, firmness: number) => {
    for (const key of keysOfText(text, names)) keys.set(key, Math.max(firmness, keys.get(key) ?? 0));
  };
}

/** All that a text is about, as keys: its words, what English knows as the same, and whom it names. */
export function keysOfText(text: string, names: Phrasebook): Set<string> {
  const tokens = tokensOf(text.replaceAll('-', ' '));
  const stems = tokens.map((token) => token.stem);
  const keys = new Set<string>();
  // Where another sea or island is named, 'the islands' are not those that the briefing is about.
  const elsewhere = stems.findIndex(
    (_, at) => (phrasesAt(names, stems, at)[0]?.stems.at(-1) ?? '') === 'sea',
  );
  for (let at = 0; at < tokens.length; ) {
    const [name] = phrasesAt(names, stems, at);
    const long = name !== undefined && name.stems.length > 1;
    const end = at + (long ? name.stems.length : 1);
    if (name !== undefined && (elsewhere === -1 || !isCommonNoun(tokens[at]!, name))) {
      for (const key of name.keys) keys.add(key);
    }
    for (; at < end; at += 1) {
      const token = tokens[at]!;
      keys.add(timeKeyOf(token.word) ?? token.stem);
      for (const phrase of phrasesAt(ENGLISH, stems, at)) {
        if (phrase.stems.length === 1 && EMPTY_IN_TEXT.has(token.word)) continue;
        // Inside a longer name a country is part of that name: the South China Sea is not China.
        for (const key of phrase.keys)
          if (!long || !key.startsWith('c:') || keepsCountry(name)) keys.add(key);
      }
    }
  }
  return keys;
}

/** 'the islands', 'the bank': called by what it is, not by its name. */
function isCommonNoun(token: Token, name: Phrase): boolean {
  return name.stems.length === 1 && !token.capital;
}

/** Words that stand for nothing in a text, whatever they may mean in a question. */
const EMPTY_IN_TEXT = new Set(
  'own take takes taken taking set sets like line go goes going gone run hold held keep last call called name work long put make made'.split(
    ' ',
  ),
);

/** A sea named after a country is not the country; 'Japanese spokesman' is Japan's all the same. */
function keepsCountry(name: Phrase): boolean {
  return !/sea$/.test(name.stems.at(-1) ?? '');
}

function membersOf(id: string, briefing: Briefing): string[] {
  const named = briefing.named(id);
  const members = briefing.people
    .filter((person) => person.side === id || person.organisation === id)
    .map((person) => person.id);
  const bodies = briefing.organisations.filter((body) => body.side === id).map((body) => body.id);
  return named?.kind === 'person' ? [id] : [id, ...members, ...bodies];
}

function unspacedOf(briefing: Briefing, named: readonly Named[]) {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  const ways = [
    ...named.flatMap((one) => aliasesOf(one).map((words) => ({ words, keys: [`e:${itemOf(one).id}`] }))),
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

function spellerFor(briefing: Briefing, named: readonly Named[]): Speller {
  const texts = [
    ...named.flatMap(aliasesOf),
    ...briefing.claims.flatMap(({ item }) => [item.text, ...item.words]),
    ...[...briefing.topics, ...briefing.issues].flatMap(({ name, words }) => [name, ...words]),
  ];
  const tokens = texts.flatMap((text) => tokensOf(text.replaceAll('-', ' ')));
  return spellerOf(new Set(tokens.filter((token) => token.kind === 'word').map((token) => token.word)));
}
