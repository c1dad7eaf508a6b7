import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { joinedGuildView, userView } from './views.ts';
import type { Json, World } from './world.ts';

export const Intent = {
  guilds: 1 << 0,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN = (1 << 25) - 1;
const REPLAY = 1_000;

type Session = {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  sequence: number;
  log: { op: 0; t: string; d: unknown; s: number }[];
  connection: Connection | undefined;
};
type Connection = { readonly socket: WebSocket; session: Session | undefined; silent: boolean };

export type GatewaySettings = {
  readonly heartbeatMs: number;
  /** One identify in `identifyPerMs` is let through, per `shard % concurrency`. Discord: 5,000 ms; 0 lets all through. */
  readonly identifyPerMs: number;
  readonly concurrency: number;
  /** What /gateway/bot recommends. */
  readonly shards: number;
  /** Fewer than this are refused. */
  readonly shardsRequired: number;
  /** How long an event travels. */
  readonly oneWayMs: number;
};

/** The gateway: sessions, shards, intents, heartbeats; and all the ways in which a connection goes bad. */
export class Gateway {
  readonly settings: GatewaySettings;
  readonly counts = { identify: 0, resume: 0, resumed: 0, heartbeat: 0 };
  readonly sessions = new Map<string, Session>();
  readonly #world: World;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Connection>();
  readonly #identified = new Map<number, number>();
  #refusals = 0;
  #url = '';

  constructor(world: World, settings: Partial<GatewaySettings> = {}) {
    this.#world = world;
    this.settings = {
      heartbeatMs: 41_250,
      identifyPerMs: 0,
      concurrency: 16,
      shards: 1,
      shardsRequired: 1,
      oneWayMs: 0,
      ...settings,
    };
  }

  attach(server: Server, url: string): void {
    this.#url = url;
    server.on('upgrade', (request: IncomingMessage, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#open(webSocket));
    });
  }

  /** What GET /gateway/bot says. */
  information(): Json {
    return {
      url: this.#url,
      shards: this.settings.shards,
      session_start_limit: {
        total: 1_000,
        remaining: 1_000 - this.counts.identify,
        reset_after: 86_400_000,
        max_concurrency: this.settings.concurrency,
      },
    };
  }

  /** An event for the shard that it belongs to, if that one asked for such events. Guilds are spread as Discord does. */
  dispatch(event: string, data: unknown, to: { guild?: string; intent?: number }): void {
    for (const session of this.sessions.values()) {
      const [shard, count] = session.shard;
      const home = to.guild === undefined ? 0 : Number((BigInt(to.guild) >> 22n) % BigInt(count));
      if (shard !== home) continue;
      if (to.intent !== undefined && (session.intents & to.intent) === 0) continue;
      this.#push(session, event, withheld(data, session, this.#world.bot.id));
    }
  }

  /** Any frame to every connection, whatever it holds. */
  raw(frame: string): void {
    for (const { socket } of this.#connections) socket.send(frame);
  }

  /** An event as it stands, to every session, in sequence. */
  push(event: string, data: unknown): void {
    for (const session of this.sessions.values()) this.#push(session, event, data);
  }

  close(code: number): void {
    for (const { socket } of this.#connections) socket.close(code);
  }

  cut(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }

  /** A zombie: sockets stay open and nothing comes any more. 'deaf' does not even answer a close. */
  silence(how: 'mute' | 'deaf' = 'mute'): void {
    for (const connection of this.#connections) {
      connection.silent = true;
      if (how === 'deaf') (connection.socket as unknown as { _socket: { pause(): void } })._socket.pause();
    }
  }

  /** Op 7. */
  askToReconnect(): void {
    for (const connection of this.#connections) send(connection, { op: 7, d: null });
  }

  /** Op 9. */
  invalidate(resumable: boolean): void {
    for (const connection of this.#connections) send(connection, { op: 9, d: resumable });
  }

  /** The next `times` resumes are refused, as after a long absence. */
  refuseResumes(times: number): void {
    this.#refusals = times;
  }

  /** Sockets that are open, with or without a session. */
  get open(): number {
    return this.#connections.size;
  }

  get connected(): number {
    return [...this.#connections].filter((connection) => connection.session !== undefined).length;
  }

  #open(socket: WebSocket): void {
    const connection: Connection = { socket, session: undefined, silent: false };
    this.#connections.add(connection);
    send(connection, { op: 10, d: { heartbeat_interval: this.settings.heartbeatMs } });
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.#connections.delete(connection);
      const { session } = connection;
      if (session?.connection !== connection) return;
      session.connection = undefined;
      if (code === 1000 || code === 1001) this.sessions.delete(session.id);
    });
    socket.on('message', (data) => {
      if (connection.silent) return;
      this.#hear(connection, JSON.parse(String(data)) as { op: number; d: Json });
    });
  }

  #hear(connection: Connection, { op, d }: { op: number; d: Json }): void {
    if (op === 1) {
      this.counts.heartbeat += 1;
      this.#world.events.emit('heartbeat');
      send(connection, { op: 11 });
    } else if (op === 2) this.#identify(connection, d);
    else if (op === 6) this.#resume(connection, d);
    else if (connection.session === undefined) connection.socket.close(4003);
    else if (op !== 3 && op !== 4 && op !== 8) {
      this.#world.fault(`the gateway got an unknown opcode: ${op}`);
      connection.socket.close(4001);
    }
  }

  #identify(connection: Connection, d: Json): void {
    this.counts.identify += 1;
    const shard = (d.shard ?? [0, 1]) as [number, number];
    const intents = Number(d.intents);
    const refusal = this.#refusalOf(connection, d, intents, shard);
    if (refusal !== undefined) {
      connection.socket.close(refusal);
      return;
    }
    const key = shard[0] % this.settings.concurrency;
    if (Date.now() - (this.#identified.get(key) ?? 0) < this.settings.identifyPerMs) {
      send(connection, { op: 9, d: false });
      return;
    }
    this.#identified.set(key, Date.now());
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, shard, intents, sequence: 0, log: [], connection };
    this.sessions.set(id, session);
    connection.session = session;
    this.#ready(session);
  }

  /** The code that the connection is closed with. */
  #refusalOf(connection: Connection, d: Json, intents: number, shard: [number, number]): number | undefined {
    if (connection.session !== undefined) return 4005;
    if (d.token !== this.#world.token) return 4004;
    if (!Number.isInteger(intents) || (intents & ~KNOWN) !== 0) return 4013;
    if ((intents & PRIVILEGED) !== 0) return 4014;
    if (!(shard[0] >= 0 && shard[0] < shard[1])) return 4010;
    return shard[1] < this.settings.shardsRequired ? 4011 : undefined;
  }

  #ready(session: Session): void {
    const [shard, count] = session.shard;
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) =>
        guild.members.has(this.#world.bot.id) && Number((BigInt(guild.id) >> 22n) % BigInt(count)) === shard,
    );
    this.#push(session, 'READY', {
      v: 10,
      user: { ...userView(this.#world.bot), verified: true, mfa_enabled: true, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#url,
      session_type: 'normal',
      private_channels: [],
      relationships: [],
      application: { id: this.#world.bot.id, flags: 0 },
      shard: session.shard,
    });
    if ((session.intents & Intent.guilds) !== 0) {
      for (const guild of guilds) this.#push(session, 'GUILD_CREATE', joinedGuildView(this.#world, guild));
    }
    this.#world.events.emit('ready', session.shard);
  }

  #resume(connection: Connection, d: Json): void {
    this.counts.resume += 1;
    const session = this.sessions.get(String(d.session_id));
    const refused = this.#refusals > 0;
    if (refused) {
      this.#refusals -= 1;
      this.sessions.delete(String(d.session_id));
    }
    if (refused || session === undefined || d.token !== this.#world.token) {
      send(connection, { op: 9, d: false });
      return;
    }
    connection.session = session;
    session.connection = connection;
    for (const frame of session.log) if (frame.s > Number(d.seq)) send(connection, frame);
    this.#push(session, 'RESUMED', {});
    this.counts.resumed += 1;
    this.#world.events.emit('resumed', session.shard);
  }

  #push(session: Session, t: string, d: unknown): void {
    session.sequence += 1;
    const frame = { op: 0 as const, t, d, s: session.sequence };
    session.log.push(frame);
    if (session.log.length > REPLAY) session.log.shift();
    const deliver = () => session.connection !== undefined && send(session.connection, frame);
    if (this.settings.oneWayMs > 0) setTimeout(deliver, this.settings.oneWayMs);
    else deliver();
  }
}

function send({ socket, silent }: Connection, frame: object): void {
  if (!silent && socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}

/** Without the privileged intent a message's content is empty, unless it is direct, mentions the bot or is its own. */
function withheld(data: unknown, session: Session, bot: string): unknown {
  const message = data as Json & { author?: { id: string }; mentions?: { id: string }[] };
  if (message?.author === undefined || message.mentions === undefined) return data;
  if ((session.intents & Intent.messageContent) !== 0 || message.guild_id === undefined) return data;
  if (message.author.id === bot || message.mentions.some(({ id }) => id === bot)) return data;
  return { ...message, content: '', embeds: [], components: [], attachments: [] };
}
