/** What all pictures ask of a briefing. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Event } from '../../briefing/schema.ts';
import type { PictureMessages } from '../messages.ts';

/** What was superseded or put right is no longer so. */
export function isPresent(id: string, briefing: Briefing): boolean {
  return briefing.supersededBy(id) === undefined && briefing.correctedBy(id) === undefined;
}

/** A part of what the briefing is about, or on one of its days. */
export function isOfTheEvent({ main, when }: Event, { dates }: Briefing): boolean {
  if (main || when === undefined || when.on.length < 10 || dates.to === undefined) return main;
  return when.on >= dates.from && when.on <= dates.to;
}

/** The briefing's days, or since when it goes on. */
export function datesOf({ from, to }: Briefing['dates'], say: PictureMessages): string {
  return to === undefined ? say.since(from) : say.when({ on: from, until: to });
}
