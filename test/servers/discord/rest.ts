import type { IncomingMessage, ServerResponse } from 'node:http';
import { limitAnswer, type Mischief, type Trick } from './mischief.ts';
import type { RateLimits } from './ratelimits.ts';
import { notFound, Refusal, unauthorised } from './refusal.ts';
import type { File, Json, World } from './world.ts';

/** A request as a route sees it. */
export type Call = {
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: File[];
};

export type Route = {
  readonly method: string;
  /** `/channels/:id/messages`; `:id` is a snowflake, `:any` anything without a slash. */
  readonly path: string;
  /** Carries its own token in the path: needs no bot token, and is exempt from the global limit. */
  readonly interaction?: true;
  /** `undefined` answers 204. */
  readonly handle: (call: Call) => unknown;
};

export type Seen = { method: string; path: string; status: number; at: number; body: unknown };

type Parts = {
  world: World;
  limits: RateLimits;
  mischief: Mischief;
  routes: readonly Route[];
  /** How long a request travels. */
  oneWayMs: number;
};
type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** REST v10: limits, sign-in, routes; everything that a request meets before and after its route. */
export class Rest {
  /** Every request, in order. */
  readonly seen: Seen[] = [];
  readonly #parts: Parts;
  readonly #routes: { route: Route; pattern: RegExp }[];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#routes = parts.routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const versioned = /^\/api\/v10(\/.*)$/.exec(url.pathname);
    const path = decodeURIComponent(versioned?.[1] ?? url.pathname);
    const method = request.method ?? 'GET';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { oneWayMs } = this.#parts;
    if (oneWayMs > 0) await new Promise((resolve) => setTimeout(resolve, oneWayMs));
    const seen: Seen = { method, path, status: 0, at: Date.now(), body: undefined };
    this.seen.push(seen);
    const trick = this.#parts.mischief.take(`${method} ${path}`);
    if (trick?.kind === 'cut') return void request.socket.destroy();
    if (trick?.kind === 'hang') return;
    if (trick?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, trick.ms));
    const answer =
      instead(trick) ??
      (await this.#answer(method, path, url, request, Buffer.concat(chunks), seen, versioned !== null));
    seen.status = answer.status;
    if ([401, 403, 429].includes(answer.status)) this.#parts.limits.countInvalid(Date.now());
    send(request, response, answer, trick);
  }

  async #answer(
    method: string,
    path: string,
    url: URL,
    request: IncomingMessage,
    raw: Buffer,
    seen: Seen,
    versioned: boolean,
  ): Promise<Answer> {
    const { world, limits } = this.#parts;
    try {
      const found = this.#routes.find(({ route, pattern }) => route.method === method && pattern.test(path));
      if (!versioned || found === undefined) {
        world.fault(`asked for what is not there: ${method} ${url.pathname}`);
        throw notFound();
      }
      const { route, pattern } = found;
      if (!route.interaction && request.headers.authorization !== `Bot ${world.token}`) throw unauthorised();
      const ids = pattern.exec(path)!.slice(1);
      const verdict = limits.check(method, route.path, ids[0] ?? '', route.interaction ?? false, Date.now());
      if (verdict.kind === 'banned') return { status: 429, body: undefined };
      if (verdict.kind === 'limited') return { status: 429, headers: verdict.headers, body: verdict.body };
      const { body, files } = await read(request, raw);
      seen.body = body;
      const result = await route.handle({ ids, query: url.searchParams, body, files });
      return { status: result === undefined ? 204 : 200, body: result, headers: verdict.headers };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 50035 || error.code === 50006) {
        world.fault(`${method} ${path}: ${JSON.stringify(error.body)}`);
      }
      return { status: error.status, body: error.body };
    }
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(':id', '(\\d{1,20})').replaceAll(':any', '([^/]+)')}$`);
}

function instead(trick: Trick | undefined): Answer | undefined {
  if (trick?.kind === 'limit') return { status: 429, ...limitAnswer(trick) };
  if (trick?.kind === 'garbage') return { status: 200, body: '<html>garbage' };
  if (trick?.kind !== 'status') return undefined;
  return {
    status: trick.status,
    body: trick.body ?? { message: 'ordered', code: 0 },
    ...(trick.headers ? { headers: trick.headers } : {}),
  };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer, trick?: Trick): void {
  if (trick?.kind === 'done-then-cut') return void request.socket.destroy();
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const type = typeof answer.body === 'string' ? 'text/html' : 'application/json';
  if (text === undefined) {
    response.writeHead(answer.status, answer.headers ?? {});
    return void response.end();
  }
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-type': trick?.kind === 'garbage' ? 'application/json' : type,
    'content-length': Buffer.byteLength(text),
  });
  if (trick?.kind !== 'half') return void response.end(text);
  response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
}

async function read(request: IncomingMessage, raw: Buffer): Promise<{ body: unknown; files: File[] }> {
  const type = request.headers['content-type'] ?? '';
  if (type.includes('json')) return { body: parse(raw.toString()), files: [] };
  if (!type.includes('multipart')) return { body: undefined, files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files: File[] = [];
  let body: unknown;
  for (const [key, value] of form) {
    if (typeof value === 'string') body = key === 'payload_json' ? parse(value) : body;
    else {
      files.push({
        index: /\d+/.exec(key)?.[0] ?? '',
        name: value.name,
        type: value.type,
        data: Buffer.from(await value.arrayBuffer()),
      });
    }
  }
  return { body, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Refusal(400, 50109, 'The request body contains invalid JSON.');
  }
}
