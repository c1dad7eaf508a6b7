/** Socket mode of a local Slack: tickets, hello, envelopes, acknowledgements, refreshes, and silence. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Answer } from './methods.ts';
import type { Traffic } from './traffic.ts';

const TICKET_LIVES_MS = 30_000;
const MOST_CONNECTIONS = 10;

export type Envelope = {
  readonly envelope_id: string;
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly accepts_response_payload: boolean;
  readonly payload: unknown;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
};

export type Acked = { readonly at: number; readonly payload?: unknown };

export type Sockets = {
  open(): Answer;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends an envelope over one connection; false when there is none. */
  send(envelope: Envelope, acked: (ack: Acked) => void): boolean;
  /** How many connections have had their hello. */
  count(): number;
  /** How many were ever opened. */
  opened(): number;
  /** Asks for a new connection, as Slack does every few hours; the old one closes after `afterMs`. */
  refresh(afterMs?: number): void;
  /** Ends every connection with no close frame. */
  cut(): void;
  /** Ends every connection with a close frame. */
  close(): void;
  /** Says nothing more on the connections of now, not even a pong; they stay open. */
  goSilent(): void;
  /** Raw text on every connection: what hostile or broken servers send. */
  raw(text: string): void;
  /** From now on a new connection gets no hello. */
  withholdHello(withhold: boolean): void;
};

type Connection = { readonly socket: WebSocket; silent: boolean };

export function newSockets(parts: {
  readonly traffic: Traffic;
  readonly appId: string;
  readonly wsUrl: () => string;
  readonly pingEveryMs: number;
  readonly oneWayMs: number;
  readonly ackWithinMs: number;
}): Sockets {
  const { traffic } = parts;
  // Pongs are sent by hand, so that a silent connection sends none.
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Map<string, number>();
  const connections = new Set<Connection>();
  const waiting = new Map<string, { sentAt: number; acked: (ack: Acked) => void }>();
  const done = new Set<string>();
  let opened = 0;
  let turn = 0;
  let helloWithheld = false;

  function greet(socket: WebSocket): void {
    const connection: Connection = { socket, silent: false };
    connections.add(connection);
    opened += 1;
    const pinging = setInterval(() => {
      if (!connection.silent && socket.readyState === socket.OPEN) socket.ping('Ping from the local Slack');
    }, parts.pingEveryMs);
    socket.on('ping', (data) => {
      if (!connection.silent) socket.pong(data);
    });
    socket.on('message', (data) => {
      if (!connection.silent) readAck(String(data));
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(pinging);
      connections.delete(connection);
    });
    if (helloWithheld) return;
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.size,
        debug_info: { host: 'local', approximate_connection_time: 18060 },
        connection_info: { app_id: parts.appId },
      }),
    );
  }

  function readAck(text: string): void {
    let ack: Record<string, unknown>;
    try {
      ack = JSON.parse(text);
    } catch {
      traffic.fault('a frame that is not JSON', text.slice(0, 200));
      return;
    }
    const id = String(ack.envelope_id);
    const unknown = Object.keys(ack).find((name) => name !== 'envelope_id' && name !== 'payload');
    if (unknown !== undefined) traffic.fault(`an acknowledgement with the unknown field ${unknown}`);
    const due = waiting.get(id);
    if (due === undefined) {
      traffic.fault(done.has(id) ? 'a second acknowledgement' : 'an acknowledgement of nothing', id);
      return;
    }
    waiting.delete(id);
    done.add(id);
    const payload = ack.payload;
    const empty =
      payload === undefined || (typeof payload === 'object' && Object.keys(payload ?? {}).length === 0);
    const took = Date.now() - due.sentAt;
    if (took > parts.ackWithinMs) traffic.fault('a late acknowledgement', took);
    due.acked({ at: Date.now(), ...(!empty && { payload }) });
  }

  return {
    open() {
      const ticket = crypto.randomUUID();
      tickets.set(ticket, Date.now() + TICKET_LIVES_MS);
      return { ok: true, url: `${parts.wsUrl()}/link/?ticket=${ticket}&app_id=${parts.appId}` };
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'ws://local');
      const ticket = url.searchParams.get('ticket') ?? '';
      const until = tickets.get(ticket) ?? 0;
      tickets.delete(ticket);
      if (url.pathname !== '/link/' || until < Date.now() || connections.size >= MOST_CONNECTIONS) {
        traffic.fault('a socket with no valid ticket, or one too many');
        socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, greet);
    },
    send(envelope, acked) {
      const open = [...connections].filter(({ socket }) => socket.readyState === socket.OPEN);
      turn += 1;
      const chosen = open[turn % Math.max(1, open.length)];
      if (chosen === undefined) return false;
      waiting.set(envelope.envelope_id, {
        sentAt: Date.now(),
        acked,
      });
      if (chosen.silent) return true;
      const text = JSON.stringify(envelope);
      if (parts.oneWayMs === 0) chosen.socket.send(text);
      else setTimeout(() => chosen.socket.send(text), parts.oneWayMs);
      return true;
    },
    count: () => (helloWithheld ? 0 : [...connections].filter(({ silent }) => !silent).length),
    opened: () => opened,
    refresh(afterMs = 2000) {
      for (const { socket } of connections) {
        const frame = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'local' } };
        socket.send(JSON.stringify(frame));
        setTimeout(() => socket.close(1000), afterMs).unref();
      }
    },
    cut() {
      for (const { socket } of connections) socket.terminate();
    },
    close() {
      for (const { socket } of connections) socket.close(1000);
    },
    goSilent() {
      for (const connection of connections) connection.silent = true;
    },
    raw(text) {
      for (const { socket } of connections) socket.send(text);
    },
    withholdHello(withhold) {
      helloWithheld = withhold;
    },
  };
}
