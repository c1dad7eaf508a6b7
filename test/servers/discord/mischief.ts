/** A bad day, on command: what the next requests get instead of an answer. */
export type Trick =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  /** 429 with Retry-After in seconds. */
  | {
      readonly kind: 'limit';
      readonly retryAfter: number;
      readonly scope: 'user' | 'global' | 'shared';
    }
  /** 200 and no JSON. */
  | { readonly kind: 'garbage' }
  /** Does it, then breaks off in the middle of the answer. */
  | { readonly kind: 'half' }
  /** Does it, then cuts the connection with no answer at all. */
  | { readonly kind: 'done-then-cut' }
  /** Cuts the connection before doing anything. */
  | { readonly kind: 'cut' }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Does it `ms` later. */
  | { readonly kind: 'late'; readonly ms: number };

export type Order = {
  readonly trick: Trick;
  /** Held against 'POST /channels/123/messages'; every request when it is left out. */
  readonly on?: RegExp;
  /** How many requests; one when it is left out. */
  readonly times?: number;
};

export class Mischief {
  #orders: { trick: Trick; on: RegExp; left: number }[] = [];

  order({ trick, on = /./, times = 1 }: Order): void {
    this.#orders.push({ trick, on, left: times });
  }

  clear(): void {
    this.#orders = [];
  }

  /** The trick for this request, used up. */
  take(request: string): Trick | undefined {
    const order = this.#orders.find(({ on, left }) => left > 0 && on.test(request));
    if (order === undefined) return undefined;
    order.left -= 1;
    if (order.left === 0) this.#orders = this.#orders.filter((other) => other !== order);
    return order.trick;
  }
}

/** What a 429 of this trick looks like. */
export function limitAnswer({ retryAfter, scope }: Extract<Trick, { kind: 'limit' }>): {
  headers: Record<string, string>;
  body: object;
} {
  const global = scope === 'global';
  return {
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': scope,
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : {
            'x-ratelimit-limit': '5',
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset-after': String(retryAfter),
            'x-ratelimit-bucket': 'ordered',
          }),
    },
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
  };
}
