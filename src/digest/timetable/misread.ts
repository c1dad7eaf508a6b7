/** What was typed after `subscribe` and is not clear: a sentence that says what, and ways on as controls. Pure. */

import type { Block, Choice, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { ReadWords, WayOn } from './wish.ts';

/** More than these are a menu. */
const MOST_BUTTONS = 5;

export function refusedWord(
  command: string,
  read: Exclude<ReadWords, { kind: 'read' }>,
  say: Messages,
): Reply {
  switch (read.kind) {
    case 'several':
      return reply('help', [
        { kind: 'text', text: [say.misread.several[read.what](read.typed)] },
        controls(say.misread.choose, read.ways),
      ]);
    case 'unknown': {
      const near = read.nearest.length > 0;
      return reply('refused', [
        {
          kind: 'text',
          text: [say.misread.unknown(read.typed), ...(near ? [' ', say.misread.didYouMean] : [])],
        },
        ...(near ? [controls(say.misread.choose, read.nearest)] : []),
        { kind: 'note', text: say.misread.example(command) },
      ]);
    }
    case 'interval':
      return reply('refused', [
        { kind: 'text', text: [say.misread.interval(read.typed)] },
        { kind: 'note', text: say.misread.example(command) },
      ]);
    case 'too-long':
      return reply('refused', [
        { kind: 'text', text: [say.misread.tooLong(read.most)] },
        { kind: 'note', text: say.misread.example(command) },
      ]);
  }
}

function controls(placeholder: string, ways: readonly WayOn[]): Block {
  const choices = ways.map(({ label, words }): Choice => ({ label, says: `subscribe ${words}` }));
  return choices.length > MOST_BUTTONS
    ? { kind: 'menu', placeholder, choices }
    : { kind: 'buttons', buttons: choices };
}

function reply(outcome: Reply['outcome'], blocks: readonly Block[]): Reply {
  return { outcome, blocks, shareable: false };
}
