import { type Logger, webApi } from '@slack/bolt';
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
): ClientOptions {
  const fetching = signal === undefined ? fetch : fetchOnce;
  return {
    slackApiUrl: apiUrl ?? SLACK_API_URL,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger,
    fetch: (url, init) => fetching(url, { ...init, signal: ending(init?.signal, signal) }),
  };
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
