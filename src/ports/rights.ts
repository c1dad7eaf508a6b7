/**
 * Who may do what, and where: the one table that everything asks which permits or refuses, and that docs/rights.md is
 * made from. The platforms say in what kind of room somebody asks and what they are there; no other file decides.
 */

/** What somebody is where they ask, from the least on; each may all that those before it may. */
export const RANKS = ['outsider', 'guest', 'member', 'manager', 'admin'] as const;
export type Rank = (typeof RANKS)[number];

/** The least rank that may; 'nobody' where nothing of the kind can be done at all. */
export type Least = Rank | 'nobody';

export type Room =
  | 'public'
  | 'private'
  | 'thread'
  /** A message among several people. */
  | 'group'
  /** The person's own direct messages with the bot. */
  | 'own'
  /** The Home tab, which one person sees. */
  | 'home'
  /** The direct messages of two other people, where a command can be typed and the bot is not. */
  | 'others'
  /** A server that the bot is not in: a person brought it along. */
  | 'uninvited';

/** A platform, with the setting that changes what one may on it. */
export type House = 'slack' | 'slack-admins-only' | 'discord' | 'playground';

export const ACTS = [
  /** Questions and views, turning their pages, sharing an answer, flagging it. */
  'ask',
  'digest',
  'status',
  /** Shows what there is to stop, with the buttons that do. */
  'stop',
  'doctor',
  'digest now',
  'subscribe',
  'skip',
  'pause',
  'resume',
  'unsubscribe',
  'forget conversation',
  'forget everything',
] as const;
export type Act = (typeof ACTS)[number];

/** The rooms that each platform has. */
export const ROOMS: Readonly<Record<House, readonly Room[]>> = {
  slack: ['public', 'private', 'thread', 'group', 'own', 'home', 'others'],
  'slack-admins-only': ['public', 'private', 'thread', 'group', 'own', 'home', 'others'],
  discord: ['public', 'private', 'thread', 'own', 'group', 'others', 'uninvited'],
  playground: ['public'],
};

/** A room that is not named has 'nobody'. */
type Row = Readonly<Partial<Record<Room, Least>>>;

const everywhere = (least: Least): Row => ({
  ...onSlack(least),
  own: least,
  home: least,
  others: least,
  uninvited: least,
});
/** Slack tells these four apart only now and then, and Discord the first three: what may be done in them is the same. */
const onSlack = (least: Least): Row => ({ ...onDiscord(least), group: least });
const onDiscord = (least: Least): Row => ({ public: least, private: least, thread: least });

/** Nothing here changes anything, and nothing is shown that is not about the room itself. */
const LOOKING = {
  ask: everywhere('outsider'),
  digest: everywhere('outsider'),
  status: everywhere('outsider'),
  stop: everywhere('outsider'),
  doctor: everywhere('outsider'),
} satisfies Partial<Record<Act, Row>>;

const setting = (row: Row) => ({
  'digest now': row,
  subscribe: row,
  skip: row,
  pause: row,
  resume: row,
  unsubscribe: row,
});

const SLACK = {
  ...LOOKING,
  // Guests too: a rule that keeps them out would need a scope that an installation may lack.
  ...setting({ ...onSlack('guest'), own: 'guest', home: 'guest' }),
  'forget conversation': { own: 'outsider', home: 'outsider' },
  'forget everything': { ...onSlack('admin'), own: 'admin', home: 'admin' },
} satisfies Record<Act, Row>;

const TABLE: Readonly<Record<House, Readonly<Record<Act, Row>>>> = {
  slack: SLACK,
  'slack-admins-only': { ...SLACK, ...setting({ ...onSlack('admin'), own: 'guest', home: 'guest' }) },
  discord: {
    ...LOOKING,
    ...setting({ ...onDiscord('manager'), own: 'member' }),
    'forget conversation': { own: 'outsider' },
    // A direct message belongs to no server, so nobody can speak for one there.
    'forget everything': onDiscord('admin'),
  },
  playground: {
    ...LOOKING,
    ...setting({ public: 'member' }),
    'forget conversation': {},
    'forget everything': { public: 'member' },
  },
};

export type Verdict = { readonly kind: 'may' } | { readonly kind: 'may-not'; readonly least: Least };

/** Pure: whether somebody of a rank may do it in a room, and if not, what rank it takes there. */
export function right(act: Act, house: House, { room, rank }: Standing): Verdict {
  const least = TABLE[house][act][room] ?? 'nobody';
  const may = least !== 'nobody' && RANKS.indexOf(rank) >= RANKS.indexOf(least);
  return may ? { kind: 'may' } : { kind: 'may-not', least };
}

/** In what kind of room somebody asks, and what they are there. */
export type Standing = { readonly room: Room; readonly rank: Rank };

/** Whether it may be done by whoever can ask for it, wherever that is: then nothing has to be found out. */
export function isForAnybody(act: Act, house: House): boolean {
  return ROOMS[house].every((room) => right(act, house, { room, rank: 'outsider' }).kind === 'may');
}

/** What a platform says when it is asked, or why it cannot be known, each one sentence. */
export type Learned<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'unknown'; readonly says: string; readonly mend: string };

export function known<T>(value: T): Learned<T> {
  return { kind: 'known', value };
}
