/** A proxy on loopback, as a company has one: tunnels by CONNECT, and hands on plain requests and upgrades. */
import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

export type Proxy = {
  readonly url: string;
  /** The hosts that were asked for, with what led to them. */
  readonly asked: readonly string[];
  close(): Promise<void>;
};

/** `hosts`: names that this proxy alone knows, with the port on loopback behind each. */
export async function startProxy(hosts: Readonly<Record<string, number>>): Promise<Proxy> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const portOf = ({ hostname, port }: URL) => hosts[hostname] ?? Number(port || 80);
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '');
    asked.push(`request ${url.host}`);
    const { 'proxy-connection': _, ...headers } = request.headers;
    const onward = http.request(
      { port: portOf(url), method: request.method, path: url.pathname + url.search, headers },
      (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, socket: Socket, head) => {
    const url = new URL(`http://${request.url}`);
    asked.push(`tunnel ${url.host}`);
    tunnel(socket, portOf(url), (onward) => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
    });
  });
  server.on('upgrade', (request, socket: Socket, head) => {
    const url = new URL(request.url ?? '');
    asked.push(`upgrade ${url.host}`);
    tunnel(socket, portOf(url), (onward) => {
      const lines = Array.from({ length: request.rawHeaders.length / 2 }, (_, at) =>
        request.rawHeaders.slice(at * 2, at * 2 + 2).join(': '),
      );
      onward.write([`GET ${url.pathname}${url.search} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      onward.write(head);
    });
  });

  function tunnel(socket: Socket, port: number, opened: (onward: Socket) => void): void {
    const onward = net.connect(port, '127.0.0.1', () => opened(onward));
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      for (const socket of open) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
