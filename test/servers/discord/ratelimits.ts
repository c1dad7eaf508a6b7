/** Discord's request limits: one bucket a route and major parameter, fifty a second for the whole bot. */
export type LimitSettings = {
  /** Requests a second for the bot; interaction endpoints are exempt. */
  readonly perSecond: number;
  /** Messages that one channel takes in `channelPerMs`. */
  readonly channelMessages: number;
  readonly channelPerMs: number;
  /** Answers of 401, 403 and 429 in ten minutes before the address is banned. */
  readonly invalid: number;
};

export const REAL_LIMITS: LimitSettings = {
  perSecond: 50,
  channelMessages: 5,
  channelPerMs: 5_000,
  invalid: 10_000,
};

export type Verdict =
  | { readonly kind: 'pass'; readonly headers: Record<string, string> }
  | { readonly kind: 'limited'; readonly headers: Record<string, string>; readonly body: object }
  | { readonly kind: 'banned' };

type Bucket = { left: number; resetAt: number };

const TEN_MINUTES = 600_000;
const OTHER_ROUTES = 1_000;

export class RateLimits {
  readonly settings: LimitSettings;
  /** When each request of the last second came, for the tests too: never more than `perSecond` may be let through. */
  readonly limited = { global: 0, bucket: 0 };
  #second: Bucket = { left: 0, resetAt: 0 };
  #invalid: number[] = [];
  readonly #buckets = new Map<string, Bucket>();

  constructor(settings: Partial<LimitSettings> = {}) {
    this.settings = { ...REAL_LIMITS, ...settings };
  }

  /** `major` is the channel, guild or webhook that the route is about. */
  check(method: string, route: string, major: string, exempt: boolean, now: number): Verdict {
    this.#invalid = this.#invalid.filter((at) => at > now - TEN_MINUTES);
    if (this.#invalid.length >= this.settings.invalid) return { kind: 'banned' };
    if (!exempt) {
      if (now >= this.#second.resetAt) {
        this.#second = { left: this.settings.perSecond, resetAt: now + 1_000 };
      }
      if (this.#second.left <= 0) return this.#globally((this.#second.resetAt - now) / 1_000);
      this.#second.left -= 1;
    }
    return this.#bucket(`${method} ${route}`, major, now);
  }

  /** Counts an answer that Discord calls invalid. */
  countInvalid(now: number): void {
    this.#invalid.push(now);
  }

  #globally(after: number): Verdict {
    this.limited.global += 1;
    return {
      kind: 'limited',
      headers: {
        'retry-after': String(Math.ceil(after)),
        'x-ratelimit-global': 'true',
        'x-ratelimit-scope': 'global',
      },
      body: { message: 'You are being rate limited.', retry_after: after, global: true },
    };
  }

  #bucket(route: string, major: string, now: number): Verdict {
    const posting = route === 'POST /channels/:id/messages';
    const limit = posting ? this.settings.channelMessages : OTHER_ROUTES;
    const key = `${route} ${major}`;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined || now >= bucket.resetAt) {
      bucket = { left: limit, resetAt: now + (posting ? this.settings.channelPerMs : 1_000) };
      this.#buckets.set(key, bucket);
    }
    const after = Math.max(0.001, (bucket.resetAt - now) / 1_000);
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, bucket.left - 1)),
      'x-ratelimit-reset': (bucket.resetAt / 1_000).toFixed(3),
      'x-ratelimit-reset-after': after.toFixed(3),
      'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(0, 32),
    };
    if (bucket.left <= 0) {
      this.limited.bucket += 1;
      return {
        kind: 'limited',
        headers: { ...headers, 'retry-after': String(Math.ceil(after)), 'x-ratelimit-scope': 'user' },
        body: { message: 'You are being rate limited.', retry_after: after, global: false },
      };
    }
    bucket.left -= 1;
    return { kind: 'pass', headers };
  }
}
