import type { Messages } from '../show/messages/messages.ts';

/** What a renderer needs besides the reply: the words that lead to it again, and who will see it. */
export type Rendering = {
  /** The briefing's id. */
  readonly briefing: string;
  /** What was typed or pressed to get this reply; its paging and share controls carry it. */
  readonly words: string;
  /** 'asker': only the asker sees it, and may share it. 'channel': everybody does. */
  readonly audience: 'asker' | 'channel';
  /** Who shared it with the channel, by the platform's own id: they can take it back. */
  readonly sharedBy?: string;
  /** What the renderer says of its own accord. */
  readonly say: Messages;
};
