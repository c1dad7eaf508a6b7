/** The one HTTP server of the process: Slack's requests, the playground, health and metrics, told apart by path. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Route } from '../ports/platform.ts';
import type { Messages } from '../show/messages/messages.ts';

/** How long a client may take over its headers and its body, so that slow ones cannot fill the server. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** How many connections may wait to be accepted: at Node's 511 a burst loses the rest for a second and more. */
const MOST_WAITING = 4096;
/** More at once are let go: each may hold a body of its own. */
const MOST_CONNECTIONS = 2_000;
/** Longer than a load balancer keeps an idle connection (60 s is usual), so that it never writes into a closed one. */
const KEEP_ALIVE_MS = 75_000;

export type HttpServer = {
  /** The address to open, with the port that was given when 0 was asked. */
  readonly url: string;
  /** Other routes from now on. */
  serve(routes: readonly Route[]): void;
  /** Takes no new connections and ends when those under way have, or after `withinMs`. */
  stop(withinMs: number): Promise<void>;
};

export type Listened =
  | { readonly kind: 'listening'; readonly server: HttpServer }
  | { readonly kind: 'refused'; readonly why: string; readonly mend: string };

/** `setting` is what names the port, for whoever has to choose another. */
export type Address = {
  readonly host: string;
  readonly port: number;
  readonly setting?: 'PORT' | 'OPS_PORT';
};

/** Listens on `host` and `port`; the route with the longest prefix that fits answers, else 404. */
export async function listen(
  { host, port, setting = 'PORT' }: Address,
  routes: readonly Route[],
  say: Messages,
): Promise<Listened> {
  let served = longestFirst(routes);
  const server = createServer((request, response) => dispatch(served, request, response, say));
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.maxConnections = MOST_CONNECTIONS;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host, backlog: MOST_WAITING }, resolve);
    });
  } catch (error) {
    return refusal(error, { host, port, setting }, say);
  }
  return {
    kind: 'listening',
    server: {
      url: addressOf(server, host),
      serve(others) {
        served = longestFirst(others);
      },
      stop: (within) => close(server, within),
    },
  };
}

function longestFirst(routes: readonly Route[]): readonly Route[] {
  return routes.toSorted((a, b) => b.prefix.length - a.prefix.length);
}

function dispatch(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  say: Messages,
): void {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const route = routes.find(({ prefix }) => fits(prefix, path));
  if (route !== undefined) route.listener(request, response);
  else
    response
      .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`${say.running.nothingHere}\n`);
}

/** `/slack` fits `/slack` and `/slack/events`, not `/slacker`. */
function fits(prefix: string, path: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}

function refusal(error: unknown, { host, port, setting = 'PORT' }: Address, say: Messages): Listened {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return {
      kind: 'refused',
      why: say.running.portTaken(port, host),
      mend: say.running.portMend(setting),
    };
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return {
      kind: 'refused',
      why: say.running.addressTaken(host, port, code),
      mend: say.running.addressMend(setting),
    };
  }
  throw error;
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function close(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearTimeout(timer);
}
