/** Buttons and menus: pressing one is typing the words that it carries. */
import type { App, RespondFn } from '@slack/bolt';
import { type Control, readControl } from '../../reply/control.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { answer, commandOf, hasRoom, note, opening } from './asking.ts';
import { publishHome } from './home.ts';
import { type Pressed, readPressed } from './incoming.ts';
import type { Listening } from './parts.ts';
import { share, takeBack } from './sharing.ts';
import { type Response, respondWith } from './speaking.ts';
import { type Asker, isDirect, roomOf } from './standing.ts';

const ANY_ACTION = /[\s\S]*/u;

export function listenToControls(app: App, parts: Listening): void {
  app.action(ANY_ACTION, async ({ body, respond, client, context }) => {
    const pressed = readPressed(body);
    if (pressed === undefined) return;
    const { user, team, where } = pressed;
    const asker: Asker = {
      workspace: context.teamId ?? '',
      channel: where.channel,
      room: where.kind === 'home' ? 'home' : roomOf(where.channel, where.channelName, where.thread),
      user,
      client,
      ...(team !== undefined && { team }),
    };
    const control = known(parts, pressed.value);
    if (where.kind === 'home') await publishHome(parts, asker, control ?? 'outdated');
    else if (respond !== undefined) await inMessage(parts, asker, respond, where, control);
  });
}

type Where = Extract<Pressed['where'], { kind: 'message' }>;

async function inMessage(
  parts: Listening,
  asker: Asker,
  respond: RespondFn,
  where: Where,
  control: Control | undefined,
): Promise<void> {
  const { bot, log } = parts;
  const thread = where.thread === undefined ? {} : { thread: where.thread };
  // A message of ours in direct messages is for the person's eyes alone already, and an answer to it stays there.
  const direct = isDirect(where.channel) && !where.ephemeral;
  const visible: Response['visible'] = direct ? 'in_channel' : 'ephemeral';
  if (control === undefined) {
    if (!(await hasRoom(parts, asker))) return;
    await respondWith(
      respond,
      note(bot.messagesFor(DEFAULT_LOCALE).slack.outdatedControl(commandOf(bot))),
      { visible, ...thread },
      log,
    );
    return;
  }
  const { briefing, words, action } = control;
  if (action.kind === 'share') return await share(parts, asker, respond, where, control);
  if (action.kind === 'take-back') return await takeBack(parts, asker, respond, where, control);

  const audience = direct ? 'channel' : 'asker';
  const { pages } = await answer(parts, asker, { briefing, words, audience });
  // Turning a page turns the page that is there; what everybody sees is not turned under their eyes.
  const turns = action.kind === 'page' && (where.ephemeral || direct);
  const bodies = opening(pages, parts, action.kind === 'page' ? action.page : 1);
  for (const [index, page] of bodies.entries()) {
    const how = { visible, ...thread, ...(turns && index === 0 && { replaces: true }) };
    if (!(await respondWith(respond, page, how, log))) return;
  }
}

function known({ bot }: Listening, value: string): Control | undefined {
  const read = readControl(value);
  if (read.kind === 'unknown') return undefined;
  return bot.briefings.some(({ id }) => id === read.control.briefing) ? read.control : undefined;
}
