/** Whose words a question asks for. */
import type { Language } from '../words/languages.ts';
import { nationKeys } from '../words/nations.ts';
import { withWays } from '../words/offices.ts';
import type { Token } from '../words/tokens.ts';
import type { Ready } from './ready.ts';
import type { Term } from './term.ts';

/** As typed, and the ids that speak for it. */
export type Speaker = { readonly typed: string; readonly ids: readonly string[] };

/** Those named who can speak and are not what is spoken about; whoever speaks for one of them counts too. */
export function speakersOf(
  terms: readonly Term[],
  tokens: readonly Token[],
  spoken: Language,
  ready: Ready,
): Speaker[] {
  const canSpeak = (id: string) => {
    const named = ready.briefing.named(id);
    return (
      named !== undefined &&
      (named.kind !== 'place' || nationKeys(named.item.name.toLowerCase()).length > 0) &&
      !(named.kind === 'person' && named.item.kind === 'reporter')
    );
  };
  const behind = tokens.findIndex(({ word }) => word === 'according');
  const named = terms.filter(({ ids, focus, at }) => !focus && at > behind && ids.some(canSpeak));
  const told = named.find(({ at }) => spoken.code === 'en' && TOLD_BY.has(tokens[at - 1]?.word ?? ''));
  const [first, ...others] = told === undefined ? named : [told, ...named.filter((one) => one !== told)];
  if (first === undefined) return [];
  // 'X and Y': both; 'X of Y': the first alone.
  const beside = others.filter(({ at }) => spoken.joining.has(tokens[at - 1]?.word ?? ''));
  return [first, ...beside].map(({ typed, ids }) => {
    const speaking = ids.filter(canSpeak);
    return { typed, ids: [...new Set(speaking.flatMap((id) => [id, ...ready.speakingFor(id)]))] };
  });
}

/** Where nobody is named who can speak, the only one who has such a post: 'the mayor', 'the law professor'. */
export function withPosts(terms: readonly Term[], ready: Ready): Term[] {
  if (terms.some(({ ids, focus }) => !focus && ids.some((id) => ready.briefing.named(id)?.kind === 'person')))
    return [...terms];
  const held = terms.map((term) =>
    term.light || term.focus || term.kind !== 'word' ? [] : havingPost(term, ready),
  );
  const first = held.findIndex((ids) => ids.length > 0);
  const ids = held[first] ?? [];
  // 'The law professor': whoever is both, where somebody is.
  const next = ids.filter((id) => held[first + 1]?.includes(id));
  const [only, ...others] = next.length > 0 ? next : ids;
  if (only === undefined || others.length > 0) return [...terms];
  return terms.map((term, at) =>
    at === first || held[at]?.includes(only)
      ? {
          ...term,
          kind: 'name',
          ids: [only],
          keys: [{ key: `e:${only}`, worth: 1 }, ...term.keys],
          known: true,
        }
      : term,
  );
}

/** What the only one is called by whose post a word is the head of: items that name him are of 'the mayor' too. */
export function withHolders(terms: readonly Term[], ready: Ready): Term[] {
  return terms.map((term) => {
    if (term.light || term.kind !== 'word') return term;
    const [only, ...others] = heading(term, ready);
    if (only === undefined || others.length > 0) return term;
    return { ...term, keys: [...term.keys, { key: `e:${only}`, worth: HOLDER }] };
  });
}

const HOLDER = 0.8;
const BEHIND_A_HEAD = /\s(?:of|at|for|in|on|with|from)\s.*$|,.*$/u;

/** Persons in whose post a word stands last, before what it is the post of: 'mayor', 'senior forecaster', 'officer'. */
function heading({ keys }: Term, ready: Ready): string[] {
  const own = keys[0]?.key ?? '';
  return holdersIn(ready)
    .filter(({ heads }) => heads.has(own))
    .map(({ id }) => id);
}

/** Persons whose post has a word. */
function havingPost({ keys }: Term, ready: Ready): string[] {
  const meant = keys.filter(({ worth }) => worth >= POST_WORTH);
  return holdersIn(ready)
    .filter(({ stems }) => meant.some(({ key }) => stems.has(key)))
    .map(({ id }) => id);
}

type Holder = {
  readonly id: string;
  /** Of each way of calling the post, the word that stands last before what it is the post of. */
  readonly heads: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
};
const HOLDERS = new WeakMap<Ready, readonly Holder[]>();

/** All who are named and have a post. */
function holdersIn(ready: Ready): readonly Holder[] {
  const known = HOLDERS.get(ready);
  if (known !== undefined) return known;
  const { stem } = ready.language;
  const made = ready.briefing.people
    .filter(({ role, unnamed }) => !unnamed && role !== '')
    .map(({ id, role }) => {
      const ways = withWays(role);
      const heads = ways.flatMap((way) => wordsOf(way.replace(BEHIND_A_HEAD, '')).at(-1) ?? []);
      return { id, heads: new Set(heads.map(stem)), stems: new Set(ways.flatMap(wordsOf).map(stem)) };
    });
  HOLDERS.set(ready, made);
  return made;
}

/** A word, or one that it is short for: 'keeper' of 'goalkeeper'. */
const POST_WORTH = 0.8;

function wordsOf(role: string): string[] {
  return role.toLowerCase().match(/\p{L}+/gu) ?? [];
}

const TOLD_BY = new Set(['to', 'by', 'from']);
