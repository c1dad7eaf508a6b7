/** Who and what a briefing knows by name, and under which words each stands in the source. */
import type { Draft } from '../draft.ts';
import { wordsOf } from '../words.ts';

export type NamedThing = {
  readonly id: string;
  /** The rows of words by which our own texts call it. */
  readonly ours: readonly (readonly string[])[];
  /** The rows of words by which the source may call it, ours among them. */
  readonly theirs: readonly (readonly string[])[];
};

const known = new WeakMap<Draft, readonly NamedThing[]>();

/** Everything with a name: its own, how each side calls it, and the other words by which it goes. */
export function namedThings(draft: Draft): readonly NamedThing[] {
  const found = known.get(draft) ?? thingsIn(draft);
  known.set(draft, found);
  return found;
}

function thingsIn({ lists }: Draft): NamedThing[] {
  const otherNames = new Set(
    [...lists.places, ...lists.people, ...lists.organisations].flatMap(({ item }) =>
      lists.places.some((place) => place.item === item) ? [item.name] : [item.name, ...item.names.also],
    ),
  );
  const shared = repeated(lists.people.flatMap(({ item }) => item.names.also));
  return [
    ...lists.sides.map(({ item }) => {
      // 'Japanese' says no more than 'Japan' does; 'Tokyo' is a town too, and stays one in our texts.
      const forms = item.names.also.filter((form) => !otherNames.has(form));
      return thing(item.id, [item.name, ...forms], item.names.also);
    }),
    ...lists.people.map(({ item }) => {
      // 'The two leaders' is what several go by together: it names none of them.
      const alone = item.names.also.filter((form) => !shared.has(form));
      return thing(item.id, [item.name], alone);
    }),
    ...lists.organisations.map(({ item }) => thing(item.id, [item.name], item.names.also)),
    ...lists.places.map(({ item }) =>
      thing(item.id, [item.name, ...item.called.map(({ name }) => name)], item.names.also),
    ),
  ];
}

/** The capitalised words of all names: they are names at the start of a sentence too. */
export function wordsOfNames(things: readonly NamedThing[]): Set<string> {
  const words = things.flatMap(({ ours }) => ours.flat()).filter((word) => /^\p{Lu}/u.test(word));
  return new Set(words.filter((word) => !ARTICLES.has(word)));
}

const ARTICLES = new Set(['A', 'An', 'The']);

function thing(id: string, ours: readonly string[], also: readonly string[]): NamedThing {
  const rows = (names: readonly string[]) => names.map(rowOf).filter((row) => row.length > 0);
  return { id, ours: rows(ours), theirs: rows([...ours, ...also]) };
}

function repeated(names: readonly string[]): Set<string> {
  return new Set(names.filter((name, at) => names.indexOf(name) !== at));
}

/** 'A Kremlin economic aide' goes by 'Kremlin economic aide'. */
function rowOf(name: string): readonly string[] {
  const words = wordsOf(name);
  return words.length > 1 && ARTICLES.has(words[0]!.charAt(0).toUpperCase() + words[0]!.slice(1))
    ? words.slice(1)
    : words;
}
