import { type Logger, webApi } from '@slack/bolt';
import { retryAfterMs, type TheirClock } from '../../ports/answer.ts';
import { fetchOnce } from './once.ts';

/** Slack's own address; `SLACK_API_URL` replaces it. */
export const SLACK_API_URL = 'https://slack.com/api/';
const CALL_TIMEOUT_MS = 10_000;

export type ClientOptions = webApi.WebClientOptions;
export type WebClient = webApi.WebClient;

/**
 * Options of a Web API client that asks once: no retries (a repeated post is a doubled post), no pause of the whole
 * queue on one 429, and an end to every wait.
 *
 * `signal` ends a call sooner; such a call has a connection of its own (once.ts).
 */
export function clientOptions(
  apiUrl: string | undefined,
  logger: Logger,
  signal?: AbortSignal,
  clock?: TheirClock,
): ClientOptions {
  const fetching = signal === undefined ? fetch : fetchOnce;
  const address = apiUrl ?? SLACK_API_URL;
  return {
    slackApiUrl: address,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger,
    async fetch(url, init) {
      const response = await fetching(url, { ...init, signal: ending(init?.signal, signal) });
      if (!String(url).startsWith(address)) return response;
      clock?.hear(response.headers.get('date'));
      return slacksOwn(response);
    },
  };
}

/** An answer that is not Slack's: a proxy's or Cloudflare's page in its place. */
export class OtherAnswer extends Error {
  override readonly name = 'OtherAnswer';
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, afterMs: number | undefined) {
    super(`HTTP ${status}`);
    this.status = status;
    this.retryAfterMs = afterMs;
  }
}

/**
 * The SDK reads whatever answers as if it were Slack, and a Retry-After that is a date as none.
 *
 * @throws OtherAnswer when it is not Slack's own.
 */
async function slacksOwn(response: Response): Promise<Response> {
  if (response.ok) return response;
  const { status, headers } = response;
  const afterMs = retryAfterMs(headers.get('retry-after'), Date.now());
  if (!/\bjson\b/u.test(headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    throw new OtherAnswer(status, afterMs);
  }
  if (status !== 429 || afterMs === undefined) return response;
  const whole = new Headers(headers);
  whole.set('retry-after', String(Math.ceil(afterMs / 1_000)));
  return new Response(response.body, { status, headers: whole });
}

/** Ends at whichever comes first. Response URLs are fetched with no signal of their own. */
function ending(...signals: (AbortSignal | null | undefined)[]): AbortSignal {
  const given = signals.filter((signal) => signal !== null && signal !== undefined);
  const last = AbortSignal.timeout(CALL_TIMEOUT_MS);
  return given.length === 0 ? last : AbortSignal.any([...given, last]);
}

export function webClient(token: string, options: ClientOptions): WebClient {
  return new webApi.WebClient(token, options);
}
