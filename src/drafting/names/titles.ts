/** What a title says of whoever bears it. */
import { listOf } from '../data/lists.ts';
import type { Gender } from '../draft.ts';

export function genderOfTitle(title: string): Gender | undefined {
  const lower = title.toLowerCase().replace(/\.$/, '');
  if (listOf('female-titles').has(lower)) return 'f';
  return listOf('male-titles').has(lower) ? 'm' : undefined;
}
