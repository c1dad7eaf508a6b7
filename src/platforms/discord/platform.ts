import { type Client, Events, GatewayDispatchEvents, REST } from 'discord.js';
import type { DiscordSettings } from '../../config.ts';
import type { Bot } from '../../ports/bot.ts';
import type { Shown } from '../../ports/corrections.ts';
import { type Follow, followNothing, type Log } from '../../ports/log.ts';
import type { Pictures } from '../../ports/pictures.ts';
import type { Platform } from '../../ports/platform.ts';
import type { LeaseStore, SeenKeeper } from '../../ports/store.ts';
import { Turns } from '../../ports/turns.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { renderer } from './body.ts';
import { claiming } from './claim.ts';
import { apiOption, makeClient } from './client.ts';
import { Connection, TIMING, type Timing } from './connection.ts';
import { discordCourier } from './courier.ts';
import { referenceOf } from './in-time.ts';
import { isSnowflake } from './incoming.ts';
import { interactionAnswerer } from './interactions.ts';
import { messageAnswerer } from './messages.ts';
import { restOnce } from './once.ts';
import { loggable } from './refusals.ts';
import { RELIEF_TIMING, type ReliefTiming, relief } from './relief.ts';
import { permissionsBy } from './standing.ts';
import { welcoming } from './welcome.ts';

export type DiscordParts = {
  readonly bot: Bot;
  readonly config: DiscordSettings;
  readonly seen: SeenKeeper;
  readonly log: Log;
  readonly now: () => number;
  /** The bot was removed from a guild, for good. */
  readonly onRemoved: (guild: string) => void | Promise<void>;
  /** The bot was added to a guild, perhaps again. */
  readonly onJoined?: (guild: string) => void | Promise<void>;
  /** Of a new session: the guilds that it is in, which it may have been added to while nobody listened. */
  readonly onPresent?: (guilds: readonly string[]) => void | Promise<void>;
  /** Told of each answer that others read. */
  readonly shown?: Shown;
  /** Without it pictures are put into words. */
  readonly pictures?: Pictures;
  /** Where other processes, which share the store, may hear the same: who holds the shards, and this one's name. */
  readonly several?: {
    readonly leases: LeaseStore;
    readonly owner: string;
    readonly timing?: ReliefTiming;
  };
  readonly timing?: Partial<Timing>;
  readonly follow?: Follow;
};

const REQUEST_TIMEOUT_MS = 10_000;

/** Discord: the gateway in, REST out. */
export function createDiscord(parts: DiscordParts): Platform {
  const { bot, config, seen, log, now, onRemoved, onJoined, onPresent, follow = followNothing } = parts;
  const render = renderer(parts.pictures);
  const underWay = new Set<Promise<void>>();
  let stopping = false;

  /** For the digest: sends once, and leaves every second try to the ledger, and the pace to the delivery. */
  const once = restOnce(apiOption(config));
  /** For answers in channels: waits out limits and tries again, which their nonces make safe. */
  const patient = new REST({ ...apiOption(config), timeout: REQUEST_TIMEOUT_MS });

  const permissions = permissionsBy(patient, config.token, log, bot.messagesFor(DEFAULT_LOCALE));
  const welcome = welcoming({ seen, log, now });
  const answering = {
    bot,
    render,
    permissions,
    seen,
    log,
    now,
    turns: new Turns(),
    ...(parts.shown && { shown: parts.shown }),
    ...(parts.several && { claim: claiming(seen, log, now) }),
  };
  const timing = { ...TIMING, ...parts.timing };
  const connect = () => new Connection({ make, token: config.token, log, now, timing });
  const { several } = parts;
  const connection =
    several === undefined ? connect() : relief({ timing: RELIEF_TIMING, ...several, connect, config, log });

  return {
    name: 'discord',
    courier: discordCourier({
      once,
      token: config.token,
      render,
      attaches: parts.pictures !== undefined,
      messagesFor: bot.messagesFor,
    }),
    routes: [],
    start: () => connection.start(),
    async stop(withinMs) {
      stopping = true;
      const patience = pause(withinMs);
      await Promise.race([Promise.allSettled(underWay), patience]);
      // A socket that nobody answers on takes half a minute to close.
      await Promise.race([connection.stop(), patience]);
      for (const rest of [once.rest, patient]) {
        rest.clearHandlerSweeper();
        rest.clearHashSweeper();
      }
    },
    health: (at) => connection.health(at),
  };

  function make(wanted: () => boolean) {
    const client = makeClient({
      settings: config,
      wanted,
      onBroken: (error, step) =>
        log.error({ err: loggable(error), step }, 'discord.js could not digest what Discord sent'),
    });
    const onInteraction = interactionAnswerer({ ...answering, welcome, rest: client.rest });
    const onMessage = messageAnswerer({ ...answering, rest: patient, token: config.token });
    client.on(Events.InteractionCreate, (interaction) =>
      track(() => onInteraction(interaction), interaction.id),
    );
    client.ws.on(GatewayDispatchEvents.MessageCreate, (packet) => {
      const self = client.user?.id;
      if (self !== undefined) track(() => onMessage(packet, self, ownRole(client, packet, self)), packet.id);
    });
    client.on(Events.GuildDelete, ({ id }) => track(async () => onRemoved(id)));
    client.on(Events.GuildCreate, ({ id }) =>
      track(async () => {
        await welcome.joined(id);
        await onJoined?.(id);
      }),
    );
    client.on(Events.ShardReady, () => track(async () => onPresent?.([...client.guilds.cache.keys()])));
    return client;
  }

  /** Keeps account of what is under way, and catches what got past everything else. */
  function track(act: () => Promise<void>, id?: string): void {
    if (stopping) return;
    const work = follow(
      () =>
        act().catch((error: unknown) =>
          log.error({ err: loggable(error) }, 'Something broke while answering Discord'),
        ),
      isSnowflake(id) ? referenceOf(id) : undefined,
    );
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }
}

/** The role that Discord made for the bot in the guild that a message comes from. */
function ownRole(client: Client, packet: unknown, self: string): string | undefined {
  const { guild_id: guild } = packet as { readonly guild_id?: unknown };
  return client.guilds.cache.get(String(guild))?.roles.botRoleFor(self)?.id;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
