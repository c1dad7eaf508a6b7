/** The desk where no bot runs, as in the terminal: it previews an edition, and says of the rest what it needs. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Reply } from '../../reply/reply.ts';
import { noDesk as say } from '../sentences.ts';
import { wallClock } from '../timetable/dates.ts';
import { briefingOf } from './desk-parts.ts';
import { editionWithout, framed } from './preview.ts';
import { simple } from './replies.ts';

/** `zone` is where the preview's date is read; DIGEST_TIMEZONE. */
export function noDesk(briefings: readonly Briefing[], zone = 'UTC'): Desk {
  const needs = (what: string) => async (): Promise<Reply> => simple('refused', [say.needsBot(what)]);
  return {
    async digest(ask, words) {
      if (words.trim().toLowerCase() === 'now') return simple('refused', [say.needsBot('digest now')]);
      const edition = editionWithout(briefingOf(briefings, ask.briefing), wallClock(ask.at, zone).date);
      return framed(edition, [say.preview], []);
    },
    subscribe: needs('subscribe'),
    pause: needs('pause'),
    resume: needs('resume'),
    unsubscribe: needs('unsubscribe'),
    status: needs('status'),
    doctor: needs('doctor'),
    forget: needs('forget'),
  };
}
