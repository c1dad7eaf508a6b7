/** The connection of socket mode, held open by us: Bolt's own reconnection ends in an unhandled rejection when Slack is away. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Logger, SocketModeReceiver } from '@slack/bolt';
import type { Dispatcher } from 'undici';
import type { Log } from '../../ports/log.ts';
import type { Health } from '../../ports/platform.ts';
import * as say from '../../show/messages/en/slack.ts';
import type { Sink } from './ack.ts';
import type { ClientOptions } from './clients.ts';
import { onlyEnvelopes } from './envelopes.ts';
import { codeIn, isAboutToken, type Refusal, refusalOf } from './refusals.ts';

const HELLO_WITHIN_MS = 20_000;
const LONGEST_WAIT_MS = 15_000;
/** How long a token that Slack refuses is left alone. */
const REFUSED_WAIT_MS = 60_000;
/** Slack and we both ping every few seconds; this long with no frame, the connection is made anew. */
const SILENT_MS = 60_000;
/** And this long, something in us is broken: only a restart helps. */
const DEAD_MS = 180_000;
const FRAME_CHANNELS = ['undici:websocket:ping', 'undici:websocket:pong'];

export type SocketParts = {
  readonly appToken: string;
  readonly clientOptions: () => ClientOptions;
  /** The way out, where it is not the direct one. */
  readonly dispatcher?: Dispatcher | undefined;
  readonly pingTimeoutMs: number;
  readonly sink: Sink;
  readonly sdkLogger: Logger;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
};

export type Socket = {
  /** Connects and stays connected. Resolves after the first attempt: with what was refused, or undefined. */
  start(): Promise<Refusal | undefined>;
  stop(): void;
  health(now: number): Health;
};

type State =
  | { readonly kind: 'away'; readonly since: number }
  | { readonly kind: 'connected' }
  | { readonly kind: 'refused'; readonly why: string };

export function socket(parts: SocketParts): Socket {
  let state: State = { kind: 'away', since: parts.now() };
  let lastFrame = parts.now();
  let current: SocketModeReceiver | undefined;
  let host = '';
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const stop = new AbortController();

  /** Ping and pong frames pass below Bolt: undici tells of them, for every socket of the process. */
  const onFrame = (message: unknown) => {
    const { url } = (message as { websocket?: { url?: unknown } }).websocket ?? {};
    if (typeof url === 'string' && url.startsWith(host)) lastFrame = parts.now();
  };

  /** One attempt: undefined when connected. */
  async function connect(): Promise<Refusal | undefined> {
    const receiver = new SocketModeReceiver({
      appToken: parts.appToken,
      logger: parts.sdkLogger,
      autoReconnectEnabled: false,
      ...(parts.dispatcher !== undefined && { dispatcher: parts.dispatcher }),
      clientPingTimeout: parts.pingTimeoutMs,
      // A stop ends the attempt: what would come of it, nobody wants any more.
      installerOptions: { clientOptions: endedBy(stop.signal, parts.clientOptions()) },
    });
    receiver.init(parts.sink as Parameters<typeof receiver.init>[0]);
    const { client } = receiver;
    client.on('authenticated', (opened: { url?: string }) => {
      if (URL.canParse(opened.url ?? '')) host = new URL(opened.url ?? '').origin;
    });
    onlyEnvelopes(client, () => {
      lastFrame = parts.now();
    });
    current = receiver;
    const connecting = client.start();
    try {
      await within(connecting, HELLO_WITHIN_MS);
    } catch (error) {
      drop(receiver);
      // An attempt that outlives us drops what it gets: Slack would share commands out to it.
      connecting.then(
        () => drop(receiver),
        () => {},
      );
      return refusalOf(error);
    }
    if (stop.signal.aborted) drop(receiver);
    client.on('disconnected', () => {
      if (current === receiver) again('the connection was closed');
    });
    return undefined;
  }

  function drop(receiver: SocketModeReceiver): void {
    if (current === receiver) current = undefined;
    // disconnect() may never settle; its own timers end the socket.
    void receiver.client.disconnect();
  }

  async function attempt(): Promise<Refusal | undefined> {
    const refusal = await connect();
    if (stop.signal.aborted) return undefined;
    if (refusal === undefined) {
      failures = 0;
      lastFrame = parts.now();
      state = { kind: 'connected' };
      parts.log.info({}, 'Connected to Slack');
      return undefined;
    }
    failures += 1;
    const fatal = isAboutToken(refusal);
    if (fatal) state = { kind: 'refused', why: codeIn(refusal) };
    else if (state.kind !== 'away') state = { kind: 'away', since: parts.now() };
    parts.log.warn({ why: codeIn(refusal), failures }, 'Slack could not be connected to');
    later(waitFor(refusal));
    return refusal;
  }

  function again(why: string): void {
    if (stop.signal.aborted) return;
    if (state.kind === 'connected') state = { kind: 'away', since: parts.now() };
    parts.log.info({ why }, 'Connecting to Slack again');
    later(0);
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), ms);
  }

  function waitFor(refusal: Refusal): number {
    if (refusal.kind === 'rate-limited') return refusal.afterMs;
    if (isAboutToken(refusal)) return REFUSED_WAIT_MS;
    const wait = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (failures - 1));
    return wait * (0.8 + 0.4 * parts.random());
  }

  /** Bolt notices silence by its pings; this notices when Bolt does not. */
  const watch = () => {
    if (state.kind !== 'connected' || parts.now() - lastFrame < SILENT_MS) return;
    const silent = current;
    current = undefined;
    if (silent !== undefined) drop(silent);
    again('the connection was silent');
  };
  let watching: NodeJS.Timeout | undefined;

  return {
    async start() {
      // It may have been told to stop while the token was looked at.
      if (stop.signal.aborted) return undefined;
      for (const channel of FRAME_CHANNELS) subscribe(channel, onFrame);
      watching = setInterval(watch, SILENT_MS / 4);
      return await attempt();
    },
    stop() {
      stop.abort();
      clearTimeout(timer);
      clearInterval(watching);
      for (const channel of FRAME_CHANNELS) unsubscribe(channel, onFrame);
      if (current !== undefined) drop(current);
      current = undefined;
    },
    health(now) {
      if (state.kind === 'refused') return { kind: 'refused', why: state.why };
      if (state.kind === 'away') {
        return { kind: 'recovering', why: say.NO_SOCKET, sinceMs: Math.max(0, now - state.since) };
      }
      const silent = now - lastFrame;
      if (silent >= DEAD_MS) return { kind: 'stuck', why: say.STALE_SOCKET };
      return silent >= SILENT_MS
        ? { kind: 'recovering', why: say.STALE_SOCKET, sinceMs: silent }
        : { kind: 'well' };
    },
  };
}

/** The same, whose calls end with `signal` too. */
function endedBy(signal: AbortSignal, options: ClientOptions): ClientOptions {
  const { fetch: asking = fetch } = options;
  const ending = (own: AbortSignal | null | undefined) =>
    own instanceof AbortSignal ? AbortSignal.any([own, signal]) : signal;
  return { ...options, fetch: (url, init) => asking(url, { ...init, signal: ending(init?.signal) }) };
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no hello in time')), ms);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Whichever comes second is not waited for.
    work.catch(() => {});
  }
}
