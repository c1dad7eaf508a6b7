/** Questions by mention, answered in the thread, and in direct messages. */
import type { App } from '@slack/bolt';
import { addressed } from '../../ports/address.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { answer, hasRoom, note, opening } from './asking.ts';
import type { WebClient } from './clients.ts';
import { readEnvelope, readWritten, type Written, withoutMention } from './incoming.ts';
import type { Listening } from './parts.ts';
import { post } from './speaking.ts';
import { type Asker, isDirect, roomOf } from './standing.ts';

export function listenToMessages(
  app: App,
  parts: Listening,
  isNew: (body: unknown) => Promise<boolean>,
): void {
  app.event('app_mention', async ({ event, body, client, context }) => {
    const written = readWritten(event);
    if (written === undefined || isDirect(written.channel) || written.user === ourselves(context, body))
      return;
    const { channel, thread } = written;
    const asker = { ...askerOf(context, written, client), room: roomOf(channel, undefined, thread) };
    if (!(await isNew(body))) return;
    const words = withoutMention(written.text, ourselves(context, body));
    await reply(parts, asker, words, thread ?? written.ts);
  });

  app.event('message', async ({ event, body, client, context }) => {
    if (event.channel_type !== 'im') return;
    const written = readWritten(event);
    if (written === undefined || written.user === ourselves(context, body)) return;
    const asker = { ...askerOf(context, written, client), room: 'own' as const };
    if (!(await isNew(body))) return;
    const words = withoutMention(written.text, ourselves(context, body));
    if (written.text === '') {
      if (await hasRoom(parts, asker)) await wordsOnly(parts, client, written);
      return;
    }
    await reply(parts, asker, words, written.thread);
  });
}

function askerOf(
  { teamId = '' }: { readonly teamId?: string },
  { channel, user, team }: Written,
  client: WebClient,
): Omit<Asker, 'room'> {
  return { workspace: teamId, channel, user, client, ...(team !== undefined && { team }) };
}

/** A picture or a file by itself asks nothing that could be read; silence would look like a fault. */
async function wordsOnly(
  { bot, log }: Listening,
  client: WebClient,
  { channel, thread }: Written,
): Promise<void> {
  const to = { channel, ...(thread !== undefined && { thread }) };
  await post(client, note(bot.messagesFor(DEFAULT_LOCALE).talk.wordsOnly), to, log);
}

async function reply(
  parts: Listening,
  asker: Asker,
  typed: string,
  thread: string | undefined,
): Promise<void> {
  const { briefing, words } = addressed(typed, parts.bot.briefings);
  const { pages, items, again } = await answer(parts, asker, { briefing, words, audience: 'channel' });
  if (again) return;
  const to = { channel: asker.channel, ...(thread !== undefined && { thread }) };
  for (const [index, page] of opening(pages, parts).entries()) {
    const message = await post(asker.client, page, to, parts.log);
    if (message === undefined) return;
    if (index > 0 || message === '' || isDirect(asker.channel)) continue;
    const { workspace, channel } = asker;
    const locale = DEFAULT_LOCALE;
    await parts.shown?.(
      {
        platform: 'slack',
        ...{ workspace, channel, message, briefing, locale },
        ...(thread !== undefined && { thread }),
      },
      items,
    );
  }
}

/** Our own user: Slack names it in each event too, for when it could not be asked yet. */
function ourselves({ botUserId }: { readonly botUserId?: string }, body: unknown): string {
  return botUserId ?? readEnvelope(body)?.bot ?? '';
}
