import type { RawFile } from 'discord.js';
import type { Pages } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { PictureName, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { DiscordBody } from './components.ts';
import { renderDiscord } from './render.ts';

/** A message as it is sent, and the files that go with it. */
export type Request = { readonly body: DiscordBody; readonly files: RawFile[] };

export type PictureFile = { readonly name: string; readonly data: Uint8Array };

/** Draws a picture, or finds it drawn; `undefined` where it cannot be: it is put into words then. */
export type Pictures = (picture: PictureName, briefing: string) => Promise<PictureFile | undefined>;

export type Render = (reply: Reply, rendering: Rendering) => Promise<Pages<Request>>;

/**
 * Replies as requests, each page with the pictures that stand on it. A reply never changes, so one that is said again
 * is not drawn again: whoever keeps replies gets their drawings kept with them, and forgotten with them. Pictures may
 * come out another time, so a reply with one is drawn each time.
 */
export function renderer(pictures: Pictures | undefined): Render {
  const drawings = new WeakMap<Reply, Map<string, Pages<Request>>>();
  return async (reply, rendering) => {
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
  const drawn = pictures === undefined ? new Map<string, PictureFile>() : await draw(reply, pictures);
  const { pages, paging } = renderDiscord(reply, rendering, (picture, briefing) => {
    const file = drawn.get(`${briefing} ${picture}`);
    return file && `attachment://${file.name}`;
  });
  const [first, ...rest] = pages;
  const requested = (body: DiscordBody) => ({ body, files: filesIn(body, [...drawn.values()]) });
  return { pages: [requested(first), ...rest.map(requested)], paging };
}

/** One sentence, as a request. */
export function sentence(words: string, say: Messages): Request {
  const reply: Reply = { outcome: 'refused', blocks: [{ kind: 'text', text: [words] }], shareable: false };
  const { pages } = renderDiscord(reply, { briefing: '', words: '', audience: 'channel', say });
  return { body: pages[0], files: [] };
}

async function draw(reply: Reply, pictures: Pictures): Promise<Map<string, PictureFile>> {
  const drawn = new Map<string, PictureFile>();
  for (const block of reply.blocks) {
    if (block.kind !== 'picture') continue;
    const file = await pictures(block.picture, block.briefing);
    if (file !== undefined) drawn.set(`${block.briefing} ${block.picture}`, file);
  }
  return drawn;
}

function filesIn(body: DiscordBody, drawn: readonly PictureFile[]): RawFile[] {
  if (drawn.length === 0) return [];
  const written = JSON.stringify(body.components);
  return drawn
    .filter(({ name }) => written.includes(JSON.stringify(`attachment://${name}`)))
    .map(({ name, data }) => ({ name, data: Buffer.from(data), contentType: 'image/png' }));
}
