/** Slack's requests and the pages of the installation, as routes of the process's one HTTP server. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, type Logger } from '@slack/bolt';
import type { Route } from '../../ports/platform.ts';
import type { Sink } from './ack.ts';
import { FORM, readBody, refusedUnread } from './body.ts';

export const EVENTS_PATH = '/slack/events';

export type HttpParts = {
  /** Undefined in socket mode, where no request is Slack's. */
  readonly signingSecret: string | undefined;
  readonly sink: Sink;
  readonly sdkLogger: Logger;
  readonly install?: Pick<
    HTTPReceiverOptions,
    | 'clientId'
    | 'clientSecret'
    | 'stateSecret'
    | 'installationStore'
    | 'scopes'
    | 'installerOptions'
    | 'redirectUri'
  >;
};

export type HttpSide = {
  readonly routes: readonly Route[];
  readonly installer: HTTPReceiver['installer'];
  /** Refuses everything from now on: Slack delivers events again, to another replica. */
  close(): void;
};

/** Bolt's receiver without its server: it checks signatures and serves the installation. */
export function httpSide(parts: HttpParts): HttpSide {
  const receiver = new HTTPReceiver({
    signingSecret: parts.signingSecret ?? 'unused: no endpoint is open',
    endpoints: parts.signingSecret === undefined ? [] : [EVENTS_PATH],
    logger: parts.sdkLogger,
    ...parts.install,
  });
  receiver.init(parts.sink as Parameters<typeof receiver.init>[0]);
  let open = true;
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (open) void hand(receiver, request, response);
    else response.writeHead(503).end();
  };
  const needed = parts.signingSecret !== undefined || parts.install !== undefined;
  return {
    routes: needed ? [{ prefix: '/slack', listener }] : [],
    installer: receiver.installer,
    close: () => {
      open = false;
    },
  };
}

async function hand(
  receiver: HTTPReceiver,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Bolt compares the type letter by letter; a proxy may add a charset.
  if (request.headers['content-type']?.startsWith(`${FORM};`)) request.headers['content-type'] = FORM;
  if (request.method === 'POST') {
    const unread = refusedUnread(request, Date.now());
    const read =
      unread === undefined ? await readBody(request) : { kind: 'refused' as const, status: unread };
    if (read.kind === 'refused') {
      response.writeHead(read.status, { connection: 'close' }).end();
      return;
    }
    // Where Bolt looks for a body that was read already.
    Object.assign(request, { rawBody: read.bytes });
  }
  try {
    receiver.requestListener(request, response);
  } catch {
    if (!response.headersSent) response.writeHead(404).end();
  }
}
