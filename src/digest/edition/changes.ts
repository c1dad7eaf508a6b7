/** What a briefing says, item by item, and what changed from one revision to another. Pure. */

import type { Briefing, Claim } from '../../briefing/briefing.ts';
import type { Text } from '../../reply/reply.ts';
import { claimText, quotation } from '../../show/claims.ts';
import type { Messages } from '../../show/messages/messages.ts';

/** Words as they are now, and as they were. */
export type Change = { readonly id: string } & (
  | { readonly kind: 'added'; readonly words: Text }
  | { readonly kind: 'changed'; readonly words: Text; readonly was: string }
  | { readonly kind: 'removed'; readonly was: string }
);

/** What a revision of the briefing says, item by item, as `RevisionStore.record` keeps it. */
export function itemsOfRevision(briefing: Briefing, say: Messages): Record<string, string> {
  return Object.fromEntries([...itemsOf(briefing, say)].map(([id, words]) => [id, plain(words)]));
}

/** In the order of the briefing; what was removed comes last, in the order in which it was kept. */
export function changesSince(
  previous: Readonly<Record<string, string>>,
  briefing: Briefing,
  say: Messages,
): readonly Change[] {
  const items = itemsOf(briefing, say);
  const before = new Map(Object.entries(previous));
  const now = [...items].flatMap(([id, words]): Change[] => {
    const was = before.get(id);
    if (was === plain(words)) return [];
    return [was === undefined ? { kind: 'added', id, words } : { kind: 'changed', id, words, was }];
  });
  const removed = [...before]
    .filter(([id]) => !items.has(id))
    .map(([id, was]): Change => ({ kind: 'removed', id, was }));
  return [...now, ...removed];
}

function itemsOf(briefing: Briefing, say: Messages): ReadonlyMap<string, Text> {
  const { summary } = briefing;
  return new Map<string, Text>([
    ['summary', [summary.text, ' ', { cite: summary.refs }]],
    ...briefing.claims.map(
      (claim) => [`${claim.kind}:${claim.item.id}`, wordsOf(claim, briefing, say)] as const,
    ),
  ]);
}

function wordsOf(claim: Claim, briefing: Briefing, say: Messages): Text {
  if (claim.kind !== 'statement' || claim.item.mode === 'reported') return claimText(claim, briefing, say);
  const { words, by, cite } = quotation(claim.item, briefing, say);
  return [`“${words}” (`, ...by, ') ', { cite }];
}

/** Kept for years: so a form of its own, and not that of any renderer. */
function plain(words: Text): string {
  return words
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('bold' in span) return span.bold;
      if ('italic' in span) return span.italic;
      return 'cite' in span ? `[¶ ${span.cite.map(({ paragraph }) => paragraph).join(', ')}]` : '';
    })
    .join('');
}
