import type { Event } from '../src/briefing/schema.ts';
import { answered, heading, listed, next } from '../src/show/blocks.ts';
import { DEALS, MAP, OVERVIEW, PEOPLE, topicsOf } from '../src/show/choices.ts';
import { eventText, inferredNotes } from '../src/show/claims.ts';
import { AFTER, BEFORE, SUMMIT, TIMELINE } from '../src/show/messages/en/reading.ts';
import type { ReadingCommand } from './command.ts';

export const timeline: ReadingCommand = {
  kind: 'reading',
  name: 'timeline',
  aliases: ['dates', 'chronology'],
  usage: 'timeline',
  does: 'What happened when, with dates as exact as the source gives them.',
  read: (_rest, briefing) => {
    const events = briefing.events.toSorted(byDate);
    const { from, to } = briefing.dates;
    const before = events.filter(({ when }) => when.on < from);
    const after = events.filter(({ when }) => when.on > to);
    const summit = events.filter((event) => !before.includes(event) && !after.includes(event));
    return answered(
      heading(TIMELINE),
      listed(BEFORE, before.map(eventText)),
      listed(SUMMIT, summit.map(eventText)),
      listed(AFTER, after.map(eventText)),
      inferredNotes(events),
      next(DEALS, MAP, ...before.flatMap((event) => topicsOf(event, briefing)).slice(0, 1), PEOPLE, OVERVIEW),
    );
  },
};

/** A year stands before its months, and those before their days; on one day, the summit's own meeting comes first. */
function byDate(a: Event, b: Event): number {
  if (a.when.on !== b.when.on) return a.when.on < b.when.on ? -1 : 1;
  return Number(b.summit) - Number(a.summit);
}
