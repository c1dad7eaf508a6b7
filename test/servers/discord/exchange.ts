import type { Json, Message } from './world.ts';

/** One interaction, from a person's press to the last message that came of it. */
export type Exchange = {
  readonly id: string;
  /** Begins with the id and a full stop. */
  readonly token: string;
  /** 2: command, 3: component, 4: autocomplete. */
  readonly type: 2 | 3 | 4;
  readonly channel: string;
  readonly user: string;
  /** The message whose control was pressed. */
  readonly on?: string;
  readonly sentAt: number;
  ack?: { readonly type: number; readonly afterMs: number; readonly data: Json };
  /** The answer itself: what @original names. */
  original?: Message;
  readonly followUps: Message[];
};

export const ACK_WITHIN_MS = 3_000;

/** The kinds of callback that answer each kind of interaction. */
export const CALLBACKS: Record<Exchange['type'], readonly number[]> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
};
