/** What a briefing's files say, understood one by one; how they hang together is not yet known. */
import type * as schema from './schema.ts';

export type Content = {
  readonly head: schema.Head;
  readonly sources: readonly schema.Source[];
  readonly sides: readonly schema.Side[];
  readonly people: readonly schema.Person[];
  readonly organisations: readonly schema.Organisation[];
  readonly places: readonly schema.Place[];
  readonly statements: readonly schema.Statement[];
  readonly events: readonly schema.Event[];
  readonly deals: readonly schema.Deal[];
  readonly figures: readonly schema.Figure[];
  readonly issues: readonly schema.Issue[];
  readonly positions: readonly schema.Position[];
  readonly background: readonly schema.Background[];
  readonly keyPoints: readonly schema.KeyPoint[];
  readonly topics: readonly schema.Topic[];
  readonly notes: readonly schema.Note[];
  readonly skipped: readonly schema.Skipped[];
  /** What each release changed, the first first. */
  readonly revisions: readonly schema.Revision[];
};

/** Which file holds what. */
export const FILE_OF: { readonly [Key in keyof Content]: keyof typeof schema.FILES } = {
  head: 'briefing.yaml',
  sources: 'sources.yaml',
  sides: 'sides.yaml',
  people: 'people.yaml',
  organisations: 'organisations.yaml',
  places: 'places.yaml',
  statements: 'statements.yaml',
  events: 'events.yaml',
  deals: 'deals.yaml',
  figures: 'figures.yaml',
  issues: 'issues.yaml',
  positions: 'positions.yaml',
  background: 'background.yaml',
  keyPoints: 'key-points.yaml',
  topics: 'topics.yaml',
  notes: 'notes.yaml',
  skipped: 'skipped.yaml',
  revisions: 'revisions.yaml',
};
