import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../kit/until.ts';
import { ACK_WITHIN_MS, type Exchange } from './exchange.ts';
import { Gateway, type GatewaySettings } from './gateway.ts';
import { Mischief } from './mischief.ts';
import { answerTo, People } from './people.ts';
import { type CheckMessage, Post } from './post.ts';
import { type LimitSettings, RateLimits } from './ratelimits.ts';
import { formRefusal } from './refusal.ts';
import { Rest } from './rest.ts';
import { applicationRoutes } from './routes/application.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { validateDiscordMessage } from './validate.ts';
import { joinedGuildView } from './views.ts';
import { type Channel, type Guild, type Json, type Message, type User, World } from './world.ts';

export type DiscordSettings = {
  readonly token?: string;
  readonly port?: number;
  readonly gateway?: Partial<GatewaySettings>;
  readonly limits?: Partial<LimitSettings>;
  /** How long a nonce is remembered; five minutes when it is left out. */
  readonly nonceMs?: number;
  /** How long an interaction's token lives; fifteen minutes when it is left out. */
  readonly tokenMs?: number;
  /** How long an interaction waits for its acknowledgement; Discord's three seconds when it is left out. */
  readonly ackWithinMs?: number;
  readonly check?: CheckMessage;
  /** A network between bot and server: how long a packet travels, in ms. */
  readonly oneWayMs?: number;
};

/**
 * A Discord on the loopback: REST v10 and the gateway, as strict as the real one, and ready to misbehave on command.
 * `api` is what DISCORD_API_URL is set to.
 */
export class LocalDiscord {
  readonly world: World;
  readonly gateway: Gateway;
  readonly limits: RateLimits;
  readonly mischief = new Mischief();
  readonly rest: Rest;
  readonly people: People;
  readonly exchanges = new Map<string, Exchange>();
  /** Somebody, a guild of theirs, and its channel. */
  readonly user: User;
  readonly guild: Guild;
  readonly channel: Channel;
  #server: Server;
  #port = 0;

  constructor(settings: DiscordSettings = {}) {
    this.world = new World(settings.token ?? `local.${randomBytes(12).toString('hex')}`);
    this.user = this.world.addUser('alice');
    const { guild, channel } = this.world.addGuild('A guild', this.user);
    this.guild = guild;
    this.channel = channel;
    this.gateway = new Gateway(this.world, { oneWayMs: settings.oneWayMs ?? 0, ...settings.gateway });
    this.limits = new RateLimits(settings.limits);
    const post = new Post(this.world, this.gateway, settings.check ?? check);
    this.rest = new Rest({
      world: this.world,
      limits: this.limits,
      mischief: this.mischief,
      oneWayMs: settings.oneWayMs ?? 0,
      routes: [
        ...applicationRoutes(this.world, this.gateway),
        ...messageRoutes(this.world, post, { nonceMs: settings.nonceMs ?? 300_000 }),
        ...interactionRoutes(this.world, post, this.exchanges, {
          tokenMs: settings.tokenMs ?? 900_000,
          ackWithinMs: settings.ackWithinMs ?? ACK_WITHIN_MS,
        }),
      ],
    });
    this.people = new People({ world: this.world, gateway: this.gateway, exchanges: this.exchanges });
    this.#server = this.#make();
    this.#port = settings.port ?? 0;
  }

  get api(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get token(): string {
    return this.world.token;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    this.gateway.attach(this.#server, `ws://127.0.0.1:${this.#port}/gateway`);
    return this;
  }

  /** Gone from the network: connections are cut, new ones refused, until `appear`. */
  async vanish(): Promise<void> {
    this.gateway.cut();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async appear(): Promise<void> {
    this.#server = this.#make();
    await this.listen();
  }

  /** Somebody puts the bot out of the first guild. */
  kick(): void {
    this.guild.members.delete(this.world.bot.id);
    this.gateway.push('GUILD_DELETE', { id: this.guild.id });
  }

  /** And invites it again; `unheard` while no session is there to be told. */
  invite({ unheard = false }: { readonly unheard?: boolean } = {}): void {
    this.guild.members.set(this.world.bot.id, { user: this.world.bot.id, roles: [] });
    if (!unheard) this.gateway.push('GUILD_CREATE', joinedGuildView(this.world, this.guild));
  }

  /** A slash command of the first person's in the first channel, and what came back. */
  async ask(command: string, about?: string): Promise<Message> {
    const where = { channel: this.channel.id, user: this.user.id };
    return answerTo(this.people.slash(command, about, where));
  }

  /** Waits until the bot is on the gateway, with `shards` of them. */
  async connected(shards = 1): Promise<void> {
    await until(() => (this.gateway.connected >= shards ? true : undefined), 'the bot');
  }

  async close(): Promise<void> {
    await this.vanish();
  }

  #make(): Server {
    return createServer((request, response) => {
      this.rest.serve(request, response).catch((error: unknown) => {
        this.world.fault(`the local server broke: ${String(error)}`);
        request.socket.destroy();
      });
    });
  }
}

function check(body: Json): void {
  const [fault] = validateDiscordMessage(body);
  if (fault !== undefined) throw formRefusal('body', 'REFUSED', fault);
}

export function startDiscord(settings: DiscordSettings = {}): Promise<LocalDiscord> {
  return new LocalDiscord(settings).listen();
}
