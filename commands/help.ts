import type { Briefing } from '../src/briefing/briefing.ts';
import type { Block, Text } from '../src/reply/reply.ts';
import { heading, helped, listed, menu, next, note, text } from '../src/show/blocks.ts';
import { OVERVIEW, PEOPLE, QUOTES, SOURCE, TOPICS } from '../src/show/choices.ts';
import {
  ASK_ME,
  CHOOSE_VIEW,
  IN_THE_CHANNEL,
  TRY_ASKING,
  WHAT_TO_ASK,
} from '../src/show/messages/en/reading.ts';
import { fold } from '../src/text/fold.ts';
import type { Command, ReadingCommand } from './command.ts';

/** Help is nothing but the list of commands, read aloud. */
export function helpOf(commands: () => readonly Command[]): ReadingCommand {
  return {
    kind: 'reading',
    name: 'help',
    aliases: ['commands', 'hello', 'hi'],
    usage: 'help',
    does: 'What you can type here.',
    takes: (rest) => commands().some(({ name }) => name === fold(rest)),
    read: (rest, briefing) =>
      helped(
        usagesOf(
          commands().filter(({ name }) => name === fold(rest)),
          briefing,
        ).map((usage) => text(...usage)),
        listed(WHAT_TO_ASK, usages('reading', commands(), briefing)),
        tryAsking(briefing),
        listed(IN_THE_CHANNEL, usages('channel', commands(), briefing)),
        menu(CHOOSE_VIEW, viewsOf(commands())),
        note(ASK_ME),
        next(OVERVIEW, PEOPLE, QUOTES, TOPICS, SOURCE),
      ),
  };
}

/** The commands that answer by their name alone, for menus. */
export function viewsOf(commands: readonly Command[]) {
  return commands
    .filter(({ kind, quiet, usage }) => kind === 'reading' && !quiet && !NEEDS_WORDS.test(usage))
    .map(({ name, does }) => ({ label: capitalised(name), says: name, description: does }));
}

/** Questions that the briefing offers to try, as buttons where there is room and as words. */
export function tryAsking(briefing: Briefing): Block[] {
  return [heading(TRY_ASKING), { kind: 'list', items: briefing.examples.map((example) => [example]) }];
}

/** As in `person NAME`; not as in `quotes [NAME]`. */
const NEEDS_WORDS = /^\S+ [A-Z]/u;

function usages(kind: Command['kind'], commands: readonly Command[], briefing: Briefing): Text[] {
  const shown = commands.filter((command) => command.kind === kind && !command.quiet);
  return usagesOf(shown, briefing);
}

function usagesOf(commands: readonly Command[], briefing: Briefing): Text[] {
  return commands.map(({ usage, does }) => [{ code: `/${briefing.command} ${usage}` }, ': ', does]);
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
