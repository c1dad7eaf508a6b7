/** Slack, put together. */
import { App } from '@slack/bolt';
import { theirClock } from '../../ports/answer.ts';
import type { Health, Platform, Started } from '../../ports/platform.ts';
import * as say from '../../show/messages/en/slack.ts';
import { PromptReceiver } from './ack.ts';
import { clientOptions } from './clients.ts';
import { listenToCommands } from './commands.ts';
import { listenToControls } from './controls-pressed.ts';
import { courier } from './courier.ts';
import { catchFaults } from './faults.ts';
import { listenToHome } from './home.ts';
import { httpSide } from './http.ts';
import { type Identity, manyWorkspaces, oneWorkspace } from './identity.ts';
import { readEnvelope } from './incoming.ts';
import { boltInstallations } from './installations.ts';
import { listenToLeaving } from './leaving.ts';
import { sdkLogger } from './logger.ts';
import { listenToMessages } from './messages.ts';
import { createNames } from './names.ts';
import { installOptions } from './oauth.ts';
import type { SlackParts } from './parts.ts';
import { isAboutToken, type Refusal } from './refusals.ts';
import { remembering } from './rendered.ts';
import { firstTimes } from './seen.ts';
import { socket } from './socket.ts';

const PING_TIMEOUT_MS = 10_000;

/** The Slack platform. `start` connects; the routes answer from the start. */
export function createSlack(parts: SlackParts): Platform {
  const { settings, log } = parts;
  const { mode, tokens, apiUrl } = settings;
  const logger = sdkLogger(log);
  const clock = theirClock(parts.now, () => performance.now());
  const options = (signal?: AbortSignal) => clientOptions(apiUrl, logger, signal, clock);

  const names = createNames(log);
  const receiver = new PromptReceiver(parts.bot, log, parts.follow);
  const http = httpSide({
    signingSecret: mode.kind === 'http' ? mode.signingSecret : undefined,
    sink: receiver.sink,
    sdkLogger: logger,
    ...(tokens.kind === 'oauth' && {
      install: installOptions(parts, tokens, boltInstallations(parts.installations, parts.now), options()),
    }),
  });
  const identity = identityOf();
  const app = new App({
    receiver,
    authorize: identity.authorize,
    clientOptions: options(),
    logger,
    convoStore: false,
    extendedErrorHandler: true,
    attachFunctionToken: false,
  });
  listen();
  const connection =
    mode.kind === 'socket'
      ? socket({
          appToken: mode.appToken,
          clientOptions: options,
          dispatcher: parts.dispatcher,
          pingTimeoutMs: parts.pingTimeoutMs ?? PING_TIMEOUT_MS,
          sink: receiver.sink,
          sdkLogger: logger,
          log,
          now: parts.now,
          random: parts.random,
        })
      : undefined;
  let refused: string | undefined;

  function identityOf(): Identity {
    if (tokens.kind === 'one') return oneWorkspace(tokens.botToken, options);
    if (http.installer === undefined) throw new Error('Bolt made no installer from complete OAuth settings');
    const { clientId, clientSecret } = tokens;
    return manyWorkspaces({ installer: http.installer, clientId, clientSecret, options, now: parts.now });
  }

  function listen(): void {
    const firstTime = firstTimes(parts.seen, log, parts.now);
    const isNew = async (body: unknown) => {
      const event = readEnvelope(body);
      return event !== undefined && (await firstTime(event.id));
    };
    const listening = { ...parts, render: remembering(), names };
    listenToCommands(app, listening);
    listenToControls(app, listening);
    listenToMessages(app, listening, isNew);
    listenToHome(app, listening, isNew);
    listenToLeaving(app, parts);
    catchFaults(app, parts, options);
  }

  async function start(): Promise<Started> {
    if (swapped(settings)) return refuse(say.SWAPPED);
    const wrongBot = await identity.check();
    if (wrongBot !== undefined && isFinal(wrongBot))
      return refuse(say.wrongToken('SLACK_BOT_TOKEN', wrongBot.error));
    const wrongApp = await connection?.start();
    if (wrongApp !== undefined && isFinal(wrongApp)) {
      connection?.stop();
      return refuse(
        wrongApp.error === 'socket_mode_not_enabled' || wrongApp.error === 'forbidden'
          ? say.SOCKET_MODE_OFF
          : say.wrongToken('SLACK_APP_TOKEN', wrongApp.error),
      );
    }
    const health = connection?.health(parts.now());
    return health?.kind === 'recovering' ? { kind: 'trying', why: health.why } : { kind: 'started' };
  }

  function refuse(refusal: { readonly why: string; readonly mend: string }): Started {
    refused = refusal.why;
    return { kind: 'refused', ...refusal };
  }

  return {
    name: 'slack',
    courier: courier({
      tokenOf: identity.tokenOf,
      team: identity.team,
      installed: tokens.kind === 'oauth',
      options,
      names,
      messagesFor: parts.bot.messagesFor,
      ...(parts.uploads !== undefined && { uploads: parts.uploads }),
      clock,
    }),
    routes: http.routes,
    start,
    async stop(withinMs) {
      http.close();
      // First, so that Slack hands whatever comes from here on to another replica.
      if (connection !== undefined) {
        connection.stop();
        receiver.close();
      }
      await receiver.settle(withinMs);
    },
    health(now): Health {
      if (refused !== undefined) return { kind: 'refused', why: refused };
      return connection?.health(now) ?? { kind: 'well' };
    },
  };
}

/** Only a person helps: another try would be refused as well. */
function isFinal(refusal: Refusal): refusal is Extract<Refusal, { kind: 'error' }> {
  if (refusal.kind !== 'error') return false;
  return isAboutToken(refusal) || FINAL.includes(refusal.error);
}

const FINAL = ['missing_scope', 'socket_mode_not_enabled', 'forbidden'];

function swapped({ mode, tokens }: SlackParts['settings']): boolean {
  return (
    mode.kind === 'socket' &&
    tokens.kind === 'one' &&
    mode.appToken.startsWith('xoxb-') &&
    tokens.botToken.startsWith('xapp-')
  );
}
