/** From what was typed to the answer: parse, then run. */

import type { Briefing } from '../src/briefing/briefing.ts';
import type { Ask } from '../src/ports/bot.ts';
import type { Desk } from '../src/ports/desk.ts';
import type { Reply } from '../src/reply/reply.ts';
import { helped, next, text } from '../src/show/blocks.ts';
import { HELP, OVERVIEW } from '../src/show/choices.ts';
import { noCommandOf } from '../src/show/messages/en/reading.ts';
import { answer } from './ask.ts';
import { type Parsed, parse } from './parse.ts';
import { whoever } from './person.ts';

/**
 * Answers one ask. A reading command answers at once, a command about the channel's digest when the desk has. Nothing
 * is caught here: a bug reaches the one place that words it and logs it.
 */
export function respond(words: string, ask: Ask, briefing: Briefing, desk: Desk): Reply | Promise<Reply> {
  const parsed = parse(words, briefing);
  switch (parsed.kind) {
    case 'command':
      return parsed.command.kind === 'reading'
        ? parsed.command.read(parsed.rest, briefing, ask)
        : parsed.command.act(parsed.rest, ask, desk);
    case 'person':
      return whoever(parsed.found, parsed.typed, briefing);
    case 'mistyped':
      return didYouMean(parsed);
    case 'question':
      return answer(parsed.question, briefing);
  }
}

/** The commands that were nearly typed. */
function didYouMean({ typed, near }: Extract<Parsed, { kind: 'mistyped' }>): Reply {
  const choices = near.map(({ command, rest }) => {
    const says = `${command.name} ${rest}`.trim();
    return { label: says, says, description: command.does };
  });
  return helped(text(noCommandOf(typed)), next(...choices.slice(0, MOST_NEAR), OVERVIEW, HELP));
}

const MOST_NEAR = 3;
