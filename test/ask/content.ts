/** What a briefing is made of, so that another can be made of it. */
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Content } from '../../src/briefing/content.ts';

export function contentOf(briefing: Briefing): Content {
  const {
    sources,
    revisions,
    sides,
    people,
    organisations,
    places,
    statements,
    events,
    deals,
    figures,
    issues,
    positions,
    background,
    keyPoints,
    topics,
    notes,
    skipped,
    ...head
  } = briefing;
  return {
    head,
    sources,
    revisions,
    sides,
    people,
    organisations,
    places,
    statements,
    events,
    deals,
    figures,
    issues,
    positions,
    background,
    keyPoints,
    topics,
    notes,
    skipped,
  };
}
