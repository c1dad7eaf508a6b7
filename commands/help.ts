import type { Briefing } from '../src/briefing/briefing.ts';
import type { Block, Brief, Text } from '../src/reply/reply.ts';
import { heading, helped, listed, menu, next, note, text } from '../src/show/blocks.ts';
import { hasMap } from '../src/show/choices.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { hasSomething } from '../src/show/ways.ts';
import { fold } from '../src/text/fold.ts';
import type { Command, ReadingCommand } from './command.ts';

/** Help is nothing but the list of commands, read aloud. */
export function helpOf(commands: () => readonly Command[]): ReadingCommand {
  return {
    kind: 'reading',
    name: 'help',
    aliases: ['commands'],
    takes: (rest) => commands().some(({ name }) => name === fold(rest)),
    read: (rest, briefing, say) => ({
      ...helped(
        usagesOf(
          commands().filter(({ name }) => name === fold(rest)),
          briefing,
          say,
        ).map((usage) => text(...usage)),
        listed(say.reading.whatToAsk, usages('reading', commands(), briefing, say)),
        tryAsking(briefing, say),
        listed(say.reading.inTheChannel, usages('channel', commands(), briefing, say)),
        menu(say.reading.chooseView, viewsOf(commands(), briefing, say)),
        note(say.reading.askMe),
        next(say.views.overview, say.views.people, say.views.quotes, say.views.topics, say.views.source),
      ),
      ...(rest === '' ? { brief: inShort(briefing, say) } : {}),
    }),
  };
}

/** The commands that most people need, in the order in which they need them. */
const FIRST: readonly Command['name'][] = ['overview', 'people', 'quotes', 'positions', 'subscribe'];

/** Six lines, and questions to press. */
function inShort(briefing: Briefing, say: Messages): Brief {
  const lines = FIRST.filter((name) => hasSomething(name, briefing)).map((name): Text => {
    const { usage, does } = say.commands[name];
    return [{ code: `/${briefing.command} ${usage}` }, ': ', does];
  });
  const examples = briefing.examples.map((example) => ({ label: example, says: `ask ${example}` }));
  return {
    blocks: [
      text(say.view.helpOpening),
      { kind: 'list', items: lines },
      ...next(...examples.slice(0, EXAMPLES), say.views.overview),
    ],
    more: say.view.allCommands,
  };
}

const EXAMPLES = 3;

/** The commands that answer by their name alone, for menus. */
export function viewsOf(commands: readonly Command[], briefing: Briefing, say: Messages) {
  return commands
    .filter(({ name }) => (name !== 'map' || hasMap(briefing)) && hasSomething(name, briefing))
    .filter(({ kind, quiet, needsWords }) => kind === 'reading' && !quiet && !needsWords)
    .map(({ name }) => ({ label: capitalised(name), says: name, description: say.commands[name].does }));
}

/** Questions that the briefing offers to try, as buttons where there is room and as words. */
export function tryAsking(briefing: Briefing, say: Messages): Block[] {
  return [
    heading(say.reading.tryAsking),
    { kind: 'list', items: briefing.examples.map((example) => [example]) },
  ];
}

function usages(
  kind: Command['kind'],
  commands: readonly Command[],
  briefing: Briefing,
  say: Messages,
): Text[] {
  const shown = commands.filter(
    (command) => command.kind === kind && !command.quiet && hasSomething(command.name, briefing),
  );
  return usagesOf(shown, briefing, say);
}

function usagesOf(commands: readonly Command[], briefing: Briefing, say: Messages): Text[] {
  return commands.map(({ name }) => {
    const { usage, does } = say.commands[name];
    return [{ code: `/${briefing.command} ${usage}` }, ': ', does];
  });
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
