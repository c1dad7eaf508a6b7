/** The playground's paths: the page, its assets, its own connection, and what it asks for. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Log } from '../../ports/log.ts';
import type { Pictures } from '../../ports/pictures.ts';
import * as say from '../../show/messages/en/playground.ts';
import type { Conversation } from './conversation.ts';
import { jsonOnly, loopbackOnly } from './guard.ts';
import type { Handlers } from './handlers.ts';
import { PAGE } from './html.ts';
import type { PageFiles } from './page-files.ts';

export type AppParts = {
  readonly handlers: Handlers;
  readonly conversation: Conversation;
  /** Rejects when the page does not build. */
  readonly files: () => Promise<PageFiles>;
  readonly pictures: Pictures;
  readonly guide: Guides;
  readonly log: Log;
};

/** A guide of the project in Markdown, by its name; undefined for a name that is none. */
export type Guides = (name: string) => Promise<string | undefined>;

const MOST_TYPED = 4_000;
const MOST_BODY_BYTES = 64 * 1024;
const HEARTBEAT_MS = 15_000;

const typed = z.strictObject({ line: z.string().max(MOST_TYPED) });
const pressed = z.strictObject({
  entry: z.int(),
  platform: z.enum(['slack', 'discord']),
  id: z.string().max(MOST_TYPED),
});
const clock = z.strictObject({ at: z.number() });

export function createApp({ handlers, conversation, files, pictures, guide, log }: AppParts): Hono {
  const app = new Hono();
  app.use(loopbackOnly);
  app.use(
    bodyLimit({ maxSize: MOST_BODY_BYTES, onError: (context) => context.text(`${say.TOO_LONG}\n`, 413) }),
  );
  app.on('POST', '/api/*', jsonOnly);

  app.get('/', (context) => context.html(PAGE));

  app.get('/assets/:name', async (context) => {
    const asset = (await files()).assets.get(`/assets/${context.req.param('name')}`);
    if (asset === undefined) return context.notFound();
    const packed = /\bbr\b/.test(context.req.header('accept-encoding') ?? '');
    if (packed) context.header('content-encoding', 'br');
    context.header('content-type', asset.type);
    context.header('cache-control', 'no-cache');
    return context.body(new Uint8Array(packed ? asset.brotli : asset.body));
  });

  app.get('/assets/files/:name', async (context) => {
    const font = await (await files()).font(context.req.param('name'));
    if (font === undefined) return context.notFound();
    context.header('content-type', 'font/woff2');
    context.header('cache-control', 'max-age=86400');
    return context.body(new Uint8Array(font));
  });

  app.get('/pictures/:briefing/:picture/:theme/:part', async (context) => {
    const { briefing, picture, theme, part } = context.req.param();
    if (theme !== 'light' && theme !== 'dark') return context.notFound();
    const drawn = await pictures.draw({ briefing, picture, theme });
    const found = drawn.kind === 'drawn' ? drawn.pictures[Number(part) - 1] : undefined;
    if (found === undefined) return context.notFound();
    context.header('content-type', 'image/png');
    context.header('cache-control', 'no-cache');
    return context.body(new Uint8Array(found.data));
  });

  // Everything is told again at each connection, so that a page that reconnects has missed nothing.
  app.get('/api/events', (context) =>
    streamSSE(context, async (stream) => {
      const { briefings } = handlers;
      const closed = new AbortController();
      stream.onAbort(() => closed.abort());
      const stopListening = conversation.listen((change) => {
        if (change.kind === 'closed') closed.abort();
        else void stream.writeSSE({ event: 'entry', data: JSON.stringify(change.entry) });
      });
      await stream.writeSSE({
        event: 'hello',
        data: JSON.stringify({ briefings, entries: conversation.all() }),
      });
      while (!closed.signal.aborted) {
        await pause(HEARTBEAT_MS, closed.signal);
        if (!closed.signal.aborted) await stream.writeSSE({ event: 'alive', data: '' });
      }
      stopListening();
    }),
  );

  app.get('/api/complete', (context) => {
    const words = context.req.query('typed') ?? '';
    return context.json(handlers.complete(words.slice(0, MOST_TYPED)));
  });

  app.get('/api/guide/:name', async (context) => {
    const text = await guide(context.req.param('name'));
    return text === undefined ? context.notFound() : context.text(text);
  });

  app.get('/api/digest', async (context) => context.json(await handlers.digest()));

  app.post('/api/type', async (context) => {
    const body = typed.safeParse(await json(context.req.raw));
    if (!body.success) return context.text(say.NOT_READ, 400);
    await handlers.type(body.data.line);
    return context.body(null, 204);
  });

  app.post('/api/press', async (context) => {
    const body = pressed.safeParse(await json(context.req.raw));
    if (!body.success) return context.text(say.NOT_READ, 400);
    await handlers.press(body.data.entry, body.data.platform, body.data.id);
    return context.body(null, 204);
  });

  app.post('/api/clock', async (context) => {
    const body = clock.safeParse(await json(context.req.raw));
    if (!body.success) return context.text(say.NOT_READ, 400);
    if (!(await handlers.advance(body.data.at))) return context.text(say.CANNOT_SET_CLOCK, 400);
    return context.body(null, 204);
  });

  app.onError((error, context) => {
    log.error({ err: error, path: context.req.path }, 'The playground failed to answer its page');
    return context.text(`${say.FAILED}\n`, 500);
  });
  return app;
}

/** The body as JSON; undefined when it is none, which no schema accepts. */
async function json(request: Request): Promise<unknown> {
  return request.json().catch(() => undefined);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
