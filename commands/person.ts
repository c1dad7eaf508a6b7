import type { Briefing } from '../src/briefing/briefing.ts';
import type { Reply } from '../src/reply/reply.ts';
import { about } from '../src/show/about.ts';
import { helped, menu, next, notCovered, oneOf, text } from '../src/show/blocks.ts';
import { personChoice, thingChoice } from '../src/show/choices.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { type Found, find, findAnything } from '../src/words/find.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';
import { people } from './people.ts';

export const person: ReadingCommand = {
  kind: 'reading',
  name: 'person',
  aliases: ['who', 'about'],
  needsWords: true,
  takes: (rest, briefing, first) => {
    const found = byName(nameIn(rest), briefing);
    // 'who set up the fund' is a question; 'who newsham' is not.
    if (first === 'who') return people.takes?.(nameIn(rest), briefing) || found.kind === 'one';
    return people.takes?.(nameIn(rest), briefing) || !isSentence(rest) || found.kind !== 'none';
  },
  complete: (_rest, briefing) => briefing.people.map(personChoice),
  read: (rest, briefing, say) => {
    if (rest === '') return people.read('', briefing, say);
    const name = nameIn(rest);
    if (people.takes?.(name, briefing)) return people.read(name, briefing, say);
    return whoever(byName(name, briefing), name, briefing, say);
  },
};

/** Answers about the one who was found, asks which of several, or offers the nearest. */
export function whoever(found: Found, typed: string, briefing: Briefing, say: Messages): Reply {
  switch (found.kind) {
    case 'one':
      return about(found.thing, briefing, say);
    case 'several':
      return helped(
        text(say.reading.whichOf(typed)),
        oneOf(say.reading.chooseOne, found.things.map(thingChoice)),
      );
    case 'none':
      return notCovered(
        text(say.reading.nobodyOf(typed, found.nearest.length > 0)),
        found.nearest.length > 0
          ? oneOf(say.reading.chooseOne, found.nearest.map(thingChoice))
          : menu(say.reading.choosePerson, briefing.people.map(personChoice), 'people'),
        next(say.views.people, say.views.quotes, say.views.overview),
      );
  }
}

/** Loosely a topic too, where nobody is called so. */
function byName(name: string, briefing: Briefing): Found {
  const found = findAnything(name, briefing);
  if (found.kind !== 'none') return found;
  const topic = find(name, briefing, ['topic']);
  return topic.kind === 'none' ? found : topic;
}

/** 'who is Newsham' asks for Newsham. */
function nameIn(rest: string): string {
  return rest.replace(/^(?:is|are|was|were|about)\s+/iu, '');
}
