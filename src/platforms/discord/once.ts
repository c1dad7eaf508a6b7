/** Discord's REST for the digest: asks once, and hands on what was answered, whoever answered it. */
import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import { retryAfterMs, type TheirClock, theirClock } from '../../ports/answer.ts';
import type { Answered } from './answers.ts';
import { UNLIMITED } from './client.ts';

const REQUEST_TIMEOUT_MS = 10_000;
/** An answer of Cloudflare's or a proxy's is a page; no more of it is read. */
const MOST_CHARS = 100_000;

/** An answer that is not what was asked for. */
export class OtherAnswer extends Error {
  override readonly name = 'OtherAnswer';
  readonly answered: Answered;

  constructor(answered: Answered) {
    super(
      `Discord answered ${answered.status}${answered.code === undefined ? '' : `, code ${answered.code}`}`,
    );
    this.answered = answered;
  }
}

/**
 * discord.js reads a page of a proxy's as it reads Discord's own words, and a Retry-After that is a date as no number:
 * here the answer is read before it does. Nothing is tried again, and no limit is waited out: the ledger decides.
 */
export function restOnce(options: Partial<RESTOptions> = {}, now: () => number = Date.now): OnceRest {
  const clock = theirClock(now, () => performance.now());
  const rest = new REST({
    timeout: REQUEST_TIMEOUT_MS,
    globalRequestsPerSecond: UNLIMITED,
    ...options,
    retries: 0,
    rejectOnRateLimit: () => true,
    async makeRequest(url, init) {
      const response = await (options.makeRequest ?? DefaultRestOptions.makeRequest)(url, init);
      clock.hear(response.headers.get('date'));
      const json = /\bjson\b/u.test(response.headers.get('content-type') ?? '');
      if (response.ok && (json || response.status === 204)) return response;
      const body = json ? parsed((await response.text()).slice(0, MOST_CHARS)) : undefined;
      if (!json) await response.text().catch(() => '');
      throw new OtherAnswer(answeredOf(response.status, response.headers, body, now()));
    },
  });
  return { rest, clock };
}

/** The client, and Discord's own time as its answers tell it. */
export type OnceRest = { readonly rest: REST; readonly clock: TheirClock };

function answeredOf(
  status: number,
  headers: { get(name: string): string | null },
  body: Record<string, unknown> | undefined,
  now: number,
): Answered {
  const code = typeof body?.code === 'number' ? body.code : undefined;
  const afterMs = retryAfterMs(headers.get('retry-after') ?? asText(body?.retry_after), now);
  const scope =
    headers.get('x-ratelimit-scope') ??
    (headers.get('x-ratelimit-global') !== null || body?.global === true ? 'global' : null);
  return {
    status,
    json: body !== undefined,
    ...(code === undefined ? {} : { code }),
    ...(afterMs === undefined ? {} : { retryAfterMs: afterMs }),
    ...(scope === null ? {} : { scope }),
  };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : undefined;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
