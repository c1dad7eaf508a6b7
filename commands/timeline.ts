import type { Event } from '../src/briefing/schema.ts';
import { answered, heading, listed, next } from '../src/show/blocks.ts';
import { DEALS, MAP, OVERVIEW, PEOPLE, topicsOf } from '../src/show/choices.ts';
import { eventText, inferredNotes } from '../src/show/claims.ts';
import { AFTER, BEFORE, DURING, TIMELINE, UNDATED } from '../src/show/messages/en/reading.ts';
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
    const before = events.filter(({ when }) => when !== undefined && when.on < from);
    const after = events.filter(({ when }) => when !== undefined && to !== undefined && when.on > to);
    const undated = events.filter(({ when }) => when === undefined);
    const during = events.filter((event) => ![...before, ...after, ...undated].includes(event));
    return answered(
      heading(TIMELINE),
      listed(BEFORE, before.map(eventText)),
      listed(DURING, during.map(eventText)),
      listed(AFTER, after.map(eventText)),
      listed(UNDATED, undated.map(eventText)),
      inferredNotes(events),
      next(DEALS, MAP, ...before.flatMap((event) => topicsOf(event, briefing)).slice(0, 1), PEOPLE, OVERVIEW),
    );
  },
};

/** A year stands before its months, and those before their days; on one day, what the briefing is about itself comes first. */
function byDate(a: Event, b: Event): number {
  const [one, other] = [a.when?.on ?? '', b.when?.on ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return Number(b.main) - Number(a.main);
}
