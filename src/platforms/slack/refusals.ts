/** From what a call threw to what was answered, and what it means (answers.ts). */
import { RespondError, webApi } from '@slack/bolt';
import type { Handed, Hindrance } from '../../ports/courier.ts';
import type { Reason } from '../../ports/reasons.ts';
import {
  hindranceOf,
  type Meaning,
  meaningOfCode,
  meaningOfLimit,
  meaningOfStatus,
  NEVER_ARRIVED,
  NO_ANSWER,
} from './answers.ts';
import { OtherAnswer } from './clients.ts';

/** `meaning` is for a delivery; `kind` is for whoever answers a person at once. */
export type Refusal = { readonly meaning: Meaning } & (
  | { readonly kind: 'error'; readonly error: string; readonly needed?: string }
  | { readonly kind: 'rate-limited'; readonly afterMs: number }
  /** Nothing was done, and the same may go again. */
  | { readonly kind: 'unsent'; readonly why: string }
  /** It may have been done: the answer is late, broken or missing. */
  | { readonly kind: 'unclear'; readonly why: string }
);

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

/** Sorts whatever a Web API call threw. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof webApi.WebAPIPlatformError) return ofPlatform(error);
  if (error instanceof webApi.WebAPIRateLimitedError) return limited(error.retryAfter * 1000);
  if (error instanceof webApi.WebAPIHTTPError) return ofStatus(error.statusCode);
  if (error instanceof RespondError) return ofResponse(error);
  // web-api has no class for a 429 whose Retry-After is missing.
  if (error instanceof Error && error.message.startsWith('Retry header')) return limited(undefined);
  const thrown = error instanceof webApi.WebAPIRequestError ? error.original : error;
  const other = causes(thrown).find((cause) => cause instanceof OtherAnswer);
  if (other !== undefined) return ofStatus(other.status, other.retryAfterMs);
  const code = codeOf(thrown);
  return NEVER_SENT.includes(code)
    ? { kind: 'unsent', why: code, meaning: NEVER_ARRIVED }
    : { kind: 'unclear', why: code, meaning: NO_ANSWER };
}

/** Slack's error code by itself, as a response URL answers it. */
export function refusalOfCode(error: string, needed?: string): Refusal {
  const meaning = meaningOfCode(error);
  const { concerns, follows, mend, afterMs } = meaning;
  if (mend === 'limited') return { kind: 'rate-limited', afterMs: afterMs ?? RESPOND_AGAIN_MS, meaning };
  if (follows === 'look') return { kind: 'unclear', why: error, meaning };
  if (follows === 'pause' || (error === 'request_timeout' && concerns === 'message'))
    return { kind: 'unsent', why: error, meaning };
  return { kind: 'error', error, meaning, ...(needed === undefined ? {} : { needed }) };
}

function limited(afterMs: number | undefined): Refusal {
  const meaning = meaningOfLimit(afterMs !== undefined && Number.isFinite(afterMs) ? afterMs : undefined);
  return { kind: 'rate-limited', afterMs: meaning.afterMs ?? RESPOND_AGAIN_MS, meaning };
}

function ofStatus(status: number, afterMs?: number): Refusal {
  const meaning = meaningOfStatus(status, afterMs);
  return { kind: meaning.follows === 'look' ? 'unclear' : 'unsent', why: `HTTP ${status}`, meaning };
}

/** A response URL's refusal: its HTTP status is all that Bolt hands on. */
function ofResponse({ statusCode }: RespondError): Refusal {
  if (statusCode === 429) return limited(RESPOND_AGAIN_MS);
  if (statusCode >= 500) return ofStatus(statusCode);
  return refusalOfCode(statusCode === 404 ? 'expired_url' : 'invalid_blocks');
}

function ofPlatform(error: webApi.WebAPIPlatformError): Refusal {
  const { error: code, needed } = error.data as { error: unknown; needed?: unknown };
  // An answer that is not JSON arrives here as if it were the error's code.
  if (typeof code !== 'string' || !/^[a-z0-9_]{1,64}$/u.test(code)) {
    return { kind: 'unclear', why: 'an answer that is not JSON', meaning: NO_ANSWER };
  }
  return refusalOfCode(code, typeof needed === 'string' ? needed : undefined);
}

export function isAboutToken({ meaning }: Refusal): boolean {
  return meaning.mend === 'tokenRevoked';
}

/** Whether the blocks were the trouble: plain text still goes. */
export function isAboutBlocks({ meaning }: Refusal): boolean {
  return meaning.follows === 'plainer';
}

/** Whether the thread that a message was for is not there any more, or takes no more. */
export function isAboutThread(refusal: Refusal): boolean {
  return refusal.kind === 'error' && THREAD_GONE.has(refusal.error);
}

/** https://docs.slack.dev/reference/methods/chat.postMessage and conversations.replies, 'Errors' */
const THREAD_GONE: ReadonlySet<string> = new Set([
  'thread_not_found',
  'cannot_reply_to_message',
  'restricted_action_thread_locked',
]);

/** What became of a post that was refused so. */
export function handed(refusal: Refusal, bot: string): Handed {
  const { concerns, follows, afterMs = 0 } = refusal.meaning;
  const why = reasonOf(refusal, bot);
  const away = concerns === 'platform';
  switch (follows) {
    case 'gone':
      return { kind: 'gone', why };
    case 'look':
      return { kind: 'unknown', why: { ...why, seen: codeIn(refusal) }, away };
    case 'pause': {
      const pauses = concerns === 'workspace' ? 'workspace' : 'platform';
      return { kind: 'retry', afterMs, why, pauses, away };
    }
    case 'again':
    case 'plainer':
      return { kind: 'retry', afterMs, why, pauses: 'channel' };
  }
}

/** A refusal for the ledger. `bot` is how the bot is called there. */
export function reasonOf(refusal: Refusal, bot: string): Extract<Reason, { code: 'refused' }> {
  const scope = refusal.kind === 'error' ? refusal.needed : undefined;
  const { mend } = refusal.meaning;
  const named = { bot, answer: codeIn(refusal), ...(scope === undefined ? {} : { scope }) };
  return { code: 'refused', by: 'slack', mend, ...named };
}

/** A refusal as something that a person can mend. */
export function hindrance(refusal: Refusal, bot: string): Hindrance {
  const needed = refusal.kind === 'error' && refusal.needed !== undefined ? { needed: refusal.needed } : {};
  return hindranceOf(refusal.meaning, { bot, code: codeIn(refusal), ...needed });
}

export function codeIn(refusal: Refusal): string {
  if (refusal.kind === 'error') return refusal.error;
  return refusal.kind === 'rate-limited' ? 'ratelimited' : refusal.why;
}

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
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
