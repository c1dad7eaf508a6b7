/** Reads the settings out of an environment. Pure; `main.ts` hands it `process.env`. */
export type Slack = {
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

export type Discord = {
  readonly token: string;
  readonly guildId?: string;
  readonly shards: Shards;
  readonly apiUrl?: string;
};

/** 'auto' asks Discord how many; a span is this machine's part of `total`. */
export type Shards =
  | { readonly kind: 'auto' }
  | { readonly kind: 'span'; readonly from: number; readonly to: number; readonly total: number };

export type StoreChoice =
  | { readonly kind: 'sqlite'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string };

export type Config = {
  readonly slack?: Slack;
  readonly discord?: Discord;
  readonly store: StoreChoice;
  /** 32 bytes; undefined where nothing needs to be encrypted. */
  readonly encryptionKey?: Uint8Array;
  readonly digest: {
    readonly channels: readonly string[];
    readonly time: string;
    readonly zone: string;
    readonly graceMs: number;
  };
  readonly http: { readonly host: string; readonly port: number };
  readonly logLevel: string;
  readonly playground: boolean;
};
