/** First names, and whose they are. */
import { listOf, rowsOf } from '../data/lists.ts';
import type { Gender } from '../draft.ts';

export function isFirstName(word: string): boolean {
  return table().has(word) && !listOf('compass').has(word) && !PLACES.test(word);
}

/** Where nearly everybody of that name is a woman, or a man. */
export function genderOf(firstName: string): Gender | undefined {
  return table().get(firstName);
}

let known: Map<string, Gender | undefined> | undefined;

function table(): Map<string, Gender | undefined> {
  known ??= new Map(
    [...rowsOf('first-names.tsv'), ...rowsOf('more-first-names.tsv')].map(([name = '', whose]) => [
      name,
      whose === 'f' || whose === 'm' ? whose : undefined,
    ]),
  );
  return known;
}

const PLACES = /^(?:Port|Lake|Mount|Cape|Bay|Gulf|Fort|Isle|Sea|Glen|Loch|Point)$/;
