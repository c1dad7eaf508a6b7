/**
 * What every answer of Slack's means, in one table: by its own error code (docs.slack.dev/reference/methods, the
 * errors of chat.postMessage, conversations.history and auth.test), else by the HTTP status. A code that does not stand
 * here concerns the one message alone and is tried again.
 */
import type { Answer, Concern } from '../../ports/answer.ts';
import type { Hindrance } from '../../ports/courier.ts';
import { refusals } from '../../show/messages/en/refusals.ts';

/** Names the sentences that tell of it (refusals.ts of the catalogue). */
export type Mend = keyof typeof refusals.slack;
export type Meaning = Answer<Mend>;

/** Where a limit is told without its time. */
const LIMIT_MS = 30_000;
/** A workspace that is being moved, or that a person has to open again. */
const WORKSPACE_MS = 120_000;
/** A message that is refused for what it is goes out only once the bot is another. */
const HOPELESS_MS = 1_800_000;
/** An address that Slack's network turns away is left alone for as long as Cloudflare's bans last. */
const BAN_MS = 600_000;

const UNKNOWN: Meaning = { concerns: 'message', follows: 'again', mend: 'refused' };
export const NO_ANSWER: Meaning = { concerns: 'platform', follows: 'look', mend: 'unreachable' };
export const NEVER_ARRIVED: Meaning = {
  concerns: 'platform',
  follows: 'pause',
  mend: 'unreachable',
};
const NOT_SLACK: Meaning = { ...NEVER_ARRIVED, mend: 'notSlack' };

/** An answer without a code of Slack's. */
export function meaningOfStatus(status: number, afterMs?: number): Meaning {
  if (status === 429 || status === 403) return { ...NOT_SLACK, afterMs: afterMs ?? BAN_MS };
  if (status >= 500 || status === 408 || status < 300) return NO_ANSWER;
  return afterMs === undefined ? NOT_SLACK : { ...NOT_SLACK, afterMs };
}

/** Slack's own 429, or its code in a 200. */
export function meaningOfLimit(afterMs: number | undefined): Meaning {
  return { concerns: 'workspace', follows: 'pause', afterMs: afterMs ?? LIMIT_MS, mend: 'limited' };
}

export function meaningOfCode(code: string): Meaning {
  return Object.hasOwn(CODES, code) ? (CODES[code] ?? UNKNOWN) : UNKNOWN;
}

/** The meaning in words for people. */
export function hindranceOf(
  { mend }: Meaning,
  { bot, code, needed }: { readonly bot: string; readonly code: string; readonly needed?: string },
): Hindrance {
  const found = refusals.slack[mend];
  const named = { bot, answer: code, ...(needed === undefined ? {} : { scope: needed }) };
  return typeof found === 'function' ? found(named) : found;
}

const gone = (mend: Mend, concerns: Concern = 'channel'): Meaning => ({ concerns, follows: 'gone', mend });
const TOKEN: Meaning = gone('tokenRevoked', 'workspace');
const PLAINER: Meaning = { concerns: 'message', follows: 'plainer', mend: 'refused' };
const HOPELESS: Meaning = { concerns: 'message', follows: 'again', afterMs: HOPELESS_MS, mend: 'refused' };
const workspacePauses = (mend: Mend): Meaning => ({
  concerns: 'workspace',
  follows: 'pause',
  afterMs: WORKSPACE_MS,
  mend,
});

const CODES: Readonly<Record<string, Meaning>> = {
  // The channel, or the app's standing in it.
  channel_not_found: gone('channelNotFound'),
  not_in_channel: gone('notAMember'),
  is_archived: gone('archived'),
  is_inactive: gone('archived'),
  restricted_action: gone('restricted'),
  restricted_action_read_only_channel: gone('restricted'),
  restricted_action_thread_only_channel: gone('threadsOnly'),
  restricted_action_non_threadable_channel: gone('restricted'),
  restricted_action_thread_locked: gone('restricted'),
  posting_to_general_channel_denied: gone('generalDenied'),
  channel_is_limited_access: gone('limitedAccess'),
  channel_type_not_supported: gone('restricted'),
  method_not_supported_for_channel_type: gone('restricted'),
  no_permission: gone('restricted'),
  access_denied: gone('restricted'),
  user_not_found: gone('personGone'),
  users_not_found: gone('personGone'),
  user_not_visible: gone('personGone'),
  user_disabled: gone('personGone'),
  user_is_bot: gone('personGone'),
  cannot_dm_bot: gone('personGone'),
  cannot_dm_self: gone('personGone'),
  messages_tab_disabled: gone('messagesTabOff', 'workspace'),

  // The workspace, or the app's place in it.
  token_revoked: TOKEN,
  token_expired: TOKEN,
  account_inactive: TOKEN,
  invalid_auth: TOKEN,
  not_authed: TOKEN,
  not_allowed_token_type: TOKEN,
  team_disabled: TOKEN,
  team_not_found: TOKEN,
  team_access_not_granted: TOKEN,
  user_removed_from_team: TOKEN,
  app_uninstalled: TOKEN,
  is_bot: TOKEN,
  // A refresh of a rotated token that Slack refuses (oauth.v2.access).
  invalid_refresh_token: TOKEN,
  invalid_client_id: TOKEN,
  bad_client_secret: TOKEN,
  missing_scope: gone('missingScope', 'workspace'),
  enterprise_is_restricted: gone('enterprise', 'workspace'),
  ekm_access_denied: gone('keysRevoked', 'workspace'),
  team_added_to_org: workspacePauses('workspaceMoving'),
  org_login_required: workspacePauses('signInNeeded'),
  two_factor_setup_required: workspacePauses('signInNeeded'),
  message_limit_exceeded: workspacePauses('messageFull'),
  ratelimited: meaningOfLimit(undefined),
  rate_limited: meaningOfLimit(undefined),

  // Slack as a whole.
  service_unavailable: NEVER_ARRIVED,
  accesslimited: { ...NOT_SLACK, afterMs: BAN_MS },
  internal_error: NO_ANSWER,
  fatal_error: NO_ANSWER,
  service_timeout: NO_ANSWER,

  // This message at this moment.
  request_timeout: UNKNOWN,
  external_channel_migrating: {
    concerns: 'channel',
    follows: 'again',
    afterMs: WORKSPACE_MS,
    mend: 'migrating',
  },
  invalid_blocks: PLAINER,
  invalid_blocks_format: PLAINER,
  invalid_attachments: PLAINER,
  msg_blocks_too_long: PLAINER,
  markdown_text_conflict: PLAINER,
  msg_too_long: HOPELESS,
  no_text: HOPELESS,
  too_many_attachments: HOPELESS,
  too_many_contact_cards: HOPELESS,
  attachment_payload_limit_exceeded: HOPELESS,
  cannot_reply_to_message: HOPELESS,
  as_user_not_supported: HOPELESS,
  invalid_metadata_format: HOPELESS,
  invalid_metadata_schema: HOPELESS,
  metadata_must_be_sent_from_app: HOPELESS,
  metadata_too_large: HOPELESS,
  slack_connect_blocked_file_type: HOPELESS,
  slack_connect_canvas_sharing_blocked: HOPELESS,
  slack_connect_file_link_sharing_blocked: HOPELESS,
  slack_connect_lists_sharing_blocked: HOPELESS,
  deprecated_endpoint: HOPELESS,
  method_deprecated: HOPELESS,
  unknown_method: HOPELESS,
  invalid_arg_name: HOPELESS,
  invalid_arguments: HOPELESS,
  invalid_array_arg: HOPELESS,
  invalid_charset: HOPELESS,
  invalid_form_data: HOPELESS,
  invalid_post_type: HOPELESS,
  missing_post_type: HOPELESS,
};
