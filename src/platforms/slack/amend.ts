/** A line at the head of a message that stands: Slack is asked for the message as it is, and given it back with the line. */
import type { Amended, Amendment, Handed } from '../../ports/courier.ts';
import { plainText } from '../../reply/plain.ts';
import type { Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { SlackBlock, SlackBody } from './blocks.ts';
import type { WebClient } from './clients.ts';
import { disarm } from './escape.ts';
import { BLOCKS_PER_MESSAGE, TEXT_CHARS } from './limits.ts';
import { codeIn, handed, refusalOf } from './refusals.ts';
import { richElements } from './spans.ts';

/** Who may not read the message cannot give it back. */
export async function amendIn(
  client: WebClient,
  { id, place: { channel }, under, line }: Amendment,
  say: Messages,
  bot: string,
): Promise<Amended> {
  try {
    const one = { channel, latest: under.message, oldest: under.message, inclusive: true, limit: 1 };
    const { messages } =
      under.thread === undefined
        ? await client.conversations.history(one)
        : await client.conversations.replies({ ...one, ts: under.thread });
    const standing = messages?.find(({ ts }) => ts === under.message);
    if (standing === undefined) return { kind: 'deleted' };
    const headed = withHead(standing as Standing, line, id, say);
    if (headed.kind === 'there') return { kind: 'amended' };
    if (headed.kind === 'full') return { kind: 'cannot', why: 'the message is full' };
    const { text, blocks } = headed.body;
    await client.chat.update({ channel, ts: under.message, text, blocks: blocks as never });
    return { kind: 'amended' };
  } catch (error) {
    const refusal = refusalOf(error);
    const code = codeIn(refusal);
    if (code === 'message_not_found') return { kind: 'deleted' };
    // The thread takes a reply all the same.
    if (refusal.kind === 'error') return { kind: 'cannot', why: code };
    return notSent(handed(refusal, bot));
  }
}

/** What a refusal means for a message that stands. */
export function notSent(refused: Handed): Amended {
  return refused.kind === 'sent' ? { kind: 'amended' } : refused;
}

/** A message as Slack hands it back: only what is needed, and every part may be missing. */
type Standing = {
  readonly ts?: string | undefined;
  readonly text?: string | undefined;
  readonly blocks?: readonly object[] | undefined;
};

type Headed =
  | { readonly kind: 'headed'; readonly body: SlackBody }
  | { readonly kind: 'there' }
  | { readonly kind: 'full' };

/** Pure. `id` tells this line from others at the head of the same message. */
export function withHead(message: Standing, line: Text, id: string, say: Messages): Headed {
  const mark = `${MARK}${id}`;
  const blocks = (message.blocks ?? []) as readonly SlackBlock[];
  if (blocks.some((block) => 'block_id' in block && block.block_id === mark)) return { kind: 'there' };
  if (blocks.length === 0 || blocks.length >= BLOCKS_PER_MESSAGE) return { kind: 'full' };
  const head = {
    type: 'rich_text',
    block_id: mark,
    elements: [{ type: 'rich_text_section', elements: richElements(line, say) }],
  } as const;
  const words = disarm(plainText(line, say));
  const all = `${words}\n\n${message.text ?? ''}`;
  // What is longer is in the blocks; the text is for notifications.
  const text = all.length <= TEXT_CHARS ? all : words;
  return { kind: 'headed', body: { text, blocks: [head, ...blocks] } };
}

const MARK = 'attache-correction-';
