/** Reads a question: its language, whom and what it names, the words that matter, and what kind of answer it wants. */
import { isEnglish, relatedTo } from '../words/english.ts';
import { type AskedKind, detected, type Language, language } from '../words/languages.ts';
import { nationKeys } from '../words/nations.ts';
import { firstIn, type Phrase } from '../words/phrase.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import type { Ready } from './ready.ts';
import { type Speaker, speakersOf, withHolders, withPosts } from './speakers.ts';
import { type Term, termsOf } from './term.ts';
import { saysUnspaced, unspacedTerms } from './unspaced.ts';
import { untagged } from './verdict/claimed.ts';

export type Question = {
  readonly typed: string;
  readonly language: Language;
  /** In small letters, without punctuation, parted by single spaces. */
  readonly words: string;
  readonly terms: readonly Term[];
  readonly asked: AskedKind;
  /** Keys of what is counted: 'agreements' of 'how many agreements'; empty where it counts nothing. */
  readonly counted: ReadonlySet<string>;
  /** None of its words carries matter: those that only help to ask are taken for it. */
  readonly bare: boolean;
  /** It has words that ask. */
  readonly asks: boolean;
  /** Somebody's own words are asked for. */
  readonly speech: boolean;
  /** Whose words: ids, the one named first. */
  readonly speaker: readonly string[];
  /** Several who are named next to each other, each as typed and with the ids that speak for it. */
  readonly speakers: readonly Speaker[];
  readonly negative: boolean;
  /** The paragraphs, as keys, that answer the question before it in the same breath: what follows is likely there too. */
  readonly beside?: readonly string[];
};

/** Of a longer text, its beginning and its end are read: a question stands at one of them. */
const READ_AT_MOST = 900;
const TOKENS_AT_MOST = 100;
/** More unknown words than this are taken as they stand: nobody mistypes every word. */
const MENDED_AT_MOST = 6;

export function read(typed: string, ready: Ready): Question {
  const text = withoutTag(ends(typed));
  const spoken = language(detected(text, ready.language.code));
  const tokens = mended(tokensOf(text, spoken).slice(0, TOKENS_AT_MOST), spoken, ready);
  const words = joined(tokens, spoken);
  const found = once([...termsOf(tokens, spoken, ready), ...unspacedTerms(text, spoken, ready)]);
  const unnamed = joined(withoutNames(tokens, found), spoken);
  const [asked, asking] = askedIn(unnamed, spoken);
  const speech = tokens.some(({ word }) => spoken.speaking.has(word)) || saysUnspaced(words, spoken);
  const asked0 = ONLY_ASKING.has(asked) ? found.map((term) => withoutAsking(term, asking)) : found;
  const terms =
    speech && asked !== 'who'
      ? withPosts(asked0, ready)
      : asked === 'who' || asked === 'identity'
        ? asked0
        : withHolders(asked0, ready);
  const speakers = speech && asked !== 'who' ? speakersOf(terms, tokens, spoken, ready) : [];
  return {
    typed,
    language: spoken,
    words,
    terms: enough(terms),
    bare: terms.every(({ light }) => light),
    asked,
    asks: asking !== undefined,
    counted: asked === 'count' ? countedIn(tokens, spoken, ready) : new Set(),
    speech,
    speaker: speakers[0]?.ids ?? [],
    speakers,
    negative: tokens.some(({ word }) => spoken.negation.has(word)),
  };
}

/** 'It rose, right?' asks of what rose, and nothing of what is right. */
function withoutTag(text: string): string {
  const rest = untagged(text);
  return rest.includes(' ') ? rest : text;
}

/** Kinds whose words only ask: 'share' of 'what share', 'old' of 'how old', 'true' of 'is it true that'. */
const ONLY_ASKING: ReadonlySet<AskedKind> = new Set([
  'share',
  'age',
  'duration',
  'sum',
  'distance',
  'count',
  'when',
  'where',
  'whether',
]);

/** What kind of answer is asked for, and by which phrase. */
function askedIn(words: string, { asks }: Language): readonly [AskedKind, Phrase | undefined] {
  for (const [kind, phrases] of asks) {
    const phrase = firstIn(phrases, words);
    if (phrase !== undefined) return [kind, phrase];
  }
  return ['what', undefined];
}

function withoutAsking(term: Term, asking: Phrase | undefined): Term {
  const isAsking = term.kind === 'word' && asking?.written.split(/[\s^$]+/).includes(term.words) === true;
  return isAsking ? { ...term, light: true } : term;
}

function ends(text: string): string {
  if (text.length <= READ_AT_MOST) return text;
  return `${text.slice(0, READ_AT_MOST / 2)}\n${text.slice(-READ_AT_MOST / 2)}`;
}

/** A name asks nothing, whatever word it is: 'What did Price say'. */
function withoutNames(tokens: readonly Token[], terms: readonly Term[]): Token[] {
  const named = new Set(
    terms
      .filter(({ ids, parts }) => ids.length > 0 || parts.length > 0)
      .flatMap(({ at, words }) => words.split(' ').map((_, offset) => at + offset)),
  );
  return tokens.map((token, at) =>
    named.has(at) && token.kind === 'word' ? { ...token, word: '·' } : token,
  );
}

function joined(tokens: readonly Token[], { code }: Language): string {
  return tokens.map(({ word }) => word).join(code === 'ja' || code === 'zh' ? '' : ' ');
}

/** Typing errors put right, and what is written in a hurry written out. */
function mended(tokens: readonly Token[], spoken: Language, ready: Ready): Token[] {
  let left = MENDED_AT_MOST;
  return tokens.map((token, at) => {
    if (token.kind !== 'word') return token;
    const whole = spoken.shorthand.get(token.word);
    if (whole !== undefined) return withWord(token, whole, ready);
    if (left === 0 || isKnownWord(token, spoken, ready) || ready.names.at(tokens, at) !== undefined)
      return token;
    left -= 1;
    const meant = ready.speller.mend(token.word);
    return meant === undefined ? token : withWord(token, meant, ready);
  });
}

function withWord(token: Token, word: string, { language: spoken }: Ready): Token {
  return { ...token, raw: word, mistyped: token.raw, word, stem: spoken.stem(word) };
}

function isKnownWord({ word }: Token, spoken: Language, ready: Ready): boolean {
  return (
    ready.speller.has(word) ||
    spoken.stop.has(word) ||
    spoken.asking.has(word) ||
    spoken.speaking.has(word) ||
    spoken.translations.has(word) ||
    (spoken.code === 'en' && isEnglish(word)) ||
    nationKeys(word).length > 0
  );
}

/** Words that may stand between 'how many' and what is counted. */
const COUNTED_WITHIN = 3;

/** The first word behind the one that counts that is no small word, with those of nearly its meaning. */
function countedIn(tokens: readonly Token[], spoken: Language, ready: Ready): Set<string> {
  const counting = tokens.findIndex(({ word }) => COUNTING.has(word));
  if (counting === -1) return new Set();
  const nouns = tokens
    .slice(counting + 1, counting + 1 + COUNTED_WITHIN)
    .filter(({ word }) => !spoken.stop.has(word));
  const stems = nouns.map(({ word }) => ready.language.stem(word));
  return new Set(
    stems.flatMap((stem) => [stem, ...(ready.language.code === 'en' ? relatedTo(stem).same : [])]),
  );
}

const COUNTING = new Set(
  'many number viele anzahl combien nombre cuántos cuántas cuantos cuantas número сколько количество число'.split(
    ' ',
  ),
);

/** The same notion twice asks for nothing more. */
function once(terms: readonly Term[]): Term[] {
  const first = new Map<string, Term>();
  for (const term of terms) if (!first.has(term.words)) first.set(term.words, term);
  return [...first.values()];
}

/** Where hardly a word carries matter, those that only help to ask do: 'when will work start?'. */
function enough(terms: readonly Term[]): Term[] {
  const full = terms.filter(({ light }) => !light);
  return full.length > 0 ? [...terms] : terms.map((term) => ({ ...term, light: false }));
}
