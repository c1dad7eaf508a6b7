/** An answer to words that lean on the conversation says how they were understood, and carries words that do not lean. */
import type { Reply } from '../reply/reply.ts';
import { note } from '../show/blocks.ts';
import type { Messages } from '../show/messages/messages.ts';
import { questionOf } from './shared.ts';

export function understood(reply: Reply, words: string, say: Messages): Reply {
  if (reply.outcome === 'help' || reply.outcome === 'refused') return reply;
  return { ...reply, words, blocks: [note(say.talk.understoodAs(questionOf(words, say))), ...reply.blocks] };
}
