/** Whether an item tells why. */
import { tokensOf } from '../words/tokens.ts';
import type { Entry, Ready } from './ready.ts';

/** Whether an item has a word that gives a reason. */
export function givesReason(entry: Entry, ready: Ready): boolean {
  const { item } = entry;
  const told =
    item.kind === 'background' || item.kind === 'event' || item.kind === 'deal' ? item.item.title : '';
  return tokensOf(`${told}. ${entry.text}`, ready.language).some(({ word }) =>
    ready.language.reasons.has(word),
  );
}
