/** Brings the digest's editions into the playground's conversation. */
import type { Courier } from '../../ports/courier.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply, Text } from '../../reply/reply.ts';
import type { Messages, MessagesFor } from '../../show/messages/messages.ts';
import type { Conversation, Shown } from './conversation.ts';

export type CourierParts = {
  readonly conversation: Conversation;
  readonly show: (reply: Reply, rendering: Rendering) => Promise<Shown>;
  /** Puts a line at the head of what an entry shows. */
  readonly head: (shown: Shown, line: Text, id: string, say: Messages) => Shown;
  readonly now: () => number;
  readonly messagesFor: MessagesFor;
};

/** The words that an edition's parcel carries. */
const EDITION_WORDS = 'digest';
/** A day: the conversation remembers its parcels for as long as the process runs. */
const REPEAT_SAFE_MS = 86_400_000;

export function createCourier({ conversation, show, head, now, messagesFor }: CourierParts): Courier {
  const delivered = new Map<string, string>();
  return {
    platform: 'playground',
    repeatSafeForMs: REPEAT_SAFE_MS,
    async send({ id, briefing, words, reply, locale }) {
      const before = delivered.get(id);
      if (before !== undefined) return { kind: 'sent', message: before };
      const shown = await show(reply, { briefing, words, audience: 'channel', say: messagesFor(locale) });
      const from = { kind: words === EDITION_WORDS ? 'digest' : 'notice' } as const;
      const entry = conversation.add({ at: now(), from, audience: 'channel', shown });
      delivered.set(id, String(entry.id));
      return { kind: 'sent', message: String(entry.id) };
    },
    async find({ id }) {
      const message = delivered.get(id);
      return message === undefined ? { kind: 'absent' } : { kind: 'found', message };
    },
    async amend({ id, under, line, locale }) {
      const entry = conversation.entry(Number(under.message));
      if (entry === undefined) return { kind: 'deleted' };
      conversation.replace(entry.id, head(entry.shown, line, id, messagesFor(locale)), entry.pages);
      return { kind: 'amended' };
    },
    async examine() {
      return [];
    },
  };
}
