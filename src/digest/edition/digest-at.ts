/** `npm run digest`: the edition that a channel would get at a moment. Pure and deterministic. */

import type { Briefing } from '../../briefing/briefing.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { brief } from '../../show/messages/reasons.ts';
import { simple } from '../desk/replies.ts';
import { makeEdition } from './edition.ts';
import { spotlightsOf } from './spotlight.ts';

export type DigestAt = {
  readonly briefing: Briefing;
  /** '2016-12-17T09:00[Asia/Tokyo]' */
  readonly at: string;
  /** 'YYYY-MM-DD': the channel has had an edition every day since; without it, since the day after the briefing's last. */
  readonly since?: string | undefined;
};

/** Wrong input is a reply with the outcome 'refused'. */
export function digestAt({ briefing, at, since }: DigestAt, say: Messages): Reply {
  const moment = /^\d{4}-/u.test(at) ? parsed(() => Temporal.ZonedDateTime.from(at)) : undefined;
  if (moment === undefined) return simple('refused', [say.digestAt.wrongAt(at)]);
  const start =
    since === undefined
      ? Temporal.PlainDate.from(briefing.dates.to ?? briefing.revision.date).add({ days: 1 })
      : parsed(() => Temporal.PlainDate.from(since));
  if (start === undefined || (since !== undefined && !/^\d{4}-\d\d-\d\d$/u.test(since))) {
    return simple('refused', [say.digestAt.wrongSince(since ?? '')]);
  }
  const date = moment.toPlainDate();
  if (Temporal.PlainDate.compare(date, start) < 0) {
    return simple('refused', [say.digestAt.tooEarly(date.toString(), start.toString())]);
  }
  const editions = editionsBetween(start, moment);
  const edition = makeEdition(
    {
      briefing,
      date: date.toString(),
      had:
        editions === 0
          ? { spotlights: [] }
          : { spotlights: hadAfter(briefing, editions), revision: briefing.revision.number },
      whenAllShown: 'start-over',
    },
    say,
  );
  return edition.kind === 'edition' ? edition.reply : simple('done', [brief(edition.why, say)]);
}

/** How many dates from `start` on came before the date of `moment`, in the calendar of its zone. */
function editionsBetween(start: Temporal.PlainDate, moment: Temporal.ZonedDateTime): number {
  const days = start.until(moment.toPlainDate()).days;
  let left = 0;
  let change = start.toZonedDateTime(moment.timeZoneId).getTimeZoneTransition('next');
  while (change !== null && Temporal.ZonedDateTime.compare(change, moment) < 0) {
    // A zone that crosses the date line westwards leaves a date out.
    const forward = change.offsetNanoseconds - change.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    if (forward >= DAY_NS) left++;
    change = change.getTimeZoneTransition('next');
  }
  return days - left;
}

const DAY_NS = 86_400_000_000_000;

/** What so many editions have shown: whole rounds, of which the last is enough to know, and the one under way. */
function hadAfter(briefing: Briefing, editions: number): readonly string[] {
  const round = spotlightsOf(briefing).map(({ id }) => id);
  if (editions === 0 || round.length === 0) return [];
  const under = ((editions - 1) % round.length) + 1;
  return [...(editions > round.length ? round : []), ...round.slice(0, under)];
}

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
