/** What a text is about, as keys that questions and items share: stems, groups of synonyms (`~`), countries (`c:`), names (`e:`). */
import { ENGLISH, type Phrase, type Phrasebook, phrasesAt } from './lexicon.ts';
import { timeKeyOf } from './times.ts';
import { type Token, tokensOf } from './words.ts';

/** All that a text is about, as keys: its words, what English knows as the same, and whom it names. */
export function keysOfText(text: string, names: Phrasebook): Set<string> {
  const tokens = tokensOf(text.replaceAll('-', ' '));
  const stems = tokens.map((token) => token.stem);
  const keys = new Set<string>();
  // Where another sea or island is named, 'the islands' are not those that the briefing is about.
  const elsewhere = stems.findIndex(
    (_, at) => (phrasesAt(names, stems, at)[0]?.stems.at(-1) ?? '') === 'sea',
  );
  for (let at = 0; at < tokens.length; ) {
    const [name] = phrasesAt(names, stems, at);
    const long = name !== undefined && name.stems.length > 1;
    const end = at + (long ? name.stems.length : 1);
    if (name !== undefined && (elsewhere === -1 || !isCommonNoun(tokens[at]!, name))) {
      for (const key of name.keys) keys.add(key);
    }
    for (; at < end; at += 1) {
      const token = tokens[at]!;
      keys.add(timeKeyOf(token.word) ?? token.stem);
      for (const phrase of phrasesAt(ENGLISH, stems, at)) {
        if (phrase.stems.length === 1 && EMPTY_IN_TEXT.has(token.word)) continue;
        // Inside a longer name a country is part of that name: the South China Sea is not China.
        for (const key of phrase.keys)
          if (!long || !key.startsWith('c:') || keepsCountry(name)) keys.add(key);
      }
    }
  }
  return keys;
}

/** 'the islands', 'the bank': called by what it is, not by its name. */
function isCommonNoun(token: Token, name: Phrase): boolean {
  return name.stems.length === 1 && !token.capital;
}

/** Words that stand for nothing in a text, whatever they may mean in a question. */
const EMPTY_IN_TEXT = new Set(
  'own take takes taken taking set sets like line go goes going gone run hold held keep last call called name work long put make made'.split(
    ' ',
  ),
);

/** A sea named after a country is not the country; 'Japanese spokesman' is Japan's all the same. */
function keepsCountry(name: Phrase): boolean {
  return !/sea$/.test(name.stems.at(-1) ?? '');
}
