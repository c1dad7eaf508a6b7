import { LRUCache } from 'lru-cache';
import type { Pages } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import type { SlackBody } from './blocks.ts';
import { renderSlack } from './render.ts';

export type Render = (reply: Reply, rendering: Rendering) => Pages<SlackBody>;

const MOST_KEPT = 100;
const MOST_CHARS = 50_000;

/**
 * Rendering, with the latest results kept: the same reply to the same words is the same body, and most people ask the
 * same few things. Rendering the overview takes about as long as all else that Bolt does for a command.
 */
export function remembering(): Render {
  const kept = new LRUCache<string, Pages<SlackBody>>({ max: MOST_KEPT });
  return (reply, rendering) => {
    if (!isForEverybody(reply)) return renderSlack(reply, rendering);
    const { briefing, words, audience, sharedBy, say } = rendering;
    const key = JSON.stringify([briefing, words, audience, sharedBy, say.locale, reply]);
    const pages = kept.get(key) ?? renderSlack(reply, rendering);
    if (key.length <= MOST_CHARS) kept.set(key, pages);
    return pages;
  };
}

/** What is about one channel is not kept. */
function isForEverybody({ shareable }: Reply): boolean {
  return shareable;
}
