import type { Briefing } from '../src/briefing/briefing.ts';
import { newsSince, revisionBefore } from '../src/briefing/news.ts';
import type { Reply } from '../src/reply/reply.ts';
import { answered, heading, next, text } from '../src/show/blocks.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { newsText } from '../src/show/news.ts';
import type { ReadingCommand } from './command.ts';

/** Without a day, what the newest release brought; with one, what came since. */
export const news: ReadingCommand = {
  kind: 'reading',
  name: 'new',
  aliases: ['latest', 'news'],
  takes: (rest) => dayIn(rest) !== undefined,
  read: (rest, briefing, say) => {
    const day = dayIn(rest);
    const had = day === undefined ? briefing.revision.number - 1 : revisionBefore(briefing, day);
    // The first release is the briefing itself: nothing in it is news to anybody who reads it.
    if (day === undefined && briefing.revision.number < 2) return none(say.story.nothingNew, say);
    const { news: all, removed } = newsSince(briefing, had);
    if (all.length + removed === 0)
      return none(day === undefined ? say.story.nothingNew : say.story.nothingSince(day), say);
    return told(all, removed, briefing, say);
  },
};

/** 'since 2026-03-12', '2026-03-12' */
function dayIn(rest: string): string | undefined {
  const [, day] = /^(?:since\s+)?(\d{4}-\d{2}-\d{2})$/iu.exec(rest.trim()) ?? [];
  return day;
}

function told(
  all: ReturnType<typeof newsSince>['news'],
  removed: number,
  briefing: Briefing,
  say: Messages,
): Reply {
  const { number, date } = briefing.revision;
  return answered(
    heading(say.story.newHeading),
    text(say.story.revised(number, date)),
    { kind: 'list', items: all.map((one) => newsText(one, briefing, say)) },
    removed === 0 ? [] : text(say.story.removed(removed)),
    next(say.views.overview, say.views.timeline, say.views.source),
  );
}

function none(sentence: string, say: Messages): Reply {
  return answered(text(sentence), next(say.views.overview, say.views.timeline));
}
