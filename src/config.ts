/** Reads the settings out of an environment. Pure: `main.ts` hands it the real one. */
import { readChannels, readTime, readZone } from './config/digest.ts';
import { type HttpSettings, readHttp } from './config/http.ts';
import { type ModelSettings, readModel } from './config/model.ts';
import { unknownSettings } from './config/names.ts';
import { type OpsChannel, readOpsChannel } from './config/ops-channel.ts';
import type { Messages } from './show/messages/messages.ts';

export type SlackSettings = {
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  readonly tokens:
    | { readonly kind: 'one'; readonly botToken: string }
    | {
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
      };
  /** Another server that speaks Slack's protocols. */
  readonly apiUrl?: string;
  /** Only workspace admins may change a channel's digest. */
  readonly adminsOnly: boolean;
};

export type DiscordSettings = {
  readonly token: string;
  readonly guildId?: string;
  readonly shards: Shards;
  /** Another server that speaks Discord's protocols. */
  readonly apiUrl?: string;
};

/** 'auto' asks Discord how many; a span is this machine's part of `total`, both ends included. */
export type Shards =
  | { readonly kind: 'auto' }
  | { readonly kind: 'span'; readonly from: number; readonly to: number; readonly total: number };

export type StoreChoice =
  | { readonly kind: 'sqlite'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string };

export type Config = {
  readonly slack?: SlackSettings;
  readonly discord?: DiscordSettings;
  readonly store: StoreChoice;
  /** Keys of 32 bytes: the first encrypts, all decrypt. Empty where nothing needs to be encrypted. */
  readonly encryptionKeys: readonly Uint8Array[];
  readonly digest: {
    /** `slack:C0123`, `slack:T01/C0123` or `discord:123456`. */
    readonly channels: readonly string[];
    /** 'HH:MM'. */
    readonly time: string;
    /** An IANA zone; undefined where none was named, so that people are asked. */
    readonly zone?: string;
    /** How late a missed edition may still go out. */
    readonly graceMs: number;
    /** How long what became of each edition is kept. */
    readonly keptMs: number;
  };
  /** Where whoever runs the bot hears what concerns many. */
  readonly ops?: OpsChannel;
  readonly http: HttpSettings;
  readonly logLevel: LogLevel;
  /** A language model that may choose among a briefing's items; off where it is not set. */
  readonly model?: ModelSettings;
  /** Whether what people ask is counted, without who asked it. */
  readonly keepAsked: boolean;
  readonly playground: boolean;
  /** The article's file, where it is at hand: `source N` then shows a paragraph's text. */
  readonly sourceFile?: string;
};

export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type ReadConfig =
  | { readonly kind: 'config'; readonly config: Config }
  /** One sentence for each mistake, with its mend. */
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DEFAULT_KEPT_DAYS = 400;
const LEAST_KEPT_DAYS = 30;
const DEFAULT_GRACE_HOURS = 6;
/** Less than a quarter of an hour, and a restart or one bad minute of a platform loses the day. */
const LEAST_GRACE_HOURS = 0.25;
const KEY_BYTES = 32;
/** Different bytes in a key: 32 random ones have fewer than 16 once in some 10^12 keys. */
const FEWEST_BYTES = 16;
const SHORTEST_STATE_SECRET = 16;

/** The IANA zone, or fixed offset, that a name means to `subscribe`; undefined where it means none or several. */
export type ZoneOf = (name: string) => string | undefined;

/** Where health and metrics are; what is wrong with the settings is told once all are read. */
export function readOpsPort(environment: Environment, say: Messages): HttpSettings['ops'] {
  const faults: string[] = [];
  return readHttp(reader(environment, faults, say), faults, say).ops;
}

/** Reads and checks all settings at once, so that a person mends them in one go. Never throws. */
export function readConfig(environment: Environment, say: Messages, zoneOf: ZoneOf = bareZone): ReadConfig {
  const faults: string[] = [...unknownSettings(environment, say)];
  const read = reader(environment, faults, say);

  const slack = readSlack(read, say, faults);
  const discord = readDiscord(read, say, faults);
  const zone = readZone(read, say, faults, zoneOf);
  const ops = readOpsChannel(read, { ...(slack && { slack }), ...(discord && { discord }) }, faults, say);
  const model = readModel(read, faults, say);
  const sourceFile = read.text('SOURCE_FILE');
  const config: Config = {
    ...(slack && { slack }),
    ...(discord && { discord }),
    store: readStore(read, faults),
    encryptionKeys: readKeys(read, say, faults, slack?.tokens.kind === 'oauth'),
    digest: {
      channels: readChannels(read, say, faults),
      time: readTime(read, say, faults),
      ...(zone && { zone }),
      graceMs:
        read.number('DIGEST_GRACE', DEFAULT_GRACE_HOURS, LEAST_GRACE_HOURS, 48, say.settings.hours) * HOUR_MS,
      keptMs:
        read.whole('KEEP_DELIVERIES', DEFAULT_KEPT_DAYS, LEAST_KEPT_DAYS, 4_000, say.settings.days) * DAY_MS,
    },
    ...(ops && { ops }),
    http: readHttp(read, faults, say),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    keepAsked: read.oneOf('KEEP_ASKED', ['on', 'off'], 'on') === 'on',
    playground: read.oneOf('PLAYGROUND', ['on', 'off'], slack || discord ? 'off' : 'on') === 'on',
    ...(model && { model }),
    ...(sourceFile && { sourceFile }),
  };
  const production = read.text('NODE_ENV') === 'production';
  if (production && noToken(config) && read.text('PLAYGROUND') !== 'on') faults.push(say.settings.noToken);
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'config', config };
}

/** In production the playground is not what somebody forgot a token for. */
function noToken({ slack, discord }: Config): boolean {
  return slack === undefined && discord === undefined;
}

export type Reader = ReturnType<typeof reader>;

/** An empty variable counts as not set: `.env` files are full of them. */
function reader(environment: Environment, faults: string[], say: Messages) {
  const text = (name: string): string | undefined => unquoted(environment[name]?.trim() ?? '') || undefined;
  const number = (name: string, otherwise: number, least: number, most: number, what: string): number => {
    const given = text(name);
    if (given === undefined) return otherwise;
    const value = Number(given);
    if (Number.isFinite(value) && value >= least && value <= most) return value;
    faults.push(say.settings.noNumber(name, given, what, least, most, otherwise));
    return otherwise;
  };
  return {
    text,
    number,
    /** A number without a fraction. */
    whole(name: string, otherwise: number, least: number, most: number, what: string): number {
      const value = number(name, otherwise, least, most, what);
      if (Number.isInteger(value)) return value;
      faults.push(say.settings.notWhole(name, value, what));
      return otherwise;
    },
    oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
      const given = text(name)?.toLowerCase();
      const found = allowed.find((word) => word === given);
      if (given !== undefined && found === undefined) {
        faults.push(say.settings.notOneOf(name, given, allowed.join(', ')));
      }
      return found ?? otherwise;
    },
    /** A URL with one of the protocols, or a fault. */
    url(name: string, protocols: readonly string[]): string | undefined {
      const given = text(name);
      if (given === undefined) return undefined;
      const parsed = URL.canParse(given) ? new URL(given) : undefined;
      if (parsed && protocols.includes(parsed.protocol)) return given;
      // The value is not shown: a database's URL holds a password.
      faults.push(say.settings.noUrl(name, protocols.map((p) => `${p}//`).join(' or ')));
      return undefined;
    },
  };
}

/** Quotation marks around a value belong to whatever file it was copied from. */
function unquoted(value: string): string {
  return /^(["'])(.*)\1$/su.exec(value)?.[2]?.trim() ?? value;
}

function readSlack(read: Reader, say: Messages, faults: string[]): SlackSettings | undefined {
  const names = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID'] as const;
  if (names.every((name) => read.text(name) === undefined)) return undefined;
  const mode = readSlackMode(read, say, faults);
  const tokens = readSlackTokens(read, say, faults);
  if (mode === undefined || tokens === undefined) return undefined;
  const apiUrl = read.url('SLACK_API_URL', ['http:', 'https:']);
  const adminsOnly = read.oneOf('SLACK_DIGEST_ADMINS_ONLY', ['on', 'off'], 'off') === 'on';
  return { mode, tokens, adminsOnly, ...(apiUrl && { apiUrl }) };
}

function readSlackMode(read: Reader, say: Messages, faults: string[]): SlackSettings['mode'] | undefined {
  const appToken = read.text('SLACK_APP_TOKEN');
  const signingSecret = read.text('SLACK_SIGNING_SECRET');
  if (appToken !== undefined) {
    if (appToken.startsWith('xapp-')) return { kind: 'socket', appToken };
    faults.push(say.settings.noAppToken);
    return undefined;
  }
  if (signingSecret !== undefined) return { kind: 'http', signingSecret };
  faults.push(say.settings.noSlackMode);
  return undefined;
}

function readSlackTokens(read: Reader, say: Messages, faults: string[]): SlackSettings['tokens'] | undefined {
  const clientId = read.text('SLACK_CLIENT_ID');
  const clientSecret = read.text('SLACK_CLIENT_SECRET');
  const stateSecret = read.text('SLACK_STATE_SECRET');
  if (clientId !== undefined) {
    if (stateSecret !== undefined && stateSecret.length < SHORTEST_STATE_SECRET) {
      faults.push(say.settings.shortStateSecret(SHORTEST_STATE_SECRET));
    }
    if (clientSecret && stateSecret) return { kind: 'oauth', clientId, clientSecret, stateSecret };
    faults.push(say.settings.oauthTogether);
    return undefined;
  }
  const botToken = read.text('SLACK_BOT_TOKEN');
  if (botToken?.startsWith('xoxb-')) return { kind: 'one', botToken };
  if (botToken?.startsWith('xoxe.')) {
    faults.push(say.settings.rotatingToken);
    return undefined;
  }
  faults.push(botToken === undefined ? say.settings.noBotToken : say.settings.notBotToken);
  return undefined;
}

function readDiscord(read: Reader, say: Messages, faults: string[]): DiscordSettings | undefined {
  // Copied from somebody's code it comes with the word before it, which the header adds by itself.
  const token = read.text('DISCORD_TOKEN')?.replace(/^Bot\s+/iu, '');
  if (token === undefined) return undefined;
  const guildId = read.text('DISCORD_GUILD_ID');
  if (guildId !== undefined && !/^\d{5,20}$/.test(guildId)) {
    faults.push(say.settings.noGuild(guildId));
  }
  const apiUrl = read.url('DISCORD_API_URL', ['http:', 'https:']);
  return {
    token,
    shards: readShards(read, say, faults),
    ...(guildId && { guildId }),
    ...(apiUrl && { apiUrl }),
  };
}

function readShards(read: Reader, say: Messages, faults: string[]): Shards {
  const given = read.text('DISCORD_SHARDS') ?? 'auto';
  if (given === 'auto') return { kind: 'auto' };
  const found = /^(\d{1,5})-(\d{1,5})\/(\d{1,5})$/.exec(given);
  const [from, to, total] = found ? found.slice(1).map(Number) : [];
  if (from !== undefined && to !== undefined && total !== undefined && from <= to && to < total) {
    return { kind: 'span', from, to, total };
  }
  faults.push(say.settings.noShards(given));
  return { kind: 'auto' };
}

function readStore(read: Reader, _faults: string[]): StoreChoice {
  const url = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  if (url !== undefined) return { kind: 'postgres', url };
  return { kind: 'sqlite', dataDir: read.text('DATA_DIR') ?? 'data' };
}

function readKeys(read: Reader, say: Messages, faults: string[], needed: boolean): readonly Uint8Array[] {
  const given = read.text('TOKEN_ENCRYPTION_KEY');
  const mend = say.settings.makeKey;
  if (given === undefined) {
    if (needed) faults.push(say.settings.keyNeeded(mend));
    return [];
  }
  const keys = given.split(',').map((key) => new Uint8Array(Buffer.from(key.trim(), 'base64')));
  if (keys.some((key) => key.length !== KEY_BYTES)) {
    faults.push(say.settings.wrongKey(KEY_BYTES, mend));
  } else if (keys.some((key) => new Set(key).size < FEWEST_BYTES)) {
    faults.push(say.settings.plainKey(mend));
  }
  return keys;
}

/** Where nobody knows places and abbreviations: IANA's names alone. */
const bareZone: ZoneOf = (name) => name;
