/** `forget`: deletes all that is kept about a workspace, once it has been asked and confirmed. */
import type { Ask } from '../../ports/bot.ts';
import type { Reply } from '../../reply/reply.ts';
import { forget as say } from '../sentences.ts';
import { announce } from './announce.ts';
import { type DeskParts, keyOf } from './desk-parts.ts';
import { mayNot, simple } from './replies.ts';

/** The words that confirm; nothing else deletes. */
const CONFIRMATION = 'everything';

export async function forget(parts: DeskParts, ask: Ask, words: string): Promise<Reply> {
  if (!(await ask.person.mayManage())) return mayNot(parts, ask.place);
  const { platform, workspace } = keyOf(ask);
  const where = ask.place.workspace === '' ? say.where.direct : say.where[platform];
  if (words.trim().toLowerCase() !== CONFIRMATION) {
    const channels = (await parts.store.subscriptions.ofWorkspace(platform, workspace)).length;
    const button = { label: say.confirm, says: `forget ${CONFIRMATION}`, style: 'danger' as const };
    return simple('help', [say.asks(where, channels) + (platform === 'slack' ? say.slackToo : '')], [button]);
  }
  const rows = await parts.store.forget(platform, workspace);
  parts.log.warn({ platform, workspace, by: ask.person.id, rows }, 'All about a workspace was deleted');
  const said = await announce(parts, ask, [{ user: ask.person.id }, say.announce(where)]);
  const reply = simple('done', [say.done(where, rows)]);
  return { ...reply, blocks: [...reply.blocks, ...said] };
}
