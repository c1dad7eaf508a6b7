/** From what was typed to the answer: parse, then run. */

import { answer } from '../../commands/ask.ts';
import { whoever } from '../../commands/person.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { Ask } from '../ports/bot.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reply } from '../reply/reply.ts';
import { helped, next, text } from '../show/blocks.ts';
import type { Messages } from '../show/messages/messages.ts';
import { type Parsed, parse } from './parse.ts';

/**
 * Answers one ask. A reading command answers at once, a command about the channel's digest when the desk has. Nothing
 * is caught here: a bug reaches the one place that words it and logs it.
 */
export function respond(
  words: string,
  ask: Ask,
  briefing: Briefing,
  desk: Desk,
  say: Messages,
): Reply | Promise<Reply> {
  const parsed = parse(words, briefing);
  switch (parsed.kind) {
    case 'command':
      return parsed.command.kind === 'reading'
        ? parsed.command.read(parsed.rest, briefing, say)
        : parsed.command.act(parsed.rest, ask, desk);
    case 'person':
      return whoever(parsed.found, parsed.typed, briefing, say);
    case 'mistyped':
      return didYouMean(parsed, say);
    case 'question':
      return answer(parsed.question, briefing, say);
  }
}

/** The commands that were nearly typed. */
function didYouMean({ typed, near }: Extract<Parsed, { kind: 'mistyped' }>, say: Messages): Reply {
  const choices = near.map(({ command, rest }) => {
    const says = `${command.name} ${rest}`.trim();
    return { label: says, says, description: say.commands[command.name].does };
  });
  return helped(
    text(say.reading.noCommandOf(typed)),
    next(...choices.slice(0, MOST_NEAR), say.views.overview, say.views.help),
  );
}

const MOST_NEAR = 3;
