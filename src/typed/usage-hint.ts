/** What platforms show of the commands. */

import type { Command } from '../../commands/command.ts';
import type { Messages } from '../show/messages/messages.ts';

const HINTED: readonly Command['name'][] = [
  'people',
  'person',
  'quotes',
  'positions',
  'deals',
  'timeline',
  'help',
];

/** What Slack shows beside the command as it is typed: what is asked for most, and that a question will do. */
export function usageHint(say: Messages): string {
  const usages = HINTED.map((name) => say.commands[name].usage.replaceAll(/ \[[^\]]*\]/gu, ''));
  return `[${[...usages, say.orAQuestion].join(' | ')}]`;
}
