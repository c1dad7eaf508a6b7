/** What of a briefing other programs get: what stands as the present and has words. */
import type { Briefing, Claim } from '../briefing.ts';
import type { Ref } from '../refs.ts';

/** Claims in the order of the files; what is superseded, corrected or not worded yet is left out. */
export function toldIn({ presentClaims }: Briefing): readonly Claim[] {
  return presentClaims.filter(({ item }) => item.text !== '');
}

/** 'VOA ¶ 16', or '¶ 16' where there is one source. */
export function citationOf({ name, paragraph }: Ref): string {
  return name === undefined ? `¶ ${paragraph}` : `${name} ¶ ${paragraph}`;
}

/** Whose words they are, by name; nobody's where a claim is the reporter's. */
export function speakersOf({ kind, item }: Claim, briefing: Briefing): string[] {
  if (kind === 'statement') return item.speakers.map(briefing.nameOf);
  return kind === 'position' ? [briefing.nameOf(item.side)] : [];
}

/** The day on which an item was released first, YYYY-MM-DD. */
export function releasedOn(id: string, { revisions, dates }: Briefing): string {
  return revisions.find(({ added }) => added.includes(id))?.date ?? revisions[0]?.date ?? dates.from;
}

/** The day on which it was changed last. */
export function changedOn(id: string, briefing: Briefing): string {
  return briefing.revisions.findLast(({ changed }) => changed.includes(id))?.date ?? releasedOn(id, briefing);
}
