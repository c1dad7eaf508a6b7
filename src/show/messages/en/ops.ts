import type { Choice } from '../../../reply/reply.ts';
import { plural } from './wording.ts';

const NAMES = { slack: 'Slack', discord: 'Discord', playground: 'The playground' } as const;
type Platform = keyof typeof NAMES;
type Says = { readonly says: string; readonly mend: string };

/** What whoever runs the bot hears in OPS_CHANNEL: what concerns many, once when it begins and once when it is over. */
export const ops = {
  heading: 'For whoever runs this bot',
  overHeading: 'Over',
  over: (what: string, length: string) => `This is over, after ${length}: ${what}`,
  away: (platform: Platform, length: string, why: string): Says => ({
    says: `${NAMES[platform]} has not been answering for ${length}. ${why}`,
    mend: 'Look whether its status page says so, then at this machine’s network and proxy. Digests wait, and go out by themselves while their grace lasts.',
  }),
  refused: (platform: Platform, why: string): Says => ({
    says: `${NAMES[platform]} refuses this bot: ${why}`,
    mend: 'Mend the token or the setting that this names, and start the bot again. No digest leaves on that platform until then.',
  }),
  stuck: (platform: Platform): Says => ({
    says: `${NAMES[platform]} does not come back by itself.`,
    mend: 'Start the bot again; its supervisor should have.',
  }),
  store: (why: string): Says => ({
    says: `The store fails: ${why}`,
    mend: 'Look at the disk or the database that it names. What is due goes out once the store can be written, while its grace lasts.',
  }),
  overdue: (platform: Platform, count: number): Says => ({
    says: plural(count, {
      one: `One digest on ${NAMES[platform]} has been due for longer than it should take.`,
      other: `${count} digests on ${NAMES[platform]} are due, the first for longer than it should take.`,
    }),
    mend: 'Look into the log for what delays them. They are tried again by themselves while their grace lasts.',
  }),
  many: (platform: Platform, count: number): Says => ({
    says: plural(count, {
      one: `${NAMES[platform]} refused the digest of one channel since yesterday.`,
      other: `${NAMES[platform]} refused the digests of ${count} channels since yesterday.`,
    }),
    mend: 'So many at once have one cause: a permission or scope that the bot lost, or a change of the platform’s. doctor, typed in one of them, names it.',
  }),
  earlier: 'trouble that was told of here before the bot was started again.',
  noWorkspace: 'Its workspace is not known yet.',
  digestOf: (about: string) => `A digest that the settings set, in ${about}:`,
  hereNow:
    'This is the operators’ channel: what concerns many is told here, once, and once more when it is over.',
  nothingNow: 'Nothing of that kind is so just now.',
  buttons: [{ label: 'What hinders it?', says: 'doctor' }] as readonly Choice[],
};
