import type { Choice } from '../src/reply/reply.ts';
import { answered, menu, next, note } from '../src/show/blocks.ts';
import { HELP, POSITIONS, personChoice, QUOTES, TIMELINE, TOPICS } from '../src/show/choices.ts';
import { inferredNotes } from '../src/show/claims.ts';
import { ASK_ME, CHOOSE_PERSON, CHOOSE_VIEW } from '../src/show/messages/en/reading.ts';
import { everybody } from '../src/show/people.ts';
import type { ReadingCommand } from './command.ts';
import { whatHappened } from './overview.ts';

/** What a platform shows where a person first meets the bot; the digest's state is `status`. */
export function homeOf(views: () => readonly Choice[]): ReadingCommand {
  return {
    kind: 'reading',
    name: 'home',
    usage: 'home',
    does: 'The overview and the people on one page.',
    quiet: true,
    read: (_rest, briefing) =>
      answered(
        whatHappened(briefing),
        note(ASK_ME),
        next(QUOTES, POSITIONS, TIMELINE, TOPICS, HELP),
        everybody(briefing),
        menu(CHOOSE_PERSON, briefing.people.map(personChoice)),
        menu(CHOOSE_VIEW, views()),
        inferredNotes([briefing.summary]),
      ),
  };
}
