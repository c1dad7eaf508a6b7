import type { Briefing } from '../src/briefing/briefing.ts';
import type { Block, Choice, Text } from '../src/reply/reply.ts';
import { answered, heading, listed, menu, next, note, text } from '../src/show/blocks.ts';
import { DEALS, PEOPLE, POSITIONS, personChoice, QUOTES, TIMELINE } from '../src/show/choices.ts';
import { cite, inferredNotes } from '../src/show/claims.ts';
import {
  ASK_ME,
  CHOOSE_PERSON,
  CHOOSE_VIEW,
  KEY_POINTS,
  WHO_IS_QUOTED,
} from '../src/show/messages/en/reading.ts';
import { personLine } from '../src/show/people.ts';
import type { ReadingCommand } from './command.ts';

/** What a bare `/kuril` answers; `views` makes the menu into everything else. */
export function overviewOf(views: () => readonly Choice[]): ReadingCommand {
  return {
    kind: 'reading',
    name: 'overview',
    aliases: ['summary', 'start'],
    usage: 'overview',
    does: 'What happened, the key points and who is quoted.',
    read: (_rest, briefing) =>
      answered(
        whatHappened(briefing),
        whoIsQuoted(briefing),
        menu(CHOOSE_PERSON, speakers(briefing).map(personChoice)),
        menu(CHOOSE_VIEW, views()),
        inferredNotes([briefing.summary]),
        note(ASK_ME),
        next(QUOTES, POSITIONS, DEALS, TIMELINE, PEOPLE),
      ),
  };
}

export function whatHappened(briefing: Briefing): Block[] {
  const points: Text[] = briefing.keyPoints.map((point) => [point.text, ' ', cite(point)]);
  return [
    heading(briefing.title),
    text(briefing.summary.text, ' ', cite(briefing.summary)),
    ...listed(KEY_POINTS, points),
  ];
}

function whoIsQuoted(briefing: Briefing): Block[] {
  const quoted = briefing.people.filter(({ id }) => briefing.presence(id) === 'quoted');
  return listed(
    WHO_IS_QUOTED,
    quoted.map((person) => personLine(person, briefing)),
  );
}

function speakers(briefing: Briefing) {
  return briefing.people.filter(({ id }) => briefing.presence(id) !== 'mentioned');
}
