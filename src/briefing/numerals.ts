/** Numbers in figures and in English words, and what they come to. */

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const VALUES = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ['dozen', 12] as const,
]);

/** Whether a word of a text is part of a number. 'One' is not: it is a pronoun as often. */
export function isNumeral(word: string): boolean {
  const lower = word.toLowerCase();
  return /^\p{N}/u.test(word) || (lower !== 'one' && VALUES.has(lower)) || lower in SCALES;
}

/** The ways to write one word of a number: 'five' and '5'. */
export function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  const value = VALUES.get(lower);
  if (value !== undefined) return [lower, String(value)];
  const spelt = [...VALUES].find(([, number]) => String(number) === lower)?.[0];
  return spelt ? [lower, spelt] : [lower];
}

/** What the words of a number come to: ['600', 'billion'] is 600000000000; `undefined` where they are none. */
export function amountOf(words: readonly string[]): number | undefined {
  if (words.length === 0) return undefined;
  let sum = 0;
  let part: number | undefined;
  for (const word of words) {
    const lower = word.toLowerCase();
    const scale = SCALES[lower];
    const value = VALUES.get(lower) ?? (/^\d+(\.\d+)?$/.test(word) ? Number(word) : undefined);
    if (scale !== undefined) {
      part = (part ?? 1) * scale;
      if (scale >= 1e3) {
        sum += part;
        part = undefined;
      }
    } else if (value !== undefined) part = (part ?? 0) + value;
    else return undefined;
  }
  return sum + (part ?? 0);
}
