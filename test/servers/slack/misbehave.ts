/** How a local Slack can be told to have a bad day. Each order applies to the next calls that it matches. */
import type { ServerResponse } from 'node:http';

export type Mischief =
  /** HTTP 429 with Retry-After in seconds. */
  | { readonly kind: 'rate-limit'; readonly seconds: number }
  /** `{ ok: false, error }`. */
  | { readonly kind: 'error'; readonly error: string; readonly extra?: Record<string, unknown> }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** A 200 that is not JSON. */
  | { readonly kind: 'garbage' }
  /** Half the body, and then the connection closes. */
  | { readonly kind: 'half' }
  /** The connection closes with no answer. */
  | { readonly kind: 'reset' }
  /** No answer, ever. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'slow'; readonly ms: number };

export type Order = {
  /** A method's name, `response_url`, `upload` for a file's bytes, or `*`. */
  readonly of: string;
  readonly mischief: Mischief;
  /** How many times; endless when left out. */
  readonly times?: number;
  /** Whether what was asked is done all the same: the answer alone is lost. */
  readonly after?: boolean;
};

export type Orders = {
  give(order: Order): void;
  clear(): void;
  take(method: string): Order | undefined;
};

export function newOrders(): Orders {
  let pending: { order: Order; left: number }[] = [];
  return {
    give: (order) => void pending.push({ order, left: order.times ?? Number.POSITIVE_INFINITY }),
    clear: () => {
      pending = [];
    },
    take: (method) => {
      const found = pending.find(({ order, left }) => left > 0 && (order.of === '*' || order.of === method));
      if (found !== undefined) found.left -= 1;
      return found?.order;
    },
  };
}

/** Spoils an answer. True when the answer is spent; false when the right one shall still be sent. */
export async function spoil(response: ServerResponse, mischief: Mischief, right: unknown): Promise<boolean> {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  switch (mischief.kind) {
    case 'rate-limit':
      response.writeHead(429, { ...json, 'retry-after': String(mischief.seconds) });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return true;
    case 'error':
      response.writeHead(200, json);
      response.end(JSON.stringify({ ok: false, error: mischief.error, ...mischief.extra }));
      return true;
    case 'status':
      response.writeHead(mischief.status, { 'content-type': 'text/plain' });
      response.end(mischief.body ?? 'the local Slack was told to fail');
      return true;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>upstream connect error');
      return true;
    case 'half': {
      const whole = JSON.stringify(right ?? { ok: true });
      response.writeHead(200, { ...json, 'content-length': String(whole.length) });
      response.write(whole.slice(0, Math.floor(whole.length / 2)));
      setTimeout(() => response.destroy(), 20);
      return true;
    }
    case 'reset':
      response.destroy();
      return true;
    case 'hang':
      return true;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, mischief.ms));
      return false;
  }
}
