/** What every proof takes and gives. */
import type { Draft, Finding } from '../draft.ts';
import type { Evidence } from '../evidence.ts';

/** Pure: what in the draft does not stand in the source. */
export type Proof = (draft: Draft, evidence: Evidence) => Finding[];

/** 'paragraph 16', 'paragraphs 16 and 32', 'the source'. */
export function wordParagraphs(paragraphs: readonly number[] | 'any'): string {
  if (paragraphs === 'any') return 'the source';
  if (paragraphs.length === 1) return `paragraph ${paragraphs[0]}`;
  return `paragraphs ${paragraphs.slice(0, -1).join(', ')} and ${paragraphs.at(-1)}`;
}

/** The numbers of the paragraphs to look at. */
export function paragraphsFor(paragraphs: readonly number[] | 'any', evidence: Evidence): readonly number[] {
  if (paragraphs !== 'any') return paragraphs;
  return Array.from({ length: evidence.paragraphCount }, (_, index) => index + 1);
}
