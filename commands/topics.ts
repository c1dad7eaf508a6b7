import type { Briefing } from '../src/briefing/briefing.ts';
import type { Reply, Text } from '../src/reply/reply.ts';
import { about } from '../src/show/about.ts';
import { ownClaims } from '../src/show/about-topic.ts';
import { answered, listed, menu, next, nothingThere } from '../src/show/blocks.ts';
import { topicChoice } from '../src/show/choices.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { hasSomething } from '../src/show/ways.ts';
import { find } from '../src/words/find.ts';
import type { ReadingCommand } from './command.ts';

export const topics: ReadingCommand = {
  kind: 'reading',
  name: 'topics',
  aliases: ['subjects', 'themes'],
  takes: (rest, briefing) => find(rest, briefing, ['topic']).kind === 'one',
  read: (rest, briefing, say) => {
    const found = find(rest, briefing, ['topic']);
    return found.kind === 'one' ? about(found.thing, briefing, say) : listOfTopics(briefing, say);
  },
};

/** Each with what it is about and how much there is on it. */
export function listOfTopics(briefing: Briefing, say: Messages): Reply {
  if (!hasSomething('topics', briefing))
    return nothingThere(say.reading.noTopics, say.views.quotes, say.views.overview);
  const lines: Text[] = briefing.topics.map((topic) => [
    { bold: topic.name },
    ` (${say.reading.items(ownClaims(topic, briefing).length)}): `,
    topic.about,
  ]);
  return answered(
    listed(say.reading.topics, lines),
    menu(say.reading.chooseTopic, briefing.topics.map(topicChoice), 'topics'),
    next(
      ...briefing.topics.slice(0, 2).map(topicChoice),
      say.views.quotes,
      say.views.positions,
      say.views.overview,
    ),
  );
}
