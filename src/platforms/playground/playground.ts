/** The playground: one more platform, whose client is a page on this machine. */
import { getRequestListener } from '@hono/node-server';
import type { Bot } from '../../ports/bot.ts';
import type { Shown } from '../../ports/corrections.ts';
import type { Log } from '../../ports/log.ts';
import type { Pictures } from '../../ports/pictures.ts';
import type { Platform } from '../../ports/platform.ts';
import type { Review } from '../../ports/review.ts';
import type { Pages } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply, Text } from '../../reply/reply.ts';
import { DEFAULT_LOCALE, type Messages } from '../../show/messages/messages.ts';
import { createApp, type Guides } from './app.ts';
import { createConversation } from './conversation.ts';
import { createCourier } from './courier.ts';
import { addDesk } from './desk.ts';
import { setSafeHeaders } from './guard.ts';
import { createHandlers } from './handlers.ts';
import { type PageFiles, pageFiles } from './page-files.ts';
import { PLAYGROUND_PLACE } from './place.ts';
import { createShow, headed } from './show.ts';

export type PlaygroundParts = {
  readonly bot: Bot;
  /** How the platforms draw a reply: the very renderers that they send with. */
  readonly views: Views;
  readonly pictures: Pictures;
  readonly log: Log;
  readonly now: () => number;
  /** Sets the clock forward to a moment (epoch ms), sending what falls due on the way; false when it cannot. */
  readonly advance: (to: number) => Promise<boolean>;
  /** The next sends of this channel's digest; undefined where none are planned. */
  readonly sends: (briefing: string) => Promise<Reply | undefined>;
  readonly guide: Guides;
  /** The editor's desk, where the playground is opened for it. */
  readonly review?: Review;
  /** Told of each answer that everybody reads. */
  readonly shown?: Shown;
};

/** Where the page finds a picture's files, in the form that each platform has for it. */
export type SlackPlaces = (
  picture: string,
  briefing: string,
) => readonly { readonly place: { readonly image_url: string }; readonly alt: string }[] | undefined;
export type DiscordPlaces = (
  picture: string,
  briefing: string,
) => readonly { readonly url: string; readonly alt: string }[] | undefined;

export type Views = {
  slack(reply: Reply, rendering: Rendering, pictures: SlackPlaces): Pages<object>;
  discord(reply: Reply, rendering: Rendering, pictures: DiscordPlaces): Pages<object>;
  plain(reply: Reply, say: Messages): string;
  /** A body with a line at its head, as the platform's courier puts it there; the same where it has no room. */
  readonly head: {
    slack(body: object, line: Text, id: string, say: Messages): object;
    discord(body: object, line: Text, id: string, say: Messages): object;
  };
};

/**
 * Makes the playground. The page is built from `start` on while the rest comes up: who asks for it earlier waits.
 */
export function createPlayground(parts: PlaygroundParts): Platform {
  const conversation = createConversation();
  const sourcesOf = (briefing: string) => parts.bot.briefings.find(({ id }) => id === briefing)?.sources;
  const show = createShow(parts.views, parts.pictures, sourcesOf);
  const handlers = createHandlers({
    ...parts,
    words: (reply) => parts.views.plain(reply, parts.bot.messagesFor(DEFAULT_LOCALE)),
    conversation,
    show,
    place: PLAYGROUND_PLACE,
  });
  let page: Promise<PageFiles> | undefined;
  const app = createApp({
    handlers,
    conversation,
    pictures: parts.pictures,
    files: () => (page ??= pageFiles()),
    guide: parts.guide,
    log: parts.log,
  });
  if (parts.review !== undefined) {
    const messages = parts.bot.messagesFor(DEFAULT_LOCALE);
    addDesk(app, { review: parts.review, show, messages, now: parts.now });
  }
  const listener = getRequestListener(app.fetch);

  return {
    name: 'playground',
    courier: createCourier({
      conversation,
      show,
      head: headed(parts.views),
      now: parts.now,
      messagesFor: parts.bot.messagesFor,
    }),
    routes: [
      {
        prefix: '/',
        listener: (request, response) => {
          setSafeHeaders(response);
          void listener(request, response);
        },
      },
    ],
    async start() {
      page = pageFiles();
      page.catch((error) => parts.log.error({ err: error }, 'The playground’s page does not build'));
      return { kind: 'started' };
    },
    async stop() {
      conversation.close();
    },
    health: () => ({ kind: 'well' }),
  };
}
