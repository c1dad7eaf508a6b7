/** Whose token answers: the one of the settings, or each workspace's own. */
import type { Authorize, HTTPReceiver } from '@slack/bolt';
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

/** The bots of many workspaces, from their installations; tokens that are about to end are renewed by the installer. */
export function manyWorkspaces(installer: NonNullable<HTTPReceiver['installer']>): Identity {
  return {
    authorize: (source) => installer.authorize(source),
    async tokenOf(workspace) {
      try {
        const query = { teamId: workspace, enterpriseId: undefined, isEnterpriseInstall: false };
        const { botToken } = await installer.authorize(query);
        if (botToken === undefined) throw new NotInstalled('An installation without a bot');
        return botToken;
      } catch (error) {
        // The installer wraps what the store threw.
        throw (error as { original?: unknown }).original ?? error;
      }
    },
    team: async () => undefined,
    check: async () => undefined,
  };
}
