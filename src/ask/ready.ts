/** A briefing made ready for questions, once: what each item is about, how rare each word is, who is who. */
import type { Briefing } from '../briefing/briefing.ts';
import { keyOf } from '../briefing/refs.ts';
import { type Code, detected, type Language, language } from '../words/languages.ts';
import { type Names, namesOf } from '../words/named.ts';
import { type Speller, spellerOf } from '../words/spelling.ts';
import { tokensOf } from '../words/tokens.ts';
import { antecedentsIn } from './antecedents.ts';
import { entryOf, type Item } from './decision.ts';
import { keysOf } from './keys.ts';
import { type Matter, matterOf, matterOfNamed, questionsFor, voicesOf } from './phrasings.ts';

/** What can answer, with what is looked at again and again. */
export type Entry = {
  /** Its place among the entries. */
  readonly at: number;
  readonly item: Item;
  readonly id: string;
  /** The paragraphs that it rests on, as keys. */
  readonly refs: readonly string[];
  readonly text: string;
  /** Ids of those whose words, deal or position it is. */
  readonly voices: readonly string[];
};

export type Ready = {
  readonly briefing: Briefing;
  readonly language: Language;
  readonly names: Names;
  readonly speller: Speller;
  readonly entries: readonly Entry[];
  /** The length of an entry's phrasings, by its place, and on average. */
  readonly lengths: Float32Array;
  readonly averageLength: number;
  /**
   * Tells each place of a key: the entry's place, how firmly it speaks of it, and how often its phrasings have it.
   */
  each(key: string, tell: (at: number, firmness: number, count: number) => void): void;
  /** Whether any item speaks of it, not only its topic. */
  knows(key: string): boolean;
  /** How rare a key is among the entries. */
  rarity(key: string): number;
  /** Ids of those who speak for somebody: the members of a side, the people of a body. */
  speakingFor(id: string): readonly string[];
};

const NAMED = new WeakMap<Entry, readonly string[]>();

/** Ids of all whom an entry's text names, in order. */
export function idsIn(entry: Entry, { names, language }: Ready): readonly string[] {
  const known = NAMED.get(entry);
  if (known !== undefined) return known;
  const told = tokensOf(entry.text, language);
  const made = told.flatMap((_, at) => names.at(told, at)?.ids ?? []);
  NAMED.set(entry, made);
  return made;
}

/** From here on, an item speaks of a key itself; below, only its topic does. */
export const SPEAKS_OF = 0.5;
/** By a word of its topic alone. */
const BY_TOPIC = 0.3;
/** A posting is one number: the entry's place, then the firmness in hundredths, then the count. */
const PLACE = 2 ** 15;
const FIRM = 2 ** 8;
const MOST_COUNTED = FIRM - 1;
const MOST_FIRM = PLACE / FIRM - 1;

const NOWHERE = new Int32Array();

const READY = new WeakMap<Briefing, Ready>();

export function readyOf(briefing: Briefing): Ready {
  const known = READY.get(briefing);
  if (known !== undefined) return known;
  const made = madeReady(briefing);
  READY.set(briefing, made);
  return made;
}

function madeReady(briefing: Briefing): Ready {
  const spoken = language(languageOf(briefing));
  const names = namesOf(briefing);
  const entries: Entry[] = [];
  const postings = new Map<string, number[]>();
  const lengths: number[] = [];
  /** The words that may have been meant where one is mistyped. */
  const words = new Set<string>();
  const known = new Map<string, ReadonlyMap<string, number>>();
  const keysFor = (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const tokens = tokensOf(text, spoken);
    for (const { kind, word } of tokens) if (kind === 'word') words.add(word);
    const made = keysOf(text, tokens, names);
    known.set(text, made);
    return made;
  };
  const topics = new Map(
    briefing.topics.map((topic) => [topic.id, { topic, entries: [] as number[] }] as const),
  );
  const add = (item: Item, matter: readonly Matter[], asks: readonly string[]) => {
    const at = entries.length;
    const firm = new Map<string, number>();
    const count = new Map<string, number>();
    let length = 0;
    const counted = (text: string, firmness: number) => {
      for (const [key, times] of keysFor(text)) {
        if (firmness > (firm.get(key) ?? 0)) firm.set(key, firmness);
        count.set(key, (count.get(key) ?? 0) + times);
        length += times;
      }
    };
    for (const { text, firmness } of matter) counted(text, firmness);
    for (const text of asks) counted(text, 0);
    const { id, refs, topics: on } = entryOf(item);
    for (const topic of on) topics.get(topic)?.entries.push(at);
    for (const [key, times] of count) {
      const packed =
        at * PLACE +
        Math.min(Math.round((firm.get(key) ?? 0) * 100), MOST_FIRM) * FIRM +
        Math.min(times, MOST_COUNTED);
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [packed]);
      else list.push(packed);
    }
    lengths.push(length);
    entries.push({
      at,
      item,
      id,
      refs: refs.map(keyOf),
      text: item.kind === 'card' ? matter.map(({ text }) => text).join(', ') : item.item.text,
      voices: item.kind === 'card' ? [] : voicesOf(item),
    });
  };
  const meant = antecedentsIn(briefing, names, (text) => tokensOf(text, spoken));
  for (const claim of briefing.presentClaims)
    add(claim, matterOf(claim, briefing, meant.get(claim)), questionsFor(claim, briefing));
  for (const named of briefing.everyNamed)
    add({ kind: 'card', named }, matterOfNamed(named, briefing), [`Who is ${named.item.name}?`]);

  /** The entries that have a word by their topic alone. */
  const byTopic = new Map<string, (readonly number[])[]>();
  for (const { topic, entries: on } of topics.values())
    for (const key of new Set(topic.words.flatMap((text) => [...keysFor(text).keys()])))
      byTopic.set(key, [...(byTopic.get(key) ?? []), on]);

  const claims = briefing.presentClaims.length;
  const frozen = new Map([...postings].map(([key, list]) => [key, Int32Array.from(list)] as const));
  const rarities = new Map<string, number>();
  const knownKeys = new Map<string, boolean>();
  const frequencyOf = (key: string) => {
    let claimsWithIt = 0;
    for (const packed of frozen.get(key) ?? NOWHERE)
      if (packed < claims * PLACE && firmIn(packed) >= SPEAKS_OF) claimsWithIt += 1;
    return claimsWithIt;
  };
  return {
    briefing,
    language: spoken,
    names,
    speller: spellerOf(words),
    entries,
    lengths: Float32Array.from(lengths),
    averageLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    each(key, tell) {
      for (const packed of frozen.get(key) ?? NOWHERE)
        tell((packed / PLACE) | 0, firmIn(packed), packed % FIRM);
      for (const on of byTopic.get(key) ?? []) for (const at of on) tell(at, BY_TOPIC, 1);
    },
    knows(key) {
      const before = knownKeys.get(key);
      if (before !== undefined) return before;
      const made = (frozen.get(key) ?? NOWHERE).some((packed) => firmIn(packed) >= SPEAKS_OF);
      if (knownKeys.size < RARITIES_KEPT) knownKeys.set(key, made);
      return made;
    },
    rarity(key) {
      const known = rarities.get(key);
      if (known !== undefined) return known;
      const frequency = frequencyOf(key);
      const made = Math.log(1 + (claims - frequency + 0.5) / (frequency + 0.5));
      if (rarities.size < RARITIES_KEPT) rarities.set(key, made);
      return made;
    },
    speakingFor: (id) => membersOf(id, briefing),
  };
}

function firmIn(packed: number): number {
  return (((packed % PLACE) / FIRM) | 0) / 100;
}

const RARITIES_KEPT = 5_000;

function languageOf(briefing: Briefing): Code {
  return detected(
    briefing.claims
      .slice(0, 40)
      .map(({ item }) => item.text)
      .join(' '),
    'en',
  );
}

function membersOf(id: string, briefing: Briefing): string[] {
  const people = briefing.people.filter(({ side, organisation }) => side === id || organisation === id);
  const bodies = briefing.organisations.filter(({ side }) => side === id);
  return [id, ...people.map((one) => one.id), ...bodies.map((one) => one.id)];
}
