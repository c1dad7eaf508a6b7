import type { Briefing } from '../src/briefing/briefing.ts';
import type { Reply } from '../src/reply/reply.ts';
import { about } from '../src/show/about.ts';
import { helped, menu, next, notCovered, oneOf, text } from '../src/show/blocks.ts';
import { OVERVIEW, POSITIONS, TOPICS, thingChoice, topicChoice } from '../src/show/choices.ts';
import { CHOOSE_TOPIC, noTopicOf, whichOf } from '../src/show/messages/en/reading.ts';
import { type Found, find } from '../src/words/find.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';
import { listOfTopics } from './topics.ts';

export const topic: ReadingCommand = {
  kind: 'reading',
  name: 'topic',
  aliases: ['subject'],
  usage: 'topic NAME',
  does: 'All that the briefing holds on one topic.',
  takes: (rest, briefing) => !isSentence(rest) || find(rest, briefing, ['topic']).kind !== 'none',
  complete: (_rest, briefing) => briefing.topics.map(topicChoice),
  read: (rest, briefing) => {
    if (rest === '') return listOfTopics(briefing);
    const found = find(rest, briefing, ['topic']);
    const named = found.kind === 'none' ? find(rest, briefing) : found;
    return named.kind === 'one' ? about(named.thing, briefing) : whateverTopic(found, rest, briefing);
  },
};

/** Answers about the topic that was found, asks which of several, or offers what there is. */
export function whateverTopic(found: Found, typed: string, briefing: Briefing): Reply {
  switch (found.kind) {
    case 'one':
      return about(found.thing, briefing);
    case 'several':
      return helped(text(whichOf(typed)), oneOf(CHOOSE_TOPIC, found.things.map(thingChoice)));
    case 'none':
      return notCovered(
        text(noTopicOf(typed)),
        menu(CHOOSE_TOPIC, briefing.topics.map(topicChoice)),
        next(...found.nearest.slice(0, 2).map(thingChoice), TOPICS, POSITIONS, OVERVIEW),
      );
  }
}
