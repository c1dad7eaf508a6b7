/** Reads a question: its words as units with what each may mean, and what is asked. */
import { isLight } from './english/light.ts';
import { longhandOf } from './english/shorthand.ts';
import { type Asked, askedIn, isNegative, type Speech, speechIn } from './intent.ts';
import type { Knowledge } from './knowledge.ts';
import {
  ENGLISH,
  ENGLISH_SPELLER,
  isSpeltRight,
  isWellKnownName,
  type Phrase,
  phrasesAt,
} from './lexicon.ts';
import { isLightCyrillic, scriptsIn } from './scripts.ts';
import { timeKeyOf } from './times.ts';
import { type Token, tokensOf } from './words.ts';

/** One notion of the question. */
export type Unit = {
  /** As typed, for saying which word was not understood. */
  readonly typed: string;
  /** The words themselves, mended, in small letters. */
  readonly words: string;
  readonly keys: ReadonlySet<string>;
  /** Ids of people, organisations, sides and places that it may name. */
  readonly ids: readonly string[];
  readonly kind: 'light' | 'matter' | 'number' | 'name' | 'unknown-name';
  /** Stands after 'about' or the like: the answer must be about it. */
  readonly focus: boolean;
  /** Stands right after 'did', 'does', 'is' and the like: who is said to do it. */
  readonly subject: boolean;
  /** Stands right after 'which' or 'what': it is what is asked for. */
  readonly wanted: boolean;
  /** Stands after 'at', 'during', 'in' or the like: where or when, rather than what. */
  readonly setting: boolean;
  /** The unit's place among the words. */
  readonly at: number;
};

export type Question = {
  readonly units: readonly Unit[];
  readonly asked: Asked;
  readonly speech: Speech;
  readonly negative: boolean;
  /** The question proper in small letters, words parted by single spaces. */
  readonly words: string;
};

/** Verbs of speaking: who is asked for what he announced is asked for his words. */
const SPEAKING =
  /^(?:announce[ds]?|promise[ds]?|stress(?:ed|es)?|reiterate[ds]?|insist(?:s|ed)?|declare[ds]?|warn(?:s|ed)?|predict(?:s|ed)?|respond(?:s|ed)?|confirm(?:s|ed)?|admit(?:s|ted)?|emphasi[sz]e[ds]?|suggest(?:s|ed)?|reveal(?:s|ed)?|disclose[ds]?|statements?|publish(?:es|ed)?)$/;

/** A sort of thing that is asked for: 'which city', 'what kind of company'. The answer names one, not the sort. */
const SORT =
  /^(?:city|cities|town|towns|venue|location|country|countries|nation|nations|region|company|companies|firms?|corporations?|businesses|organi[sz]ations?|events?|sectors?|fields?|areas?|industry|industries|leaders?|politicians?|officials?|experts?|analysts?|years?|dates?|months?|conditions?|equipment)$/;
const MEASURING = /^(?:worth|costs?|price|expensive|value|valued|total)$/;

/** Whether a word only says what is asked for, so that its answer need not have it. */
function onlyAsks({ words: word }: Unit, asked: Asked, speech: Speech, words: string): boolean {
  if (speech === 'own' && SPEAKING.test(word)) return true;
  if (asked.kind === 'amount' && MEASURING.test(word)) return true;
  if (!SORT.test(word)) return false;
  return new RegExp(`\\b(?:which|what|what (?:kind|sort|type) of) (?:of )?(?:\\w+ )?${word}\\b`).test(words);
}

/** More unknown words than this are taken as they stand: nobody mistypes every word. */
const MENDED_AT_MOST = 8;
/** What is asked stands in a question's first words. */
const WORDED_AT_MOST = 60;
/** Of a longer text, its beginning and its end are read: a question stands at one of them. */
const READ_AT_MOST = 1_600;
const TOKENS_AT_EACH_END = 80;

export function read(typed: string, knowledge: Knowledge): Question {
  const parted = ends(typed).replace(/(\p{L})[-‐‑–](?=\p{L})/gu, '$1 ');
  const tokens = withoutPreamble(questionOf(mend(tokensAtEnds(tokensOf(parted)), knowledge)));
  const words = tokens
    .slice(0, WORDED_AT_MOST)
    .map((token) => token.word)
    .join(' ');
  const foreign = scriptsIn(tokens, knowledge);
  const speech = foreign.speech ?? speechIn(words);
  const asked = foreign.asked ?? askedIn(words);
  const units = unitsOf(tokens, knowledge).map((unit) =>
    unit.kind === 'matter' && onlyAsks(unit, asked, speech, words)
      ? { ...unit, kind: 'light' as const }
      : unit,
  );
  return {
    units: once([...units, ...foreign.units]),
    asked,
    speech,
    negative: isNegative(words) || foreign.negative,
    words,
  };
}

function ends(text: string): string {
  if (text.length <= READ_AT_MOST) return text;
  return `${text.slice(0, READ_AT_MOST / 2)}\n${text.slice(-READ_AT_MOST / 2)}`;
}

function tokensAtEnds(tokens: readonly Token[]): Token[] {
  if (tokens.length <= 2 * TOKENS_AT_EACH_END) return [...tokens];
  return [...tokens.slice(0, TOKENS_AT_EACH_END), ...tokens.slice(-TOKENS_AT_EACH_END)];
}

/** The same word twice asks for nothing more. */
function once(units: readonly Unit[]): Unit[] {
  const first = new Map<string, Unit>();
  for (const unit of units) if (!first.has(unit.words)) first.set(unit.words, unit);
  return [...first.values()];
}

function mend(tokens: readonly Token[], knowledge: Knowledge): Token[] {
  let left = MENDED_AT_MOST;
  return tokens.map((token) => {
    const longhand = token.kind === 'word' ? longhandOf(token.word) : undefined;
    if (longhand !== undefined) return { ...token, word: longhand, stem: tokensOf(longhand)[0]!.stem };
    if (token.kind !== 'word' || left === 0 || knowledge.speller.has(token.word) || isSpeltRight(token.word))
      return token;
    left -= 1;
    const word = knowledge.speller.mend(token.word) ?? ENGLISH_SPELLER.mend(token.word);
    if (word === undefined) return token;
    return { ...token, word, stem: tokensOf(word)[0]!.stem };
  });
}

const ASKING =
  /^(?:who|whom|whose|what|whats|when|where|why|how|which|did|does|do|is|are|was|were|has|have|will|tell|explain|describe|compare|summarise)$/;

/** Of several sentences the last that asks something; greetings and explanations before it are left aside. */
function questionOf(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1)?.sentence ?? 0;
  if (last === 0) return [...tokens];
  for (let sentence = last; sentence >= 0; sentence -= 1) {
    const those = tokens.filter((token) => token.sentence === sentence);
    const asks = those.some((token) => ASKING.test(token.word));
    if (asks && those.some((token) => token.kind !== 'word' || !isLight(token.word))) return those;
  }
  return [...tokens];
}

const OPENING = /^(?:who|whom|whose|what|whats|when|where|why|how|which|whether|if)$/;
const LEADING_IN =
  /^(?:know|tell|wonder|wondering|wondered|ask|asking|asks|curious|explain|remind|understand|see|find|question|learn|show|say|sure|remember|check|clarify|hear)$/;

/** 'My editor would like to know who ...': the question begins at 'who'. */
function withoutPreamble(tokens: Token[]): Token[] {
  const opening = tokens.findIndex((token) => OPENING.test(token.word));
  if (opening > 0 && tokens.slice(0, opening).some((token) => LEADING_IN.test(token.word))) {
    const before = tokens.slice(0, opening);
    if (!before.some((token) => isName(token))) return tokens.slice(opening);
  }
  const first = tokens.findIndex(
    (token) => !/^(?:so|and|but|then|well|ok|okay|please|hey|hi|hello|um|er|now|also|just)$/.test(token.word),
  );
  return first > 0 ? tokens.slice(first) : tokens;
}

/** A word that looks like a name carries matter wherever it stands. */
function isName(token: Token): boolean {
  return (
    isWellKnownName(token.word) ||
    (token.capital && !token.first && token.word !== 'i' && !isLight(token.word))
  );
}

const ABOUT = /^(?:about|abt|on|regarding|concerning|re|of|towards?)$/;
const SETTING = /^(?:at|during|after|before|following|in|since|from|for|around|outside|near)$/;
const AUXILIARY = /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might)$/;
const BETWEEN = /^(?:the|a|an|this|that|their|its|his|these|those|recent|last|day|of|two|s)$/;

function unitsOf(tokens: readonly Token[], knowledge: Knowledge): Unit[] {
  const stems = tokens.map((token) => token.stem);
  const units: Unit[] = [];
  let focus = false;
  let setting = false;
  let subject = false;
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
      { focus, setting, subject, at, before: tokens[at - 1]?.word },
      knowledge,
    );
    units.push(unit);
    subject =
      AUXILIARY.test(token.word) ||
      (subject &&
        (unit.kind === 'light'
          ? BETWEEN.test(token.word)
          : unit.kind === 'name' && tokens[at + length]?.word === 'and')) ||
      (subject && token.word === 'and');
    focus = ABOUT.test(token.word) || (focus && unit.kind === 'light');
    setting =
      (SETTING.test(token.word) && token.word !== 'for') ||
      (setting && (unit.kind === 'light' || BETWEEN.test(token.word)));
    at += length;
  }
  return units;
}

type Standing = {
  readonly focus: boolean;
  readonly setting: boolean;
  readonly subject: boolean;
  readonly at: number;
  readonly before: string | undefined;
};

function unitOf(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  standing: Standing,
  knowledge: Knowledge,
): Unit {
  const [token] = tokens as [Token];
  const keys = new Set(phrases.flatMap((phrase) => phrase.keys));
  if (tokens.length === 1) keys.add(timeKeyOf(token.word) ?? token.stem);
  let ids = [...keys].filter((key) => key.startsWith('e:')).map((key) => key.slice(2));
  // 'in Tokyo' is the place; 'Tokyo wants' is Japan.
  const places = ids.filter((id) => knowledge.briefing.named(id)?.kind === 'place');
  if (standing.setting && places.length > 0 && places.length < ids.length) {
    for (const key of [...keys])
      if (/^(?:c:|e:)/.test(key) && !places.includes(key.slice(2))) keys.delete(key);
    ids = places;
  }
  const kind = kindOf(tokens, keys, ids, standing.before);
  return {
    typed: tokens.map((one) => one.raw).join(' '),
    words: tokens.map((one) => one.word).join(' '),
    keys,
    ids,
    kind,
    focus: standing.focus,
    setting: standing.setting,
    wanted: /^(?:which|what)$/.test(standing.before ?? ''),
    // 'Japan’s army', 'the army of Japan': whose it is matters as much as who does it.
    subject:
      standing.subject || (ids.length > 0 && (/['’]s$/.test(tokens.at(-1)!.raw) || standing.before === 'of')),
    at: standing.at,
  };
}

function kindOf(
  tokens: readonly Token[],
  keys: ReadonlySet<string>,
  ids: readonly string[],
  before: string | undefined,
): Unit['kind'] {
  const [token] = tokens as [Token];
  if (token.kind === 'cyrillic' && isLightCyrillic(token.word)) return 'light';
  const light = tokens.length === 1 && isLight(token.word);
  if (ids.length > 0) return light ? 'light' : 'name';
  if ([...keys].some((key) => key.startsWith('c:'))) return token.raw === 'us' ? 'light' : 'name';
  // 'Who claims' only asks who speaks; 'its claim' is a matter of its own.
  if (/^claims?$/.test(token.word) && tokens.length === 1)
    return /^(?:its|their|the|a|his|s|any|legal|which|what|this|that|rival|competing|japan|russia|china|japans|russias|both)$/.test(
      before ?? '',
    )
      ? 'matter'
      : 'light';
  if (light) return 'light';
  if (token.kind === 'number') return 'number';
  if (timeKeyOf(token.word) !== undefined) return 'matter';
  if (isWellKnownName(token.word) || (token.capital && !token.first && /[a-z]/.test(token.raw))) {
    return keys.size > 1 ? 'matter' : 'unknown-name';
  }
  return 'matter';
}
