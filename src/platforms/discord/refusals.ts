/** From what a request threw to what it means (answers.ts). */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Handed, Hindrance } from '../../ports/courier.ts';
import type { Reason } from '../../ports/reasons.ts';
import { type Answered, hindranceOf, type Meaning, meaningOf, NEVER_ARRIVED, NO_ANSWER } from './answers.ts';
import { OtherAnswer } from './once.ts';

export type Refusal = {
  readonly meaning: Meaning;
  /** For the ledger. */
  readonly why: Reason;
  /** A code or a status, for the log. */
  readonly told: string;
  readonly hindrance: Hindrance;
  /** Discord's own code, where there was one. */
  readonly code?: number | string;
};

/** Nothing arrived: the connection was never made. Other network errors may come after the request went out. */
const NEVER_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** Reads whatever a request threw. What is no answer at all may have come after the message was taken. */
export function readRefusal(error: unknown): Refusal {
  const answered = answeredOf(error);
  if (answered !== undefined) {
    const meaning = meaningOf(answered);
    const { code, status } = answered;
    const answer = String(code ?? `HTTP ${status}`);
    const why = { ...reason(meaning), answer };
    return {
      meaning,
      why,
      told: answer,
      hindrance: hindranceOf(meaning, answer),
      ...(code === undefined ? {} : { code }),
    };
  }
  const code = codeOf(error);
  const meaning = code !== undefined && NEVER_SENT.includes(code) ? NEVER_ARRIVED : NO_ANSWER;
  const told = code ?? (error instanceof Error ? error.name : 'unknown');
  return { meaning, why: { ...reason(meaning), seen: told }, told, hindrance: hindranceOf(meaning) };
}

function reason({ mend }: Meaning): Extract<Reason, { code: 'refused' }> {
  return { code: 'refused', by: 'discord', mend };
}

/** The same in the words of a delivery. */
export function handedFrom({ meaning, why }: Refusal): Handed {
  const { concerns, follows, afterMs = 0 } = meaning;
  const away = concerns === 'platform';
  switch (follows) {
    case 'gone':
      return { kind: 'gone', why };
    case 'look':
      return { kind: 'unknown', why, away };
    case 'pause': {
      const pauses = concerns === 'workspace' ? 'workspace' : 'platform';
      return { kind: 'retry', afterMs, why, pauses, away };
    }
    case 'again':
    case 'plainer': {
      const pauses = concerns === 'workspace' ? 'workspace' : 'channel';
      return { kind: 'retry', afterMs, why, pauses };
    }
  }
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

/** discord.js's own errors come from its other clients, and from limits that it knows of before it asks. */
function answeredOf(error: unknown): Answered | undefined {
  if (error instanceof OtherAnswer) return error.answered;
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    return { status: error.status, json: Number.isFinite(code), code };
  }
  if (error instanceof HTTPError) return { status: error.status, json: false };
  if (!(error instanceof RateLimitError)) return undefined;
  const afterMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout, 0);
  const scope = error.global ? 'global' : error.scope;
  return {
    status: 429,
    json: true,
    scope,
    ...(Number.isFinite(afterMs) ? { retryAfterMs: Math.ceil(afterMs) } : {}),
  };
}

/** An error's own code, or that of what caused it: undici wraps. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
