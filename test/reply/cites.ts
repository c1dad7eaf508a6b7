import type { Cite } from '../../src/reply/reply.ts';

/** Paragraphs of the only source. */
export function cites(...paragraphs: readonly number[]): Cite[] {
  return paragraphs.map((paragraph) => ({ source: 'report', paragraph }));
}
