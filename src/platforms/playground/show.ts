import { type Pages, pageAt } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Shown } from './conversation.ts';
import type { Views } from './playground.ts';

/** Which page of a paged answer each platform shows, from 1. */
export type PagesShown = { readonly slack: number; readonly discord: number };

export type Show = (reply: Reply, rendering: Rendering, at?: PagesShown) => Shown;

/** Renders a reply for both platforms as they would send it. */
export function createShow(views: Views): Show {
  return (reply, rendering, at = { slack: 1, discord: 1 }) => ({
    slack: bodies(views.slack(reply, rendering), at.slack),
    discord: bodies(views.discord(reply, rendering), at.discord),
    plain: views.plain(reply, rendering.say),
  });
}

function bodies(pages: Pages<object>, at: number): readonly object[] {
  return pages.paging === 'all-at-once' ? pages.pages : [pageAt(pages, at)];
}
