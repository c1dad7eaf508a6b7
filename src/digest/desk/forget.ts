/** `forget`: deletes all that is kept about a workspace, once it has been asked and confirmed. */

import type { Ask } from '../../ports/bot.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { announce } from './announce.ts';
import { type DeskParts, keyOf } from './desk-parts.ts';
import { mayNot, simple } from './replies.ts';

/** The words that confirm; nothing else deletes. */
const CONFIRMATION = 'everything';

export async function forget(parts: DeskParts, ask: Ask, words: string, say: Messages): Promise<Reply> {
  if (!(await ask.person.mayManage())) return mayNot(parts, ask.place, say);
  const { platform, workspace } = keyOf(ask);
  const where = ask.place.workspace === '' ? say.forget.where.direct : say.forget.where[platform];
  if (words.trim().toLowerCase() !== CONFIRMATION) {
    const channels = (await parts.store.subscriptions.ofWorkspace(platform, workspace)).length;
    const button = { label: say.forget.confirm, says: `forget ${CONFIRMATION}`, style: 'danger' as const };
    return simple(
      'help',
      [say.forget.asks(where, channels) + (platform === 'slack' ? say.forget.slackToo : '')],
      [button],
    );
  }
  const rows = await parts.store.forget(platform, workspace);
  parts.log.warn({ platform, workspace, by: ask.person.id, rows }, 'All about a workspace was deleted');
  const said = await announce(parts, ask, [{ user: ask.person.id }, say.forget.announce(where)], say);
  const reply = simple('done', [say.forget.done(where, rows)]);
  return { ...reply, blocks: [...reply.blocks, ...said] };
}
