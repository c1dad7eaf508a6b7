import { fold } from '../text/fold.ts';

/** Words that stand in sentences and questions, and in no name that is asked for by a command. */
const SENTENCE_WORDS = new Set(
  (
    'who whom whose what which when where why how that this these those there is are was were be been do does did ' +
    'has have had can could will would should may might must not living lives live said says say saying want wants ' +
    'think thinks mean means and or but if because with without from into than then me my you your we our it its ' +
    'they them their he she his her'
  ).split(' '),
);

const MOST_WORDS = 6;

/** Whether words read like a sentence or a question rather than like a name. */
export function isSentence(words: string): boolean {
  const all = fold(words).split(' ');
  return all.length > MOST_WORDS || all.some((word) => SENTENCE_WORDS.has(word));
}
