/** What was typed, as words of a language: cut apart, in small letters, each with its base. */
import { keptPer } from '../text/kept.ts';
import { piecesOf } from '../text/pieces.ts';
import type { Language } from './languages.ts';

export type Token = {
  /** As typed, after NFKC; where a typing error was put right, as it was meant. */
  readonly raw: string;
  /** As typed, where that is something else. */
  readonly mistyped?: string;
  /** In small letters, without accents and apostrophes; in other scripts as it is. */
  readonly word: string;
  /** The base by which forms of one word are the same. */
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'unspaced';
  readonly capital: boolean;
  readonly opens: boolean;
  readonly sentence: number;
  /** It ended in a possessive. */
  readonly possessive: boolean;
};

/** How many texts are kept cut: those of a briefing's items, a question's, and its parts'. */
const KEPT = 600;

/** The words of a text in their order. Never throws, whatever the text. */
export const tokensOf: (text: string, language: Language) => readonly Token[] = keptPer(KEPT, cut);

function cut(text: string, language: Language): Token[] {
  return piecesOf(text, language.abbreviations).flatMap((piece): Token | Token[] => {
    const { raw, kind, capital, opens, sentence } = piece;
    const rest = { kind, capital, opens, sentence, possessive: /['’]s?$/u.test(raw) };
    if (kind === 'unspaced') {
      return segmentsOf(raw, language).map((word, at) => ({
        ...rest,
        raw: word,
        word,
        stem: word,
        opens: opens && at === 0,
      }));
    }
    if (kind === 'number') {
      const word = numberWord(raw);
      return { ...rest, raw, word, stem: word };
    }
    const word = plain(raw);
    return { ...rest, raw, word, stem: language.stem(word) };
  });
}

const SEGMENTERS = {
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
};

function segmentsOf(run: string, { code }: Language): string[] {
  const segmenter = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run) || code !== 'zh' ? 'ja' : 'zh';
  return Array.from(SEGMENTERS[segmenter].segment(run), ({ segment }) => segment);
}

/** '17,000', '17 000' and '$17,000' are one number; '16th' is 16. */
function numberWord(raw: string): string {
  return raw
    .toLowerCase()
    .replace(/^[$€£¥₩₽]/u, '')
    .replace(/(\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
    .replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');
}

const PLAIN = /^[a-z]+$/;

/** Small letters of the alphabet alone: no possessive, no apostrophes, no full stops; accents only where they tell. */
function plain(raw: string): string {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(/['’]s$/u, '')
    .replace(/n['’]t$/u, 'nt')
    .replace(/['’.]/gu, '')
    .replaceAll('ё', 'е')
    .normalize('NFC');
}
