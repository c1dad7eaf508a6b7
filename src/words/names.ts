/** The names by which everything in a briefing can be asked for, made ready to compare, once for each briefing. */
import type { Briefing, Thing } from '../briefing/briefing.ts';
import type { Names, Place } from '../briefing/schema.ts';
import { fold, nameWords } from '../text/fold.ts';

export type Entry = {
  readonly thing: Thing;
  /** The folded name, which tells things apart for a reader. */
  readonly shown: string;
  /** The id, the name and the names in other scripts. */
  readonly names: ReadonlySet<string>;
  /** Other spellings, short forms and roles. */
  readonly otherNames: ReadonlySet<string>;
  readonly nameWords: ReadonlySet<string>;
  readonly otherNameWords: ReadonlySet<string>;
  /** Those, and the words of what they are and where they work. */
  readonly allWords: ReadonlySet<string>;
  /** Every name with its spaces left out: those above, and the other ones. */
  readonly joinedNames: readonly string[];
  readonly joinedOtherNames: readonly string[];
};

/** In the order in which kinds speak for a name that several bear. */
export function indexOf(briefing: Briefing): readonly Entry[] {
  const known = INDEXES.get(briefing);
  if (known !== undefined) return known;
  const made = makeIndex(briefing);
  INDEXES.set(briefing, made);
  return made;
}

/** The name to show of anything that has one. */
export function nameOf(thing: Thing): string {
  return thing.kind === 'place' ? placeName(thing.item) : thing.item.name;
}

/** A disputed place by all its names, so that no side's stands alone: 'southern Kuril Islands (Northern Territories)'. */
export function placeName(place: Place): string {
  if (!place.disputed) return place.name;
  const others = place.called.map(({ name }) => name).filter((name) => !place.name.includes(name));
  return others.length === 0 ? place.name : `${place.name} (${others.join(', ')})`;
}

/** A name as it stands at the beginning of a line: 'The Arctic'. */
export function atStart(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** A name as it stands inside a sentence: 'a Kremlin economic aide', 'the islanders'. */
export function inSentence(name: string): string {
  return name.replace(/^(?:A|An|The) /u, (article) => article.toLowerCase());
}

/** Whether a sentence names somebody by a part of their name: 'Newsham thinks' needs no 'according to'. */
export function namesAtStart(sentence: string, name: string): boolean {
  return name.split(' ').some((part) => /^\p{Lu}\p{L}{2,}/u.test(part) && sentence.startsWith(`${part} `));
}

/** Nothing but what is worked out from a briefing, which never changes. */
const INDEXES = new WeakMap<Briefing, readonly Entry[]>();

function makeIndex(briefing: Briefing): readonly Entry[] {
  return [
    ...briefing.people.map((item) => {
      const at = item.organisation === undefined ? '' : briefing.nameOf(item.organisation);
      return entry({ kind: 'person', item }, item, `${item.role} ${at}`);
    }),
    ...briefing.sides.map((item) => entry({ kind: 'side', item }, item, '')),
    ...briefing.organisations.map((item) => entry({ kind: 'organisation', item }, item, item.what)),
    ...briefing.places.map((item) => {
      const called = item.called.map(({ name }) => name);
      return entry({ kind: 'place', item }, { ...item, names: { ...item.names, called } }, item.what);
    }),
    ...briefing.topics.map((item) =>
      entry({ kind: 'topic', item }, { ...item, names: { also: item.words } }, ''),
    ),
  ];
}

type Bearer = { readonly id: string; readonly name: string; readonly names: Partial<Names> & Called };
type Called = { readonly called?: readonly string[] };

function entry(thing: Thing, bearer: Bearer, whatItIs: string): Entry {
  const { ja, ru, ko, zh, also = [], called = [] } = bearer.names;
  const scripts = [ja, ru, ko, zh].filter((name) => name !== undefined);
  const names = foldedAll([bearer.id, bearer.name, ...scripts]);
  const otherNames = foldedAll([...also, ...called]);
  const words = wordsIn(names);
  const otherNameWords = new Set([...words, ...wordsIn(otherNames)]);
  return {
    thing,
    shown: fold(bearer.name),
    names,
    otherNames,
    nameWords: words,
    otherNameWords,
    allWords: new Set([...otherNameWords, ...wordsIn(foldedAll([whatItIs]))]),
    joinedNames: joined(names),
    joinedOtherNames: joined(otherNames),
  };
}

function joined(names: ReadonlySet<string>): string[] {
  return [...new Set([...names].map((name) => name.replaceAll(' ', '')))];
}

/** Each as it is typed, and without its small words. */
function foldedAll(names: readonly string[]): ReadonlySet<string> {
  const folded = names.flatMap((name) => [fold(name), nameWords(name).join(' ')]);
  return new Set(folded.filter((name) => name !== ''));
}

function wordsIn(names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].flatMap(nameWords));
}
