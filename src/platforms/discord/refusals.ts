import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Handed, Hindrance } from '../../ports/courier.ts';
import { HINDRANCES, refusedByDiscord } from './sentences.ts';

/** What became of a request, read from what discord.js throws. */
export type Refusal =
  /** Nothing was done, and it is worth trying again after `afterMs`. */
  | {
      readonly kind: 'later';
      readonly afterMs: number;
      readonly why: string;
      readonly pauses: 'channel' | 'platform';
      readonly hindrance: Hindrance;
    }
  /** Nothing was done, and Discord says why. */
  | { readonly kind: 'refused'; readonly hindrance: Hindrance; readonly code: number | string }
  /** The request may have been carried out. */
  | { readonly kind: 'unclear'; readonly why: string };

/** Nothing arrived: the connection was never made. Other network errors may come after the request went out. */
const NEVER_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
];
const UNREACHABLE_RETRY_MS = 10_000;
/** A token is mended by a person; asking too often counts as invalid requests (10,000 in 10 minutes ban an address). */
const TOKEN_RETRY_MS = 300_000;

const CODES: Readonly<Record<number, Hindrance>> = {
  [RESTJSONErrorCodes.UnknownChannel]: HINDRANCES.channelGone,
  [RESTJSONErrorCodes.UnknownGuild]: HINDRANCES.notAMember,
  [RESTJSONErrorCodes.MissingAccess]: HINDRANCES.notAMember,
  [RESTJSONErrorCodes.MissingPermissions]: HINDRANCES.mayNotDoThat,
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: HINDRANCES.archived,
  [RESTJSONErrorCodes.ThreadLocked]: HINDRANCES.archived,
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: HINDRANCES.closedDirect,
};

/** Reads an error of discord.js's REST. Anything that is not one is `unclear`: it may have gone out. */
export function readRefusal(error: unknown): Refusal {
  if (error instanceof RateLimitError) return limited(error);
  if (error instanceof DiscordAPIError) return refused(error);
  if (error instanceof HTTPError) return { kind: 'unclear', why: `Discord answered ${error.status}` };
  const code = codeOf(error);
  if (code !== undefined && NEVER_SENT.includes(code)) {
    return {
      kind: 'later',
      afterMs: UNREACHABLE_RETRY_MS,
      why: `Discord cannot be reached (${code})`,
      pauses: 'platform',
      hindrance: HINDRANCES.unreachable,
    };
  }
  const name = error instanceof Error ? error.name : 'unknown';
  return { kind: 'unclear', why: `no clear answer from Discord (${code ?? name})` };
}

/** The same in the words of a delivery. */
export function handedFrom(refusal: Refusal): Handed {
  if (refusal.kind === 'later') {
    const { afterMs, why, pauses } = refusal;
    return { kind: 'retry', afterMs, why, pauses };
  }
  if (refusal.kind === 'unclear') return { kind: 'unknown', why: refusal.why };
  return { kind: 'gone', why: refusal.hindrance };
}

/**
 * An error as it may stand in the log: discord.js's own carry the whole request, with an interaction's token in its
 * address and people's words in its body.
 */
export function loggable(error: unknown): unknown {
  const carriesRequest =
    error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError;
  if (!carriesRequest) return error;
  const { name, method } = error;
  const status = 'status' in error ? error.status : 429;
  const code = 'code' in error ? error.code : undefined;
  return { type: name, message: error.message, method, status, code };
}

function limited(error: RateLimitError): Refusal {
  const afterMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout, 0);
  return {
    kind: 'later',
    afterMs: Math.ceil(afterMs),
    why: `Discord's request limit (${error.global ? 'all of the bot' : error.scope})`,
    pauses: error.global ? 'platform' : 'channel',
    hindrance: HINDRANCES.limited,
  };
}

function refused(error: DiscordAPIError): Refusal {
  if (error.status === 401) {
    return {
      kind: 'later',
      afterMs: TOKEN_RETRY_MS,
      why: HINDRANCES.tokenRevoked.says,
      pauses: 'platform',
      hindrance: HINDRANCES.tokenRevoked,
    };
  }
  const hindrance = CODES[Number(error.code)] ?? refusedByDiscord(error.code);
  return { kind: 'refused', hindrance, code: error.code };
}

/** An error's own code, or that of what caused it: undici wraps. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
