/** What each person asked last in each room, for minutes and in memory alone: a restart loses it without harm. */
import { LRUCache } from 'lru-cache';
import type { Ask } from '../ports/bot.ts';

/** A quarter of an hour: who comes back later has begun another conversation. */
export const REMEMBERED_MS = 900_000;
const MOST = 5_000;

export type Conversations = {
  /** What this person asked last here, in words that stand by themselves. */
  before(ask: Ask): string | undefined;
  remember(ask: Ask, words: string): void;
};

export function createConversations(): Conversations {
  const kept = new LRUCache<string, { readonly words: string; readonly at: number }>({ max: MOST });
  return {
    before(ask) {
      const last = kept.get(keyOf(ask));
      return last !== undefined && ask.at - last.at < REMEMBERED_MS ? last.words : undefined;
    },
    remember(ask, words) {
      kept.set(keyOf(ask), { words, at: ask.at });
    },
  };
}

function keyOf({ briefing, place, person }: Ask): string {
  return [place.platform, place.workspace, place.channel, person.id, briefing].join('\n');
}
