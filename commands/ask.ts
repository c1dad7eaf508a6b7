import type { Briefing } from '../briefings/briefing.ts';
import type { Reply } from '../src/reply/reply.ts';
import { helped, menu, next, text } from './blocks.ts';
import { OVERVIEW, PEOPLE, QUOTES, TOPICS, topicChoice } from './choices.ts';
import type { ReadingCommand } from './command.ts';
import { tryAsking } from './help.ts';
import { ASK_WHAT, CANNOT_ASK_YET, CHOOSE_TOPIC } from './sentences.ts';

export const ask: ReadingCommand = {
  kind: 'reading',
  name: 'ask',
  usage: 'ask QUESTION',
  does: 'Answers a question from the briefing, or says that it does not say.',
  takes: () => true,
  read: (rest, briefing) => (rest === '' ? whatToAsk(briefing) : answerQuestion(rest, briefing)),
};

export function answerQuestion(_question: string, briefing: Briefing): Reply {
  return helped(
    text(CANNOT_ASK_YET),
    menu(CHOOSE_TOPIC, briefing.topics.map(topicChoice)),
    next(OVERVIEW, PEOPLE, QUOTES, TOPICS),
  );
}

function whatToAsk(briefing: Briefing): Reply {
  const examples = briefing.examples.slice(0, 5);
  return helped(
    text(ASK_WHAT),
    tryAsking(briefing),
    next(...examples.map((example) => ({ label: example, says: example }))),
  );
}
