import type { RawFile } from 'discord.js';
import {
  type DrawnPictures,
  drawnIn,
  type Picture,
  type Pictures,
  pictureKey,
} from '../../ports/pictures.ts';
import type { Pages } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { DiscordBody } from './components.ts';
import { renderDiscord } from './render.ts';

/** A message as it is sent, and the files that go with it. */
export type Request = { readonly body: DiscordBody; readonly files: RawFile[] };

/** How long an answer waits for its pictures; what is not drawn then is put into words. */
const PICTURES_WITHIN_MS = 2_000;
/** Most of Discord's people look at it in its dark theme. */
const THEME = 'dark';

/** `inWords` puts pictures into words, whether they could be drawn or not. */
export type Render = (reply: Reply, rendering: Rendering, inWords?: boolean) => Promise<Pages<Request>>;

/**
 * Replies as requests, each page with the pictures that stand on it. A reply never changes, so one that is said again
 * is not drawn again: whoever keeps replies gets their drawings kept with them, and forgotten with them. Pictures may
 * come out another time, so a reply with one is drawn each time.
 */
export function renderer(pictures: Pictures | undefined): Render {
  const drawings = new WeakMap<Reply, Map<string, Pages<Request>>>();
  return async (reply, rendering, inWords = false) => {
    if (inWords) return drawnPages(reply, rendering, undefined);
    const { briefing, words, audience, say } = rendering;
    const key = `${say.locale} ${audience} ${briefing} ${words}`;
    const known = drawings.get(reply)?.get(key);
    if (known !== undefined) return known;
    const pages = await drawnPages(reply, rendering, pictures);
    if (pictures !== undefined && reply.blocks.some(({ kind }) => kind === 'picture')) return pages;
    drawings.set(reply, (drawings.get(reply) ?? new Map()).set(key, pages));
    return pages;
  };
}

async function drawnPages(
  reply: Reply,
  rendering: Rendering,
  pictures: Pictures | undefined,
): Promise<Pages<Request>> {
  const how = { theme: THEME, locale: rendering.say.locale, withinMs: PICTURES_WITHIN_MS } as const;
  const drawn: DrawnPictures = pictures === undefined ? new Map() : await drawnIn(reply, pictures, how);
  const { pages, paging } = renderDiscord(reply, rendering, (picture, briefing) =>
    drawn.get(pictureKey(picture, briefing))?.map(({ name, alt }) => ({ url: `attachment://${name}`, alt })),
  );
  const [first, ...rest] = pages;
  const requested = (body: DiscordBody) => ({ body, files: filesIn(body, [...drawn.values()].flat()) });
  return { pages: [requested(first), ...rest.map(requested)], paging };
}

/** One sentence, as a request. */
export function sentence(words: string, say: Messages): Request {
  const reply: Reply = { outcome: 'refused', blocks: [{ kind: 'text', text: [words] }], shareable: false };
  const { pages } = renderDiscord(reply, { briefing: '', words: '', audience: 'channel', say });
  return { body: pages[0], files: [] };
}

function filesIn(body: DiscordBody, drawn: readonly Picture[]): RawFile[] {
  if (drawn.length === 0) return [];
  const written = JSON.stringify(body.components);
  return drawn
    .filter(({ name }) => written.includes(JSON.stringify(`attachment://${name}`)))
    .map(({ name, data }) => ({ name, data: Buffer.from(data), contentType: 'image/png' }));
}
