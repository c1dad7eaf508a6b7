import { ACTS, type Act, type House, RANKS, type Rank, ROOMS, type Room, right } from '../ports/rights.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** `npm run -s rights`: prints docs/rights.md, made from the one table that the bot asks. */
export const rights: Verb = async (args) => {
  if (args.length > 0) {
    inform('rights takes nothing.');
    return 2;
  }
  print(rightsPage());
  return 0;
};

/** The page, with no line break at its end. */
export function rightsPage(): string {
  const houses = (Object.keys(ROOMS) as House[]).map((house) => `## ${HOUSES[house]}\n\n${tableOf(house)}`);
  return [INTRODUCTION, ...houses, NOTES].join('\n\n');
}

const INTRODUCTION = `# Who may do what

This page is made from the table in \`src/ports/rights.ts\`, which everything asks that permits or refuses: commands,
buttons, mentions, direct messages, the Home tab. \`npm run -s rights > docs/rights.md\` makes it anew.

Whoever is named may, and so may everybody above them: an outsider is below a guest, a guest below a member, a member
below whoever manages a channel, and an admin above all. A dash: it cannot be done there by anybody.`;

const HOUSES: Readonly<Record<House, string>> = {
  slack: 'Slack',
  'slack-admins-only': 'Slack with SLACK_DIGEST_ADMINS_ONLY=on',
  discord: 'Discord',
  playground: 'The playground',
};

/** Each act as it is typed. */
const TYPED: Readonly<Record<Act, string>> = {
  ask: 'questions and views, sharing an answer, flagging it',
  digest: '`digest`',
  status: '`status`',
  stop: '`stop` (shows what there is to stop)',
  doctor: '`doctor`',
  'digest now': '`digest now`',
  subscribe: '`subscribe`',
  skip: '`skip`',
  pause: '`pause`',
  resume: '`resume`',
  unsubscribe: '`unsubscribe`',
  'forget conversation': '`forget`, of the conversation',
  'forget everything': '`forget`, of everything',
};

const PLACES: Readonly<Record<Room, string>> = {
  public: 'public channel',
  private: 'private channel',
  thread: 'thread',
  group: 'group message',
  own: 'own direct messages with the bot',
  home: 'Home tab',
  others: 'direct messages of two others',
  uninvited: 'server without the bot',
};

const WHO: Readonly<Record<House, Readonly<Partial<Record<Rank, string>>>>> = {
  slack: { outsider: 'anybody', guest: 'members and guests', admin: 'workspace admins and owners' },
  'slack-admins-only': {
    outsider: 'anybody',
    guest: 'members and guests',
    admin: 'workspace admins and owners',
  },
  discord: { outsider: 'anybody', member: 'the person', manager: 'Manage Channels', admin: 'Manage Server' },
  playground: { outsider: 'anybody', member: 'whoever sits at it' },
};

function tableOf(house: House): string {
  const rooms = ROOMS[house];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = ACTS.map((act) => line([TYPED[act], ...rooms.map((room) => cell(act, house, room))]));
  return [
    line(['', ...rooms.map((room) => PLACES[room])]),
    line(['', ...rooms].map(() => '---')),
    ...rows,
  ].join('\n');
}

function cell(act: Act, house: House, room: Room): string {
  const least = RANKS.find((rank) => right(act, house, { room, rank }).kind === 'may');
  return least === undefined ? '–' : (WHO[house][least] ?? least);
}

const NOTES = `## Notes

- An **outsider** on Slack is somebody of another workspace, in a channel that two workspaces share; being an admin
  there counts for nothing here. A **guest** is one of several channels or of one.
- On Slack the bot asks who somebody is only where the table needs it, by \`users.info\` and \`auth.test\`. Without the scope
  \`users:read\`, or while Slack does not answer, nobody is an admin, and the answer says why.
- On Discord Manage Server counts by somebody's roles alone, or for the server's owner: a channel's own permissions
  cannot give it. Whoever has Manage Server may all that Manage Channels may.
- **Taking back** what was shared is for whoever shared it, and for nobody else.
- **Deleting everything** is shown first, to the asker alone: how many digests in how many channels, and the
  installation. What confirms it is good for that person and that very deletion. Then each channel that loses its digest
  is told, an installation's token is given back, and all is deleted. By a mention it is neither shown nor confirmed.
- **Deleting a conversation** takes the digest in those direct messages and what it has had, and nothing else.`;
