/** What Slack sends, read once at the edge. Whatever does not have its form is `undefined`: nothing is done about it. */
import { z } from 'zod';

const id = z.string().regex(/^[A-Z][A-Z0-9]{1,30}$/u);
/** Direct messages: no Home tab stands for anything else. */
const own = z.string().regex(/^D[A-Z0-9]{1,30}$/u);
/** Slack takes 40,000 characters, and writes '&' in five. */
const typed = z.string().max(200_000);
/** The workspace of whoever acts. In a grid the organisation's id may stand there, which names no workspace. */
const team = z
  .string()
  .regex(/^T[A-Z0-9]{1,30}$/u)
  .optional()
  .catch(undefined);
const stamp = z.string().regex(/^[0-9]{1,12}\.[0-9]{1,8}$/u);

const command = z.object({
  command: z.string().max(100),
  text: typed.optional(),
  user_id: id,
  channel_id: id,
  channel_name: z.string().optional().catch(undefined),
  team_id: team,
});

const action = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id, team_id: team }),
  actions: z.array(z.unknown()).min(1),
  channel: z.object({ id, name: z.string().optional().catch(undefined) }).optional(),
  container: z
    .object({
      type: z.string(),
      is_ephemeral: z.boolean().optional(),
      message_ts: stamp.optional().catch(undefined),
      thread_ts: stamp.optional(),
    })
    .optional(),
  message: z.object({ thread_ts: stamp.optional() }).optional(),
  view: z.object({ type: z.string(), private_metadata: z.string().optional() }).optional(),
});

const control = z.union([
  z.object({ value: z.string().max(3000) }),
  z
    .object({ selected_option: z.object({ value: z.string().max(3000) }) })
    .transform(({ selected_option }) => selected_option),
]);

const message = z.object({
  user: id,
  text: typed,
  channel: id,
  ts: stamp,
  thread_ts: stamp.optional(),
  // In a shared channel the first is the author's workspace; elsewhere the last is.
  user_team: team,
  source_team: team,
  team,
  // What was forwarded or shared comes as an attachment, with the words in it.
  attachments: z
    .array(
      z
        .object({ is_share: z.literal(true), text: typed })
        .nullable()
        .catch(null),
    )
    .optional()
    .catch(undefined),
});

const home = z.object({ user: id, channel: id.optional(), tab: z.literal('home') });

/** A slash command. `words` is what came after it. */
export type Command = {
  readonly command: string;
  readonly words: string;
  readonly user: string;
  readonly team?: string;
  readonly channel: string;
  readonly channelName?: string;
};

/** A control that was pressed or chosen; `value` is what it carries. */
export type Pressed = {
  readonly value: string;
  readonly user: string;
  readonly team?: string;
  readonly where:
    | { readonly kind: 'home'; readonly channel: string }
    | {
        readonly kind: 'message';
        readonly channel: string;
        readonly channelName?: string;
        /** Only the person sees the message that the control stands on. */
        readonly ephemeral: boolean;
        /** The message's own stamp; what only the asker sees has one too. */
        readonly message?: string;
        readonly thread?: string;
      };
};

/** A message to the bot: a mention in a channel, or a direct message. */
export type Written = {
  readonly user: string;
  readonly team?: string;
  /** Empty where there are no words: a picture, a file, a sticker. */
  readonly text: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
};

export type OpenedHome = { readonly user: string; readonly channel?: string };

export function readCommand(body: unknown): Command | undefined {
  const { data } = command.safeParse(body);
  if (data === undefined) return undefined;
  return {
    command: data.command,
    words: unescaped(data.text ?? ''),
    user: data.user_id,
    channel: data.channel_id,
    ...(data.team_id !== undefined && { team: data.team_id }),
    ...(data.channel_name !== undefined && { channelName: data.channel_name }),
  };
}

export function readPressed(body: unknown): Pressed | undefined {
  const { data } = action.safeParse(body);
  const value = control.safeParse(data?.actions[0]).data?.value;
  if (data === undefined || value === undefined) return undefined;
  const { id: user, team_id } = data.user;
  const who = { user, ...(team_id !== undefined && { team: team_id }) };
  if (data.view?.type === 'home') {
    const channel = own.safeParse(data.view.private_metadata).data ?? user;
    return { value, ...who, where: { kind: 'home', channel } };
  }
  if (data.channel === undefined) return undefined;
  const thread = data.container?.thread_ts ?? data.message?.thread_ts;
  const ephemeral = data.container?.is_ephemeral === true;
  const { id: channel, name } = data.channel;
  return {
    value,
    ...who,
    where: {
      kind: 'message',
      channel,
      ephemeral,
      ...(name !== undefined && { channelName: name }),
      ...(data.container?.message_ts !== undefined && { message: data.container.message_ts }),
      ...(thread !== undefined && { thread }),
    },
  };
}

/** A person's own, new message; undefined for edits, joins, deletions and bots. Forwarded words are theirs too. */
export function readWritten(event: unknown): Written | undefined {
  const { data } = message.safeParse(event);
  if (data === undefined || !isFromPerson(event)) return undefined;
  const { thread_ts, user, channel, ts } = data;
  const team = data.user_team ?? data.source_team ?? data.team;
  return {
    user,
    text: unescaped(data.text.trim() || forwardedIn(data.attachments)),
    channel,
    ts,
    ...(team !== undefined && { team }),
    ...(thread_ts !== undefined && { thread: thread_ts }),
  };
}

export function readOpenedHome(event: unknown): OpenedHome | undefined {
  const { data } = home.safeParse(event);
  if (data === undefined) return undefined;
  return { user: data.user, ...(data.channel !== undefined && { channel: data.channel }) };
}

/** The event's id and time (epoch ms), the workspace that it is about, and our own user there. */
export type EventEnvelope = {
  readonly id: string;
  readonly at: number;
  readonly workspace: string;
  readonly bot?: string;
};

export function readEnvelope(body: unknown): EventEnvelope | undefined {
  const envelope = z.object({
    event_id: z.string().min(1).max(100),
    event_time: z.number().int().nonnegative(),
    team_id: id,
    authorizations: z
      .array(z.object({ user_id: id.optional().catch(undefined) }))
      .optional()
      .catch(undefined),
  });
  const { data } = envelope.safeParse(body);
  if (data === undefined) return undefined;
  const bot = data.authorizations?.[0]?.user_id;
  return {
    id: data.event_id,
    at: data.event_time * 1000,
    workspace: data.team_id,
    ...(bot !== undefined && { bot }),
  };
}

/** The ids of a channel that got another, as docs.slack.dev/reference/events/channel_id_changed has them. */
export function readMoved(event: unknown): { readonly from: string; readonly to: string } | undefined {
  const { data } = z.object({ old_channel_id: id, new_channel_id: id }).safeParse(event);
  return data === undefined ? undefined : { from: data.old_channel_id, to: data.new_channel_id };
}

/** Whether the bot's own token went: a person's token that went means nothing to us. */
export function revokesBot(event: unknown): boolean {
  const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).min(1) }) });
  return revoked.safeParse(event).success;
}

/** The words of a mention without the mention of us; others' mentions stay. */
export function withoutMention(text: string, botUser: string): string {
  return text.replaceAll(new RegExp(`<@${botUser}(?:\\|[^>]*)?>`, 'gu'), ' ').trim();
}

function isFromPerson(event: unknown): boolean {
  const { subtype, bot_id, edited, hidden } = event as Record<string, unknown>;
  const isNew = [bot_id, edited, hidden].every((sign) => sign === undefined || sign === null);
  return isNew && (subtype === undefined || subtype === null || SPOKEN.has(subtype));
}

/** The subtypes of what a person says (docs.slack.dev/reference/events/message); all others are something that happened. */
const SPOKEN = new Set<unknown>(['file_share', 'me_message', 'thread_broadcast']);

function forwardedIn(attachments: readonly ({ readonly text: string } | null)[] = []): string {
  return attachments.flatMap((one) => (one === null ? [] : [one.text])).join('\n');
}

/** Slack escapes these three, and no more (docs.slack.dev/messaging/formatting-message-text). */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
