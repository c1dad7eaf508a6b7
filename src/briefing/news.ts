/** What came, changed, was replaced or was put right since a release, by the revisions that the releases wrote. */
import type { Briefing } from './briefing.ts';

export type News = {
  readonly kind: 'corrected' | 'superseded' | 'added' | 'changed';
  /** The item that changed, or `summary`. */
  readonly id: string;
  /** The newest release that says so. */
  readonly revision: number;
};

export type NewsSince = {
  readonly news: readonly News[] /** How many items were taken out. */;
  readonly removed: number;
};

const KINDS = ['corrected', 'superseded', 'added', 'changed'] as const;

/** Pure. After revision `had`; the newest first, each item once, as the weightiest of what happened to it. */
export function newsSince(briefing: Briefing, had: number): NewsSince {
  const since = briefing.revisions.filter(({ number }) => number > had).toReversed();
  const told = new Set<string>();
  const news = since.flatMap((revision) =>
    KINDS.flatMap((kind) =>
      revision[kind].flatMap((id): News[] => {
        const here = id === 'summary' || briefing.claim(id) !== undefined || briefing.named(id) !== undefined;
        if (!here || told.has(id)) return [];
        told.add(id);
        return [{ kind, id, revision: revision.number }];
      }),
    ),
  );
  return { news, removed: since.reduce((sum, { removed }) => sum + removed.length, 0) };
}

/** The last revision before a day, 'YYYY-MM-DD': what a reader had seen then. */
export function revisionBefore(briefing: Briefing, day: string): number {
  return briefing.revisions.findLast(({ date }) => date < day)?.number ?? 0;
}
