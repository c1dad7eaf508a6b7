/** Reads a question: its language, whom and what it names, the words that matter, and what kind of answer it wants. */
import { isEnglish, isEveryday, relatedTo } from '../words/english.ts';
import { type AskedKind, detected, type Language, language } from '../words/languages.ts';
import type { Hit } from '../words/named.ts';
import { nationKeys, UNSPACED_NATIONS } from '../words/nations.ts';
import { firstIn } from '../words/phrase.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
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

export type Speaker = { readonly typed: string; readonly ids: readonly string[] };

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
};

/** Of a longer text, its beginning and its end are read: a question stands at one of them. */
const READ_AT_MOST = 1_600;
const TOKENS_AT_MOST = 120;
/** More unknown words than this are taken as they stand: nobody mistypes every word. */
const MENDED_AT_MOST = 6;

export function read(typed: string, ready: Ready): Question {
  const text = ends(typed);
  const spoken = language(detected(text, ready.language.code));
  const tokens = mended(tokensOf(text, spoken).slice(0, TOKENS_AT_MOST), spoken, ready);
  const words = joined(tokens, spoken);
  const terms = once([...termsOf(tokens, spoken, ready), ...unspacedTerms(text, spoken, ready)]);
  const unnamed = joined(withoutNames(tokens, terms), spoken);
  const asked = spoken.asks.find(([, phrases]) => firstIn(phrases, unnamed) !== undefined)?.[0] ?? 'what';
  const speech = tokens.some(({ word }) => spoken.speaking.has(word)) || saysUnspaced(words, spoken);
  const speakers = speech && asked !== 'who' ? speakersOf(terms, tokens, spoken, ready) : [];
  return {
    typed,
    language: spoken,
    words,
    terms: enough(terms),
    bare: terms.every(({ light }) => light),
    asked,
    asks: spoken.asks.some(([, phrases]) => firstIn(phrases, unnamed) !== undefined),
    counted: asked === 'count' ? countedIn(tokens, spoken, ready) : new Set(),
    speech,
    speaker: speakers[0]?.ids ?? [],
    speakers,
    negative: tokens.some(({ word }) => spoken.negation.has(word)),
  };
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

/** What a word that means nearly the same, a wider one, or one of another language is worth. */
const SAME = 0.7;
const WIDER = 0.45;
const TRANSLATED = 0.95;

function termsOf(tokens: readonly Token[], spoken: Language, ready: Ready): Term[] {
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
        wordTerm(token, at, { focus, wanted: WANTING.has(tokens[at - 1]?.word ?? '') }, spoken, ready),
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
  const after = tokens[at + 1]?.word ?? '';
  if (spoken.titles.has(before) || token.possessive) return true;
  if (spoken.stop.has(token.word) || spoken.asking.has(token.word)) {
    if (at === 0)
      return tokens.length === 1 || spoken.about.has(after) || (token.capital && spoken.speaking.has(after));
    return BEFORE_A_NAME.has(before) && (spoken.speaking.has(after) || at === tokens.length - 1 || hit.part);
  }
  return true;
}

const BEFORE_A_NAME = new Set(
  'did does do has is was by from of to with and or about on said says quote quotes'.split(' '),
);

function nameTerm(hit: Hit, tokens: readonly Token[], at: number, focus: boolean, ready: Ready): Term {
  const ids = hit.ids.map((id) => ({ key: `e:${id}`, worth: 1 }));
  const nations = hit.nations.map((key) => ({ key, worth: 0.9 }));
  const single = tokens.length === 1 ? [{ key: tokens[0]!.stem, worth: 0.9 }] : [];
  const parts = tokens.length === 1 ? [] : tokens.map(({ stem }) => stem);
  const keys = [...ids, ...nations, ...single];
  const known = keys.some(({ key }) => ready.knows(key)) || parts.some((part) => ready.knows(part));
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

const WANTING = new Set(
  'which what welche welcher welches welchem quel quelle quels quelles qué cuál какой какая какое какие каком какую'.split(
    ' ',
  ),
);

function wordTerm(
  token: Token,
  at: number,
  standing: Pick<Term, 'focus' | 'wanted'>,
  spoken: Language,
  ready: Ready,
): Term {
  const { stem } = ready.language;
  const own = { key: stem(token.word), worth: 1 };
  const meant = spoken.code === ready.language.code ? [] : (spoken.translations.get(token.word) ?? []);
  const keys: Key[] = [own, ...meant.map((word) => ({ key: stem(word), worth: TRANSLATED }))];
  if (ready.language.code === 'en' && token.kind === 'word')
    for (const { key } of [...keys]) {
      const { same, wider } = relatedTo(key);
      keys.push(...same.map((other) => ({ key: other, worth: SAME })));
      keys.push(...wider.map((other) => ({ key: other, worth: WIDER })));
    }
  const known = keys.some(({ key, worth }) => worth >= SAME && ready.knows(key));
  const capital = token.capital && !token.opens && !spoken.asking.has(token.word) && spoken.code !== 'de';
  const kind =
    token.kind === 'number'
      ? 'number'
      : capital && !ready.knows(own.key) && token.kind === 'word'
        ? 'stranger'
        : 'word';
  return {
    typed: token.mistyped ?? token.raw,
    words: token.word,
    kind,
    keys,
    ids: [],
    at,
    light: spoken.asking.has(token.word) || spoken.speaking.has(token.word),
    known,
    ...standing,
    parts: [],
  };
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

/** Names and words of scripts without spaces: names first, wherever they stand, then the segments that are left. */
function unspacedTerms(text: string, spoken: Language, ready: Ready): Term[] {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return [];
  const terms: Term[] = [];
  let rest = text.normalize('NFKC');
  const term = (typed: string, keys: readonly Key[], ids: readonly string[], light: boolean): Term => {
    const known = keys.some(({ key }) => ready.knows(key));
    const at = text.indexOf(typed);
    const behind = text.slice(at + typed.length);
    const focus = [...spoken.aboutBehind].some((word) => behind.startsWith(word));
    const before = [...spoken.about].some((word) => text.slice(0, at).endsWith(word));
    const kind = ids.length > 0 ? 'name' : known || light ? 'word' : 'word';
    return {
      typed,
      words: typed,
      kind,
      keys,
      ids,
      at,
      light,
      known,
      focus: focus || before,
      wanted: false,
      parts: [],
    };
  };
  for (const { name, ids } of ready.names.within(rest)) {
    rest = rest.replaceAll(name, ' ');
    terms.push(
      term(
        name,
        ids.map((id) => ({ key: `e:${id}`, worth: 1 })),
        ids,
        false,
      ),
    );
  }
  for (const name of UNSPACED_NATIONS) {
    if (!rest.includes(name)) continue;
    rest = rest.replaceAll(name, ' ');
    terms.push(
      term(
        name,
        nationKeys(name).map((key) => ({ key, worth: 1 })),
        [],
        false,
      ),
    );
  }
  const { stem } = ready.language;
  for (const [word, meant] of longestFirst(spoken)) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, ' ');
    const keys = [{ key: word, worth: 1 }, ...meant.map((one) => ({ key: stem(one), worth: TRANSLATED }))];
    terms.push(term(word, keys, [], false));
  }
  for (const token of tokensOf(rest, spoken)) {
    const { word } = token;
    if (
      spoken.stop.has(word) ||
      spoken.titles.has(word) ||
      spoken.aboutBehind.has(word) ||
      /^[\p{Script=Hiragana}ー]+$/u.test(word)
    )
      continue;
    if (token.kind === 'unspaced') {
      const signs = Array.from(word);
      const pairs = signs.slice(1).map((sign, at) => ({ key: `${signs[at]}${sign}`, worth: 0.9 }));
      terms.push(
        term(
          word,
          [{ key: word, worth: 1 }, ...pairs],
          [],
          spoken.asking.has(word) || spoken.speaking.has(word) || signs.length === 1,
        ),
      );
    }
  }
  return terms;
}

const SORTED = new Map<string, [string, readonly string[]][]>();

function longestFirst(spoken: Language): [string, readonly string[]][] {
  if (spoken.code === 'de' || spoken.code === 'fr' || spoken.code === 'es' || spoken.code === 'ru') return [];
  const known = SORTED.get(spoken.code) ?? [...spoken.translations].sort((a, b) => b[0].length - a[0].length);
  SORTED.set(spoken.code, known);
  return known;
}

function saysUnspaced(words: string, { code, speaking }: Language): boolean {
  return (
    (code === 'ja' || code === 'zh' || code === 'ko') && [...speaking].some((word) => words.includes(word))
  );
}

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

/** Those named who can speak and are not what is spoken about; whoever speaks for one of them counts too. */
function speakersOf(
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
  const named = terms.filter(({ ids, focus }) => !focus && ids.some(canSpeak));
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

const TOLD_BY = new Set(['to', 'by', 'from']);
