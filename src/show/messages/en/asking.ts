import type { Text } from '../../../reply/reply.ts';
import { list } from './wording.ts';

/** The fixed words that stand around what answers a question. */
export const asking = {
  /** Before the answer to a question of yes or no: the source speaks, not the bot. */
  says: 'What the source says:',
  also: 'Also:',
  /** Before what stands near a question without answering it. */
  nearest: 'Nearest in the briefing, but not an answer:',
  nearToo: 'Near it too:',
  empty: 'Ask in plain words, such as one of these.',

  notThere: 'The briefing does not say that.',
  notSo: 'The question takes something for granted that the briefing does not say.',
  elsewhere: 'That is not part of this briefing.',

  unknownName: (typed: string): Text => ['The briefing does not speak of ', typed, '.'],
  notByThem: (name: string): Text => ['The briefing has nothing that ', name, ' says about that.'],
  noWordsOf: (name: string): Text => ['The briefing has no words of ', name, '.'],
  unsaid: (what: string): Text => ['The briefing does not say ', what, '.'],
  notOf: (typed: string): Text => ['The briefing does not say that: it has nothing on ', typed, '.'],
  spokeAbout: (name: string): Text => ['What the briefing has from ', name, ':'],
  notUnderstood: (words: readonly string[]): Text => ['I did not understand ', list(words), '.'],

  /** A word as it was typed, marked as somebody else's. */
  echoed: (word: string) => `‘${word}’`,
};
