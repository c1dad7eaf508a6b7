/** Phrases of the language files: words in a row, `*` for up to four others, `^` and `$` for the ends of the text. */

export type Phrase = {
  readonly written: string;
  readonly pattern: RegExp;
  /** Letters that stand in every text that has the phrase: looked for first, since a pattern takes far longer. */
  readonly needs: string;
};

const GAP = String.raw`(?:\S+ ){0,4}?`;

/** `spaced`: the words are parted by spaces, so that a phrase begins and ends where words do. */
export function phraseOf(written: string, spaced: boolean): Phrase {
  const bare = written.trim().replace(/^\^/, '').replace(/\$$/, '');
  const escaped = bare.replace(/[.+?()[\]{}|\\]/g, String.raw`\$&`);
  const body = spaced ? escaped.replace(/ \*$/, '(?: .*)?').replace(/\* /g, GAP) : escaped;
  const begin = written.startsWith('^') ? '^' : spaced ? String.raw`(?<!\S)` : '';
  const end = written.endsWith('$') ? '$' : spaced ? String.raw`(?!\S)` : '';
  const needs = spaced ? bare.split('*').map((part) => part.trim()) : [];
  let pattern: RegExp | undefined;
  return {
    written,
    needs: needs.reduce((longest, part) => (part.length > longest.length ? part : longest), ''),
    /** Made when it is first tried: most languages are seldom asked in. */
    get pattern() {
      pattern ??= new RegExp(`${begin}${body}${end}`, 'u');
      return pattern;
    },
  };
}

/** The first of the phrases that stands in `words`, which are in small letters with single spaces. */
export function firstIn(phrases: readonly Phrase[], words: string): Phrase | undefined {
  return phrases.find((phrase) => words.includes(phrase.needs) && phrase.pattern.test(words));
}
