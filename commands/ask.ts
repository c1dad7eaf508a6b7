import { ask as decide } from '../src/ask/ask.ts';
import type { Chosen } from '../src/ask/chosen.ts';
import type { Briefing } from '../src/briefing/briefing.ts';
import type { Reply } from '../src/reply/reply.ts';
import { helped, next, text } from '../src/show/blocks.ts';
import { drawn } from '../src/show/decision.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import type { ReadingCommand } from './command.ts';
import { tryAsking } from './help.ts';

export const ask: ReadingCommand = {
  kind: 'reading',
  name: 'ask',
  needsWords: true,
  takes: () => true,
  read: (rest, briefing, say) => (rest === '' ? whatToAsk(briefing, say) : answer(rest, briefing, say)),
};

/** A question in plain words, decided and drawn. */
export function answer(question: string, briefing: Briefing, say: Messages, chosen?: Chosen): Reply {
  return drawn(decide(question, briefing, chosen), briefing, say);
}

function whatToAsk(briefing: Briefing, say: Messages): Reply {
  return helped(
    text(say.reading.askWhat),
    tryAsking(briefing, say),
    next(...briefing.examples.map((example) => ({ label: example, says: example }))),
  );
}
