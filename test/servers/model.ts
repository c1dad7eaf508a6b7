/** A strict server of the OpenAI chat-completions protocol on loopback, which answers as it is told to: well, or not. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';

/** https://platform.openai.com/docs/api-reference/chat/create, as far as it is used. */
const request = z.strictObject({
  model: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })).min(1),
  temperature: z.number().min(0).max(2),
  max_tokens: z.int().positive(),
  stream: z.literal(false),
  response_format: z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      strict: z.literal(true),
      schema: z.looseObject({ type: z.literal('object'), additionalProperties: z.literal(false) }),
    }),
  }),
});
const told = z.strictObject({
  question: z.string(),
  items: z.array(z.strictObject({ number: z.int(), text: z.string() })),
});

export type Told = z.infer<typeof told>;

export type Behaviour =
  /** What it says, as a model writes it. */
  | { readonly kind: 'says'; readonly content: (told: Told) => string; readonly finish?: string }
  /** Whatever bytes. */
  | {
      readonly kind: 'sends';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Nothing, ever. */
  | { readonly kind: 'silent' }
  /** A byte now and then, and no end. */
  | { readonly kind: 'drips' }
  /** Hangs up in the middle. */
  | { readonly kind: 'cuts' };

export type ModelServer = {
  readonly url: string;
  behaviour: Behaviour;
  readonly asked: readonly (Told & { readonly authorization?: string })[];
  /** What did not keep to the protocol. */
  readonly faults: readonly string[];
  close(): Promise<void>;
};

export const choosing = (choose: (told: Told) => readonly unknown[]): Behaviour => ({
  kind: 'says',
  content: (one) => JSON.stringify({ items: choose(one) }),
});

export async function startModel(behaviour: Behaviour): Promise<ModelServer> {
  const asked: (Told & { authorization?: string })[] = [];
  const faults: string[] = [];
  const ended = new AbortController();
  const server = http.createServer(async (incoming, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
      faults.push(`${incoming.method} ${incoming.url}`);
      response.writeHead(404).end();
      return;
    }
    const read = request.safeParse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
    const user = told.safeParse(JSON.parse(read.data?.messages.at(-1)?.content ?? 'null'));
    if (!read.success || !user.success) {
      faults.push(z.prettifyError((read.error ?? user.error)!));
      response.writeHead(400).end();
      return;
    }
    const { authorization } = incoming.headers;
    asked.push({ ...user.data, ...(authorization !== undefined && { authorization }) });
    const { behaviour: now } = made;
    switch (now.kind) {
      case 'says': {
        const message = { role: 'assistant', content: now.content(user.data) };
        const choices = [{ index: 0, message, finish_reason: now.finish ?? 'stop' }];
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ id: 'one', object: 'chat.completion', model: read.data.model, choices }));
        return;
      }
      case 'sends':
        response.writeHead(now.status, now.headers).end(now.body);
        return;
      case 'silent':
        return;
      case 'cuts':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
        response.write('{"choices":[');
        response.destroy();
        return;
      case 'drips':
        response.writeHead(200, { 'content-type': 'application/json' });
        while (!response.destroyed && !ended.signal.aborted) {
          response.write(' ');
          await setTimeout(50);
        }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const made: ModelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    behaviour,
    asked,
    faults,
    async close() {
      ended.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return made;
}
