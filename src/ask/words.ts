/** What was typed, as words: normalised, cut apart, and brought to their base. */
import { stemmer } from 'stemmer';
import { baseOf } from './english/irregular.ts';

export type Token = {
  /** As typed, after NFKC. */
  readonly raw: string;
  /** In small letters, without accents and apostrophes. */
  readonly word: string;
  /** The base by which forms of one word are the same. */
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'cjk' | 'cyrillic';
  readonly capital: boolean;
  /** First in its sentence, where a capital letter says nothing. */
  readonly first: boolean;
  readonly sentence: number;
};

const PIECES =
  /(?:[A-Za-z]\.){2,}|\p{Script=Cyrillic}+(?:-\p{Script=Cyrillic}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・々]+|\$?\d[\d,.]*\d(?:st|nd|rd|th|bn|m|k)?|\$?\d(?:st|nd|rd|th|bn|m|k)?|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|[.?!;\n]+/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The words of a text in their order. Never throws, whatever the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let first = true;
  let sentence = 0;
  for (const [piece] of spelledOut(text.normalize('NFKC')).matchAll(PIECES)) {
    if (/^[.?!;\n]+$/.test(piece)) {
      if (!first) sentence += 1;
      first = true;
      continue;
    }
    tokens.push(tokenOf(piece, first, sentence));
    first = false;
  }
  return tokens;
}

/** '1bn' is '1 billion'. */
function spelledOut(text: string): string {
  return text
    .replace(/(\d)\s?bn(?![\p{L}\p{M}\p{N}])/giu, '$1 billion')
    .replace(/(\d)\s?(?:mn|mln)(?![\p{L}\p{M}\p{N}])/giu, '$1 million')
    .replace(/(\d)\s?tn(?![\p{L}\p{M}\p{N}])/giu, '$1 trillion')
    .replace(/(\d)k(?![\p{L}\p{M}\p{N}])/giu, '$1,000');
}

function tokenOf(raw: string, first: boolean, sentence: number): Token {
  const lower = raw.toLowerCase();
  if (CJK.test(raw)) return { raw, word: lower, stem: lower, kind: 'cjk', capital: false, first, sentence };
  if (CYRILLIC.test(raw)) {
    const word = lower.replaceAll('ё', 'е');
    return { raw, word, stem: cyrillicStem(word), kind: 'cyrillic', capital: false, first, sentence };
  }
  const capital = /^\p{Lu}/u.test(raw);
  if (/^\$?\d/.test(raw)) {
    const word = lower
      .replace(/^\$/, '')
      .replaceAll(',', '')
      .replace(/(?:st|nd|rd|th)$/, '');
    return { raw, word, stem: word, kind: 'number', capital: false, first, sentence };
  }
  const word = plain(lower);
  return { raw, word, stem: stemOf(word), kind: 'word', capital, first, sentence };
}

/** Small letters of the Latin alphabet alone: no accents, no possessive, no apostrophes, no full stops. */
function plain(lower: string): string {
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$/u, '')
    .replace(/n['’]t$/u, 'nt')
    .replace(/['’.]/gu, '');
}

/** The base of an English word in small letters. */
export function stemOf(word: string): string {
  const base = baseOf(word);
  if (base !== undefined) return stemmer(base);
  if (word.length <= 2) return word;
  const stem = stemmer(american(word));
  return stem === '' ? word : stem;
}

function american(word: string): string {
  return word
    .replace(/is(e|ed|es|ing|ation|ations)$/, 'iz$1')
    .replace(/(\w{2})our(s|ed|ing|able|ite)?$/, '$1or$2')
    .replace(/ence$/, (end) => (word === 'defence' ? 'ense' : end));
}

/** Russian endings cut off: enough to find a noun or a name again in any case. */
export function cyrillicStem(word: string): string {
  if (word.length <= 4) return word.length === 4 ? word.replace(/[аеиоуыэюяйь]$/, '') : word;
  return word.replace(
    /(?:иями|ями|ами|ыми|ими|ого|его|ому|ему|ией|иях|иям|ией|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ую|юю|ом|ем|ам|ям|ию|ия|ии|а|я|о|е|и|ы|у|ю|ь|й)$/,
    '',
  );
}
