/** Where the process listens: one port for the platforms, one of its own for health and metrics. */
import type { Reader } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';

export type Listening = { readonly host: string; readonly port: number };

const LOOPBACK = '127.0.0.1';
const DEFAULT_PORT = 3000;
const DEFAULT_DRAIN_S = 5;

export type HttpSettings = Listening & {
  /** Health and metrics. `chosen` tells whether somebody named the port: another is taken where it is not free. */
  readonly ops: Listening & { readonly chosen: boolean };
  /** How long the port stays open after readiness has turned, for a load balancer to notice. */
  readonly drainMs: number;
};

export function readHttp(read: Reader, faults: string[], say: Messages): HttpSettings {
  const port = read.whole('PORT', DEFAULT_PORT, 0, 65_535, say.settings.aPort);
  return {
    host: read.text('HOST') ?? LOOPBACK,
    port,
    ops: readOps(read, faults, port, say),
    drainMs: read.number('STOP_DRAIN', DEFAULT_DRAIN_S, 0, 8, say.settings.seconds) * 1_000,
  };
}

/** '3001', or '0.0.0.0:3001' where a collector on another machine reads it. */
function readOps(read: Reader, faults: string[], port: number, say: Messages): HttpSettings['ops'] {
  const given = read.text('OPS_PORT');
  if (given === undefined) return { host: LOOPBACK, port: port === 0 ? 0 : port + 1, chosen: false };
  const found = /^(?:(?<host>[^\s]+):)?(?<port>\d{1,5})$/.exec(given);
  const number = Number(found?.groups?.port);
  if (found !== null && number <= 65_535) {
    const host = found.groups?.host?.replace(/^\[(.+)\]$/, '$1') ?? LOOPBACK;
    return { host, port: number, chosen: true };
  }
  faults.push(say.settings.noOpsPort(given));
  return { host: LOOPBACK, port: 0, chosen: false };
}
