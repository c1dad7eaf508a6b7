/** How a local Slack hands something to the app: over a socket, or as a signed HTTP request. */
import { createHmac } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { until } from '../../kit/until.ts';
import { messageErrors } from './check.ts';
import type { Response, ResponseUrl } from './responses.ts';
import type { Envelope, Sockets } from './sockets.ts';
import type { Traffic } from './traffic.ts';

/** Slack has so many workers that hand requests to one app. */
const MOST_SOCKETS = 200;

/** Something handed to the app, and what became of it. */
export type Delivery = {
  readonly envelope: Envelope;
  readonly sentAt: number;
  readonly url?: ResponseUrl;
  /** When it was acknowledged, and with what. */
  ack?: { readonly at: number; readonly payload?: unknown };
  /** No connection took it, or the app refused it: a person sees `dispatch_failed`. */
  failed?: string;
  /** The n-th message through the response URL, from 1. */
  response(n?: number, longestMs?: number): Promise<Response>;
  acked(): Promise<void>;
};

export type Mode =
  | { readonly kind: 'socket' }
  /** Where the app listens: `http://127.0.0.1:3000/slack/events`. */
  | { readonly kind: 'http'; readonly url: () => string; readonly signingSecret: string };

export type Deliveries = {
  hand(envelope: Envelope, url?: ResponseUrl): Delivery;
  /** Events that found no connection wait for one, as with the real Slack. */
  flush(): void;
  close(): void;
  readonly all: Delivery[];
};

export function newDeliveries(
  mode: Mode,
  sockets: Sockets,
  traffic: Traffic,
  ackWithinMs: number,
): Deliveries {
  const all: Delivery[] = [];
  const parked: Delivery[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });

  function hand(envelope: Envelope, url?: ResponseUrl): Delivery {
    const delivery: Delivery = {
      envelope,
      sentAt: Date.now(),
      ...(url !== undefined && { url }),
      response: (n = 1, longestMs) =>
        until(() => url?.responses[n - 1], `response ${n} to ${envelope.type}`, longestMs),
      acked: async () => {
        await until(() => delivery.ack !== undefined, `an acknowledgement of ${envelope.type}`);
      },
    };
    all.push(delivery);
    if (mode.kind === 'socket') overSocket(delivery);
    else overHttp(delivery, mode.url(), mode.signingSecret);
    return delivery;
  }

  function overSocket(delivery: Delivery): void {
    const taken = sockets.send(delivery.envelope, (ack) => {
      delivery.ack = ack;
      checkAck(delivery);
    });
    if (taken) return;
    if (delivery.envelope.type === 'events_api') parked.push(delivery);
    else delivery.failed = 'dispatch_failed';
  }

  function overHttp(delivery: Delivery, url: string, secret: string): void {
    const { type, body } = encode(delivery.envelope);
    const headers = {
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
      ...sign(body, secret),
      ...(delivery.envelope.retry_attempt !== undefined && {
        'x-slack-retry-num': String(delivery.envelope.retry_attempt),
        'x-slack-retry-reason': String(delivery.envelope.retry_reason),
      }),
    };
    const request = httpRequest(url, { method: 'POST', headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const took = Date.now() - delivery.sentAt;
        if (took > ackWithinMs) traffic.fault('a late acknowledgement', took);
        if (response.statusCode !== 200) {
          delivery.failed = `HTTP ${response.statusCode}`;
          return;
        }
        const text = Buffer.concat(chunks).toString();
        delivery.ack = { at: Date.now(), ...(text !== '' && { payload: parse(text) }) };
        checkAck(delivery);
      });
    });
    request.on('error', (error) => {
      delivery.failed = error.message;
    });
    request.end(body);
  }

  function checkAck({ ack, envelope }: Delivery): void {
    if (ack?.payload === undefined) return;
    if (envelope.type !== 'slash_commands') {
      traffic.fault('an acknowledgement with a body', ack.payload);
      return;
    }
    const wrong = messageErrors(ack.payload as Record<string, unknown>);
    if (wrong.length > 0) traffic.fault('an answer in the acknowledgement that Slack refuses', wrong);
  }

  return {
    hand,
    flush() {
      for (const delivery of parked.splice(0)) overSocket(delivery);
    },
    all,
    close: () => agent.destroy(),
  };
}

/** The headers that prove a request is Slack's. */
export function sign(
  body: string,
  secret: string,
  at = Math.floor(Date.now() / 1000),
): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${digest}` };
}

/** The body as Slack encodes each kind. */
export function encode(envelope: Pick<Envelope, 'type' | 'payload'>): { type: string; body: string } {
  const form = 'application/x-www-form-urlencoded';
  if (envelope.type === 'events_api')
    return { type: 'application/json', body: JSON.stringify(envelope.payload) };
  if (envelope.type === 'interactive') {
    return {
      type: form,
      body: new URLSearchParams({ payload: JSON.stringify(envelope.payload) }).toString(),
    };
  }
  return { type: form, body: new URLSearchParams(envelope.payload as Record<string, string>).toString() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
