/** Whose digest is meant in a thread that a digest comes into: that one, unless the thread has a digest of its own. */
import type { Ask } from '../../ports/bot.ts';
import { StoreDown } from '../../ports/store.ts';
import { type DeskParts, keyOf } from './desk-parts.ts';

/** The ask as if it had been typed in the channel that set the digest. Only Discord's threads are channels by themselves. */
export async function atHost({ store: { subscriptions } }: DeskParts, ask: Ask): Promise<Ask> {
  if (ask.place.platform !== 'discord') return ask;
  try {
    const key = keyOf(ask);
    if ((await subscriptions.get(key)) !== undefined) return ask;
    const all = await subscriptions.ofWorkspace(key.platform, key.workspace);
    const host = all.find(({ goes, briefing }) => goes?.thread === key.channel && briefing === key.briefing);
    return host === undefined ? ask : { ...ask, place: { ...ask.place, channel: host.channel } };
  } catch (error) {
    // What is answered says so itself.
    if (error instanceof StoreDown) return ask;
    throw error;
  }
}
