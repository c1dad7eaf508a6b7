/** The one conversation that the playground holds, as the page shows it. In memory: closing the bot ends it. */
import type { PagesShown } from './show.ts';

/** How the page shows one answer: the very bodies that the platforms would get, and the words. */
export type Shown = {
  /** One body, or several where the pages come all at once. */
  readonly slack: readonly object[];
  readonly discord: readonly object[];
  readonly plain: string;
  /** Each quotation as a desk pastes it: words, speaker, post, paragraph, source. */
  readonly quotations: readonly string[];
};

export type Entry = {
  readonly id: number;
  readonly at: number;
  /** Who brought it about: somebody typed or pressed, or the digest's hour came. */
  readonly from:
    | { readonly kind: 'person'; readonly typed: string; readonly how: Typed }
    | { readonly kind: 'digest' }
    /** A line that the bot says in the channel by itself: who changed its digest, or what it puts right. */
    | { readonly kind: 'notice' };
  /** 'asker': only visible to you. */
  readonly audience: 'asker' | 'channel';
  readonly pages: PagesShown;
  readonly shown: Shown;
};

/** How words came: by the slash command, a mention of the bot, a message to it as in a direct chat, or a control. */
export type Typed = 'command' | 'mention' | 'message' | 'pressed';

/** Whether others would see what was typed: a message does show, a command or a pressed control does not. */
export function isMessage(from: Entry['from']): from is Extract<Entry['from'], { kind: 'person' }> {
  return from.kind === 'person' && (from.how === 'mention' || from.how === 'message');
}

/** What a page that listens is told: an entry that is new or has changed. */
export type Change = { readonly kind: 'entry'; readonly entry: Entry } | { readonly kind: 'closed' };

export type Conversation = ReturnType<typeof createConversation>;

/** How many entries are kept; older ones leave the page as well when it is loaded anew. */
const MOST_ENTRIES = 200;

export function createConversation() {
  let entries: readonly Entry[] = [];
  let lastId = 0;
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change) => {
    for (const listener of [...listeners]) listener(change);
  };

  return {
    all: () => entries,
    entry: (id: number) => entries.find((entry) => entry.id === id),
    add(made: Omit<Entry, 'id' | 'pages'>): Entry {
      lastId += 1;
      const entry = { ...made, id: lastId, pages: { slack: 1, discord: 1 } };
      entries = [...entries, entry].slice(-MOST_ENTRIES);
      tell({ kind: 'entry', entry });
      return entry;
    },
    /** Shows something else in an entry's place: another page of the same answer. */
    replace(id: number, shown: Shown, pages: PagesShown): void {
      entries = entries.map((entry) => (entry.id === id ? { ...entry, shown, pages } : entry));
      const entry = entries.find((one) => one.id === id);
      if (entry !== undefined) tell({ kind: 'entry', entry });
    },
    /** Returns how to stop listening. */
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Tells every page that the bot stops. */
    close: () => tell({ kind: 'closed' }),
  };
}
