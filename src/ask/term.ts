/** The notions of a question: names, numbers and words, each with the keys by which items are found. */
import { type Kept, kept } from '../text/kept.ts';
import { isEveryday, relatedTo } from '../words/english.ts';
import type { Language } from '../words/languages.ts';
import type { Hit } from '../words/named.ts';
import type { Token } from '../words/tokens.ts';
import type { Ready } from './ready.ts';

/** A key by which items are found, and what it is worth beside the word itself. */
export type Key = { readonly key: string; readonly worth: number };

/** One notion of the question. */
export type Term = {
  /** As typed, for saying which word was not understood. */
  readonly typed: string;
  readonly words: string;
  readonly kind: 'word' | 'number' | 'name' | 'stranger';
  readonly keys: readonly Key[];
  /** Ids of those whom it may name. */
  readonly ids: readonly string[];
  /** Its place among the words. */
  readonly at: number;
  /** It only helps to ask: an answer need not have it. */
  readonly light: boolean;
  /** The briefing has it, in whatever form. */
  readonly known: boolean;
  /** Stands behind 'about' or the like: the answer must be about it. */
  readonly focus: boolean;
  /** Stands right behind 'which' or 'what': it is the sort of thing that is asked for. */
  readonly wanted: boolean;
  /** The stems of a name of several words, any of which may stand for it. */
  readonly parts: readonly string[];
};

/** What a word that means nearly the same, a wider one, or one of another language is worth. */
const SAME = 0.7;
const WIDER = 0.45;
/** And the one word that a verb means together with what stands behind it. */
const MEANT = 0.9;
/** And the word that it is short for, or the last part of: 'ref', 'keeper'. */
const SHORT = 0.8;
export const TRANSLATED = 0.95;

export function termsOf(tokens: readonly Token[], spoken: Language, ready: Ready): Term[] {
  const terms: Term[] = [];
  let focus = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.kind === 'unspaced') {
      at += 1;
      continue;
    }
    const hit = ready.names.at(tokens, at);
    const length = hit !== undefined && isMeant(hit, tokens, at, spoken) ? hit.length : 0;
    if (length > 0 && hit !== undefined) {
      terms.push(nameTerm(hit, tokens.slice(at, at + length), at, focus, ready));
      focus = false;
      at += length;
      continue;
    }
    if (spoken.titles.has(token.word) && ready.names.at(tokens, at + 1) !== undefined) {
      at += 1;
      continue;
    }
    if (!spoken.stop.has(token.word)) {
      terms.push(
        wordTerm(
          token,
          at,
          {
            focus,
            wanted: WANTING.has(tokens[at - 1]?.word ?? ''),
            light: isLight(token.word, tokens[at + 1]?.word ?? '', spoken),
            meaning: meaningAt(tokens, at, spoken),
            again:
              spoken.code === 'en' &&
              tokens.slice(at + 1, at + 1 + APART).some(({ word }) => word === 'again'),
          },
          spoken,
          ready,
        ),
      );
      focus = false;
    } else focus ||= spoken.about.has(token.word);
    if (spoken.about.has(token.word)) focus = true;
    at += 1;
  }
  return terms;
}

/** A name that is also a word is the name where it is written like one, or stands where only a name can. */
function isMeant(hit: Hit, tokens: readonly Token[], at: number, spoken: Language): boolean {
  const token = tokens[at] as Token;
  if (
    hit.length > 1 ||
    !(spoken.stop.has(token.word) || spoken.asking.has(token.word) || isEveryday(token.word))
  )
    return true;
  if (token.capital && !token.opens) return true;
  const before = tokens[at - 1]?.word ?? '';
  if (ASKS_HOW.has(before)) return false;
  const after = tokens[at + 1]?.word ?? '';
  if (spoken.titles.has(before) || token.possessive) return true;
  if (spoken.stop.has(token.word) || spoken.asking.has(token.word)) {
    if (at === 0)
      return tokens.length === 1 || spoken.about.has(after) || (token.capital && spoken.speaking.has(after));
    return BEFORE_A_NAME.has(before) && (spoken.speaking.has(after) || at === tokens.length - 1 || hit.part);
  }
  return true;
}

/** 'How long' asks, whoever is called Long. */
const ASKS_HOW = new Set(['how', 'too', 'so', 'very']);

const BEFORE_A_NAME = new Set(
  'did does do has is was by from of to with and or about on said says quote quotes'.split(' '),
);

function nameTerm(hit: Hit, tokens: readonly Token[], at: number, focus: boolean, ready: Ready): Term {
  const stems = tokens.map(({ stem }) => stem);
  const name = `name ${hit.ids.join(' ')} ${hit.nations.join(' ')} ${stems.join(' ')}`;
  const { keys, known, parts } = keysOf(name, ready, () => nameKeys(hit, stems, ready));
  return {
    typed: tokens.map(({ raw, mistyped }) => mistyped ?? raw).join(' '),
    words: tokens.map(({ word }) => word).join(' '),
    kind: known ? 'name' : 'stranger',
    keys,
    ids: hit.ids,
    at,
    light: false,
    known,
    focus,
    wanted: false,
    parts,
  };
}

/** A name of several words may also be told by one of them. */
function nameKeys({ ids, nations }: Hit, stems: readonly string[], ready: Ready): Keys {
  const single = stems.length === 1 ? stems : [];
  const parts = stems.length === 1 ? [] : stems;
  const keys = [
    ...ids.map((id) => ({ key: `e:${id}`, worth: 1 })),
    ...[...nations, ...single].map((key) => ({ key, worth: 0.9 })),
  ];
  const known = keys.some(({ key }) => ready.knows(key)) || parts.some((part) => ready.knows(part));
  return { keys, known, parts };
}

const WANTING = new Set(
  'which what welche welcher welches welchem quel quelle quels quelles qué cuál какой какая какое какие каком какую'.split(
    ' ',
  ),
);

/** What a verb means together with the word behind it, or with the one that stands a little further on: 'wipe the award out'. */
function meaningAt(
  tokens: readonly Token[],
  at: number,
  { meanings, turning }: Language,
): string | undefined {
  const word = tokens[at]?.word ?? '';
  if (!turning.has(word)) return undefined;
  return tokens
    .slice(at + 1, at + 1 + APART)
    .map((other) => meanings.get(`${word} ${other.word}`))
    .find((meaning) => meaning !== undefined);
}

const APART = 3;

/** 'Take' says nothing, 'take over' does. */
function isLight(word: string, next: string, { asking, speaking, faint, phrasal }: Language): boolean {
  return asking.has(word) || speaking.has(word) || (faint.has(word) && !phrasal.has(next));
}

function wordTerm(
  token: Token,
  at: number,
  {
    meaning,
    again,
    ...standing
  }: Pick<Term, 'focus' | 'wanted' | 'light'> & {
    readonly meaning: string | undefined;
    /** 'Open again' is 'reopen'. */
    readonly again: boolean;
  },
  spoken: Language,
  ready: Ready,
): Term {
  const also = [...(meaning === undefined ? [] : [meaning]), ...(again ? [`re${token.word}`] : [])];
  const name = `${spoken.code} ${token.kind} ${token.word} ${also.join(' ')}`;
  const { keys, known, parts } = keysOf(name, ready, () => wordKeys(token, also, spoken, ready));
  const capital = token.capital && !token.opens && !spoken.asking.has(token.word) && spoken.code !== 'de';
  const kind =
    token.kind === 'number'
      ? 'number'
      : capital && !ready.knows(keys[0]?.key ?? '') && token.kind === 'word'
        ? 'stranger'
        : 'word';
  return {
    typed: token.mistyped ?? token.raw,
    words: token.word,
    kind,
    keys,
    ids: [],
    at,
    known,
    ...standing,
    parts,
  };
}

type Keys = Pick<Term, 'keys' | 'known' | 'parts'>;

/** Of so many words and names the keys are kept, and with them what was found by them. */
const KEPT = 500;
const KEYS = new WeakMap<Ready, Kept<Keys>>();

/** A briefing never changes: the same word has the same keys in the next question. */
function keysOf(name: string, ready: Ready, make: () => Keys): Keys {
  const those = KEYS.get(ready) ?? new Map();
  KEYS.set(ready, those);
  return kept(those, KEPT, name, make);
}

/** The word itself first, then what means the same or nearly so; `also` is what it means with those behind it. */
function wordKeys(token: Token, also: readonly string[], spoken: Language, ready: Ready): Keys {
  const { stem } = ready.language;
  const own = { key: stem(token.word), worth: 1 };
  const meant = spoken.code === ready.language.code ? [] : (spoken.translations.get(token.word) ?? []);
  const keys: Key[] = [own, ...meant.map((word) => ({ key: stem(word), worth: TRANSLATED }))];
  keys.push(...also.map((word) => ({ key: stem(word), worth: MEANT })));
  if (ready.language.code === 'en' && token.kind === 'word')
    for (const { key } of [...keys]) {
      const { same, wider } = relatedTo(key);
      keys.push(...same.map((other) => ({ key: other, worth: SAME })));
      keys.push(...wider.map((other) => ({ key: other, worth: WIDER })));
    }
  if (token.kind === 'word' && !keys.some(({ key, worth }) => worth >= SAME && ready.knows(key)))
    keys.push(...ready.speller.shortOf(token.word).map((word) => ({ key: stem(word), worth: SHORT })));
  return { keys, known: keys.some(({ key, worth }) => worth >= SAME && ready.knows(key)), parts: [] };
}
