import type { Briefing } from '../src/briefing/briefing.ts';
import type { Block } from '../src/reply/reply.ts';
import { answered, heading, menu, next, text } from '../src/show/blocks.ts';
import { personChoice } from '../src/show/choices.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { viewed } from '../src/show/view.ts';
import { isControl } from '../src/show/ways.ts';
import { answer } from './ask.ts';
import type { Command, ReadingCommand } from './command.ts';
import { viewsOf } from './help.ts';
import { whatHappened } from './overview.ts';

/** What a platform shows where a person first meets the bot; the digest's state is `status`. */
export function homeOf(commands: () => readonly Command[]): ReadingCommand {
  return {
    kind: 'reading',
    name: 'home',
    quiet: true,
    read: (_rest, briefing, say) =>
      answered(
        heading(briefing.title),
        { kind: 'list', items: say.welcome.lines.map((line) => [line]) },
        oneAnswer(briefing, say),
        next(say.views.overview, say.views.people, say.views.quotes, say.views.topics, say.views.help),
        menu(say.reading.choosePerson, briefing.people.map(personChoice), 'people'),
        menu(say.reading.chooseView, viewsOf(commands(), briefing, say)),
      ),
  };
}

/** A finished answer, as somebody would get it; a briefing without examples tells what happened. */
function oneAnswer(briefing: Briefing, say: Messages): Block[] {
  const [example] = briefing.examples;
  if (example === undefined) return whatHappened(briefing, say).slice(1);
  const leadTo = () => example;
  const { blocks } = viewed(answer(example, briefing, say), { view: 'first', leadTo, briefing, say });
  return [text({ bold: say.welcome.forExample(example) }), ...blocks.filter((block) => !isControl(block))];
}
