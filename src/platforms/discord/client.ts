import {
  Client,
  type ClientOptions,
  GatewayIntentBits,
  type IShardingStrategy,
  Options,
  SimpleShardingStrategy,
  type WebSocketShard,
} from 'discord.js';
import type { DiscordSettings, Shards } from '../../config.ts';

/** What the bot asks the gateway for. None is privileged, so nothing needs to be switched on in the developer portal. */
export const INTENTS = [
  /** To know when the bot is removed from a guild, and to be told of commands at all. */
  GatewayIntentBits.Guilds,
  /** Questions by mention. Discord leaves the content of every message empty that does not mention the bot. */
  GatewayIntentBits.GuildMessages,
  /** Questions in direct messages. */
  GatewayIntentBits.DirectMessages,
] as const;

/**
 * For `globalRequestsPerSecond`: interaction endpoints are exempt from Discord's fifty a second, and for the digest the
 * delivery keeps the pace of all replicas together, which one process cannot.
 */
export const UNLIMITED = 1_000_000;
const REQUEST_TIMEOUT_MS = 10_000;
const HANDLER_SWEEP_MS = 300_000;

type Parts = {
  readonly settings: DiscordSettings;
  /** A packet that discord.js could not digest, or a step of its own that failed. */
  readonly onBroken: (error: unknown, step: string) => void;
  /** False once the client was left behind: an attempt to connect that outlives it drops what it gets. */
  readonly wanted: () => boolean;
};

/** A client that keeps as little as it can and survives whatever the gateway sends. Not yet signed in. */
export function makeClient({ settings, onBroken, wanted }: Parts): Client {
  return new Client({
    ...shardOptions(settings.shards),
    intents: INTENTS,
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      UserManager: 0,
      DMMessageManager: 0,
      GuildMessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      EntitlementManager: 0,
    }),
    rest: {
      ...apiOption(settings),
      globalRequestsPerSecond: UNLIMITED,
      handlerSweepInterval: HANDLER_SWEEP_MS,
      timeout: REQUEST_TIMEOUT_MS,
    },
    ws: { buildStrategy: (manager) => shielded(new SimpleShardingStrategy(manager), onBroken, wanted) },
  });
}

/** Where the API is; discord.js adds the version by itself. */
export function apiOption({ apiUrl }: DiscordSettings): { api?: string } {
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/u, '').replace(/\/v\d+$/u, '') };
}

function shardOptions(shards: Shards): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (shards.kind === 'auto') return { shards: 'auto' };
  const { from, to, total } = shards;
  return { shards: Array.from({ length: to - from + 1 }, (_, at) => from + at), shardCount: total };
}

/** What discord.js starts and does not wait for: a throw in there would be an unhandled rejection. */
const UNWATCHED = ['onMessage', 'onClose', 'heartbeat', 'internalConnect'] as const;

type Unwatched = Record<(typeof UNWATCHED)[number], (...args: unknown[]) => Promise<unknown>>;
type Inside = Unwatched & {
  readonly connection?: { terminate?(): void; on?(event: 'error', hear: () => void): void } | null;
};

/**
 * discord.js decodes packets inside the socket's message handler and trusts their shape. This catches what it throws
 * there, so that one malformed packet costs itself only. And it connects by itself half a second after a connection is
 * lost, also when it was destroyed in between: a client that is not wanted any more does not.
 */
function shielded(
  strategy: SimpleShardingStrategy,
  onBroken: Parts['onBroken'],
  wanted: Parts['wanted'],
): IShardingStrategy {
  const { shards } = strategy as unknown as { shards: Map<number, WebSocketShard> };
  const inside = () => [...shards.values()] as unknown as Inside[];
  const spawn = strategy.spawn.bind(strategy);
  strategy.spawn = async (ids) => {
    if (!wanted()) throw new Error('The client is not wanted any more');
    await spawn(ids);
    for (const shard of inside()) {
      for (const step of UNWATCHED) {
        const act = shard[step].bind(shard);
        shard[step] = async (...args) => {
          if (step === 'internalConnect' && !wanted()) return;
          await act(...args).catch((error: unknown) => onBroken(error, step));
        };
      }
    }
  };
  const destroy = strategy.destroy.bind(strategy);
  strategy.destroy = async (options) => {
    const left = inside();
    await destroy(options);
    // One that was still being opened is not closed by that.
    for (const { connection } of left) {
      // One that is ended while it is being opened says so as an error, which nobody else hears any more.
      connection?.on?.('error', () => {});
      connection?.terminate?.();
    }
  };
  return strategy;
}
