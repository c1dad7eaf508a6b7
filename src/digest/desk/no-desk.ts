/** The desk where no bot runs, as in the terminal: it previews an edition, and says of the rest what it needs. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Ask } from '../../ports/bot.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Reply } from '../../reply/reply.ts';
import type { MessagesFor } from '../../show/messages/messages.ts';
import { wallClock } from '../timetable/dates.ts';
import { briefingOf } from './desk-parts.ts';
import { editionWithout, framed } from './preview.ts';
import { simple } from './replies.ts';

/** `zone` is where the preview's date is read; DIGEST_TIMEZONE. */
export function noDesk(briefings: readonly Briefing[], messagesFor: MessagesFor, zone = 'UTC'): Desk {
  const needs =
    (what: string) =>
    async ({ locale }: Ask): Promise<Reply> =>
      simple('refused', [messagesFor(locale).noDesk.needsBot(what)]);
  return {
    async digest(ask, words) {
      const say = messagesFor(ask.locale);
      if (words.trim().toLowerCase() === 'now') return simple('refused', [say.noDesk.needsBot('digest now')]);
      const edition = editionWithout(briefingOf(briefings, ask.briefing), wallClock(ask.at, zone).date, say);
      return framed(edition, [say.noDesk.preview], [], say);
    },
    subscribe: needs('subscribe'),
    skip: needs('skip'),
    pause: needs('pause'),
    resume: needs('resume'),
    unsubscribe: needs('unsubscribe'),
    stop: async ({ locale }) => simple('done', [messagesFor(locale).desk.nothingToStop]),
    status: needs('status'),
    doctor: needs('doctor'),
    forget: needs('forget'),
  };
}
