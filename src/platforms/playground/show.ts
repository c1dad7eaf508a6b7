import type { BriefingCard } from '../../ports/bot.ts';
import {
  type DrawnPictures,
  drawnIn,
  type Pictures,
  type PictureTheme,
  pictureKey,
} from '../../ports/pictures.ts';
import { type Pages, pageAt } from '../../reply/pages.ts';
import { plainBlock, plainText } from '../../reply/plain.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { Shown } from './conversation.ts';
import type { Views } from './playground.ts';

/** Which page of a paged answer each platform shows, from 1. */
export type PagesShown = { readonly slack: number; readonly discord: number };

export type Show = (reply: Reply, rendering: Rendering, at?: PagesShown) => Promise<Shown>;

/** How long the page waits for pictures; what is not drawn then is put into words. */
const PICTURES_WITHIN_MS = 3_000;

/** Renders a reply for both platforms as they would send it; pictures lie with the page. */
export function createShow(
  views: Views,
  pictures: Pictures,
  sourceOf: (briefing: string) => BriefingCard['sources'],
): Show {
  return async (reply, rendering, at = { slack: 1, discord: 1 }) => {
    const how = { locale: rendering.say.locale, withinMs: PICTURES_WITHIN_MS };
    const [light, dark] = await Promise.all([
      drawnIn(reply, pictures, { ...how, theme: 'light' }),
      drawnIn(reply, pictures, { ...how, theme: 'dark' }),
    ]);
    const slack = views.slack(reply, rendering, (picture, briefing) =>
      placesOf(light, picture, briefing, 'light')?.map(({ url, alt }) => ({
        place: { image_url: url },
        alt,
      })),
    );
    const discord = views.discord(reply, rendering, (picture, briefing) =>
      placesOf(dark, picture, briefing, 'dark'),
    );
    return {
      slack: bodies(slack, at.slack),
      discord: bodies(discord, at.discord),
      plain: views.plain(reply, rendering.say),
      quotations: quotationsIn(reply, rendering.say, sourceOf(rendering.briefing)),
    };
  };
}

/** A line at the head of what is shown, in each body as the platform would have it; the same line once. */
export function headed({ head }: Views) {
  return (shown: Shown, line: Text, id: string, say: Messages): Shown => {
    const [slack, ...moreSlack] = shown.slack;
    const [discord, ...moreDiscord] = shown.discord;
    const words = plainText(line, say);
    return {
      slack: slack === undefined ? [] : [head.slack(slack, line, id, say), ...moreSlack],
      discord: discord === undefined ? [] : [head.discord(discord, line, id, say), ...moreDiscord],
      quotations: shown.quotations,
      plain: shown.plain.startsWith(words) ? shown.plain : `${words}\n\n${shown.plain}`,
    };
  };
}

/** With the sources of the paragraphs that each rests on. */
function quotationsIn(reply: Reply, say: Messages, sources: BriefingCard['sources'] = {}): string[] {
  return reply.blocks.flatMap((block) => {
    if (block.kind !== 'quotation') return [];
    const named = [...new Set(block.cite.map(({ source }) => sources[source]))].filter(Boolean);
    return [[plainBlock(block, say), ...named].join('\n')];
  });
}

function placesOf(drawn: DrawnPictures, picture: string, briefing: string, theme: PictureTheme) {
  const path = [briefing, picture, theme].map(encodeURIComponent).join('/');
  return drawn
    .get(pictureKey(picture, briefing))
    ?.map(({ alt }, at) => ({ url: `/pictures/${path}/${at + 1}`, alt }));
}

function bodies(pages: Pages<object>, at: number): readonly object[] {
  return pages.paging === 'all-at-once' ? pages.pages : [pageAt(pages, at)];
}
