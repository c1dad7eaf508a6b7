/** Finds what somebody probably meant. */
import { editsBetween } from './edits.ts';

/** The candidate that takes the fewest changes of a letter, or `undefined` where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.ceil(word.length / 3));
  let best: { readonly candidate: string; readonly changes: number } | undefined;
  for (const candidate of candidates) {
    const changes = editsBetween(word.toLowerCase(), candidate.toLowerCase(), most);
    if (changes <= most && (best === undefined || changes < best.changes)) best = { candidate, changes };
  }
  return best?.candidate;
}
