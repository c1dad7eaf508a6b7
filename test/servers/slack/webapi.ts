/** Answers Web API requests: reads the arguments, knows the token, holds the rate, asks the method. */
import type { IncomingMessage } from 'node:http';
import { type Answer, type Asked, argumentFault, METHODS } from './methods.ts';
import type { Traffic } from './traffic.ts';
import { type Message, type Team, teamOfToken, type World } from './world.ts';

export type Spoken = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Answer;
};

export type WebApi = {
  answer(method: string, request: IncomingMessage, args: Record<string, unknown>): Spoken;
  newTs(): string;
};

export type WebApiParts = {
  readonly world: World;
  readonly traffic: Traffic;
  /** Least ms between two posts in one channel; 0 does not limit. */
  readonly postEveryMs: number;
  /** The same between two looks into the history of a workspace's channels. */
  readonly historyEveryMs: number;
  readonly now: () => number;
  base(): string;
  posted(team: Team, message: Message): void;
  revoked(team: Team): void;
  openConnection(): Answer;
  oauthAccess(args: Readonly<Record<string, unknown>>): Answer;
};

/** Messages at once for apps outside the Marketplace. */
const SHORT_HISTORY = 15;

export function newWebApi(parts: WebApiParts): WebApi {
  const { world, traffic } = parts;
  const { now } = parts;
  const lastPosts = new Map<string, number>();
  const lastLooks = new Map<string, number>();
  let lastTs = 0;

  /** Microseconds, always rising, as Slack's are within a channel. */
  function newTs(): string {
    lastTs = Math.max(lastTs + 1, now() * 1000);
    return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`;
  }

  function answer(method: string, request: IncomingMessage, args: Record<string, unknown>): Spoken {
    const token =
      request.headers.authorization?.replace(/^Bearer /u, '') ?? (args.token as string | undefined);
    const call = { method, token, args, at: now(), answer: undefined as unknown };
    traffic.calls.push(call);
    const spoken = decide(method, token, args);
    call.answer = spoken.body;
    return spoken;
  }

  function decide(method: string, token: string | undefined, args: Record<string, unknown>): Spoken {
    if (method === 'api.test') return plain({ ok: true });
    if (method === 'oauth.v2.access') return plain(parts.oauthAccess(args));
    if (method === 'apps.connections.open') {
      if (token === undefined || token === '') return plain({ ok: false, error: 'not_authed' });
      if (token.startsWith('xoxb-')) return plain({ ok: false, error: 'not_allowed_token_type' });
      return plain(
        token === world.app.appToken ? parts.openConnection() : { ok: false, error: 'invalid_auth' },
      );
    }
    const known = METHODS[method];
    if (known === undefined) {
      traffic.fault('a method that does not exist', method);
      return plain({ ok: false, error: 'unknown_method' });
    }
    if (token === undefined || token === '') return plain({ ok: false, error: 'not_authed' });
    if (token.startsWith('xapp-')) return plain({ ok: false, error: 'not_allowed_token_type' });
    const team = teamOfToken(world, token);
    if (team?.install === undefined) return plain({ ok: false, error: 'invalid_auth' });
    if (team.install.state === 'expired') return plain({ ok: false, error: 'token_expired' });
    if (team.install.state === 'revoked') return plain({ ok: false, error: 'token_revoked' });
    if (team.install.state === 'uninstalled') return plain({ ok: false, error: 'account_inactive' });

    const wrong = argumentFault(known, args);
    if (wrong !== undefined) {
      traffic.fault(`${method}: ${wrong}`, args);
      return plain({
        ok: false,
        error: 'invalid_arguments',
        response_metadata: { messages: [`[ERROR] ${wrong}`] },
      });
    }
    const base = parts.base();
    const asked: Asked = {
      base,
      world,
      traffic,
      team,
      args,
      newTs,
      posted: parts.posted,
      revoked: parts.revoked,
    };
    const needed = known.scope?.(asked) ?? [];
    const scopes = [...team.install.scopes].join(',');
    const headers = { 'x-oauth-scopes': scopes, 'x-accepted-oauth-scopes': needed.join(',') };
    if (needed.length > 0 && !needed.some((scope) => team.install?.scopes.has(scope))) {
      return {
        status: 200,
        headers,
        body: { ok: false, error: 'missing_scope', needed: needed.join(','), provided: scopes },
      };
    }
    const waits = tooSoonFor(method, team.id, args);
    if (waits > 0) {
      return {
        status: 429,
        headers: { ...headers, 'retry-after': String(waits) },
        body: { ok: false, error: 'ratelimited' },
      };
    }
    const short = method === 'conversations.history' && parts.historyEveryMs > 0;
    const given = short
      ? { ...args, limit: Math.min(SHORT_HISTORY, Number(args.limit ?? SHORT_HISTORY)) }
      : args;
    return { status: 200, headers, body: known.handle({ ...asked, args: given }) };
  }

  /** Whole seconds to wait before it is taken. */
  function tooSoonFor(method: string, team: string, args: Record<string, unknown>): number {
    if (method === 'chat.postMessage')
      return tooSoon(lastPosts, `${team}/${String(args.channel)}`, parts.postEveryMs);
    return method === 'conversations.history' ? tooSoon(lastLooks, team, parts.historyEveryMs) : 0;
  }

  function tooSoon(last: Map<string, number>, where: string, everyMs: number): number {
    if (everyMs === 0) return 0;
    const left = (last.get(where) ?? Number.NEGATIVE_INFINITY) + everyMs - now();
    if (left > 0) return Math.ceil(left / 1000);
    last.set(where, now());
    return 0;
  }

  return { answer, newTs };
}

/** The arguments of a request: a form whose values may be JSON, or JSON. Undefined when it is neither. */
export function readArguments(type: string, body: string): Record<string, unknown> | undefined {
  if (body === '') return {};
  if (type.startsWith('application/json')) {
    try {
      const read: unknown = JSON.parse(body);
      return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined;
    } catch {
      return undefined;
    }
  }
  const args: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(body)) args[name] = readValue(name, value);
  return args;
}

const JSON_ARGUMENTS = ['blocks', 'view', 'metadata'];

function readValue(name: string, value: string): unknown {
  if (!JSON_ARGUMENTS.includes(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function plain(body: Answer): Spoken {
  return { status: 200, headers: {}, body };
}
