/**
 * Whether the process lives, and whether it can do what its port serves. Live fails where a restart helps and nothing
 * else does; a wrong token or a platform that is away restarts nobody, and shows in the metrics.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Health, Platform, Route } from '../ports/platform.ts';
import type { StoreWatch } from './store-watch.ts';

type Part = Pick<Platform, 'name' | 'health' | 'routes'>;

export type Vitals = {
  readonly parts: readonly Part[];
  /** As it was looked at last. */
  readonly store: Pick<StoreWatch, 'health' | 'wasWell'>;
  /** The process is on its way out: a load balancer is told before the port closes. */
  readonly stopping: () => boolean;
  readonly now: () => number;
};

/** A store may fail for as long before requests are sent elsewhere: a failover takes less. */
const STORE_MAY_FAIL_MS = 60_000;

export type Condition = {
  readonly live: boolean;
  readonly ready: boolean;
  readonly parts: readonly ({ readonly name: string } & Health)[];
};

export function conditionOf({ parts, store, stopping, now }: Vitals): Condition {
  const at = now();
  const states = parts.map((part) => ({ name: part.name, ...part.health(at) }));
  const stored = store.health(at);
  const served = parts.filter(({ routes }) => routes.length > 0).map(({ name }) => name);
  const well = (name: string) => states.some((state) => state.name === name && state.kind === 'well');
  const serves = served.length > 0 ? served.every(well) : states.some(({ kind }) => kind === 'well');
  return {
    live: states.every(({ kind }) => kind !== 'stuck'),
    // A store that has not been well yet may fail for no time at all.
    ready: !stopping() && store.wasWell() && holds(stored) && serves,
    parts: [...states, { name: 'store', ...stored }],
  };
}

function holds(store: Health): boolean {
  return store.kind === 'well' || (store.kind === 'recovering' && store.sinceMs < STORE_MAY_FAIL_MS);
}

/** While the rest is still being loaded: the process lives, and is not ready. */
export const STARTING: Route = {
  prefix: '/health',
  listener: (request, response) => answer(response, isLive(request), []),
};

/** `/health/live` and `/health/ready`: 200 or 503, and each part's state as JSON. */
export function healthRoute(vitals: Vitals): Route {
  return {
    prefix: '/health',
    listener(request, response) {
      const { live, ready, parts } = conditionOf(vitals);
      answer(response, isLive(request) ? live : ready, parts);
    },
  };
}

function isLive({ url }: IncomingMessage): boolean {
  return url?.startsWith('/health/live') === true;
}

function answer(response: ServerResponse, passes: boolean, parts: Condition['parts']): void {
  response
    .writeHead(passes ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(`${JSON.stringify({ passes, parts })}\n`);
}
