/** Every currency by its ISO code, its names and its signs, in all languages that are read. */
import de from '../data/de/currencies.json' with { type: 'json' };
import en from '../data/en/currencies.json' with { type: 'json' };
import english from '../data/en/more-currencies.json' with { type: 'json' };
import es from '../data/es/currencies.json' with { type: 'json' };
import fr from '../data/fr/currencies.json' with { type: 'json' };
import ja from '../data/ja/currencies.json' with { type: 'json' };
import ko from '../data/ko/currencies.json' with { type: 'json' };
import more from '../data/more-currencies.json' with { type: 'json' };
import ru from '../data/ru/currencies.json' with { type: 'json' };
import zh from '../data/zh/currencies.json' with { type: 'json' };

type Listed = { readonly names: readonly string[]; readonly signs: readonly string[] };

const LISTS: Readonly<Record<string, Readonly<Record<string, Listed>>>> = { en, de, fr, es, ru, ja, ko, zh };

/** Each currency's noun in English, which several share: 'dollar' for USD. */
const NOUNS = new Map(
  Object.entries(en).map(([code, { names }]) => [code, bare(names[0]!).split(' ').at(-1)!]),
);

/**
 * What stands behind an amount, in small letters, and what it means: an ISO code, or a noun that several currencies
 * share.
 */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LISTS).flatMap(([language, list]) =>
    Object.entries(list).flatMap(([code, { names }]) =>
      names.flatMap((name): [string, string][] => [
        ...(hasNoun(code, name, language)
          ? [[nounIn(name, language).toLowerCase(), NOUNS.get(code)!] as [string, string]]
          : []),
        // Of two that share a name but for the years, it stands for their noun.
        [bare(name).toLowerCase(), bare(name) === name ? code : NOUNS.get(code)!],
      ]),
    ),
  ),
  ...Object.values(more).flatMap((list) =>
    Object.entries(list).map(([word, noun]): [string, string] => [word.toLowerCase(), noun]),
  ),
  ...Object.entries(english.nouns).flatMap(([noun, words]) =>
    words.map((word): [string, string] => [word, noun]),
  ),
  ...Object.keys(en).map((code): [string, string] => [code.toLowerCase(), code]),
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['yen', 'JPY'],
]);

/** Signs as they are written, the longest first; one that several currencies share stands for their noun. */
export const CURRENCY_SIGNS: readonly (readonly [sign: string, unit: string])[] = signs();

/** English words that name a currency only behind a larger sum: 'five won medals'. */
export const ALSO_ENGLISH: ReadonlySet<string> = new Set(english.english);

/** Whether two of the names used here may mean the same money: 'dollar' and 'USD' may, 'CAD' and 'USD' do not. */
export function sameMoney(one: string, other: string): boolean {
  if (one === other) return true;
  if (NOUNS.has(one) && NOUNS.has(other)) return false;
  const nouns = [one, other].map((unit) => NOUNS.get(unit) ?? unit);
  return nouns[0] === nouns[1] || nouns.every((noun) => CROWNS.has(noun));
}

const CROWNS = new Set(['crown', ...english.same.crown]);

/** 'Zimbabwean dollars (2009–2024)' without the years. */
function bare(name: string): string {
  return name.replace(/\s*\(.*\)$/u, '');
}

/** A noun that is a word of its own names no currency: '68 rights', 'five gold medals', 'two real problems'. */
function hasNoun(code: string, name: string, language: string): boolean {
  const noun = nounIn(name, language).toLowerCase();
  return (
    !code.startsWith('X') &&
    !english.never.includes(noun) &&
    (noun.length > 2 || /[^\p{Script=Latin}]/u.test(noun))
  );
}

/** The noun of a currency's name: last in English, first in French, wherever no adjective stands in Russian. */
function nounIn(name: string, language: string): string {
  const words = bare(name).split(' ');
  const first = language === 'fr' || language === 'es';
  const russian = language === 'ru' && !/(?:ий|ый|ой|ая|яя|ие|ые|их|ых|ого|его)$/.test(words[0]!);
  return (first || russian ? words[0] : words.at(-1))!;
}

function signs(): [string, string][] {
  const codes = new Map<string, Set<string>>();
  for (const [code, { signs }] of Object.entries(en))
    for (const sign of signs) codes.set(sign, (codes.get(sign) ?? new Set()).add(code));
  const found = [...codes].map(([sign, those]): [string, string] => [
    sign,
    those.size === 1 ? [...those][0]! : NOUNS.get([...those][0]!)!,
  ]);
  const all = new Map([
    ...found,
    ['$', 'dollar'],
    ['£', 'pound'],
    ['¥', 'yen'],
    ...Object.entries(english.signs),
  ]);
  return [...all].sort(([one], [other]) => other.length - one.length) as [string, string][];
}
