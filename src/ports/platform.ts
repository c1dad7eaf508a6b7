import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Courier } from './courier.ts';

/** How a platform came up. A wrong token is an outcome, not an exception: the other platforms still start. */
export type Started =
  | { readonly kind: 'started' }
  /** It does not answer yet, and will by itself. */
  | { readonly kind: 'trying'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string; readonly mend: string };

export type Health =
  | { readonly kind: 'well' }
  /** Not answering just now, and mending itself. */
  | { readonly kind: 'recovering'; readonly why: string; readonly sinceMs: number }
  /** Not answering until a person mends something: a token, a setting. A restart would not help. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Not answering, and only a restart helps: liveness fails. */
  | { readonly kind: 'stuck'; readonly why: string };

/** A part of the one HTTP server that the process has, by path prefix. */
export type Route = {
  readonly prefix: string;
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
};

/** Slack, Discord, the playground: what `main.ts` starts and stops. */
export interface Platform {
  readonly name: 'slack' | 'discord' | 'playground';
  readonly courier: Courier;
  readonly routes: readonly Route[];
  start(): Promise<Started>;
  /** Takes no new requests and finishes what is under way within `withinMs`. */
  stop(withinMs: number): Promise<void>;
  health(now: number): Health;
}
