/** The Web API of a local Slack: every method that the bot may call, with its arguments, scopes and refusals. */
import { messageErrors, viewErrors } from './check.ts';
import { completeUpload, getUploadUrl, missingFiles } from './files.ts';
import type { Traffic } from './traffic.ts';
import { type Channel, directChannel, type Message, type Team, type World } from './world.ts';

export type Answer = { readonly ok: boolean; readonly [field: string]: unknown };

export type Asked = {
  readonly world: World;
  readonly traffic: Traffic;
  readonly team: Team;
  readonly args: Readonly<Record<string, unknown>>;
  /** This server's own address. */
  readonly base: string;
  /** A time stamp that no other message has. */
  newTs(): string;
  /** Told of every message that is posted. */
  posted(team: Team, message: Message): void;
  /** Told of a token that the app gave back. */
  revoked(team: Team): void;
};

export type Method = {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The scopes of which one is enough; which one may depend on the channel. */
  scope?(asked: Asked): readonly string[];
  handle(asked: Asked): Answer;
};

const EVERY_CALL = ['token', 'team_id'];

export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': { required: [], optional: [], handle: authTest },
  'auth.revoke': { required: [], optional: ['test'], handle: authRevoke },
  'chat.postMessage': {
    required: ['channel'],
    optional: [
      'text',
      'blocks',
      'thread_ts',
      'reply_broadcast',
      'mrkdwn',
      'parse',
      'link_names',
      'unfurl_links',
      'unfurl_media',
      'metadata',
    ],
    scope: () => ['chat:write'],
    handle: postMessage,
  },
  'chat.update': {
    required: ['channel', 'ts'],
    optional: ['text', 'blocks', 'metadata', 'parse', 'link_names', 'reply_broadcast'],
    scope: () => ['chat:write'],
    handle: updateMessage,
  },
  'chat.postEphemeral': {
    required: ['channel', 'user'],
    optional: ['text', 'blocks', 'thread_ts', 'parse', 'link_names'],
    scope: () => ['chat:write'],
    handle: postEphemeral,
  },
  'conversations.info': {
    required: ['channel'],
    optional: ['include_num_members'],
    scope: (asked) => [`${kindScope(asked)}:read`],
    handle: conversationsInfo,
  },
  'conversations.history': {
    required: ['channel'],
    optional: ['cursor', 'include_all_metadata', 'inclusive', 'latest', 'limit', 'oldest'],
    scope: (asked) => [`${kindScope(asked)}:history`],
    handle: conversationsHistory,
  },
  'conversations.replies': {
    required: ['channel', 'ts'],
    optional: ['cursor', 'include_all_metadata', 'inclusive', 'latest', 'limit', 'oldest'],
    scope: (asked) => [`${kindScope(asked)}:history`],
    handle: conversationsReplies,
  },
  'conversations.members': {
    required: ['channel'],
    optional: ['cursor', 'limit'],
    scope: (asked) => [`${kindScope(asked)}:read`],
    handle: conversationsMembers,
  },
  'conversations.open': {
    required: ['users'],
    optional: ['return_im'],
    scope: () => ['im:write'],
    handle: conversationsOpen,
  },
  'files.getUploadURLExternal': {
    required: ['filename', 'length'],
    optional: ['alt_text', 'alt_txt', 'snippet_type'],
    scope: () => ['files:write'],
    handle: getUploadUrl,
  },
  'files.completeUploadExternal': {
    required: ['files'],
    optional: ['channel_id', 'channels', 'initial_comment', 'thread_ts', 'blocks'],
    scope: () => ['files:write'],
    handle: completeUpload,
  },
  'users.info': {
    required: ['user'],
    optional: ['include_locale'],
    scope: () => ['users:read'],
    handle: usersInfo,
  },
  'views.publish': { required: ['user_id', 'view'], optional: ['hash'], handle: viewsPublish },
};

/** Whether the arguments are known and complete: the error, or undefined. */
export function argumentFault(method: Method, args: Readonly<Record<string, unknown>>): string | undefined {
  const known = [...method.required, ...method.optional, ...EVERY_CALL];
  const unknown = Object.keys(args).find((name) => !known.includes(name));
  if (unknown !== undefined) return `unknown argument ${unknown}`;
  const missing = method.required.find((name) => args[name] === undefined || args[name] === '');
  return missing === undefined ? undefined : `missing argument ${missing}`;
}

function authTest({ team, world }: Asked): Answer {
  const made = team.install;
  return {
    ok: true,
    url: `https://${team.id.toLowerCase()}.slack.com/`,
    team: team.name,
    user: 'attache',
    team_id: team.id,
    user_id: made?.botUser,
    bot_id: made?.botId,
    app_id: world.app.id,
    is_enterprise_install: false,
  };
}

/** The token is dead at once, and the app is told so as if somebody had removed it. */
function authRevoke({ args, team, revoked }: Asked): Answer {
  if (flag(args.test)) return { ok: true, revoked: false };
  if (team.install !== undefined) team.install.state = 'revoked';
  revoked(team);
  return { ok: true, revoked: true };
}

function postMessage(asked: Asked): Answer {
  const { args, team } = asked;
  const found = writable(asked);
  if ('error' in found) return no(found.error);
  const wrong = messageErrors(args);
  if (wrong[0] !== undefined) return refusedMessage(wrong);
  if (missingFiles(args.blocks, asked).length > 0) return no('invalid_blocks');
  const metadata = args.metadata as Message['metadata'] | undefined;
  if (
    metadata !== undefined &&
    (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object')
  ) {
    return no('invalid_metadata_format');
  }
  const thread = args.thread_ts;
  if (thread !== undefined && !found.messages.some((message) => message.ts === thread)) {
    return no('thread_not_found');
  }
  checkManners(asked);
  const message: Message = {
    ts: asked.newTs(),
    channel: found.id,
    user: team.install?.botUser ?? '',
    bot_id: team.install?.botId ?? '',
    text: String(args.text ?? ''),
    ...(Array.isArray(args.blocks) && { blocks: args.blocks }),
    ...(typeof thread === 'string' && { thread_ts: thread }),
    ...(metadata !== undefined && { metadata }),
  };
  found.messages.push(message);
  asked.posted(team, message);
  const { metadata: _unsaid, ...shown } = message;
  return { ok: true, channel: found.id, ts: message.ts, message: { type: 'message', ...shown } };
}

function postEphemeral(asked: Asked): Answer {
  const { args, team } = asked;
  const found = writable(asked);
  if ('error' in found) return no(found.error);
  if (!found.members.has(String(args.user))) return no('user_not_in_channel');
  const wrong = messageErrors(args);
  if (wrong[0] !== undefined) return refusedMessage(wrong);
  const message: Message = {
    ts: asked.newTs(),
    channel: found.id,
    user: team.install?.botUser ?? '',
    text: String(args.text ?? ''),
    ...(Array.isArray(args.blocks) && { blocks: args.blocks }),
    onlyFor: String(args.user),
  };
  asked.posted(team, message);
  return { ok: true, message_ts: message.ts };
}

function conversationsInfo(asked: Asked): Answer {
  const found = visible(asked);
  if (found === undefined) return no('channel_not_found');
  return {
    ok: true,
    channel: {
      id: found.id,
      name: found.name,
      is_channel: found.kind === 'public',
      is_group: false,
      is_im: found.kind === 'im',
      is_mpim: found.kind === 'mpim',
      is_private: found.kind !== 'public',
      is_archived: found.archived,
      is_member: found.members.has(asked.team.install?.botUser ?? ''),
    },
  };
}

function updateMessage(asked: Asked): Answer {
  const { args, team } = asked;
  const found = writable(asked);
  if ('error' in found) return no(found.error);
  const message = found.messages.find(({ ts }) => ts === args.ts);
  if (message === undefined) return no('message_not_found');
  if (message.user !== team.install?.botUser) return no('cant_update_message');
  const wrong = messageErrors(args);
  if (wrong[0] !== undefined) return refusedMessage(wrong);
  if (typeof args.text !== 'string' || args.text === '') asked.traffic.fault('a message with no plain text');
  message.text = String(args.text ?? '');
  if (Array.isArray(args.blocks)) message.blocks = args.blocks;
  message.edits = (message.edits ?? 0) + 1;
  return { ok: true, channel: found.id, ts: message.ts, text: message.text };
}

function conversationsHistory(asked: Asked): Answer {
  const { args, team } = asked;
  const found = visible(asked);
  if (found === undefined) return no('channel_not_found');
  if (!found.members.has(team.install?.botUser ?? '')) return no('not_in_channel');
  const limit = Number(args.limit ?? 100);
  if (!(limit >= 1 && limit <= 999)) return no('invalid_limit');
  const oldest = String(args.oldest ?? '0');
  const latest = String(args.latest ?? '9999999999.999999');
  const inclusive = flag(args.inclusive);
  const metadata = flag(args.include_all_metadata);
  const all = found.messages
    // What stands in a thread is no part of the channel's history.
    .filter((message) => message.thread_ts === undefined || message.thread_ts === message.ts)
    .filter(({ ts }) => (inclusive ? ts >= oldest : ts > oldest) && ts <= latest)
    .toSorted((a, b) => (a.ts < b.ts ? 1 : -1));
  const from = Number(args.cursor ?? 0);
  const page = all.slice(from, from + limit).map(({ metadata: event, edits: _, ...message }) => ({
    type: 'message',
    ...message,
    ...(message.blocks && { blocks: message.blocks.map(named) }),
    ...(metadata && event !== undefined && { metadata: event }),
  }));
  const more = from + limit < all.length;
  return {
    ok: true,
    messages: page,
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + limit) : '' },
  };
}

/** The message that a thread hangs from, whatever its time, and what stands in it: the oldest first. */
function conversationsReplies(asked: Asked): Answer {
  const { args, team } = asked;
  const found = visible(asked);
  if (found === undefined) return no('channel_not_found');
  if (!found.members.has(team.install?.botUser ?? '')) return no('not_in_channel');
  const root = found.messages.find((message) => message.ts === args.ts);
  if (root === undefined) return no('thread_not_found');
  const limit = Number(args.limit ?? 100);
  const oldest = String(args.oldest ?? '0');
  const latest = String(args.latest ?? '9999999999.999999');
  const metadata = flag(args.include_all_metadata);
  const replies = found.messages
    .filter((message) => message.thread_ts === root.ts && message.ts !== root.ts)
    .filter((message) => message.ts > oldest && message.ts <= latest);
  const from = Number(args.cursor ?? 0);
  const page = [root, ...replies.slice(from, from + limit)].map(
    ({ metadata: event, edits: _, ...message }) => ({
      type: 'message',
      ...message,
      ...(message.blocks && { blocks: message.blocks.map(named) }),
      ...(metadata && event !== undefined && { metadata: event }),
    }),
  );
  const more = from + limit < replies.length;
  return {
    ok: true,
    messages: page,
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + limit) : '' },
  };
}

/** Slack names each block that was sent without a name. */
function named(block: unknown, at: number): object {
  return { block_id: `b${at}`, ...(block as object) };
}

function conversationsMembers(asked: Asked): Answer {
  const found = visible(asked);
  if (found === undefined) return no('channel_not_found');
  const limit = Number(asked.args.limit ?? 100);
  const from = Number(asked.args.cursor ?? 0);
  const all = [...found.members];
  const more = from + limit < all.length;
  return {
    ok: true,
    members: all.slice(from, from + limit),
    response_metadata: { next_cursor: more ? String(from + limit) : '' },
  };
}

function conversationsOpen({ args, team }: Asked): Answer {
  const user = team.users.get(String(args.users));
  if (user === undefined) return no('user_not_found');
  return { ok: true, channel: { id: directChannel(team, user.id).id } };
}

function usersInfo({ args, team }: Asked): Answer {
  const user = team.users.get(String(args.user));
  if (user === undefined) return no('user_not_found');
  return {
    ok: true,
    user: {
      id: user.id,
      team_id: user.from ?? team.id,
      name: user.name,
      deleted: user.deleted,
      is_admin: user.isAdmin,
      is_owner: user.isOwner,
      is_primary_owner: false,
      is_restricted: user.isRestricted,
      is_ultra_restricted: user.isUltraRestricted,
      is_stranger: false,
      is_bot: user.isBot,
    },
  };
}

function viewsPublish({ args, team, traffic }: Asked): Answer {
  if (!team.users.has(String(args.user_id))) return no('user_not_found');
  const wrong = viewErrors(args.view);
  if (wrong[0] !== undefined) {
    traffic.fault('a view that Slack refuses', wrong);
    return { ok: false, error: 'invalid_arguments', response_metadata: { messages: wrong } };
  }
  team.views.set(String(args.user_id), args.view);
  return { ok: true, view: args.view };
}

/** The channel to post in, or the error. */
function writable(asked: Asked): Channel | { readonly error: string } {
  const { args, team } = asked;
  const id = String(args.channel);
  const bot = team.install?.botUser ?? '';
  const user = team.users.get(id);
  const found = user === undefined ? visible(asked) : directChannel(team, user.id);
  if (found === undefined) return { error: 'channel_not_found' };
  if (!found.members.has(bot) && found.kind !== 'im') {
    return {
      error: asked.team.install?.scopes.has('chat:write.public') ? 'channel_not_found' : 'not_in_channel',
    };
  }
  if (found.archived) return { error: 'is_archived' };
  if (found.restricted) return { error: 'restricted_action' };
  return found;
}

/** What is not public, and the bot is not in, does not exist for it. */
function visible({ args, team }: Asked): Channel | undefined {
  const found = team.channels.get(String(args.channel));
  if (found === undefined) return undefined;
  return found.kind !== 'public' && !found.members.has(team.install?.botUser ?? '') ? undefined : found;
}

function kindScope({ args, team }: Asked): string {
  const kind = team.channels.get(String(args.channel))?.kind;
  if (kind === 'private') return 'groups';
  if (kind === 'mpim') return 'mpim';
  // What it is not in, it is not told the kind of: an id that begins with D is one of direct messages all the same.
  return kind === 'im' || String(args.channel).startsWith('D') ? 'im' : 'channels';
}

/** What Slack allows and this bot must never do. */
function checkManners({ args, traffic }: Asked): void {
  for (const name of ['unfurl_links', 'unfurl_media']) {
    if (args[name] !== undefined && !flag(args[name])) continue;
    traffic.fault(`${name} is not switched off`);
  }
  if (flag(args.link_names)) traffic.fault('link_names makes names into mentions');
  if (typeof args.text !== 'string' || args.text === '') traffic.fault('a message with no plain text');
}

function refusedMessage(wrong: readonly string[]): Answer {
  const error = wrong[0]?.split(':')[0] ?? 'invalid_blocks';
  return { ok: false, error, response_metadata: { messages: wrong.map((line) => `[ERROR] ${line}`) } };
}

export function flag(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1';
}

function no(error: string): Answer {
  return { ok: false, error };
}
