import { time } from './time.ts';
import { plural } from './wording.ts';

const STATES = {
  announced: 'announced',
  agreed: 'agreed',
  signed: 'signed',
  'in-force': 'in force',
  off: 'off',
} as const;

/** What is said of items in time: what came, what changed, what was put right. */
export const story = {
  corrected: 'Corrected',
  replaced: 'Since then',
  corrects: (why: string) => ` (a correction: ${why.replace(/\.$/u, '')})`,
  notWorded: 'not worded yet',
  state: 'State',
  stateOf: (state: keyof typeof STATES) => STATES[state],
  newHeading: 'What is new',
  revised: (number: number, date: string) => `Revision ${number} of ${time.day(date)}.`,
  nothingNew: 'Nothing is new: the briefing has not been revised since it was first released.',
  nothingSinceEdition: 'Nothing has changed since the last edition in this channel.',
  sinceEdition: 'Since the last edition in this channel.',
  nothingSince: (date: string) => `Nothing has changed since ${time.day(date)}.`,
  removed: (count: number) =>
    `${plural(count, { one: 'One item was', other: `${count} items were` })} taken out.`,
  kinds: { added: 'New', changed: 'Changed', superseded: 'Replaced', corrected: 'Corrected' },
  corrections: 'Corrections',
  /** Over what is put right under a message. */
  correctionOf: (count: number) => plural(count, { one: 'A correction', other: `${count} corrections` }),
  correction: {
    deleted: 'The message that it belongs to was deleted.',
    itemGone: 'The briefing no longer has what it puts right.',
    notReached: 'No program of this bot speaks for that platform.',
  },
  noCorrections: 'Nothing in this briefing has been corrected.',
  saidBefore: 'Said before',
  right: 'Right is',
  why: 'Why',
  briefings: 'Briefings',
  whichBriefing: 'Which briefing do you mean?',
  howToReach:
    'In a mention or a direct message, put the command or the title before your question to ask another briefing.',
} as const;
