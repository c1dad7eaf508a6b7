/** Reads a question: its words as units with what each may mean, and what is asked. */
import { isLight } from './english/light.ts';
import { type Asked, askedIn, isNegative, type Speech, speechIn } from './intent.ts';
import type { Knowledge } from './knowledge.ts';
import { ENGLISH, isWellKnownName, type Phrase, phrasesAt } from './lexicon.ts';
import { isLightCyrillic, scriptsIn } from './scripts.ts';
import { timeKeyOf } from './times.ts';
import { type Token, tokensOf } from './words.ts';

/** One notion of the question. */
export type Unit = {
  /** As typed, for saying which word was not understood. */
  readonly typed: string;
  readonly keys: ReadonlySet<string>;
  /** Ids of people, organisations, sides and places that it may name. */
  readonly ids: readonly string[];
  readonly kind: 'light' | 'matter' | 'number' | 'name' | 'unknown-name';
  /** Stands after 'about' or the like: the answer must be about it. */
  readonly focus: boolean;
  /** The unit's place among the words. */
  readonly at: number;
};

export type Question = {
  readonly units: readonly Unit[];
  readonly asked: Asked;
  readonly speech: Speech;
  readonly negative: boolean;
  /** The question in small letters, words parted by single spaces. */
  readonly words: string;
};

/** More unknown words than this are taken as they stand: nobody mistypes every word. */
const MENDED_AT_MOST = 24;
/** What a pasted text may hold beyond its question is not read letter by letter. */
const TOKENS_AT_MOST = 400;

export function read(typed: string, knowledge: Knowledge): Question {
  const mended = mend(
    tokensOf(typed.replace(/(\p{L})[-‐‑–](?=\p{L})/gu, '$1 ')).slice(0, TOKENS_AT_MOST),
    knowledge,
  );
  const tokens = questionOf(mended);
  const words = tokens.map((token) => token.word).join(' ');
  const foreign = scriptsIn(tokens, knowledge);
  return {
    units: [...unitsOf(tokens, knowledge), ...foreign.units],
    asked: foreign.asked ?? askedIn(words),
    speech: foreign.speech ?? speechIn(words),
    negative: isNegative(words) || foreign.negative,
    words,
  };
}

function mend(tokens: readonly Token[], knowledge: Knowledge): Token[] {
  let left = MENDED_AT_MOST;
  return tokens.map((token) => {
    if (token.kind !== 'word' || left === 0 || knowledge.speller.knows(token.word)) return token;
    left -= 1;
    const word = knowledge.speller.mend(token.word);
    return word === undefined
      ? token
      : {
          ...tokensOf(word)[0]!,
          raw: token.raw,
          first: token.first,
          capital: token.capital,
          sentence: token.sentence,
        };
  });
}

/** Of several sentences the last that asks something; greetings and explanations before it are left aside. */
function questionOf(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1)?.sentence ?? 0;
  if (last === 0) return [...tokens];
  for (let sentence = last; sentence >= 0; sentence -= 1) {
    const those = tokens.filter((token) => token.sentence === sentence);
    if (
      those.some((token) => ASKING.test(token.word)) &&
      those.some((token) => token.kind !== 'word' || !isLight(token.word))
    )
      return those;
  }
  return [...tokens];
}

const ASKING =
  /^(?:who|whom|whose|what|whats|when|where|why|how|which|did|does|do|is|are|was|were|has|have|tell|explain|describe|compare)$/;
const ABOUT = /^(?:about|abt|on|regarding|concerning|re|of|towards?)$/;

function unitsOf(tokens: readonly Token[], knowledge: Knowledge): Unit[] {
  const stems = tokens.map((token) => token.stem);
  const units: Unit[] = [];
  let focus = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    if (token.kind === 'cjk') {
      at += 1;
      continue;
    }
    const phrases = [...phrasesAt(knowledge.names, stems, at), ...phrasesAt(ENGLISH, stems, at)];
    const length = Math.max(1, ...phrases.map((phrase) => phrase.stems.length));
    const unit = unitOf(
      tokens.slice(at, at + length),
      phrases.filter((phrase) => phrase.stems.length === length),
      focus,
      at,
    );
    units.push(unit);
    if (ABOUT.test(token.word)) focus = true;
    else if (unit.kind !== 'light') focus = false;
    at += length;
  }
  return units;
}

function unitOf(tokens: readonly Token[], phrases: readonly Phrase[], focus: boolean, at: number): Unit {
  const [token] = tokens as [Token];
  const keys = new Set(phrases.flatMap((phrase) => phrase.keys));
  if (tokens.length === 1) keys.add(timeKeyOf(token.word) ?? token.stem);
  const ids = [...keys].filter((key) => key.startsWith('e:')).map((key) => key.slice(2));
  const typed = tokens.map((one) => one.raw).join(' ');
  return { typed, keys, ids, kind: kindOf(tokens, keys, ids), focus, at };
}

function kindOf(tokens: readonly Token[], keys: ReadonlySet<string>, ids: readonly string[]): Unit['kind'] {
  const [token] = tokens as [Token];
  if (token.kind === 'cyrillic' && isLightCyrillic(token.word)) return 'light';
  if (ids.length > 0) return tokens.length === 1 && isLight(token.word) ? 'light' : 'name';
  if ([...keys].some((key) => key.startsWith('c:')))
    return token.word === 'us' && !token.capital ? 'light' : 'name';
  if (tokens.length === 1 && isLight(token.word)) return 'light';
  if (token.kind === 'number') return 'number';
  if (isWellKnownName(token.word) || (token.capital && !token.first && /[a-z]/.test(token.raw))) {
    return keys.size > 1 ? 'matter' : 'unknown-name';
  }
  return 'matter';
}
