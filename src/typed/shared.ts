/** An answer as a channel is shown it: who shared it, and what was asked, above it. */
import type { Reply, Span } from '../reply/reply.ts';
import { note } from '../show/blocks.ts';
import type { Messages } from '../show/messages/messages.ts';
import { plainLine } from '../text/fold.ts';
import { apart } from '../words/apart.ts';

/** Pure. What may not be shared stays as it is. */
export function shared(reply: Reply, words: string, by: Span, say: Messages): Reply {
  if (!reply.shareable) return reply;
  const { flag: _, ...rest } = reply;
  return { ...rest, blocks: [note(say.talk.sharedBy, by, ' · ', questionOf(words, say)), ...reply.blocks] };
}

/** What was asked, as a person would say it: without what a control carries besides. */
export function questionOf(words: string, say: Messages): string {
  const bare = plainLine(words)
    .replace(/\s*\((?:all|why)\)$/u, '')
    .replace(/\s*~[0-9a-f]{8}$/u, '')
    .replace(/^ask\s+/iu, '')
    .trim();
  const leaning = apart(bare);
  if (leaning !== undefined) return say.talk.understoodAfter(leaning.words, questionOf(leaning.before, say));
  return bare === '' ? say.views.overview.label : bare;
}
