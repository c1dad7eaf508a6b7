import type { Briefing } from '../src/briefing/briefing.ts';
import { newsSince, revisionBefore } from '../src/briefing/news.ts';
import type { Reply } from '../src/reply/reply.ts';
import { answered, heading, next, text } from '../src/show/blocks.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { newsText } from '../src/show/news.ts';
import type { ReadingCommand } from './command.ts';

/** Without a day, what came since the channel's last edition, else what the newest release brought; with one, what came since. */
export const news: ReadingCommand = {
  kind: 'reading',
  name: 'new',
  aliases: ['latest', 'news'],
  takes: (rest) => sinceIn(rest) !== undefined,
  here: (ask, desk) =>
    desk.lastRevision?.(ask).then((had) => (had === undefined ? undefined : `after revision ${had}`)),
  read: (rest, briefing, say) => {
    const since = sinceIn(rest) ?? { kind: 'newest' };
    // The first release is the briefing itself: nothing in it is news to anybody who reads it.
    if (since.kind === 'newest' && briefing.revision.number < 2) return none(say.story.nothingNew, say);
    const { news: all, removed } = newsSince(briefing, hadAt(since, briefing));
    return all.length + removed === 0
      ? none(nothing(since, say), say)
      : told(since, all, removed, briefing, say);
  },
};

type Since =
  | { readonly kind: 'newest' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'edition'; readonly revision: number };

/** 'since 2026-03-12', '2026-03-12'; and as the bare name is read in a channel, 'after revision 3'. */
function sinceIn(rest: string): Since | undefined {
  const [, revision] = /^after revision (\d{1,6})$/iu.exec(rest.trim()) ?? [];
  if (revision !== undefined) return { kind: 'edition', revision: Number(revision) };
  const [, day] = /^(?:since\s+)?(\d{4}-\d{2}-\d{2})$/iu.exec(rest.trim()) ?? [];
  return day === undefined ? undefined : { kind: 'day', day };
}

/** The last revision that a reader had seen then. */
function hadAt(since: Since, briefing: Briefing): number {
  switch (since.kind) {
    case 'newest':
      return briefing.revision.number - 1;
    case 'day':
      return revisionBefore(briefing, since.day);
    case 'edition':
      return since.revision;
  }
}

function nothing(since: Since, { story }: Messages): string {
  if (since.kind === 'edition') return story.nothingSinceEdition;
  return since.kind === 'day' ? story.nothingSince(since.day) : story.nothingNew;
}

function told(
  since: Since,
  all: ReturnType<typeof newsSince>['news'],
  removed: number,
  briefing: Briefing,
  say: Messages,
): Reply {
  const { number, date } = briefing.revision;
  return answered(
    heading(say.story.newHeading),
    text(since.kind === 'edition' ? `${say.story.sinceEdition} ` : '', say.story.revised(number, date)),
    { kind: 'list', items: all.map((one) => newsText(one, briefing, say)) },
    removed === 0 ? [] : text(say.story.removed(removed)),
    next(say.views.overview, say.views.timeline, say.views.source),
  );
}

function none(sentence: string, say: Messages): Reply {
  return answered(text(sentence), next(say.views.overview, say.views.timeline));
}
