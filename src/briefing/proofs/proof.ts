/** What every proof takes and gives. */
import type { Draft, Finding } from '../draft.ts';
import type { Evidence } from '../evidence.ts';
import type { Ref } from '../refs.ts';

/**
 * Pure: what in the items of `own` does not stand in the source. `whole` is the briefing that they are of, with all its
 * names; what is found in an item hangs on nothing else of it.
 */
export type Proof = (own: Draft, evidence: Evidence, whole: Draft) => Finding[];

/** Pure: the same, of what only the whole can tell. */
export type WholeProof = (draft: Draft, evidence: Evidence) => Finding[];

/** 'paragraph 16', 'paragraphs 16 and 32', 'paragraphs VOA 16 and Kremlin 3', 'the source'. */
export function wordRefs(refs: readonly Ref[] | 'any'): string {
  if (refs === 'any') return 'the source';
  const names = refs.map(({ name, paragraph }) =>
    name === undefined ? `${paragraph}` : `${name} ${paragraph}`,
  );
  if (names.length === 1) return `paragraph ${names[0]}`;
  return `paragraphs ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The paragraphs to look at. */
export function refsFor(refs: readonly Ref[] | 'any', evidence: Evidence): readonly Ref[] {
  return refs === 'any' ? evidence.refs : refs;
}
