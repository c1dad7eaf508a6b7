/** An answer to words that lean on the conversation says how they were understood, and carries words that do not lean. */
import type { Reply } from '../reply/reply.ts';
import { note } from '../show/blocks.ts';
import type { Messages } from '../show/messages/messages.ts';
import { apart } from '../words/apart.ts';

export function understood(reply: Reply, words: string, say: Messages): Reply {
  if (reply.outcome === 'help' || reply.outcome === 'refused') return reply;
  return { ...reply, words, blocks: [note(said(words, say)), ...reply.blocks] };
}

function said(words: string, say: Messages): string {
  const leaning = apart(words.replace(/ \(all\)$/u, ''));
  if (leaning === undefined) return say.talk.understoodAs(words.replace(/ \(all\)$/u, ''));
  return say.talk.understoodAs(
    say.talk.understoodAfter(leaning.words, apart(leaning.before)?.before ?? leaning.before),
  );
}
