import { ask as decide } from '../src/ask/ask.ts';
import type { Briefing } from '../src/briefing/briefing.ts';
import type { Reply } from '../src/reply/reply.ts';
import { helped, next, text } from '../src/show/blocks.ts';
import { drawn } from '../src/show/decision.ts';
import { ASK_WHAT } from '../src/show/messages/en/reading.ts';
import type { ReadingCommand } from './command.ts';
import { tryAsking } from './help.ts';

export const ask: ReadingCommand = {
  kind: 'reading',
  name: 'ask',
  usage: 'ask QUESTION',
  does: 'Answers a question from the briefing, or says that it does not say.',
  takes: () => true,
  read: (rest, briefing) => (rest === '' ? whatToAsk(briefing) : answer(rest, briefing)),
};

/** A question in plain words, decided and drawn. */
export function answer(question: string, briefing: Briefing): Reply {
  return drawn(decide(question, briefing), briefing);
}

function whatToAsk(briefing: Briefing): Reply {
  return helped(
    text(ASK_WHAT),
    tryAsking(briefing),
    next(...briefing.examples.map((example) => ({ label: example, says: example }))),
  );
}
