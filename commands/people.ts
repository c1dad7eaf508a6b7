import { answered, menu, next } from '../src/show/blocks.ts';
import { personChoice } from '../src/show/choices.ts';
import { everybody, PRESENCES } from '../src/show/people.ts';
import { fold } from '../src/text/fold.ts';
import type { ReadingCommand } from './command.ts';

export const people: ReadingCommand = {
  kind: 'reading',
  name: 'people',
  aliases: ['persons', 'speakers', 'names'],
  takes: (rest) => PRESENCES.some((presence) => presence === fold(rest)),
  complete: () => PRESENCES.map((presence) => ({ label: `people ${presence}`, says: `people ${presence}` })),
  read: (rest, briefing, say) => {
    const asked = PRESENCES.filter((presence) => presence === fold(rest));
    return answered(
      everybody(briefing, asked.length > 0 ? asked : PRESENCES, say),
      menu(say.reading.choosePerson, briefing.people.map(personChoice), 'people'),
      next(say.views.quotes, say.views.positions, say.views.overview, say.views.source),
    );
  },
};
