import type { Event } from '../src/briefing/schema.ts';
import { answered, heading, listed, next, nothingThere, picture } from '../src/show/blocks.ts';
import { mapChoice, topicsOf } from '../src/show/choices.ts';
import { eventText } from '../src/show/claims.ts';
import { inferredNotes } from '../src/show/inferred.ts';
import { hasSomething } from '../src/show/ways.ts';
import type { ReadingCommand } from './command.ts';

export const timeline: ReadingCommand = {
  kind: 'reading',
  name: 'timeline',
  aliases: ['dates', 'chronology'],
  read: (_rest, briefing, say) => {
    if (!hasSomething('timeline', briefing))
      return nothingThere(say.reading.noEvents, say.views.topics, say.views.overview);
    const events = briefing.events.toSorted(byDate);
    const { from, to } = briefing.dates;
    const before = events.filter(({ when }) => when !== undefined && when.on < from);
    const after = events.filter(({ when }) => when !== undefined && to !== undefined && when.on > to);
    const undated = events.filter(({ when }) => when === undefined);
    const during = events.filter((event) => ![...before, ...after, ...undated].includes(event));
    // Parts of a whole have headings of their own; all of it has that of the timeline.
    const titled = during.length === events.length ? undefined : say.reading.during;
    const drawn = [picture('timeline', briefing.id, say.pictures.timeline.below)];
    const whole = answered(
      heading(say.reading.timeline),
      drawn,
      listed(
        say.reading.before,
        before.map((event) => eventText(event, say)),
      ),
      listed(
        titled,
        during.map((event) => eventText(event, say)),
      ),
      listed(
        say.reading.after,
        after.map((event) => eventText(event, say)),
      ),
      listed(
        say.reading.undated,
        undated.map((event) => eventText(event, say)),
      ),
      inferredNotes(events, say),
      next(
        say.views.deals,
        mapChoice(briefing, say),
        ...before.flatMap((event) => topicsOf(event, briefing)).slice(0, 1),
        say.views.people,
        say.views.overview,
      ),
    );
    const main = listed(
      titled,
      during.map((event) => eventText(event, say)),
    );
    return main.length === 0
      ? whole
      : { ...whole, brief: { blocks: [heading(say.reading.timeline), ...drawn, ...main] } };
  },
};

/** A year stands before its months, and those before their days; on one day, what the briefing is about itself comes first. */
function byDate(a: Event, b: Event): number {
  const [one, other] = [a.when?.on ?? '', b.when?.on ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return Number(b.main) - Number(a.main);
}
