/** What is said of rights and of forgetting: plain, short, calm. */
import type { Place } from '../../../ports/bot.ts';
import type { Act, House, Least, Room } from '../../../ports/rights.ts';
import type { Choice, Text } from '../../../reply/reply.ts';
import { plural } from './wording.ts';

export const rights = {
  /** Somebody who may not: who may. */
  mayNot: (act: Act, house: House, least: Least) =>
    act === 'forget everything' ? WHOLE[house] : `This is not yours to change: ${whoSets(house, least)}`,
  /** Nobody may, in a room like this: where it can be done. */
  noPlace: (act: Act, house: House, room: Room) => {
    if (act === 'forget everything') return WHERE_WHOLE[house];
    if (act === 'forget conversation') return WHERE_CONVERSATION;
    return room === 'uninvited' ? NOT_INVITED : NOT_MINE;
  },
};

const WHOLE: Readonly<Record<House, string>> = {
  slack: 'Only admins and owners of this workspace delete what is kept about it.',
  'slack-admins-only': 'Only admins and owners of this workspace delete what is kept about it.',
  discord: 'Only those who may manage this server delete what is kept about it.',
  playground: 'Only whoever sits at the playground deletes what is kept about it.',
};

const WHERE_WHOLE: Readonly<Record<House, string>> = {
  slack: 'Nothing was deleted: type it in a channel, or in a direct message to me.',
  'slack-admins-only': 'Nothing was deleted: type it in a channel, or in a direct message to me.',
  discord: 'Nothing was deleted: what is kept about a server is deleted from a channel of that server.',
  playground: 'Nothing was deleted: type it in the playground.',
};

const WHERE_CONVERSATION = 'Nothing was deleted: type it in a direct message to me.';
const NOT_MINE =
  'I am not in this conversation, so no digest can be posted here. Type it in a channel, or in a direct message to me.';
const NOT_INVITED =
  'I am not a member of this server, so no digest can be posted here. Add me to this server, then type it again.';

function whoSets(house: House, least: Least): string {
  if (house === 'discord') return 'on Discord, those who may manage a channel set its digest.';
  if (least === 'admin') return 'here only workspace admins set a channel’s digest.';
  return 'on Slack, the members of a channel set its digest, if they belong to this workspace.';
}

const WHERE: Readonly<Record<Place['platform'] | 'direct', string>> = {
  slack: 'this workspace',
  discord: 'this server',
  playground: 'this playground',
  terminal: 'this terminal',
  direct: 'this conversation',
};

export const forget = {
  where: WHERE,
  asks: (where: string) => `This deletes all that is kept about ${where}, for good:`,
  digests: (digests: number, channels: number) => {
    if (digests === 0) return 'No digest is set; what earlier ones have had goes.';
    const what = plural(digests, { one: 'One digest', other: `${digests} digests` });
    return `${what} in ${plural(channels, { one: 'one channel', other: `${channels} channels` })}, and what each has had.`;
  },
  channelsTold: 'Each channel that loses its digest is told, private ones too.',
  installation: 'The app’s installation: I say nothing more in this workspace until it is installed again.',
  conversation: 'The digest of this conversation, if there is one, and what it has had.',
  wholeInstead: (where: string): Text => [
    `What is kept about ${where} as a whole is another matter: for admins, `,
    { code: 'forget everything' },
    '.',
  ],
  confirm: 'Delete it all',
  confirmConversation: 'Delete it',
  openly: (command: string): Text => [
    'What goes is shown to you alone, and confirmed there. Press the button, or type ',
    { code: `/${command} forget` },
    '.',
  ],
  show: { label: 'Show me what goes', says: 'forget' } satisfies Choice as Choice,
  done: (where: string, rows: Readonly<Record<string, number>>) => {
    const counts = Object.entries(rows).map(([kind, count]) => `${kind}: ${count}`);
    return `All that was kept about ${where} is deleted (${counts.join(', ')}).`;
  },
  told: (told: number, all: number) => {
    if (told === all)
      return plural(all, { one: 'The one channel was told.', other: `All ${all} channels were told.` });
    return `${told} of ${all} channels were told; the others could not be.`;
  },
  notRevoked:
    'The platform did not take the app’s token back just now: remove the app in the workspace’s settings to end it.',
  /** Said in each channel that loses its digest. */
  farewell: (platform: Place['platform']) =>
    `${BY[platform]} deleted all that was kept about ${WHERE[platform]}. This channel’s digest has ended.`,
};

const BY: Readonly<Record<Place['platform'], string>> = {
  slack: 'A workspace admin',
  discord: 'Somebody who manages this server',
  playground: 'Somebody here',
  terminal: 'Somebody here',
};
