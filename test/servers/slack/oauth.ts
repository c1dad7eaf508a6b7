/** Installing by OAuth in a local Slack: the page where a person allows it, and the code's exchange. */
import type { Answer } from './methods.ts';
import type { Traffic } from './traffic.ts';
import { addTeam, type Install, install, type World } from './world.ts';

const CODE_LIVES_MS = 10 * 60_000;

export type OAuth = {
  /** A person allows the app in a workspace: the code that Slack sends back with the redirect. */
  allow(authorizeUrl: string, team: string): string;
  access(args: Readonly<Record<string, unknown>>): Answer;
};

export function newOAuth(world: World, traffic: Traffic): OAuth {
  const codes = new Map<string, { team: string; scopes: string[]; redirect: string | null; until: number }>();
  return {
    allow(authorizeUrl, team) {
      const query = new URL(authorizeUrl).searchParams;
      if (query.get('client_id') !== world.app.clientId) traffic.fault('an unknown client_id', authorizeUrl);
      const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
      if (scopes.length === 0) traffic.fault('an installation that asks for no scopes');
      const code = crypto.randomUUID();
      codes.set(code, {
        team,
        scopes,
        redirect: query.get('redirect_uri'),
        until: Date.now() + CODE_LIVES_MS,
      });
      return code;
    },
    access(args) {
      if (args.client_id !== world.app.clientId) return { ok: false, error: 'invalid_client_id' };
      if (args.client_secret !== world.app.clientSecret) return { ok: false, error: 'bad_client_secret' };
      if (args.grant_type === 'refresh_token') {
        const renewed = renew(world, String(args.refresh_token));
        return renewed ?? { ok: false, error: 'invalid_refresh_token' };
      }
      const found = codes.get(String(args.code));
      codes.delete(String(args.code));
      if (found === undefined || found.until < Date.now()) return { ok: false, error: 'invalid_code' };
      if ((found.redirect ?? undefined) !== args.redirect_uri)
        return { ok: false, error: 'bad_redirect_uri' };
      const team = world.teams.get(found.team) ?? addTeam(world, found.team, found.team);
      const made = install(team, found.scopes);
      return {
        ok: true,
        access_token: made.botToken,
        token_type: 'bot',
        scope: found.scopes.join(','),
        bot_user_id: made.botUser,
        app_id: world.app.id,
        team: { name: team.name, id: team.id },
        enterprise: null,
        is_enterprise_install: false,
        authed_user: { id: `U${team.id.slice(1)}ANN` },
      };
    },
  };
}

const ROTATED_LIVES_SECONDS = 43_200;

/** Another token in the place of one that runs out; each refresh token serves once. */
function renew(world: World, refreshToken: string): Answer | undefined {
  const team = [...world.teams.values()].find(({ install }) => install?.refreshToken === refreshToken);
  if (team?.install === undefined) return undefined;
  const made: Install = {
    ...team.install,
    botToken: `xoxe.${team.install.botToken}`,
    refreshToken: crypto.randomUUID(),
    state: 'active',
  };
  team.install = made;
  return {
    ok: true,
    access_token: made.botToken,
    refresh_token: made.refreshToken,
    expires_in: ROTATED_LIVES_SECONDS,
    token_type: 'bot',
    app_id: world.app.id,
    team: { name: team.name, id: team.id },
  };
}
