import { type RawFile } from 'discord.js';
import type { Pages } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';

/** A message as it is sent, and the files that go with it. */
export type Request = {
  readonly body: { readonly flags?: number; readonly [field: string]: unknown };
  readonly files: RawFile[];
};

export type Render = (reply: Reply, rendering: Rendering) => Pages<Request['body']>;

/** Nobody is ever notified by what we say, whatever names it holds. */
export const NO_MENTIONS = { allowed_mentions: { parse: [] } } as const;

export function requestOf(body: Request['body']): Request {
  return { body: { ...body, ...NO_MENTIONS }, files: [] };
}
