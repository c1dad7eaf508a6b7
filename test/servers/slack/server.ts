/**
 * A strict local Slack: Web API, socket mode, signed HTTP requests, response URLs and OAuth. It refuses what the real
 * one refuses and records as a fault what the real one loses or punishes. It listens on the loopback only.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { until } from '../../kit/until.ts';
import { type Deliveries, type Mode, newDeliveries } from './deliveries.ts';
import { takeUpload } from './files.ts';
import { newOrders, type Order, spoil } from './misbehave.ts';
import { newOAuth, type OAuth } from './oauth.ts';
import { newPeople, type People } from './people.ts';
import { newResponseUrls, type ResponseUrls } from './responses.ts';
import { newSockets, type Sockets } from './sockets.ts';
import { newTraffic, type Traffic } from './traffic.ts';
import { newWebApi, readArguments, type WebApi } from './webapi.ts';
import { type Message, newWorld, type Team, type World } from './world.ts';

export type LocalSlack = {
  /** What `SLACK_API_URL` must be. */
  readonly apiUrl: string;
  readonly world: World;
  /** The workspace that is there from the start. */
  readonly home: Team;
  readonly traffic: Traffic;
  readonly sockets: Sockets;
  readonly people: People;
  readonly deliveries: Deliveries;
  readonly oauth: OAuth;
  /** Every message that was posted, in order, in all workspaces; not those through response URLs. */
  readonly posts: readonly Message[];
  misbehave(order: Order): void;
  behave(): void;
  /** Closes the port and all connections, and opens the same port again after `ms`. */
  vanish(ms: number): Promise<void>;
  /** The n-th posted message, from 1. */
  post(n: number): Promise<Message>;
  connected(): Promise<void>;
  close(): Promise<void>;
};

export type LocalSlackOptions = {
  readonly mode?: Mode;
  readonly port?: number;
  /** Least ms between two posts in one channel; the real one holds 1,000. 0, the default, does not limit. */
  readonly postEveryMs?: number;
  /**
   * Least ms between two calls of conversations.history in a workspace, which gives 15 messages at most then: the real
   * one holds a minute for apps outside its Marketplace. 0, the default, does not limit.
   */
  readonly historyEveryMs?: number;
  /** Its clock (epoch ms): of its messages, its limits, and the Date of its answers. */
  readonly now?: () => number;
  readonly pingEveryMs?: number;
  /** How far Slack is, in ms each way; on the loopback when left out. */
  readonly oneWayMs?: number;
  /** How long a frame or a request may wait for its acknowledgement; 3 s, as with the real one, when left out. */
  readonly ackWithinMs?: number;
};

const ACK_WITHIN_MS = 3000;

export async function startSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const { now = Date.now } = options;
  const world = newWorld();
  const traffic = newTraffic();
  const orders = newOrders();
  const posts: Message[] = [];
  const open = new Set<Socket>();
  let port = options.port ?? 0;
  const base = () => `http://127.0.0.1:${port}`;

  const sockets = newSockets({
    traffic,
    appId: world.app.id,
    wsUrl: () => `ws://127.0.0.1:${port}`,
    pingEveryMs: options.pingEveryMs ?? 5000,
    oneWayMs: options.oneWayMs ?? 0,
    ackWithinMs: options.ackWithinMs ?? ACK_WITHIN_MS,
  });
  const responseUrls = newResponseUrls(traffic);
  const oauth = newOAuth(world, traffic);
  const webApi = newWebApi({
    world,
    traffic,
    postEveryMs: options.postEveryMs ?? 0,
    historyEveryMs: options.historyEveryMs ?? 0,
    now,
    base,
    posted: (_team, message) => void posts.push(message),
    revoked: (team) => void setImmediate(() => people.revokes(team.id)),
    openConnection: sockets.open,
    oauthAccess: oauth.access,
  });
  const deliveries = newDeliveries(
    options.mode ?? { kind: 'socket' },
    sockets,
    traffic,
    options.ackWithinMs ?? ACK_WITHIN_MS,
  );
  const people = newPeople({ world, deliveries, responseUrls, base, newTs: webApi.newTs });
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('date', new Date(now()).toUTCString());
    void answer(request, response, {
      webApi,
      world,
      responseUrls,
      take: orders.take,
      oneWayMs: options.oneWayMs ?? 0,
    });
  };

  let server = await listen(port, handle, sockets, open);
  port = (server.address() as AddressInfo).port;

  return {
    apiUrl: `${base()}/api/`,
    world,
    home: [...world.teams.values()][0] as Team,
    traffic,
    sockets,
    people,
    deliveries,
    oauth,
    posts,
    misbehave: orders.give,
    behave: orders.clear,
    async vanish(ms) {
      sockets.cut();
      await shut(server, open);
      await new Promise((resolve) => setTimeout(resolve, ms));
      server = await listen(port, handle, sockets, open);
    },
    post: (n) => until(() => posts[n - 1], `post ${n}`),
    connected: async () => {
      await until(() => sockets.count() > 0, 'a connection');
      deliveries.flush();
    },
    async close() {
      deliveries.close();
      sockets.cut();
      await shut(server, open);
    },
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function listen(port: number, handle: Handler, sockets: Sockets, open: Set<Socket>): Promise<Server> {
  const server = createServer(handle);
  server.on('upgrade', sockets.upgrade);
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 4096 }, resolve);
  });
  return server;
}

async function shut(server: Server, open: Set<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const socket of open) socket.destroy();
  await closed;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: {
    webApi: WebApi;
    world: World;
    responseUrls: ResponseUrls;
    take(method: string): Order | undefined;
    oneWayMs: number;
  },
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://local').pathname;
  const body = await readBody(request);
  if (parts.oneWayMs > 0) await new Promise((resolve) => setTimeout(resolve, parts.oneWayMs));
  const isUpload = path.startsWith('/upload/');
  const type = String(request.headers['content-type'] ?? '');
  const args = isUpload ? {} : readArguments(type, body.toString());
  const method = path.startsWith('/api/') ? path.slice('/api/'.length) : undefined;
  const order = parts.take(isUpload ? 'upload' : (method ?? 'response_url'));
  const decide = async () => {
    if (isUpload) return takeUpload(parts.world, path, type, body);
    if (method === undefined) return { headers: {}, ...parts.responseUrls.use(path, args) };
    return parts.webApi.answer(method, request, args ?? {});
  };
  if (order !== undefined) {
    const right = order.after || order.mischief.kind === 'half' ? await decide() : undefined;
    if (await spoil(response, order.mischief, right?.body)) return;
    if (right !== undefined) return send(response, right);
  }
  send(response, await decide());
}

function send(
  response: ServerResponse,
  { status, headers, body }: { status: number; headers: Record<string, string>; body: unknown },
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
