/** What platforms show of the commands, made from the one list. */
import { COMMANDS } from './list.ts';

export type CommandCard = { readonly name: string; readonly usage: string; readonly does: string };

export function commandCards(): readonly CommandCard[] {
  return COMMANDS.filter(({ quiet }) => !quiet).map(({ name, usage, does }) => ({ name, usage, does }));
}

/** What Slack shows beside the command as it is typed: the first few commands, and that a question will do. */
export function usageHint(): string {
  const first = commandCards()
    .filter(({ usage }) => !usage.includes('QUESTION'))
    .slice(1, 7);
  return `[${first.map(({ usage }) => usage).join(' | ')} | help | or a question]`.replaceAll(
    / \[[^\]]*\](?= \|)/gu,
    '',
  );
}
