/** Words as they are compared: by their letters alone. */

/** More than anybody's name: what is longer is not compared with names, however it was meant. */
export const LONGEST_NAME = 100;

/** Nothing but letters of the alphabet and figures. */
const PLAIN = /^[a-z\d]*$/i;

/**
 * Small letters and digits with single spaces: case, accents, full-width forms, punctuation and a possessive 's
 * make no difference. Any script stays what it is.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`´]s(?=$|[^\p{L}\p{N}])/gu, '')
    .replace(/['’`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a name that tell it from others: without articles, forms of address and small joints. */
export function nameWords(text: string): string[] {
  const words = fold(text).split(' ').filter(Boolean);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

const SMALL_WORDS = new Set(['a', 'an', 'the', 'of', 'for', 'in', 'at', 'mr', 'mrs', 'ms', 'dr']);

/** What was typed, on one line, in plain forms of its letters, with nothing invisible in it. */
export function plainLine(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}
