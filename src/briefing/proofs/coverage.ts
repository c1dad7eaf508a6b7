/** Every paragraph is used, or is skipped for a stated reason. */
import { type Draft, type Finding, within } from '../draft.ts';
import type { Proof } from './proof.ts';

/**
 * A paragraph is used where a statement, an event, a deal, a figure or the reporter's background rests on it.
 * Positions and key points tell these again, and notes speak about the source: they alone do not use it.
 */
export const coverage: Proof = (draft, evidence) => {
  if (FILES.some((file) => draft.lost.files.has(file))) return [];
  const used = usedBy(draft);
  const skipped = new Map(
    draft.lists.skipped.flatMap(({ item, at }) =>
      item.paragraphs.map((paragraph, index) => [paragraph, within(at, 'paragraphs', index)] as const),
    ),
  );
  const findings: Finding[] = [];
  for (let paragraph = 1; paragraph <= evidence.paragraphCount; paragraph += 1) {
    const skip = skipped.get(paragraph);
    if (!used.has(paragraph) && !skip && !draft.lost.paragraphs.has(paragraph)) {
      findings.push({
        at: { file: 'skipped.yaml', path: [] },
        found: `no item uses paragraph ${paragraph}`,
        expected:
          'add what it says to statements, events, deals, figures or background, or skip it here with the reason',
      });
    }
    if (used.has(paragraph) && skip) {
      findings.push({
        at: skip,
        found: `paragraph ${paragraph} is skipped, and used`,
        expected: 'take it out of the one or the other',
      });
    }
  }
  return findings;
};

const FILES = [
  'statements.yaml',
  'events.yaml',
  'deals.yaml',
  'figures.yaml',
  'background.yaml',
  'skipped.yaml',
];

function usedBy({ lists }: Draft): Set<number> {
  const items = [...lists.statements, ...lists.events, ...lists.deals, ...lists.figures, ...lists.background];
  return new Set(items.flatMap(({ item }) => item.paragraphs));
}
