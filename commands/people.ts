import { answered, menu, next } from '../src/show/blocks.ts';
import { OVERVIEW, POSITIONS, personChoice, QUOTES, SOURCE } from '../src/show/choices.ts';
import { CHOOSE_PERSON } from '../src/show/messages/en/reading.ts';
import { everybody, GROUPS } from '../src/show/people.ts';
import { fold } from '../src/text/fold.ts';
import type { ReadingCommand } from './command.ts';

export const people: ReadingCommand = {
  kind: 'reading',
  name: 'people',
  aliases: ['persons', 'speakers', 'names'],
  usage: 'people',
  does: 'Everybody: who is quoted, who is only reported, who is only mentioned.',
  takes: (rest) => GROUPS.some(({ presence }) => presence === fold(rest)),
  complete: () => GROUPS.map(({ presence }) => ({ label: `people ${presence}`, says: `people ${presence}` })),
  read: (rest, briefing) => {
    const asked = GROUPS.filter(({ presence }) => presence === fold(rest));
    return answered(
      everybody(briefing, asked.length > 0 ? asked : GROUPS),
      menu(CHOOSE_PERSON, briefing.people.map(personChoice)),
      next(QUOTES, POSITIONS, OVERVIEW, SOURCE),
    );
  },
};
