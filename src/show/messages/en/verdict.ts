import type { Text } from '../../../reply/reply.ts';
import { choice, list } from './wording.ts';

/** Yes and no, in fixed words; what stands in them is the item's own or the asker's, letter by letter. */
export const verdict = {
  yes: 'Yes.',
  notTheWords: 'Those are not the words.',
  so: 'No: the source says that it is so.',
  notSo: 'No: the source says that it is not so.',
  /** The source says it, but not that it is the only one. */
  notOnly: 'In part: the source says so, but not ‘only’.',
  /** The words stand in the briefing, and are nobody's own. */
  notQuoted: 'In part: the source reports it in other words and quotes nobody so.',

  unnamed: 'The source does not name them.',
  /** Neither yes nor no: words of the question that are not in what is shown; none where it is said otherwise. */
  unsaid: (words: readonly string[]): Text =>
    words.length === 0
      ? ['Not in so many words. The source says:']
      : ['Not in so many words: nothing here says ', choice(words), '. The source says:'],

  /** 'No: five, not nine.' */
  rather: (is: string, said: string): Text => ['No: ', is, ', not ', said, '.'],
  /** 'Not Hosaka Yuji: Grant Newsham.' */
  notBy: (said: string, is: readonly string[]): Text => ['Not ', said, ': ', list(is), '.'],
  /** 'No: Shinzo Abe is given as Prime Minister of Japan, not as president.' */
  givenAs: (name: string, role: string, said: string): Text => [
    'No: ',
    name,
    ' is given as ',
    role,
    ', not as ',
    said,
    '.',
  ],
  notAccordingTo: (name: string): Text => ['Not according to ', name, '.'],
  /** 'No: “may”, not “will”.' */
  ratherWord: (is: string, said: string): Text => ['No: “', is, '”, not “', said, '”.'],
  /** Of words in a quotation. */
  putIn: (said: string): Text => [' “', said, '” is not among them.'],
  leftOut: (is: string): Text => [' “', is, '” is left out.'],
  replaced: (said: string, is: string): Text => [' Not “', said, '”: “', is, '”.'],
};
