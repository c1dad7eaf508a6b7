/** What is known of each language in which questions come: files of one shape, checked once when they are loaded. */
import { readFileSync } from 'node:fs';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { load } from 'js-yaml';
import { z } from 'zod';
import { type Phrase, phraseOf } from './phrase.ts';

export const CODES = ['en', 'de', 'fr', 'es', 'ru', 'ja', 'ko', 'zh'] as const;
export type Code = (typeof CODES)[number];

/** What a question may ask for, in the order in which its words are tried. */
export const KINDS = [
  'overview',
  'compare',
  'share',
  'age',
  'duration',
  'sum',
  'distance',
  'count',
  'happened',
  'when',
  'where',
  'why',
  'who',
  'whether',
  'identity',
  'what',
] as const;
export type AskedKind = (typeof KINDS)[number];

const words = z.string().transform((text) => text.split(/\s+/).filter(Boolean));
const groups = z
  .string()
  .default('')
  .transform((text) => text.split(/,\s*/).map((line) => line.split(/\s+/).filter(Boolean)));
const phrases = z.array(z.string()).default([]);

const shape = z.strictObject({
  language: z.enum(CODES),
  stop: words,
  asking: words,
  speaking: words,
  faint: words.default([]),
  phrasal: words.default([]),
  meanings: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(/,\s*/)
        .filter(Boolean)
        .map((line) => line.split('=') as [string, string]),
    ),
  occupation: words,
  about: words,
  aboutBehind: words.default([]),
  joining: words,
  negation: words,
  reasons: words,
  titles: words,
  abbreviations: words,
  /** Endings of company names, which people leave out. */
  companies: words.default([]),
  /** What is joined to the end of a word without being part of it. */
  particles: words.default([]),
  irregular: groups,
  shorthand: groups,
  asks: z.partialRecord(z.enum(KINDS), phrases),
  /** Ways of asking whose something is; of asking who is right; of giving orders. */
  whose: phrases,
  ownership: words.default([]),
  right: phrases,
  orders: phrases,
  nations: z.array(z.string()).default([]),
  /** Words of the news in this language, each with what English calls it: 'insel=island'. */
  translations: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(/\s+/)
        .filter(Boolean)
        .map((pair) => pair.split('=') as [string, string]),
    ),
});

export type Language = {
  readonly code: Code;
  readonly stop: ReadonlySet<string>;
  readonly asking: ReadonlySet<string>;
  readonly speaking: ReadonlySet<string>;
  /** All of these: a text is in the language that has most of its words. */
  readonly small: ReadonlySet<string>;
  /** Verbs that say little by themselves, and what stands behind one to make another of it: 'take over'. */
  readonly faint: ReadonlySet<string>;
  readonly phrasal: ReadonlySet<string>;
  /** One word by a verb and what stands behind it. */
  readonly meanings: ReadonlyMap<string, string>;
  /** Those verbs. */
  readonly turning: ReadonlySet<string>;
  /** What somebody does, by which nothing more than who it is is asked. */
  readonly occupation: ReadonlySet<string>;
  /** Stand before, or behind, what somebody speaks about. */
  readonly about: ReadonlySet<string>;
  readonly aboutBehind: ReadonlySet<string>;
  /** Stand between two questions. */
  readonly joining: ReadonlySet<string>;
  readonly negation: ReadonlySet<string>;
  /** Stand where a reason is given. */
  readonly reasons: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly companies: ReadonlySet<string>;
  readonly asks: readonly (readonly [AskedKind, readonly Phrase[]])[];
  readonly whose: readonly Phrase[];
  /** What an issue over whose something is is called. */
  readonly ownership: readonly string[];
  readonly right: readonly Phrase[];
  readonly orders: readonly Phrase[];
  readonly nations: readonly string[];
  /** English words by a word of this language. */
  readonly translations: ReadonlyMap<string, readonly string[]>;
  /** The base of a form that a stemmer does not bring home. */
  readonly irregular: ReadonlyMap<string, string>;
  /** The word that a hurried one stands for. */
  readonly shorthand: ReadonlyMap<string, string>;
  /** The base by which forms of one word are the same; of a word in small letters. */
  stem(word: string): string;
};

const STEMMERS: Partial<Record<Code, (word: string) => string>> = {
  en: (word) => english(american(word)),
  de: german,
  fr: french,
  es: spanish,
  ru: russian,
};

/** British spelling as American, so that both have one stem. */
function american(word: string): string {
  return word
    .replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1')
    .replace(/(\w{2})our(s|ed|ing|able|ite|ites|er|ers)?$/, '$1or$2')
    .replace(/(\w{2})tre(s?)$/, '$1ter$2')
    .replace(/(\w[aeiou])ll(ed|ing|er|ers)$/, '$1l$2');
}

function languageOf(code: Code): Language {
  const file = new URL(`data/${code}/words.yaml`, import.meta.url);
  const read = shape.parse(load(readFileSync(file, 'utf8')));
  const folded = (list: readonly string[]) => new Set(list.map((word) => word.normalize('NFC')));
  const bases = new Map(read.irregular.flatMap(([base = '', ...forms]) => forms.map((form) => [form, base])));
  const stemmer = STEMMERS[code];
  const particles = [...read.particles].sort((a, b) => b.length - a.length);
  const spaced = code !== 'ja' && code !== 'zh';
  const compiled = (list: readonly string[]) => list.map((one) => phraseOf(one, spaced && code !== 'ko'));
  const stems = new Map<string, string>();
  const stem = (word: string) => {
    const base = bases.get(word) ?? word;
    if (stemmer !== undefined) return base.length <= 2 ? base : stemmer(base) || base;
    const tail = particles.find((particle) => base.length > particle.length + 1 && base.endsWith(particle));
    return tail === undefined ? base : base.slice(0, -tail.length);
  };
  return {
    code,
    stop: folded(read.stop),
    asking: folded(read.asking),
    speaking: folded(read.speaking),
    small: folded([...read.stop, ...read.asking, ...read.speaking]),
    faint: folded(read.faint),
    phrasal: folded(read.phrasal),
    meanings: new Map(read.meanings),
    turning: new Set(read.meanings.map(([words]) => words.split(' ')[0] ?? '')),
    occupation: folded(read.occupation),
    about: folded(read.about),
    aboutBehind: folded(read.aboutBehind),
    joining: folded(read.joining),
    negation: folded(read.negation),
    reasons: folded(read.reasons),
    titles: folded(read.titles),
    abbreviations: folded(read.abbreviations),
    companies: folded(read.companies),
    asks: KINDS.map((kind) => [kind, compiled(read.asks[kind] ?? [])] as const),
    whose: compiled(read.whose),
    ownership: read.ownership,
    right: compiled(read.right),
    orders: compiled(read.orders),
    nations: read.nations,
    translations: new Map(read.translations.map(([word, meant]) => [word, meant.split(',')])),
    irregular: bases,
    shorthand: new Map(
      read.shorthand.flatMap(([word = '', ...hurried]) => hurried.map((one) => [one, word])),
    ),
    stem: (word) => {
      const known = stems.get(word);
      if (known !== undefined) return known;
      const made = stem(word);
      if (stems.size < STEMS_KEPT) stems.set(word, made);
      return made;
    },
  };
}

const STEMS_KEPT = 20_000;

export const LANGUAGES: ReadonlyMap<Code, Language> = new Map(CODES.map((code) => [code, languageOf(code)]));

export function language(code: Code): Language {
  return LANGUAGES.get(code) as Language;
}

/** Languages written in the Latin alphabet, told apart by their small words. */
const LATIN: readonly Code[] = ['en', 'de', 'fr', 'es'];
/** Enough of a text to tell its language by. */
const TELLING = 2_000;

/** The language of a text, by its script and its small words; `otherwise` where nothing tells. */
export function detected(text: string, otherwise: Code): Code {
  const part = text.slice(0, TELLING);
  if (ASCII.test(part)) return latinIn(part, otherwise);
  const count = (pattern: RegExp) => part.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  if (count(/\p{Script=Hangul}/gu) * 2 > latin) return 'ko';
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 2 > latin) return 'ja';
  if (count(/\p{Script=Han}/gu) * 2 > latin) return 'zh';
  if (count(/\p{Script=Cyrillic}/gu) > latin) return 'ru';
  return latinIn(part, otherwise);
}

/** Letters of no other script. */
const ASCII = /^[\0-\x7f]*$/;

function latinIn(text: string, otherwise: Code): Code {
  const typed =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best = otherwise;
  let most = 0;
  for (const code of [otherwise, ...LATIN.filter((one) => one !== otherwise)]) {
    const { small } = language(code);
    let hits = 0;
    for (const word of typed) if (small.has(word)) hits += 1;
    if (hits > most + (code === otherwise ? 0 : 1) || (hits > most && most === 0))
      [best, most] = [code, hits];
  }
  return best;
}
