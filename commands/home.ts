import { answered, menu, next, note } from '../src/show/blocks.ts';
import { personChoice } from '../src/show/choices.ts';
import { inferredNotes } from '../src/show/inferred.ts';
import { everybody, PRESENCES } from '../src/show/people.ts';
import type { Command, ReadingCommand } from './command.ts';
import { viewsOf } from './help.ts';
import { whatHappened } from './overview.ts';

/** What a platform shows where a person first meets the bot; the digest's state is `status`. */
export function homeOf(commands: () => readonly Command[]): ReadingCommand {
  return {
    kind: 'reading',
    name: 'home',
    quiet: true,
    read: (_rest, briefing, say) =>
      answered(
        whatHappened(briefing, say),
        note(say.reading.askMe),
        next(say.views.quotes, say.views.positions, say.views.timeline, say.views.topics, say.views.help),
        everybody(briefing, PRESENCES, say),
        menu(say.reading.choosePerson, briefing.people.map(personChoice), 'people'),
        menu(say.reading.chooseView, viewsOf(commands(), briefing, say)),
        inferredNotes([briefing.summary], say),
      ),
  };
}
