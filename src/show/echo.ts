/** What somebody typed, as it may be repeated: never as it stands. */
import type { Messages } from './messages/messages.ts';

/** How much of a word that was typed is repeated. */
const LONGEST = 40;

/** Letters and digits alone, of a bearable length, marked as somebody else's. */
export function echo(typed: string, say: Messages, longest = LONGEST): string {
  const letters = Array.from(typed.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N} -]/gu, ''));
  return say.asking.echoed(`${letters.slice(0, longest).join('')}${letters.length > longest ? '…' : ''}`);
}
