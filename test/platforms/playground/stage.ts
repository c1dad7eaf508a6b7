/** The real playground over real HTTP, with the real briefing behind it, and requests that no client would tidy up. */

import { request } from 'node:http';
import { createBot } from '../../../src/bot.ts';
import { noDesk } from '../../../src/digest/desk/no-desk.ts';
import { views } from '../../../src/main/views.ts';
import { listen } from '../../../src/ops/http.ts';
import { createPictures } from '../../../src/pictures/pictures.ts';
import { createPlayground } from '../../../src/platforms/playground/playground.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Review } from '../../../src/ports/review.ts';
import { en } from '../../../src/show/messages/en.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import { briefing } from '../../commands/kuril.ts';

export type Asked = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
};
export type Answered = {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
};

/** `review`: the editor's desk, where it is served too. */
export async function stage(review?: Review) {
  const errors: unknown[] = [];
  const quiet = () => undefined;
  const log: Log = { debug: quiet, info: quiet, warn: quiet, error: (...said) => void errors.push(said) };
  const bot = createBot({
    briefings: [briefing],
    desk: noDesk([briefing], messagesFor),
    log,
    reference: () => 'reference',
    messagesFor,
  });
  const pictures = createPictures({ briefing: (id) => (id === briefing.id ? briefing : undefined), log });
  const playground = createPlayground({
    bot,
    views,
    pictures,
    log,
    now: Date.now,
    advance: async () => false,
    sends: async () => undefined,
    guide: async (name) => (name === 'slack' ? '# Slack' : undefined),
    ...(review && { review }),
  });
  const listened = await listen({ host: '127.0.0.1', port: 0 }, playground.routes, en);
  if (listened.kind === 'refused') throw new Error(listened.why);
  await playground.start();
  const { server } = listened;
  const port = Number(new URL(server.url).port);
  return {
    port,
    url: server.url,
    /** What was logged as an error: each would be a fault of ours. */
    errors,
    ask: (asked: Asked) => ask(port, asked),
    async stop() {
      await Promise.all([playground.stop(1_000), server.stop(1_000), pictures.close()]);
    },
  };
}

export type Stage = Awaited<ReturnType<typeof stage>>;

/** Sends the path and the headers as they are given, and takes what comes back as text. */
export function ask(
  port: number,
  { method = 'GET', path = '/', headers = {}, body }: Asked,
  at = '127.0.0.1',
) {
  return new Promise<Answered>((resolve, reject) => {
    const sent = request({ host: at, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const JSON_TYPE = { 'content-type': 'application/json' };
