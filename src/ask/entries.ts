/** What can answer a question: each item of a briefing, with the keys by which it is found. */
import type { Briefing, Claim, Named } from '../briefing/briefing.ts';
import { valuesOf } from '../briefing/figure.ts';
import type { Ref } from '../briefing/refs.ts';
import { keysOfText } from './keys.ts';
import { NEGATIVE_KEY, type Phrasebook } from './lexicon.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { timeKeysOf } from './times.ts';
import { tokensOf } from './words.ts';

/** Something that can answer: a claim, or who or what somebody or something is. */
export type Subject = Claim | { readonly kind: 'card'; readonly named: Named };

export type Entry = {
  readonly subject: Subject;
  /** Ids of those whose words or position it is. */
  readonly voices: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  /** How many keys it has. */
  readonly size: number;
  /** Countries that it speaks of, as keys. */
  readonly countries: readonly string[];
  /** Ids of those other than places that it names. */
  readonly actors: readonly string[];
  /** It gives a reason. */
  readonly reasoned: boolean;
  /** It says when. */
  readonly timed: boolean;
  /** Ids of the places that it names. */
  readonly placeIds: ReadonlySet<string>;
  readonly refs: readonly Ref[];
  /** It says that something is not so, or did not come about. */
  readonly negative: boolean;
  /** What it says is not so, as keys. */
  readonly denied: ReadonlySet<string>;
  readonly text: string;
};

/** An entry with what it is about: each key with how firmly it says so, from 0 on; 1 is a word of its text. */
export type Keyed = { readonly entry: Entry; readonly keys: ReadonlyMap<string, number> };

/** What an item calls itself weighs more than a word in its text. */
const HEADLINE = 1.3;
const FIRM = 1;
const CALLED = 0.9;
/** From here on, an item speaks of a key itself; below, only its topic does. */
export const SPEAKS_OF = 0.5;
const TOPIC_NAME = 0.6;
const TOPIC_WORD = 0.3;

/** Everything of a briefing that can answer, claims first. */
export function entriesOf(briefing: Briefing, named: readonly Named[], names: Phrasebook): Keyed[] {
  const topics = new Map(
    [...briefing.topics, ...briefing.issues].map((topic) => [topic.id, keysOfTopic(topic, names)]),
  );
  return [
    ...briefing.claims.map((claim) => entryOf(claim, briefing, names, topics)),
    ...named.map((one) => cardOf(one, briefing, names)),
  ];
}

type Keys = Map<string, number>;

function keysOfTopic(
  topic: { readonly name: string; readonly words: readonly string[] },
  names: Phrasebook,
): Keys {
  const keys: Keys = new Map();
  const add = adderTo(keys, names);
  add(topic.name, TOPIC_NAME);
  for (const words of topic.words) {
    if (/[A-Za-z]/.test(words)) add(words, TOPIC_WORD);
    // A topic's words in another script are all that a question in that script can go by.
    else for (const token of tokensOf(words)) raise(keys, token.stem, TOPIC_NAME);
  }
  return keys;
}

function entryOf(
  claim: Claim,
  briefing: Briefing,
  names: Phrasebook,
  topics: ReadonlyMap<string, Keys>,
): Keyed {
  const { item } = claim;
  const keys: Keys = new Map();
  const add = adderTo(keys, names);
  const voices = voicesIn(claim);
  for (const id of voices) {
    keys.set(`e:${id}`, FIRM);
    add(briefing.nameOf(id), FIRM);
  }
  add(item.text, FIRM);
  for (const words of headlinesOf(claim)) add(words, HEADLINE);
  for (const words of [...item.words, ...asidesOf(claim, briefing)]) add(words, CALLED);
  if (claim.kind === 'figure') for (const value of valuesOf(claim.item)) keys.set(String(value), FIRM);
  if (claim.kind === 'event' && claim.item.place !== undefined) keys.set(`e:${claim.item.place}`, CALLED);
  const when = 'when' in item ? item.when : undefined;
  if (when !== undefined) for (const key of timeKeysOf(when)) keys.set(key, FIRM);
  for (const id of claim.kind === 'position' ? [claim.item.issue, ...item.topics] : item.topics) {
    for (const [key, firmness] of topics.get(id) ?? []) raise(keys, key, firmness);
  }
  const negative = NEGATION.test(item.text);
  if (negative) keys.set(NEGATIVE_KEY, FIRM);
  return keyed(keys, briefing, {
    subject: claim,
    voices,
    quantities: quantitiesIn(claim),
    placeIds: new Set([...keysOfText(item.text, names)].flatMap((key) => placeOf(key, briefing))),
    refs: item.refs,
    reasoned: REASON.test([...headlinesOf(claim), item.text].join('. ')),
    timed: when !== undefined || SOME_TIME.test(item.text),
    negative,
    denied: negative ? keysOfText(deniedIn(item.text), names) : new Set(),
    text: item.text,
  });
}

/** Who or what somebody or something is, as something that can answer. */
function cardOf(named: Named, briefing: Briefing, names: Phrasebook): Keyed {
  const item = named.item;
  const text = 'role' in item ? item.role : 'what' in item ? item.what : item.name;
  const keys: Keys = new Map();
  const add = adderTo(keys, names);
  add(`${item.name}. ${text}`, FIRM);
  keys.set(`e:${item.id}`, FIRM);
  if ('organisation' in item && item.organisation !== undefined) {
    add(briefing.nameOf(item.organisation), FIRM);
    keys.set(`e:${item.organisation}`, FIRM);
  }
  return keyed(keys, briefing, {
    subject: { kind: 'card', named },
    voices: new Set(),
    quantities: [],
    placeIds: new Set([...keys.keys()].flatMap((key) => placeOf(key, briefing))),
    refs: item.refs,
    reasoned: false,
    timed: false,
    negative: false,
    denied: new Set(),
    text,
  });
}

function keyed(keys: Keys, briefing: Briefing, rest: Omit<Entry, 'size' | 'countries' | 'actors'>): Keyed {
  const firm = [...keys].filter(([, firmness]) => firmness >= CALLED).map(([key]) => key);
  const named = firm.filter((key) => key.startsWith('e:') && placeOf(key, briefing).length === 0);
  return {
    keys,
    entry: {
      ...rest,
      size: keys.size,
      countries: firm.filter((key) => key.startsWith('c:')),
      actors: named.map((key) => key.slice(2)),
    },
  };
}

/** Whose words, deal or position it is. */
function voicesIn(claim: Claim): Set<string> {
  switch (claim.kind) {
    case 'statement':
      return new Set([...claim.item.speakers, ...(claim.item.via === undefined ? [] : [claim.item.via])]);
    case 'deal':
      return new Set(claim.item.parties);
    case 'position':
      return new Set([
        claim.item.side,
        ...(claim.item.according === undefined ? [] : [claim.item.according]),
      ]);
    default:
      return new Set();
  }
}

/** How an item sums itself up. */
function headlinesOf(claim: Claim): string[] {
  switch (claim.kind) {
    case 'statement':
      return claim.item.about === undefined ? [] : [claim.item.about];
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

/** What else an item says beside its text. */
function asidesOf(claim: Claim, briefing: Briefing): string[] {
  switch (claim.kind) {
    case 'statement':
      return claim.item.setting === undefined ? [] : [claim.item.setting];
    case 'event':
      return claim.item.place === undefined ? [] : [briefing.nameOf(claim.item.place)];
    case 'deal':
      return [claim.item.subject, claim.item.sum].filter((aside) => aside !== undefined);
    case 'figure':
      return [claim.item.shown];
    default:
      return [];
  }
}

const REASON =
  /\b(?:why|because|purpose|reasons?|in order to|the simple fact|what strains|complicated|trying to|if it|so that|answered with|after the annexation|would help)\b/i;

const SOME_TIME =
  /\b(?:1[89]\d\d|20\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|World War|the end of the war|last year|decade)\b/;

const NEGATION = /\b(?:no|not|never|without|unable|cannot)\b/i;

/** The words that a negation governs: up to the end of its clause. */
function deniedIn(text: string): string {
  return [...text.matchAll(/\b(?:no|not|never|without|unable|cannot)\b([^,;.:]*)/gi)]
    .map((found) => found[1]!.split(/ (?:on|over|of|for|in|at|from|with|by|about|after|whether|between) /)[0])
    .join('. ');
}

function placeOf(key: string, briefing: Briefing): string[] {
  const id = key.slice(2);
  return key.startsWith('e:') && briefing.named(id)?.kind === 'place' ? [id] : [];
}

function adderTo(keys: Keys, names: Phrasebook) {
  return (text: string, firmness: number) => {
    for (const key of keysOfText(text, names)) raise(keys, key, firmness);
  };
}

function raise(keys: Keys, key: string, firmness: number): void {
  keys.set(key, Math.max(firmness, keys.get(key) ?? 0));
}
