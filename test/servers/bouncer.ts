/**
 * A connection pooler in front of Postgres as PgBouncer is in its default settings: it refuses every parameter of a new
 * connection that it does not know (pgbouncer.org/config, `ignore_startup_parameters`), and passes on the rest.
 */
import { connect, createServer, type Socket } from 'node:net';

const KNOWN = [
  'user',
  'database',
  'client_encoding',
  'datestyle',
  'timezone',
  'standard_conforming_strings',
  'application_name',
];

export type Bouncer = {
  readonly url: string;
  /** From now on nothing comes back, on any connection, old or new. */
  stall(): void;
  close(): Promise<void>;
};

export async function startBouncer(url: string): Promise<Bouncer> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let stalled = false;
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined);
    client.once('data', (first: Buffer) => {
      const unknown = parametersOf(first).find((name) => !KNOWN.includes(name));
      if (unknown !== undefined) return void client.end(refusal(`unsupported startup parameter: ${unknown}`));
      const upstream = connect(Number(target.port), target.hostname);
      sockets.add(upstream);
      upstream.on('error', () => client.destroy());
      upstream.write(first);
      client.pipe(upstream);
      upstream.on('data', (chunk: Buffer) => void (stalled || client.write(chunk)));
      upstream.on('end', () => void (stalled || client.end()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const own = new URL(url);
  own.port = String(port);
  return {
    url: own.href,
    stall() {
      stalled = true;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The startup message: length, protocol 3.0, then names and values, each ended by a zero byte. */
function parametersOf(message: Buffer): string[] {
  const texts = message.subarray(8).toString('utf8').split('\0');
  return texts.filter((_, at) => at % 2 === 0).filter((name) => name !== '');
}

function refusal(message: string): Buffer {
  const fields = `SFATAL\0C08P01\0M${message}\0\0`;
  const body = Buffer.from(fields);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
