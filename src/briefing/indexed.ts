/** Builds the briefing in memory, with the ways in to its items, out of what its files say. */
import type { Briefing, Claim, Named, Presence } from './briefing.ts';
import type { Content } from './content.ts';
import type { Statement } from './schema.ts';

/**
 * Pure. `paragraphCount` is the source's; `sourceText` its paragraphs from index 1, where it is at hand.
 * The ids that the items name are taken to exist: `load.ts` has seen to it.
 */
export function indexed(content: Content, paragraphCount: number, sourceText?: readonly string[]): Briefing {
  const { head, ...lists } = content;
  const claims = claimsOf(content);
  const everyNamed = namedOf(content);
  const named = new Map(everyNamed.map((one) => [one.item.id, one]));
  const claimById = new Map(claims.map((claim) => [claim.item.id, claim]));
  const topics = new Map(content.topics.map((topic) => [topic.id, topic]));
  const issues = new Map(content.issues.map((issue) => [issue.id, issue]));
  const said = statementsBySpeaker(content.statements);
  const byTopic = grouped(claims, (claim) => claim.item.topics);
  const byParagraph = grouped(claims, (claim) => claim.item.paragraphs);

  return {
    ...head,
    ...lists,
    paragraphCount,
    ...(sourceText ? { sourceText } : {}),
    claims,
    everyNamed,
    named: (id) => named.get(id),
    nameOf: (id) => named.get(id)?.item.name ?? id,
    claim: (id) => claimById.get(id),
    topic: (id) => topics.get(id),
    issue: (id) => issues.get(id),
    saidBy: (id) => said.get(id) ?? [],
    onTopic: (id) => byTopic.get(id) ?? [],
    onParagraph: (paragraph) => byParagraph.get(paragraph) ?? [],
    presence: (id) => presenceOf(said.get(id) ?? []),
  };
}

function claimsOf(content: Content): Claim[] {
  return [
    ...content.statements.map((item) => ({ kind: 'statement' as const, item })),
    ...content.events.map((item) => ({ kind: 'event' as const, item })),
    ...content.deals.map((item) => ({ kind: 'deal' as const, item })),
    ...content.figures.map((item) => ({ kind: 'figure' as const, item })),
    ...content.positions.map((item) => ({ kind: 'position' as const, item })),
    ...content.background.map((item) => ({ kind: 'background' as const, item })),
    ...content.keyPoints.map((item) => ({ kind: 'key-point' as const, item })),
    ...content.notes.map((item) => ({ kind: 'note' as const, item })),
  ];
}

function namedOf(content: Content): Named[] {
  return [
    ...content.people.map((item) => ({ kind: 'person' as const, item })),
    ...content.organisations.map((item) => ({ kind: 'organisation' as const, item })),
    ...content.sides.map((item) => ({ kind: 'side' as const, item })),
    ...content.places.map((item) => ({ kind: 'place' as const, item })),
  ];
}

/** Who tells what others said is found by it too: what an official reported of two leaders is his statement as well. */
function statementsBySpeaker(statements: readonly Statement[]): Map<string, Statement[]> {
  const inOrder = [...statements].sort(
    (one, other) => directFirst(one) - directFirst(other) || firstOf(one) - firstOf(other),
  );
  return grouped(inOrder, (it) =>
    it.via === undefined || it.mode === 'direct' ? it.speakers : [...it.speakers, it.via],
  );
}

function directFirst(statement: Statement): number {
  return statement.mode === 'direct' ? 0 : 1;
}

function firstOf(statement: Statement): number {
  return Math.min(...statement.paragraphs);
}

function presenceOf(said: readonly Statement[]): Presence {
  if (said.some((statement) => statement.mode === 'direct')) return 'quoted';
  return said.length > 0 ? 'reported' : 'mentioned';
}

function grouped<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
