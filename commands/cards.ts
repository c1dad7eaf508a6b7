/** What platforms show of the commands, made from the one list. */
import { COMMANDS } from './list.ts';

export type CommandCard = { readonly name: string; readonly usage: string; readonly does: string };

export function commandCards(): readonly CommandCard[] {
  return COMMANDS.filter(({ quiet }) => !quiet).map(({ name, usage, does }) => ({ name, usage, does }));
}

const HINTED = ['people', 'person', 'quotes', 'positions', 'deals', 'timeline', 'help'];

/** What Slack shows beside the command as it is typed: what is asked for most, and that a question will do. */
export function usageHint(): string {
  const usages = commandCards()
    .filter(({ name }) => HINTED.includes(name))
    .map(({ usage }) => usage.replaceAll(/ \[[^\]]*\]/gu, ''));
  return `[${[...usages, 'or a question'].join(' | ')}]`;
}
