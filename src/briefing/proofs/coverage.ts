/** Every paragraph is used, or is skipped for a stated reason. */
import { type Draft, type Finding, within } from '../draft.ts';
import { keyOf } from '../refs.ts';
import { type WholeProof, wordRefs } from './proof.ts';

/**
 * A paragraph is used where a statement, an event, a deal, a figure or the reporter's background rests on it.
 * Positions and key points tell these again, and notes speak about the source: they alone do not use it.
 */
export const coverage: WholeProof = (draft, evidence) => {
  if (FILES.some((file) => draft.lost.files.has(file))) return [];
  const used = usedBy(draft);
  const skipped = new Map(
    draft.lists.skipped.flatMap(({ item, at }) =>
      item.refs.map((ref) => [keyOf(ref), within(at, 'paragraphs')] as const),
    ),
  );
  const findings: Finding[] = [];
  for (const ref of evidence.refs) {
    const key = keyOf(ref);
    const skip = skipped.get(key);
    if (!used.has(key) && !skip && !draft.lost.refs.has(key)) {
      findings.push({
        at: { file: 'skipped.yaml', path: [] },
        found: `no item uses ${wordRefs([ref])}`,
        expected:
          'add what it says to statements, events, deals, figures or background, or skip it here with the reason',
      });
    }
    if (used.has(key) && skip) {
      findings.push({
        at: skip,
        found: `${wordRefs([ref])} is skipped, and used`,
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

function usedBy({ lists }: Draft): Set<string> {
  const items = [...lists.statements, ...lists.events, ...lists.deals, ...lists.figures, ...lists.background];
  return new Set(items.flatMap(({ item }) => item.refs.map(keyOf)));
}
