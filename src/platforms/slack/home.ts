/** The Home tab: the overview, the people, the state of the digest. */
import type { App } from '@slack/bolt';
import type { Control } from '../../reply/control.ts';
import type { Reply } from '../../reply/reply.ts';
import { DEFAULT_LOCALE, type Messages } from '../../show/messages/messages.ts';
import { askOf, commandOf } from './asking.ts';
import { readOpenedHome } from './incoming.ts';
import type { Listening } from './parts.ts';
import { codeIn, refusalOf } from './refusals.ts';
import { renderSlackHome } from './render.ts';
import type { Asker } from './standing.ts';

/** What the tab shows, as typed words. */
const SHOWN: readonly string[] = ['home', 'status'];

export function listenToHome(app: App, parts: Listening, isNew: (body: unknown) => Promise<boolean>): void {
  app.event('app_home_opened', async ({ event, body, client, context }) => {
    const opened = readOpenedHome(event);
    if (opened === undefined) return;
    const { user, channel = user } = opened;
    const asker = { workspace: context.teamId ?? '', channel, room: 'home', user, client } as const;
    if (!(await isNew(body))) return;
    await publishHome(parts, asker);
  });
}

/** Publishes the tab; what was pressed on it stands on top, answered. */
export async function publishHome(
  parts: Listening,
  asker: Asker,
  pressed?: Control | 'outdated',
): Promise<void> {
  const { bot, log } = parts;
  const messages = bot.messagesFor(DEFAULT_LOCALE);
  const usual = bot.briefings.flatMap(({ id }) => SHOWN.map((words) => ({ briefing: id, words })));
  const [first, ...others] = [...(typeof pressed === 'object' ? [pressed] : []), ...usual].map(
    ({ briefing, words }) => ({ briefing, words, audience: 'channel' as const, say: messages }),
  );
  if (first === undefined) return;
  const asked = await bot.respond(askOf(parts, asker, first));
  // Whoever presses on and on has been told so, and the tab stays as it is.
  if (asked.again === true) return;
  const named = async (rendering: typeof first, reply: Reply) => ({
    reply: await parts.names.in(reply, asker.workspace, asker.client, messages),
    rendering,
  });
  const beside = async (rendering: typeof first) =>
    named(rendering, await bot.respond({ ...askOf(parts, asker, rendering), unasked: true }));
  const shown = await Promise.all([named(first, asked), ...others.map(beside)]);
  if (pressed === 'outdated') shown.unshift(outdated(commandOf(bot), messages));
  const blocks = renderSlackHome(shown, messages);
  try {
    await asker.client.views.publish({
      user_id: asker.user,
      view: { type: 'home', blocks: blocks as never, private_metadata: asker.channel },
    });
  } catch (error) {
    log.warn({ refusal: codeIn(refusalOf(error)) }, 'Slack did not take a Home tab');
  }
}

function outdated(command: string, messages: Messages) {
  const reply: Reply = {
    outcome: 'refused',
    blocks: [{ kind: 'note', text: [messages.slack.outdatedControl(command)] }],
    shareable: false,
  };
  return { reply, rendering: { briefing: '', words: '', audience: 'channel' as const, say: messages } };
}
