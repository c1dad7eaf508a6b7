import type { Briefing } from '../src/briefing/briefing.ts';
import type { Block, Text } from '../src/reply/reply.ts';
import { answered, heading, listed, menu, next, note, text } from '../src/show/blocks.ts';
import { personChoice } from '../src/show/choices.ts';
import { cite, inferredNotes } from '../src/show/claims.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { personLine } from '../src/show/people.ts';
import type { Command, ReadingCommand } from './command.ts';
import { viewsOf } from './help.ts';

/** What a bare `/kuril` answers; `commands` make the menu into everything else. */
export function overviewOf(commands: () => readonly Command[]): ReadingCommand {
  return {
    kind: 'reading',
    name: 'overview',
    aliases: ['summary', 'start'],
    read: (_rest, briefing, say) =>
      answered(
        whatHappened(briefing, say),
        whoIsQuoted(briefing, say),
        menu(say.reading.choosePerson, speakers(briefing).map(personChoice)),
        menu(say.reading.chooseView, viewsOf(commands(), briefing, say)),
        inferredNotes([briefing.summary], say),
        note(say.reading.askMe),
        next(say.views.quotes, say.views.positions, say.views.deals, say.views.timeline, say.views.people),
      ),
  };
}

export function whatHappened(briefing: Briefing, say: Messages): Block[] {
  const points: Text[] = briefing.present(briefing.keyPoints).map((point) => [point.text, ' ', cite(point)]);
  return [
    heading(briefing.title),
    text(briefing.summary.text, ' ', cite(briefing.summary)),
    ...listed(say.reading.keyPoints, points),
  ];
}

function whoIsQuoted(briefing: Briefing, say: Messages): Block[] {
  const quoted = briefing.people.filter(({ id }) => briefing.presence(id) === 'quoted');
  return listed(
    say.reading.whoIsQuoted,
    quoted.map((person) => personLine(person, briefing, say)),
  );
}

function speakers(briefing: Briefing) {
  return briefing.people.filter(({ id }) => briefing.presence(id) !== 'mentioned');
}
