/** What Slack and the network may say to a call, sorted by what it means. */
import { RespondError, webApi } from '@slack/bolt';
import type { Handed, Hindrance } from '../../ports/courier.ts';
import * as say from './sentences.ts';

export type Refusal =
  /** Slack says no, by one of its error codes (docs.slack.dev/reference/methods/chat.postMessage). */
  | { readonly kind: 'error'; readonly error: string; readonly needed?: string }
  | { readonly kind: 'rate-limited'; readonly afterMs: number }
  /** The request never left. */
  | { readonly kind: 'unsent'; readonly why: string }
  /** It may have been done: the answer is late, broken or missing. */
  | { readonly kind: 'unclear'; readonly why: string };

const RETRY_AFTER_MS = 30_000;
const RESPOND_AGAIN_MS = 1000;
const NEVER_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];
/** Slack's codes that leave open whether it was done. */
const UNCLEAR = ['internal_error', 'fatal_error', 'service_timeout'];
const LATER = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];
const AGAIN = ['service_unavailable', 'request_timeout', 'team_added_to_org', 'org_login_required'];
const TOKEN = [
  'token_revoked',
  'token_expired',
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'team_disabled',
  'team_access_not_granted',
  'user_removed_from_team',
  'app_uninstalled',
];
const BLOCKS = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'invalid_attachments'];

/** Sorts whatever a Web API call threw. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof webApi.WebAPIPlatformError) return ofPlatform(error);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'rate-limited', afterMs: error.retryAfter * 1000 };
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const why = `HTTP ${error.statusCode}`;
    return error.statusCode >= 500 ? { kind: 'unclear', why } : { kind: 'unsent', why };
  }
  if (error instanceof RespondError) return ofResponse(error);
  // web-api has no class for a 429 whose Retry-After is missing.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { kind: 'rate-limited', afterMs: RETRY_AFTER_MS };
  }
  const code = codeOf(error instanceof webApi.WebAPIRequestError ? error.original : error);
  return { kind: NEVER_SENT.includes(code) ? 'unsent' : 'unclear', why: code };
}

/** A response URL's refusal: its HTTP status is all that Bolt hands on. */
function ofResponse({ statusCode }: RespondError): Refusal {
  if (statusCode === 429) return { kind: 'rate-limited', afterMs: RESPOND_AGAIN_MS };
  if (statusCode >= 500) return { kind: 'unclear', why: `HTTP ${statusCode}` };
  return { kind: 'error', error: statusCode === 404 ? 'expired_url' : 'invalid_blocks' };
}

function ofPlatform(error: webApi.WebAPIPlatformError): Refusal {
  const { error: code, needed } = error.data as { error: unknown; needed?: unknown };
  // An answer that is not JSON arrives here as if it were the error's code.
  if (typeof code !== 'string' || !/^[a-z0-9_]{1,64}$/u.test(code)) {
    return { kind: 'unclear', why: 'an answer that is not JSON' };
  }
  if (UNCLEAR.includes(code)) return { kind: 'unclear', why: code };
  if (LATER.includes(code)) return { kind: 'rate-limited', afterMs: RETRY_AFTER_MS };
  if (AGAIN.includes(code)) return { kind: 'unsent', why: code };
  return { kind: 'error', error: code, ...(typeof needed === 'string' && { needed }) };
}

export function isAboutToken(refusal: Refusal): boolean {
  return refusal.kind === 'error' && TOKEN.includes(refusal.error);
}

/** Whether the blocks were the trouble: plain text still goes. */
export function isAboutBlocks(refusal: Refusal): boolean {
  return refusal.kind === 'error' && BLOCKS.includes(refusal.error);
}

/** What became of a post that was refused so. */
export function handed(refusal: Refusal, bot: string): Handed {
  switch (refusal.kind) {
    case 'rate-limited':
      return { kind: 'retry', afterMs: refusal.afterMs, why: 'ratelimited', pauses: 'workspace' };
    case 'unsent':
      return { kind: 'retry', afterMs: RETRY_AFTER_MS, why: refusal.why, pauses: 'platform' };
    case 'unclear':
      return { kind: 'unknown', why: refusal.why };
    case 'error':
      return { kind: 'gone', why: hindrance(refusal, bot) };
  }
}

/** A refusal as something that a person can mend. */
export function hindrance(refusal: Refusal, bot: string): Hindrance {
  if (refusal.kind === 'rate-limited') return say.RATE_LIMITED;
  if (refusal.kind !== 'error') return say.UNREACHABLE;
  if (isAboutToken(refusal)) return say.TOKEN_REVOKED;
  switch (refusal.error) {
    case 'not_in_channel':
      return say.notAMember(bot);
    case 'channel_not_found':
      return say.channelNotFound(bot);
    case 'is_archived':
      return say.ARCHIVED;
    case 'missing_scope':
      return say.missingScope(refusal.needed ?? 'chat:write');
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
    case 'restricted_action_non_threadable_channel':
    case 'ekm_access_denied':
    case 'no_permission':
    case 'access_denied':
      return say.RESTRICTED;
    case 'user_not_found':
    case 'cannot_dm_bot':
    case 'user_disabled':
      return say.PERSON_GONE;
    default:
      return say.refusedBySlack(refusal.error);
  }
}

/** The innermost code or name: fetch wraps the socket's error. Never a URL. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause: unknown = error.cause;
  if (cause instanceof AggregateError) return codeOf(cause.errors[0] ?? cause);
  if (cause instanceof Error) return codeOf(cause);
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : error.name;
}
