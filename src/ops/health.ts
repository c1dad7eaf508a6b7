/** Whether the process lives and whether it is ready, from what its parts say of themselves. */
import type { Health, Platform, Route } from '../ports/platform.ts';

type Part = Pick<Platform, 'name' | 'health'>;

/**
 * `/health/live` fails (503) when a part is dead: restart the process. `/health/ready` fails while any part is not
 * well. Both tell each part's state as JSON.
 */
export function healthRoute(parts: readonly Part[], now: () => number): Route {
  return {
    prefix: '/health',
    listener(request, response) {
      const states = parts.map((part) => ({ name: part.name, ...part.health(now()) }));
      const live = request.url?.startsWith('/health/live') ?? false;
      const passes = states.every((state) => (live ? isAlive(state) : state.kind === 'well'));
      response
        .writeHead(passes ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(`${JSON.stringify({ passes, parts: states })}\n`);
    },
  };
}

function isAlive(health: Health): boolean {
  return health.kind !== 'dead';
}
