/** What the bot says when it is spoken to about itself. */
import type { Briefing } from '../briefing/briefing.ts';
import type { Choice, Reply } from '../reply/reply.ts';
import { helped, next, text } from './blocks.ts';
import type { Messages } from './messages/messages.ts';

/** What is said in words of its own; a command answers the rest. */
export type Talk = 'hello' | 'who' | 'thanks' | 'feedback' | 'which';

const EXAMPLES = 3;

export function talked(about: Talk, briefing: Briefing, say: Messages): Reply {
  switch (about) {
    case 'hello':
      return helped(text(say.talk.hello(briefing.title)), next(...examplesOf(briefing), say.views.help));
    case 'who':
      return helped(
        text(say.talk.who(briefing.title)),
        text(say.talk.whoCites),
        text(say.talk.whoDeclines),
        next(say.views.overview, say.views.source, say.views.help),
      );
    case 'which':
      return helped(text(say.talk.which), next(...examplesOf(briefing), say.views.overview));
    case 'thanks':
      return helped(text(say.talk.thanks), next(say.views.overview, say.views.help));
    case 'feedback':
      return helped(text(say.talk.feedback), text(say.talk.feedbackRuns), next(say.views.help));
  }
}

function examplesOf({ examples }: Briefing): Choice[] {
  return examples.slice(0, EXAMPLES).map((example) => ({ label: example, says: `ask ${example}` }));
}
