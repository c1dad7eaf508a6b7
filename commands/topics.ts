import type { Briefing } from '../src/briefing/briefing.ts';
import type { Reply, Text } from '../src/reply/reply.ts';
import { about } from '../src/show/about.ts';
import { ownClaims } from '../src/show/about-topic.ts';
import { answered, listed, menu, next } from '../src/show/blocks.ts';
import { OVERVIEW, POSITIONS, QUOTES, topicChoice } from '../src/show/choices.ts';
import { CHOOSE_TOPIC, items, TOPICS } from '../src/show/messages/en/reading.ts';
import { find } from '../src/words/find.ts';
import type { ReadingCommand } from './command.ts';

export const topics: ReadingCommand = {
  kind: 'reading',
  name: 'topics',
  aliases: ['subjects', 'themes'],
  usage: 'topics',
  does: 'What the briefing is about, topic by topic.',
  takes: (rest, briefing) => find(rest, briefing, ['topic']).kind === 'one',
  read: (rest, briefing) => {
    const found = find(rest, briefing, ['topic']);
    return found.kind === 'one' ? about(found.thing, briefing) : listOfTopics(briefing);
  },
};

/** Each with what it is about and how much there is on it. */
export function listOfTopics(briefing: Briefing): Reply {
  const lines: Text[] = briefing.topics.map((topic) => [
    { bold: topic.name },
    ` (${items(ownClaims(topic, briefing).length)}): `,
    topic.about,
  ]);
  return answered(
    listed(TOPICS, lines),
    menu(CHOOSE_TOPIC, briefing.topics.map(topicChoice)),
    next(...briefing.topics.slice(0, 2).map(topicChoice), QUOTES, POSITIONS, OVERVIEW),
  );
}
