import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';

/**
 * As much of `fetch` as a Web API call needs, each on a connection of its own. When a connection that was kept open
 * ends under a request, nobody knows whether the request arrived: a post must not be left in doubt by that.
 *
 * @throws what the socket says, when no whole answer came.
 */
export const fetchOnce: typeof fetch = async (target, init) => {
  const url = new URL(String(target));
  const { body, headers } = await sent(init);
  const { Agent, globalAgent, request: send } = url.protocol === 'https:' ? https : http;
  // The global agent knows the proxy, if there is one: one like it, for this request alone.
  const { proxyEnv } = (globalAgent as http.Agent & { options: http.AgentOptions }).options;
  const options: RequestOptions = {
    method: init?.method ?? 'GET',
    headers: { ...headers, connection: 'close' },
    agent: proxyEnv === undefined ? false : new Agent({ proxyEnv }),
    ...(init?.signal && { signal: init.signal }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const request = send(url, options, (answer) => void read(answer).then(resolve, reject));
  request.on('error', reject);
  request.end(body);
  return await promise;
};

/** The body as it goes over the wire, with its type: a file comes as a form. */
async function sent(init: RequestInit | undefined) {
  const { body } = init ?? {};
  const headers = { ...(init?.headers as Record<string, string>) };
  if (!(body instanceof FormData)) return { body: body as string | Uint8Array | null | undefined, headers };
  const form = new Response(body);
  const type = form.headers.get('content-type') ?? 'multipart/form-data';
  return { body: Buffer.from(await form.arrayBuffer()), headers: { ...headers, 'content-type': type } };
}

async function read(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const status = answer.statusCode ?? 500;
  return new Response(Buffer.concat(chunks), { status, headers, statusText: answer.statusMessage ?? '' });
}
