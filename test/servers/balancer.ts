/**
 * A load balancer as one would be run before several replicas: it asks each whether it is ready, and hands each request
 * to one of those that are, in turn, over connections that it keeps open. It tries nothing twice: what a replica does
 * not take is a 502, as with the usual ones.
 */
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export type Backend = {
  /** Where requests go: 'http://127.0.0.1:3000'. */
  readonly url: string;
  /** What answers 200 while it is ready. */
  readonly health: string;
};

export type Balancer = {
  readonly url: string;
  isReady(backend: Backend): boolean;
  /** How many requests found nobody, or were not taken. */
  readonly lost: string[];
  close(): Promise<void>;
};

const ASK_EVERY_MS = 500;
/** So many refusals in a row take a replica out; one yes brings it back. */
const OUT_AFTER = 2;
const ASK_WITHIN_MS = 2_000;

export async function startBalancer(backends: readonly Backend[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const missed = new Map(backends.map((one) => [one, OUT_AFTER]));
  const lost: string[] = [];
  let turn = 0;

  const isReady = (one: Backend) => (missed.get(one) ?? OUT_AFTER) < OUT_AFTER;
  const ask = async (one: Backend) => {
    const yes = await fetch(one.health, { signal: AbortSignal.timeout(ASK_WITHIN_MS) }).then(
      ({ ok }) => ok,
      () => false,
    );
    missed.set(one, yes ? 0 : (missed.get(one) ?? 0) + 1);
  };
  const timer = setInterval(() => backends.map(ask), ASK_EVERY_MS);

  function hand(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const ready = backends.filter(isReady);
    turn += 1;
    const backend = ready[turn % Math.max(1, ready.length)];
    const lose = (why: string) => {
      lost.push(why);
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    };
    if (backend === undefined) {
      lose('nobody is ready');
      return;
    }
    const { method, url, headers } = incoming;
    const onward = httpRequest(`${backend.url}${url}`, { method, headers, agent }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      if (answer.statusCode === 503) lost.push('refused by a replica that was ready');
    });
    onward.on('error', (error) => lose(error.message));
    incoming.pipe(onward);
  }

  const server = createServer(hand);
  // Node's five seconds would close a connection while its owner writes into it.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    isReady,
    lost,
    async close() {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
