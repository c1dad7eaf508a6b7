import { type Client, DiscordjsError, DiscordjsErrorCodes, Events, Status } from 'discord.js';
import type { Log } from '../../ports/log.ts';
import type { Health, Started } from '../../ports/platform.ts';
import {
  CONNECTING,
  cannotConnect,
  NO_HEARTBEAT,
  REFUSED_INTENTS,
  shardsAway,
  WRONG_SHARDS,
  WRONG_TOKEN,
} from '../../show/messages/en/discord.ts';
import { loggable } from './refusals.ts';

export type Timing = {
  /** How long a start waits for the gateway before it goes on in the background. */
  readonly startMs: number;
  /** Between tries to sign in, doubled up to `retryMostMs`. */
  readonly retryMs: number;
  readonly retryMostMs: number;
  /** A shard that has been away for so long gets a new client: discord.js has lost its way. */
  readonly rebuildMs: number;
  /** Health: no confirmed heartbeat for so long is a connection that only looks open. Discord's interval is 41 s. */
  readonly heartbeatMs: number;
  readonly watchMs: number;
};

export const TIMING: Timing = {
  startMs: 20_000,
  retryMs: 1_000,
  retryMostMs: 60_000,
  rebuildMs: 180_000,
  heartbeatMs: 150_000,
  watchMs: 5_000,
};

type Parts = {
  /** `wanted`: whether the client is still the one that is to be connected. */
  readonly make: (wanted: () => boolean) => Client;
  readonly token: string;
  readonly log: Log;
  readonly now: () => number;
  readonly timing: Timing;
};

type State =
  | { readonly kind: 'idle' }
  /** Signed in once or trying to; the shards themselves say whether they are connected. */
  | { readonly kind: 'running'; readonly client: Client }
  | { readonly kind: 'refused'; readonly why: string; readonly mend: string }
  | { readonly kind: 'stopped' };

/** The way to the gateway: signs in, keeps trying, and starts over when discord.js does not come back by itself. */
export class Connection {
  readonly #parts: Parts;
  #state: State = { kind: 'idle' };
  /** Since when it is not connected; undefined while it is. */
  #awaySince: number | undefined;
  #trouble = CONNECTING;
  #tries = 0;
  #retry: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Resolves when connected, when Discord refuses for good, or when it takes too long: then it goes on trying. */
  async start(): Promise<Started> {
    const { now, timing } = this.#parts;
    this.#awaySince = now();
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timing.startMs);
    });
    await Promise.race([this.#signIn().then((client) => client && isUp(client)), patience]);
    clearTimeout(timer);
    if (this.#state.kind === 'refused') return this.#state;
    this.#watch = setInterval(() => this.#look(), timing.watchMs).unref();
    const why = this.#hindrance(now());
    return why === undefined ? { kind: 'started' } : { kind: 'trying', why };
  }

  async stop(): Promise<void> {
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    const state = this.#state;
    this.#state = { kind: 'stopped' };
    if (state.kind !== 'running') return;
    silence(state.client);
    await state.client.destroy();
  }

  health(now: number): Health {
    if (this.#state.kind === 'refused') return { kind: 'refused', why: this.#state.why };
    const why = this.#hindrance(now);
    if (why === undefined) return { kind: 'well' };
    return { kind: 'recovering', why, sinceMs: now - (this.#awaySince ?? now) };
  }

  /** The client that is signed in; undefined where it is not, yet or for good. */
  async #signIn(): Promise<Client | undefined> {
    const { make, token, log, timing } = this.#parts;
    const client: Client = make(() => this.#current() === client);
    this.#state = { kind: 'running', client };
    this.#listen(client);
    try {
      await client.login(token);
      this.#tries = 0;
      return client;
    } catch (error) {
      if (this.#current() !== client) return undefined;
      const refusal = refusalOf(error);
      if (refusal !== undefined) {
        this.#state = { kind: 'refused', ...refusal };
        log.error({ why: refusal.why, mend: refusal.mend }, 'Discord refused the bot');
        return undefined;
      }
      const afterMs = Math.min(timing.retryMs * 2 ** this.#tries, timing.retryMostMs);
      this.#tries += 1;
      this.#trouble = cannotConnect(error instanceof Error ? error.message : String(error));
      log.warn({ err: loggable(error), afterMs }, 'Could not sign in to Discord');
      this.#retry = setTimeout(() => void this.#signIn(), afterMs).unref();
      return undefined;
    }
  }

  #listen(client: Client): void {
    const { log, now } = this.#parts;
    client.on(Events.Error, (error) => log.error({ err: loggable(error) }, 'discord.js reported an error'));
    client.on(Events.ShardError, (error, shard) =>
      log.warn({ err: loggable(error), shard }, 'A shard had an error'),
    );
    client.on(Events.ShardReady, (shard) => log.info({ shard }, 'A shard is ready'));
    client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'A shard resumed'));
    client.on(Events.ShardReconnecting, (shard) => {
      this.#awaySince ??= now();
      log.warn({ shard }, 'A shard is reconnecting');
    });
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      if (this.#current() !== client) return;
      const refusal = CLOSED_FOR_GOOD[code];
      log.error({ shard, code, ...refusal }, 'Discord closed a shard for good');
      if (refusal !== undefined) this.#state = { kind: 'refused', ...refusal };
    });
  }

  /** Notes how the shards are, and starts over when they have been away for too long. */
  #look(): void {
    const { log, now, timing } = this.#parts;
    const client = this.#current();
    if (client === undefined) return;
    const why = this.#hindrance(now());
    if (why === undefined) {
      this.#awaySince = undefined;
      return;
    }
    this.#awaySince ??= now();
    const awayMs = now() - this.#awaySince;
    // Signing in has its own retries; only a client that was signed in can have lost its way.
    if (awayMs < timing.rebuildMs || !client.isReady()) return;
    log.warn({ why, awayMs }, 'The gateway does not come back: starting over with a new client');
    this.#awaySince = now();
    silence(client);
    client
      .destroy()
      .catch((error: unknown) => log.warn({ err: loggable(error) }, 'The old client did not close'));
    void this.#signIn();
  }

  #current(): Client | undefined {
    return this.#state.kind === 'running' ? this.#state.client : undefined;
  }

  /** What keeps the bot from answering; undefined when nothing does. */
  #hindrance(now: number): string | undefined {
    const client = this.#current();
    if (client === undefined || !client.isReady()) return this.#trouble;
    const shards = [...client.ws.shards.values()];
    const away = shards.filter(({ status }) => status !== Status.Ready).length;
    if (away > 0 || shards.length === 0) return shardsAway(away, shards.length);
    const stale = shards.some(
      ({ lastPingTimestamp }) =>
        lastPingTimestamp > 0 && now - lastPingTimestamp > this.#parts.timing.heartbeatMs,
    );
    return stale ? NO_HEARTBEAT : undefined;
  }
}

/** Signing in is over before the shards are ready; or they are refused only then. */
async function isUp(client: Client): Promise<void> {
  if (client.isReady()) return;
  await new Promise<unknown>((resolve) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, resolve);
  });
}

/** What a client that is left behind still hears is nobody's business any more. */
function silence(client: Client): void {
  client.removeAllListeners();
  client.ws.removeAllListeners();
  client.on(Events.Error, () => {});
}

/** Gateway close codes after which connecting again is no use (topics/opcodes-and-status-codes). */
const CLOSED_FOR_GOOD: Readonly<Record<number, { why: string; mend: string }>> = {
  4004: WRONG_TOKEN,
  4010: WRONG_SHARDS,
  4011: WRONG_SHARDS,
  4013: REFUSED_INTENTS,
  4014: REFUSED_INTENTS,
};

/** The refusals that only a person can mend; anything else is worth another try. */
function refusalOf(error: unknown): { why: string; mend: string } | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return WRONG_TOKEN;
  // @discordjs/ws throws plain errors: their sentences are all that tells them apart.
  const message = error instanceof Error ? error.message : '';
  if (/authentication failed/i.test(message)) return WRONG_TOKEN;
  if (/intents/i.test(message)) return REFUSED_INTENTS;
  if (/invalid shard|sharding is required/i.test(message)) return WRONG_SHARDS;
  return undefined;
}
