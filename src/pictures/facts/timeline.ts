/** A briefing's events in the order of time. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Event } from '../../briefing/schema.ts';
import { unbrokenCitation } from '../../reply/citation.ts';
import type { PictureMessages } from '../messages.ts';
import { datesOf, isOfTheEvent, isPresent } from './briefing.ts';

export type TimelineRow =
  | {
      readonly kind: 'event';
      /** As exact as it is known; that there is no date is said too. */
      readonly date: string;
      readonly title: string;
      readonly text: string;
      /** The paragraphs that it rests on. */
      readonly cites: string;
      /** One of the event's own days. */
      readonly accent: boolean;
      readonly struck: boolean;
    }
  /** Time in which nothing is told of. */
  | { readonly kind: 'gap'; readonly length: string };

export type TimelineFacts = {
  readonly title: string;
  readonly dates: string;
  readonly rows: readonly TimelineRow[];
};

/** Undefined where there is no event. */
export function timelineFacts(briefing: Briefing, say: PictureMessages): TimelineFacts | undefined {
  if (briefing.events.length === 0) return undefined;
  const dated = briefing.events
    .filter(({ when }) => when !== undefined)
    .toSorted((a, b) => compare(a.when?.on ?? '', b.when?.on ?? '') || Number(b.main) - Number(a.main));
  const undated = briefing.events.filter(({ when }) => when === undefined);
  const spanDays = daysBetween(dated[0], dated.at(-1));
  const rows = [...dated, ...undated].flatMap((event, at, all): TimelineRow[] => {
    const length = at === 0 ? undefined : gapBefore(event, all[at - 1], spanDays, say);
    const row: TimelineRow = {
      kind: 'event',
      date: event.when === undefined ? say.timeline.undated : say.when(event.when),
      title: event.title,
      text: event.text,
      cites: unbrokenCitation(event.refs),
      accent: isOfTheEvent(event, briefing),
      struck: !isPresent(event.id, briefing),
    };
    return length === undefined ? [row] : [{ kind: 'gap', length }, row];
  });
  return { title: briefing.title, dates: datesOf(briefing.dates, say), rows };
}

const DAY_MS = 86_400_000;
/** A gap is folded from this part of all the time that is told of, and never for less than so many days. */
const FOLDED_FROM = 0.12;
const FOLDED_FROM_DAYS = 45;
const YEAR_DAYS = 365.25;

function gapBefore(
  event: Event,
  before: Event | undefined,
  span: number,
  say: PictureMessages,
): string | undefined {
  if (event.when === undefined || before?.when === undefined) return undefined;
  const [from, to] = [before.when.until ?? before.when.on, event.when.on];
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  if (days < FOLDED_FROM_DAYS || days < span * FOLDED_FROM) return undefined;
  // Of a year whose months are not known only years can be counted.
  if (from.length === 4 || to.length === 4) {
    const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
    return years > 1 ? say.timeline.years(years) : undefined;
  }
  if (days >= 2 * YEAR_DAYS) return say.timeline.years(Math.round(days / YEAR_DAYS));
  return say.timeline.months(Math.max(1, Math.round(days / (YEAR_DAYS / 12))));
}

function daysBetween(first: Event | undefined, last: Event | undefined): number {
  if (first?.when === undefined || last?.when === undefined) return 0;
  return (Date.parse(last.when.until ?? last.when.on) - Date.parse(first.when.on)) / DAY_MS;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
