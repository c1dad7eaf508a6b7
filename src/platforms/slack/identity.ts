/** Whose token answers: the one of the settings, or each workspace's own. */
import type { Authorize, HTTPReceiver } from '@slack/bolt';
import { StoreDown } from '../../ports/store.ts';
import { type ClientOptions, webClient } from './clients.ts';
import { NotInstalled } from './installations.ts';
import { type Refusal, refusalOf } from './refusals.ts';

export type Identity = {
  readonly authorize: Authorize<boolean>;
  /** @throws NotInstalled, or what the store throws. */
  tokenOf(workspace: string): Promise<string>;
  /** The one workspace that there is, once Slack has said; undefined where there are many. */
  team(): Promise<string | undefined>;
  /** Asks Slack whether the token is good; what was refused, or undefined. */
  check(): Promise<Refusal | undefined>;
};

/** The bot of one workspace. Until Slack has said who it is, each request asks anew. */
export function oneWorkspace(botToken: string, options: () => ClientOptions): Identity {
  let known: { readonly botId: string; readonly botUserId: string } | undefined;
  let team: string | undefined;
  const ask = async () => {
    const who = await webClient(botToken, options()).auth.test();
    known = { botId: who.bot_id ?? '', botUserId: who.user_id ?? '' };
    team = who.team_id;
    return known;
  };
  return {
    async authorize() {
      // A command is answered through its response URL, whoever we are: it does not wait.
      if (known === undefined) ask().catch(() => {});
      // The payload may name the other side's workspace of a shared channel; the token is of this one.
      return { botToken, ...known, ...(team !== undefined && { teamId: team }) };
    },
    tokenOf: async () => botToken,
    async team() {
      if (team === undefined) await ask().catch(() => {});
      return team;
    },
    async check() {
      try {
        await ask();
        return undefined;
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

/** A token that has run out was not renewed: nothing was asked of Slack with it. */
export class NotRenewed extends Error {
  override readonly name = 'NotRenewed';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super('A token could not be renewed');
    this.refusal = refusal;
  }
}

export type ManyParts = {
  readonly installer: NonNullable<HTTPReceiver['installer']>;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly options: () => ClientOptions;
  readonly now: () => number;
};

/** The bots of many workspaces, from their installations; tokens that are about to end are renewed by the installer. */
export function manyWorkspaces(parts: ManyParts): Identity {
  const { installer, now } = parts;
  return {
    authorize: (source) => installer.authorize(source),
    async tokenOf(workspace) {
      try {
        const query = { teamId: workspace, enterpriseId: undefined, isEnterpriseInstall: false };
        const { botToken, botTokenExpiresAt } = await installer.authorize(query);
        if (botToken === undefined) throw new NotInstalled('An installation without a bot');
        const over = botTokenExpiresAt !== undefined && botTokenExpiresAt * 1_000 <= now();
        return over ? await renewed(parts, query) : botToken;
      } catch (error) {
        // The installer wraps what the store threw.
        throw (error as { original?: unknown }).original ?? error;
      }
    },
    team: async () => undefined,
    check: async () => undefined,
  };
}

/**
 * The installer hands out a token that has run out when it could not renew it, and keeps why to itself: Slack may have
 * refused, or be away. So it is asked here once more.
 */
async function renewed(
  { installer, clientId, clientSecret, options, now }: ManyParts,
  query: Parameters<ManyParts['installer']['authorize']>[0],
): Promise<string> {
  const store = installer.installationStore;
  const kept = await store.fetchInstallation(query);
  const bot = kept.bot;
  if (bot?.refreshToken === undefined) throw new NotInstalled('An installation without a bot');
  // Another replica has renewed it in the meantime.
  if ((bot.expiresAt ?? 0) * 1_000 > now()) return bot.token;
  try {
    const asked = { client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token' } as const;
    const got = await webClient('', options()).oauth.v2.access({ ...asked, refresh_token: bot.refreshToken });
    const { access_token: token = '', refresh_token: refreshToken = '', expires_in: lasts = 0 } = got;
    const expiresAt = Math.floor(now() / 1_000) + lasts;
    await store.storeInstallation({ ...kept, bot: { ...bot, token, refreshToken, expiresAt } });
    return token;
  } catch (error) {
    if (error instanceof StoreDown) throw error;
    throw new NotRenewed(refusalOf(error));
  }
}
