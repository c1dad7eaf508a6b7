import type { Briefing } from '../src/briefing/briefing.ts';
import type { Reply } from '../src/reply/reply.ts';
import { about } from '../src/show/about.ts';
import { helped, menu, next, notCovered, oneOf, text } from '../src/show/blocks.ts';
import { thingChoice, topicChoice } from '../src/show/choices.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { type Found, find } from '../src/words/find.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';
import { listOfTopics } from './topics.ts';

export const topic: ReadingCommand = {
  kind: 'reading',
  name: 'topic',
  aliases: ['subject'],
  needsWords: true,
  takes: (rest, briefing) => !isSentence(rest) || find(rest, briefing, ['topic']).kind !== 'none',
  complete: (_rest, briefing) => briefing.topics.map(topicChoice),
  read: (rest, briefing, say) => {
    if (rest === '') return listOfTopics(briefing, say);
    const found = find(rest, briefing, ['topic']);
    const named = found.kind === 'none' ? find(rest, briefing) : found;
    return named.kind === 'one'
      ? about(named.thing, briefing, say)
      : whateverTopic(found, rest, briefing, say);
  },
};

/** Answers about the topic that was found, asks which of several, or offers what there is. */
export function whateverTopic(found: Found, typed: string, briefing: Briefing, say: Messages): Reply {
  switch (found.kind) {
    case 'one':
      return about(found.thing, briefing, say);
    case 'several':
      return helped(
        text(say.reading.whichOf(typed)),
        oneOf(say.reading.chooseTopic, found.things.map(thingChoice)),
      );
    case 'none':
      return notCovered(
        text(say.reading.noTopicOf(typed)),
        menu(say.reading.chooseTopic, briefing.topics.map(topicChoice), 'topics'),
        next(
          ...found.nearest.slice(0, 2).map(thingChoice),
          say.views.topics,
          say.views.positions,
          say.views.overview,
        ),
      );
  }
}
