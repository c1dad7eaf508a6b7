/** Installing into many workspaces: what Bolt's installation pages need, and the pages that people see. */
import type { ServerResponse } from 'node:http';
import type { HTTPReceiverOptions, InstallationStore } from '@slack/bolt';
import type { SlackSettings } from '../../config.ts';
import * as say from '../../show/messages/en/slack.ts';
import { type ClientOptions, SLACK_API_URL } from './clients.ts';
import type { SlackParts } from './parts.ts';
import { scopeNames } from './scopes.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

type OAuth = Extract<SlackSettings['tokens'], { kind: 'oauth' }>;

/** Codes of @slack/oauth that mean that a person did something else than installing. */
const CANCELLED = 'slack_oauth_installer_authorization_error';
const STALE = [
  'slack_oauth_invalid_state',
  'slack_oauth_missing_state',
  'slack_oauth_missing_code',
  'slack_oauth_unknown_error',
];

export function installOptions(
  parts: SlackParts,
  oauth: OAuth,
  store: InstallationStore,
  clientOptions: ClientOptions,
): Partial<HTTPReceiverOptions> {
  const { clientId, clientSecret, stateSecret } = oauth;
  return {
    clientId,
    clientSecret,
    stateSecret,
    installationStore: store,
    scopes: scopeNames(),
    ...(parts.publicUrl !== undefined && { redirectUri: `${parts.publicUrl}${REDIRECT_PATH}` }),
    installerOptions: {
      directInstall: true,
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      clientOptions,
      authorizationUrl: new URL('/oauth/v2/authorize', parts.settings.apiUrl ?? SLACK_API_URL).href,
      callbackOptions: {
        success: ({ team }, _options, _request, response) => {
          page(response, 200, say.INSTALLED);
          if (team !== undefined) void rejoined(parts, team.id);
        },
        failure: (error, _options, _request, response) => fail(parts, error, response),
      },
    },
  };
}

/** The person's page does not wait for it; what fails here is the log's. */
async function rejoined({ onInstalled, log }: SlackParts, workspace: string): Promise<void> {
  await onInstalled?.(workspace).catch((error: unknown) =>
    log.error({ err: error, workspace }, 'The digests of a workspace that came back could not be taken up'),
  );
}

function fail(
  { log, reference }: SlackParts,
  error: { readonly code?: string },
  response: ServerResponse,
): void {
  const code = error.code ?? 'unknown';
  if (code === CANCELLED) {
    page(response, 200, say.NOT_ALLOWED);
    return;
  }
  if (STALE.includes(code)) {
    page(response, 400, say.STALE_INSTALL);
    return;
  }
  const mark = reference();
  log.error({ reference: mark, error: code }, 'An installation failed');
  page(response, 500, say.installFault(mark));
}

/** A page of one heading and one sentence; nothing in it comes from the request. */
function page(
  response: ServerResponse,
  status: number,
  { title, says }: { readonly title: string; readonly says: string },
): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
  });
  response.end(
    `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>${says}</p></html>\n`,
  );
}
