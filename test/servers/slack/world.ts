/** What a local Slack knows: workspaces, people, channels, files, and the app's installation in each. */
import type { Upload } from './files.ts';

export type User = {
  readonly id: string;
  readonly name: string;
  isAdmin: boolean;
  isOwner: boolean;
  /** A guest of several channels, or of one alone. */
  isRestricted: boolean;
  isUltraRestricted: boolean;
  isBot: boolean;
  deleted: boolean;
  /** The workspace of somebody who is here by a shared channel alone. */
  readonly from?: string;
};

export type Message = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly bot_id?: string;
  text: string;
  blocks?: readonly unknown[];
  readonly thread_ts?: string;
  readonly metadata?: { readonly event_type: string; readonly event_payload: Record<string, unknown> };
  /** Only this person sees it. */
  readonly onlyFor?: string;
  /** How often it was changed. */
  edits?: number;
};

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'mpim' | 'im';
  readonly members: Set<string>;
  /** Whose direct messages with the bot these are. */
  readonly user?: string;
  archived: boolean;
  /** Only admins may post. */
  restricted: boolean;
  readonly messages: Message[];
};

export type Install = {
  readonly botToken: string;
  readonly botUser: string;
  readonly botId: string;
  readonly scopes: Set<string>;
  state: 'active' | 'revoked' | 'uninstalled' | 'expired';
  /** Where tokens are rotated: what another is had for. */
  readonly refreshToken?: string;
};

export type Team = {
  readonly id: string;
  readonly name: string;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly views: Map<string, unknown>;
  install?: Install;
};

export type World = {
  readonly app: {
    readonly id: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly appToken: string;
    readonly signingSecret: string;
  };
  readonly teams: Map<string, Team>;
  readonly files: Map<string, Upload>;
};

/** The scopes that the manifest asks for; a test takes some away. */
export const ALL_SCOPES = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'channels:read',
  'groups:read',
  'im:read',
  'channels:history',
  'groups:history',
  'users:read',
  'files:write',
] as const;

export const HOME_TEAM = 'T0000HOME';

/** One workspace with the app in it: `#general` with the bot, `#random` without, a private one with it. */
export function newWorld(): World {
  const world: World = {
    app: {
      id: 'A0000APP1',
      clientId: '1111.2222',
      clientSecret: 'client-secret-of-the-local-slack',
      appToken: 'xapp-1-A0000APP1-1-local',
      signingSecret: 'signing-secret-of-the-local-slack',
    },
    teams: new Map(),
    files: new Map(),
  };
  const team = addTeam(world, HOME_TEAM, 'Home');
  install(team);
  return world;
}

export function addTeam(world: World, id: string, name: string): Team {
  const team: Team = { id, name, users: new Map(), channels: new Map(), views: new Map() };
  const mark = id.slice(1);
  addUser(team, `U${mark}ANN`, { isAdmin: true });
  addUser(team, `U${mark}BEN`);
  addUser(team, `U${mark}OTHERBOT`, { isBot: true });
  const everybody = [...team.users.keys()];
  addChannel(team, `C${mark}GENERAL`, 'general', { members: everybody });
  addChannel(team, `C${mark}RANDOM`, 'random', { members: everybody });
  addChannel(team, `G${mark}PRIVATE`, 'private', { kind: 'private', members: everybody });
  addChannel(team, `G${mark}SECRET`, 'secret', { kind: 'private', members: everybody });
  world.teams.set(id, team);
  return team;
}

export function addUser(team: Team, id: string, extra: Partial<User> = {}): User {
  const user: User = {
    id,
    name: id.toLowerCase(),
    isAdmin: false,
    isOwner: false,
    isRestricted: false,
    isUltraRestricted: false,
    isBot: false,
    deleted: false,
    ...extra,
  };
  team.users.set(id, user);
  return user;
}

export function addChannel(
  team: Team,
  id: string,
  name: string,
  extra: { kind?: Channel['kind']; members?: Iterable<string>; user?: string } = {},
): Channel {
  const channel: Channel = {
    id,
    name,
    kind: extra.kind ?? 'public',
    members: new Set(extra.members ?? []),
    ...(extra.user !== undefined && { user: extra.user }),
    archived: false,
    restricted: false,
    messages: [],
  };
  team.channels.set(id, channel);
  return channel;
}

/** Puts the app into the workspace, and its bot into `#general` and the private channel. */
export function install(team: Team, scopes: Iterable<string> = ALL_SCOPES): Install {
  const mark = team.id.slice(1);
  const made: Install = {
    botToken: `xoxb-${team.id}-${crypto.randomUUID()}`,
    botUser: `U${mark}BOT`,
    botId: `B${mark}BOT`,
    scopes: new Set(scopes),
    state: 'active',
  };
  addUser(team, made.botUser, { isBot: true });
  team.install = made;
  for (const name of ['GENERAL', 'PRIVATE']) {
    for (const channel of team.channels.values()) {
      if (channel.id.endsWith(name)) channel.members.add(made.botUser);
    }
  }
  return made;
}

/** The person's direct messages with the bot; made when first needed. */
export function directChannel(team: Team, user: string): Channel {
  const id = `D${user.slice(1)}`;
  const members = [user, ...(team.install ? [team.install.botUser] : [])];
  return team.channels.get(id) ?? addChannel(team, id, '', { kind: 'im', members, user });
}

export function teamOfToken(world: World, token: string): Team | undefined {
  return [...world.teams.values()].find((team) => team.install?.botToken === token);
}
