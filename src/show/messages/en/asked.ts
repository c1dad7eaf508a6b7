import { counted } from './wording.ts';

/** What `npm run asked` prints. */
export const asked = {
  usage: 'Usage: npm run asked [-- BRIEFING]',
  nothing: 'Nothing has been asked yet.',
  off: 'Nothing is counted while KEEP_ASKED is off.',
  said: 'Said of answers, in people’s own words',
  flagged: 'Flagged',
  declined: 'Asked, and not in the briefing',
  answered: 'Asked and answered',
  opened: 'What came next',
  saidLine: (said: string, words: string, person: string) =>
    `       ${said}${words === '' ? '' : `  (about: ${words})`}  [${person}]`,
  more: (left: number) => `       and ${counted(left, { one: 'line', other: 'lines' })} more`,
};
