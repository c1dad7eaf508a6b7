/** `stop`: what this channel gets, when the next one comes, and the buttons that end it or hold it. */

import type { Ask } from '../../ports/bot.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { timetableInWords } from '../timetable/in-words.ts';
import { type DeskParts, keyOf } from './desk-parts.ts';
import { simple } from './replies.ts';

export async function stop({ store }: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  const now = await store.subscriptions.get(keyOf(ask));
  if (now === undefined) return simple('done', [say.desk.nothingToStop]);
  const { timetable, next, state } = now;
  const gets = say.desk.subscribedTo(timetableInWords(timetable, say));
  const { buttons } = say.desk;
  if (state.kind === 'paused')
    return simple('answered', [gets, ' ', say.desk.isPaused], [buttons.unsubscribe, buttons.resume]);
  const comes =
    next === undefined ? [] : [' ', say.desk.nextComes, { instant: next.at, zone: timetable.zone }, '.'];
  return simple('answered', [gets, ...comes], [buttons.unsubscribe, buttons.pause, buttons.change]);
}
