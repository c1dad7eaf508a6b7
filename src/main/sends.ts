import { upcomingBlocks } from '../digest/desk/upcoming.ts';
import { PLAYGROUND_PLACE } from '../platforms/playground/place.ts';
import { type Store, StoreDown } from '../ports/store.ts';
import type { Reply } from '../reply/reply.ts';
import { messagesFor } from '../show/messages/messages.ts';

/** The playground's next sends, as `subscribe` tells them; undefined where there are none, or the store is down. */
export async function nextSends(store: Store, briefing: string): Promise<Reply | undefined> {
  const { platform, workspace, channel } = PLAYGROUND_PLACE;
  try {
    const kept = await store.subscriptions.get({ platform, workspace, channel, briefing });
    if (kept?.next === undefined) return undefined;
    return {
      outcome: 'answered',
      blocks: upcomingBlocks(kept.timetable, kept.next, messagesFor(kept.locale), kept.off),
      shareable: false,
    };
  } catch (error) {
    if (error instanceof StoreDown) return undefined;
    throw error;
  }
}
