import type { Event } from '../briefings/schema.ts';
import { eventText, inferredNotes } from '../src/show/claims.ts';
import { answered, heading, listed, next } from './blocks.ts';
import { DEALS, MAP, OVERVIEW, PEOPLE, topicsOf } from './choices.ts';
import type { ReadingCommand } from './command.ts';
import { BEFORE, SUMMIT, TIMELINE, TIMELINE_PICTURE } from './sentences.ts';

export const timeline: ReadingCommand = {
  kind: 'reading',
  name: 'timeline',
  aliases: ['dates', 'chronology'],
  usage: 'timeline',
  does: 'What happened when, with dates as exact as the source gives them.',
  read: (_rest, briefing) => {
    const events = briefing.events.toSorted(byDate);
    const background = events.filter(({ summit }) => !summit);
    return answered(
      heading(TIMELINE),
      { kind: 'picture', picture: 'timeline', briefing: briefing.id, alt: TIMELINE_PICTURE },
      listed(BEFORE, background.map(eventText)),
      listed(SUMMIT, events.filter(({ summit }) => summit).map(eventText)),
      inferredNotes(events),
      next(
        DEALS,
        MAP,
        ...background.flatMap((event) => topicsOf(event, briefing)).slice(0, 1),
        PEOPLE,
        OVERVIEW,
      ),
    );
  },
};

/** A year stands before its months, and those before their days; else the order of the briefing. */
function byDate(a: Event, b: Event): number {
  return a.when.on < b.when.on ? -1 : a.when.on > b.when.on ? 1 : 0;
}
