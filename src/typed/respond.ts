/** From what was typed to the answer: parse, then run. */

import { answer } from '../../commands/ask.ts';
import { whoever } from '../../commands/person.ts';
import { askAfter } from '../ask/after.ts';
import type { Chosen } from '../ask/chosen.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { Ask } from '../ports/bot.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reply } from '../reply/reply.ts';
import { helped, next, text } from '../show/blocks.ts';
import { drawn } from '../show/decision.ts';
import type { Messages } from '../show/messages/messages.ts';
import { talked } from '../show/talk.ts';
import { viewed } from '../show/view.ts';
import { meantBy } from './complete.ts';
import type { Parsed } from './parse.ts';
import { wanted, wordsFor } from './wanted.ts';

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
  chosen?: Chosen,
): Reply | Promise<Reply> {
  const asked = wanted(meantBy(words, briefing, say) ?? words, briefing);
  const { parsed, view } = asked;
  if (parsed.kind === 'command' && parsed.command.kind === 'channel') {
    return parsed.command.act(parsed.rest, ask, desk);
  }
  if (parsed.kind === 'errand') return talked(parsed.errand, briefing, say);
  const shown = (meant: Readable) => {
    const reply = read(meant, briefing, say, chosen);
    if (meant.kind === 'command' && meant.command.quiet) return reply;
    return viewed(reply, { view, leadTo: (to) => wordsFor(to, asked), briefing, say });
  };
  if (parsed.kind !== 'command' || parsed.rest !== '') return shown(parsed);
  const here = parsed.command.kind === 'reading' ? parsed.command.here?.(ask, desk) : undefined;
  return here === undefined ? shown(parsed) : here.then((rest = '') => shown({ ...parsed, rest }));
}

type Readable = Exclude<Parsed, { kind: 'errand' }>;

function read(parsed: Readable, briefing: Briefing, say: Messages, chosen?: Chosen): Reply {
  switch (parsed.kind) {
    case 'command':
      if (parsed.command.kind === 'channel') throw new Error(`${parsed.command.name} is the desk's`);
      if (parsed.command.name === 'ask' && parsed.rest !== '')
        return answer(parsed.rest, briefing, say, chosen);
      return parsed.command.read(parsed.rest, briefing, say);
    case 'person':
      return whoever(parsed.found, parsed.typed, briefing, say);
    case 'mistyped':
      return didYouMean(parsed, say);
    case 'question':
      return answer(parsed.question, briefing, say, chosen);
    case 'after': {
      const decision = askAfter(parsed.words, parsed.before, briefing, chosen);
      return decision === undefined ? talked('which', briefing, say) : drawn(decision, briefing, say);
    }
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
