/** The slash commands, one for each briefing. */
import type { App } from '@slack/bolt';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { answer, hasRoom, note, opening } from './asking.ts';
import { readCommand } from './incoming.ts';
import type { Listening } from './parts.ts';
import { respondWith } from './speaking.ts';
import { roomOf } from './standing.ts';

const ANY_COMMAND = /^\//u;
const PRIVATE = { visible: 'ephemeral' } as const;

export function listenToCommands(app: App, parts: Listening): void {
  const { bot, log } = parts;
  app.command(ANY_COMMAND, async ({ body, respond, client, context }) => {
    const read = readCommand(body);
    if (read === undefined) return;
    const { command, words, user, team, channel, channelName } = read;
    const card = bot.briefings.find((briefing) => `/${briefing.command}` === command);
    const asker = {
      workspace: context.teamId ?? '',
      channel,
      room: roomOf(channel, channelName),
      user,
      client,
      ...(team !== undefined && { team }),
    };
    if (card === undefined) {
      const known = bot.briefings.map((briefing) => briefing.command);
      if (await hasRoom(parts, asker))
        await respondWith(
          respond,
          note(bot.messagesFor(DEFAULT_LOCALE).slack.unknownCommand(command, known)),
          PRIVATE,
          log,
        );
      return;
    }
    const { pages } = await answer(parts, asker, { briefing: card.id, words, audience: 'asker' });
    for (const page of opening(pages, parts)) {
      if (!(await respondWith(respond, page, PRIVATE, log))) return;
    }
  });
}
