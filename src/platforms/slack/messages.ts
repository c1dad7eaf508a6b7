/** Questions by mention, answered in the thread, and in direct messages. */
import type { App } from '@slack/bolt';
import { addressed } from '../../ports/address.ts';
import { type Asker, answer, isDirect, opening } from './asking.ts';
import { readWritten, type Written, withoutMention } from './incoming.ts';
import type { SlackParts } from './parts.ts';
import { post } from './speaking.ts';

export function listenToMessages(
  app: App,
  parts: SlackParts,
  isNew: (body: unknown) => Promise<boolean>,
): void {
  app.event('app_mention', async ({ event, body, client, context }) => {
    const written = readWritten(event);
    if (written === undefined || isDirect(written.channel) || isOurs(written, context)) return;
    if (!(await isNew(body))) return;
    const words = withoutMention(written.text, context.botUserId ?? '');
    const asker = { workspace: context.teamId ?? '', channel: written.channel, user: written.user, client };
    await reply(parts, asker, words, written.thread ?? written.ts);
  });

  app.event('message', async ({ event, body, client, context }) => {
    if (event.channel_type !== 'im') return;
    const written = readWritten(event);
    if (written === undefined || isOurs(written, context)) return;
    if (!(await isNew(body))) return;
    const words = withoutMention(written.text, context.botUserId ?? '');
    const asker = { workspace: context.teamId ?? '', channel: written.channel, user: written.user, client };
    await reply(parts, asker, words, written.thread);
  });
}

async function reply(
  parts: SlackParts,
  asker: Asker,
  typed: string,
  thread: string | undefined,
): Promise<void> {
  const { briefing, words } = addressed(typed, parts.bot.briefings);
  const { pages } = await answer(parts, asker, { briefing, words, audience: 'channel' });
  const to = { channel: asker.channel, ...(thread !== undefined && { thread }) };
  for (const page of opening(pages)) {
    if (!(await post(asker.client, page, to, parts.log))) return;
  }
}

function isOurs({ user }: Written, { botUserId }: { readonly botUserId?: string }): boolean {
  return user === botUserId;
}
