/** Builds the briefing in memory, with the ways in to its items, out of what its files say. */
import type { Briefing, Claim, Named, Presence, Source } from './briefing.ts';
import type { Content } from './content.ts';
import { keyOf, type Ref } from './refs.ts';
import type { Statement } from './schema.ts';

/** Pure. The ids that the items name are taken to exist: `load.ts` has seen to it. */
export function indexed(content: Content, sources: readonly Source[]): Briefing {
  const { head, sources: _, ...lists } = content;
  const claims = claimsOf(content);
  const everyNamed = namedOf(content);
  const named = new Map(everyNamed.map((one) => [one.item.id, one]));
  const claimById = new Map(claims.map((claim) => [claim.item.id, claim]));
  const topics = new Map(content.topics.map((topic) => [topic.id, topic]));
  const issues = new Map(content.issues.map((issue) => [issue.id, issue]));
  const said = statementsBySpeaker(content.statements);
  const byTopic = grouped(claims, (claim) => claim.item.topics);
  const byRef = grouped(claims, (claim) => claim.item.refs.map(keyOf));
  const superseding = latest(claims, ({ item }) => item.supersedes);
  const correcting = latest(claims, ({ item }) => (item.corrects ? [item.corrects.item] : []));
  const last = content.revisions.at(-1);
  const isPast = (id: string) => superseding.has(id) || correcting.has(id);

  return {
    ...head,
    ...lists,
    sources,
    revision: { number: last?.number ?? 0, date: last?.date ?? head.dates.from },
    claims,
    everyNamed,
    refs: sources.flatMap((source) => refsOf(source, sources.length > 1)),
    source: (id) => sources.find((source) => source.id === id),
    named: (id) => named.get(id),
    nameOf: (id) => named.get(id)?.item.name ?? id,
    claim: (id) => claimById.get(id),
    topic: (id) => topics.get(id),
    issue: (id) => issues.get(id),
    saidBy: (id) => said.get(id) ?? [],
    onTopic: (id) => byTopic.get(id) ?? [],
    onParagraph: (ref) => byRef.get(keyOf(ref)) ?? [],
    present: (items) => items.filter(({ id }) => !isPast(id)),
    presentClaims: claims.filter(({ item }) => !isPast(item.id)),
    presence: (id) => presenceOf(said.get(id) ?? []),
    supersededBy: (id) => superseding.get(id),
    correctedBy: (id) => correcting.get(id),
  };
}

function refsOf({ id, shownAs, paragraphCount }: Source, named: boolean): Ref[] {
  return Array.from({ length: paragraphCount }, (_, index) => ({
    source: id,
    paragraph: index + 1,
    ...(named ? { name: shownAs } : {}),
  }));
}

/** By the id of what is replaced, what replaces it: of several, the one that stands last in the files. */
function latest(claims: readonly Claim[], replaced: (claim: Claim) => readonly string[]): Map<string, Claim> {
  return new Map(claims.flatMap((claim) => replaced(claim).map((id) => [id, claim] as const)));
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
  return Math.min(...statement.refs.map(({ paragraph }) => paragraph));
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
