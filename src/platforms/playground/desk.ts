/** The editor's desk on the playground's server: its page, and what it asks for. Everybody else is kept out as there. */
import type { Context, Hono } from 'hono';
import type { Review } from '../../ports/review.ts';
import * as say from '../../show/messages/en/playground.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { Shown } from './conversation.ts';
import { DESK_PAGE } from './html.ts';
import type { Show } from './show.ts';

export type DeskParts = {
  readonly review: Review;
  readonly show: Show;
  readonly messages: Messages;
  readonly now: () => number;
};

/** What trying an edit comes to: the answer as both platforms would draw it. */
export type TriedShown =
  | Exclude<Awaited<ReturnType<Review['try']>>, { kind: 'tried' }>
  | (Omit<Extract<Awaited<ReturnType<Review['try']>>, { kind: 'tried' }>, 'reply'> & {
      readonly at: number;
      readonly shown?: Shown;
    });

/** Puts the desk's paths on the playground's app, whose guards stand before them. */
export function addDesk(app: Hono, { review, show, messages, now }: DeskParts): void {
  app.get('/desk', (context) => context.html(DESK_PAGE));
  app.get('/desk/:id', (context) => context.html(DESK_PAGE));

  app.get('/api/desk', (context) => context.json({ editor: review.editor, briefings: review.list() }));

  app.get('/api/desk/:id', (context) => {
    const sheet = review.sheet(context.req.param('id'));
    return sheet === undefined ? context.notFound() : context.json(sheet);
  });

  app.post('/api/desk/:id/save', async (context) => {
    const sent = await body(context);
    return sent === undefined ? notRead(context) : context.json(review.save(context.req.param('id'), sent));
  });

  app.post('/api/desk/:id/undo', async (context) => {
    const sent = (await body(context)) as { readonly token?: unknown } | undefined;
    return sent === undefined
      ? notRead(context)
      : context.json(review.undo(context.req.param('id'), sent.token));
  });

  app.post('/api/desk/:id/try', async (context) => {
    const asked = await body(context);
    if (asked === undefined) return notRead(context);
    const id = context.req.param('id');
    const tried = await review.try(id, asked);
    if (tried.kind === 'refused') return context.json(tried);
    const { reply, ...rest } = tried;
    const words = String((asked as { readonly words?: unknown }).words ?? '');
    const shown = reply && (await show(reply, { briefing: id, words, audience: 'asker', say: messages }));
    return context.json({ ...rest, at: now(), ...(shown && { shown }) } satisfies TriedShown);
  });

  app.post('/api/desk/:id/release', async (context) =>
    context.json(await review.release(context.req.param('id'))),
  );
}

/** The body as a JSON object; undefined when it is none. */
async function body(context: Context): Promise<object | undefined> {
  const read: unknown = await context.req.json().catch(() => undefined);
  return typeof read === 'object' && read !== null ? read : undefined;
}

function notRead(context: Context) {
  return context.text(say.NOT_READ, 400);
}
