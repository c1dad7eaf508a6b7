/** Whether a delivery stands in a channel, or in a thread of it: page by page, by what its message carries. */
import type { Seen } from '../../ports/courier.ts';
import type { WebClient } from './clients.ts';
import { isAboutThread, type Refusal, reasonOf, refusalOf } from './refusals.ts';

/** The event_type of a message's metadata; its payload holds the delivery's id. */
export const DELIVERY_EVENT = 'attache_digest';
/** What Slack gives at once to apps outside its Marketplace since 2025, once a minute (docs.slack.dev, rate limits). */
const PAGE_SIZE = 15;
const MOST_PAGES = 60;
/** Looks that go on later are kept in mind up to so many; any other begins anew. */
const MOST_BROKEN = 1_000;

export type Window = { readonly oldest: string; readonly latest?: string; readonly cursor?: string };

export type Look = {
  readonly client: WebClient;
  readonly channel: string;
  readonly thread?: string;
  /** The delivery's. */
  readonly id: string;
  /** What a refusal to show it means. */
  readonly blind: (refusal: Refusal) => Seen;
};

/** A look that a limit broke off goes on from where it was. A thread that is gone shows nothing. */
export function looker(): (look: Look, fresh: Window) => Promise<Seen> {
  const broken = new Map<string, Window>();
  return async ({ client, channel, thread, id, blind }, fresh) => {
    const key = `${id} ${thread ?? ''}`;
    let window: Window = broken.get(key) ?? fresh;
    broken.delete(key);
    try {
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const asked = { channel, include_all_metadata: true, limit: PAGE_SIZE, ...window };
        const found =
          thread === undefined
            ? await client.conversations.history(asked)
            : await client.conversations.replies({ ...asked, ts: thread });
        const ours = found.messages?.find((message) => isDelivery(message, id));
        if (ours?.ts !== undefined) return { kind: 'found', message: ours.ts };
        const cursor = found.response_metadata?.next_cursor || undefined;
        if (cursor === undefined) return { kind: 'absent' };
        window = { ...window, cursor };
      }
    } catch (error) {
      const refusal = refusalOf(error);
      if (thread !== undefined && isAboutThread(refusal)) return { kind: 'absent' };
      if (window.cursor !== undefined && broken.size < MOST_BROKEN) broken.set(key, window);
      return blind(refusal);
    }
    return { kind: 'cannot_tell', why: { code: 'too-much-since' }, lasts: 'for-good' };
  };
}

/** `bot` is how the bot is called there. */
export function blindTo(refusal: Refusal, bot: string): Seen {
  const { concerns, follows, afterMs } = refusal.meaning;
  return {
    kind: 'cannot_tell',
    why: reasonOf(refusal, bot),
    lasts: follows === 'gone' ? 'for-good' : 'now',
    away: concerns === 'platform',
    ...(afterMs === undefined ? {} : { afterMs }),
  };
}

function isDelivery(message: object, id: string): boolean {
  const { metadata } = message as {
    metadata?: { event_type?: unknown; event_payload?: { delivery?: unknown } };
  };
  return metadata?.event_type === DELIVERY_EVENT && metadata.event_payload?.delivery === id;
}
