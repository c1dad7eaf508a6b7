/** A briefing's events as a line through time. */
import type { Briefing } from '../briefing/briefing.ts';
import type { Event } from '../briefing/schema.ts';
import { unbrokenCitation } from '../reply/citation.ts';
import { datesOf, isOfTheEvent, isPresent } from './briefing.ts';
import type { Face } from './fonts.ts';
import type { PictureMessages } from './messages.ts';
import { footer, header, PAGE_MARGIN, PAGE_WIDTH } from './page.ts';
import { paged } from './paging.ts';
import type { Mark, Scene, TextMark } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

export type TimelineRow =
  | {
      readonly kind: 'event';
      /** As exact as it is known; that there is no date is said too. */
      readonly date: string;
      readonly title: string;
      readonly text: string;
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
      text: `${event.text} ${unbrokenCitation(event.refs)}`,
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

const DATE_WIDTH = 150;
const AXIS = 174;
const CARD = { x: 202, padding: 14, top: 10, gap: 6 };
const CARD_WIDTH = PAGE_WIDTH - CARD.x - PAGE_MARGIN + 2;
const TEXT_X = CARD.x + CARD.padding;
const DATE = { face: 'bold', size: 17, leading: 21 } as const;
const HEAD = { face: 'semibold', size: 17.5, leading: 22 } as const;
const BODY = { face: 'regular', size: 15, leading: 20.5 } as const;
const GAP_HEIGHT = 40;
/** Beyond this a picture is too tall for a chat, and goes on in another. */
const MOST_HEIGHT = 1_150;

type Laid = {
  readonly row: TimelineRow;
  readonly height: number;
  readonly date: string[];
  readonly head: string[];
  readonly body: string[];
};

/** As many pictures as it takes. */
export function timelineScenes(facts: TimelineFacts, theme: Theme, say: PictureMessages): Scene[] {
  const pages = paged(facts.rows.map(laid), ({ height }) => height, MOST_HEIGHT).map(withoutLooseGaps);
  return pages.map((rows, at): Scene => {
    const alt = altOf(rows, at, pages.length, facts.title, say);
    const aside = pages.length === 1 ? {} : { aside: say.part(at + 1, pages.length) };
    const head = header({ title: facts.title, lines: [facts.dates], ...aside }, theme);
    const struck = rows.some(({ row }) => row.kind === 'event' && row.struck);
    const end = rows.reduce((sum, { height }) => sum + height, head.height + 14);
    const marks = [...head.marks, ...rowMarks(rows, head.height + 14, theme)];
    if (!struck)
      return { width: PAGE_WIDTH, height: Math.ceil(end + 14), background: theme.page, alt, marks };
    const foot = footer(say.timeline.superseded, end + 8, theme);
    return {
      width: PAGE_WIDTH,
      height: foot.bottom,
      background: theme.page,
      alt,
      marks: [...marks, ...foot.marks],
    };
  });
}

function altOf(
  rows: readonly Laid[],
  at: number,
  pages: number,
  title: string,
  say: PictureMessages,
): string {
  const events = rows.flatMap(({ row }) => (row.kind === 'event' ? [`${row.date}: ${row.title}`] : []));
  const alt = say.timeline.alt(title, events);
  return pages === 1 ? alt : say.altPart(alt, at + 1, pages);
}

function withoutLooseGaps(rows: readonly Laid[]): Laid[] {
  return rows.filter(({ row }, at) => row.kind === 'event' || (at > 0 && at < rows.length - 1));
}

function laid(row: TimelineRow): Laid {
  if (row.kind === 'gap') return { row, height: GAP_HEIGHT, date: [], head: [], body: [] };
  const room = CARD_WIDTH - 2 * CARD.padding;
  const date = wrapped(row.date, DATE.face, DATE.size, DATE_WIDTH - PAGE_MARGIN + 6);
  const head = wrapped(row.title, HEAD.face, HEAD.size, room);
  const body = wrapped(row.text, BODY.face, BODY.size, room);
  const text = head.length * HEAD.leading + body.length * BODY.leading;
  const height = Math.max(text, date.length * DATE.leading) + 2 * CARD.top + CARD.gap;
  return { row, height, date, head, body };
}

function rowMarks(rows: readonly Laid[], from: number, theme: Theme): Mark[] {
  const tops = rows.map((_, at) => rows.slice(0, at).reduce((sum, { height }) => sum + height, from));
  const lines = rows.flatMap((one, at) =>
    axisMarks(one.row, rows[at + 1]?.row, tops[at] ?? 0, one.height, theme),
  );
  return [
    ...lines,
    ...rows.flatMap((one, at) =>
      one.row.kind === 'gap'
        ? gapMarks(one.row, tops[at] ?? 0, theme)
        : eventMarks(one, one.row, tops[at] ?? 0, theme),
    ),
  ];
}

/** The line down to the next row: dashed where time is folded. */
function axisMarks(
  row: TimelineRow,
  next: TimelineRow | undefined,
  top: number,
  height: number,
  theme: Theme,
): Mark[] {
  if (next === undefined) return [];
  const hot = row.kind === 'event' && next.kind === 'event' && row.accent && next.accent;
  const stroke = hot ? theme.accent : theme.line;
  const end = top + height + (next.kind === 'gap' ? 0 : DOT_AT - 9);
  if (row.kind === 'event') return [axis(top + DOT_AT + 9, end, stroke)];
  const dashes = Math.ceil((end - top) / DASH_EVERY);
  return Array.from({ length: dashes }, (_, at) => {
    const from = top + at * DASH_EVERY;
    return axis(from, Math.min(end, from + DASH), stroke);
  });
}

const DASH = 4;
const DASH_EVERY = 10;

function axis(from: number, to: number, fill: string): Mark {
  return { kind: 'rect', box: { x: AXIS - 1.5, y: from, w: 3, h: to - from }, fill };
}

const DOT_AT = 21;

function gapMarks({ length }: { readonly length: string }, top: number, theme: Theme): Mark[] {
  return [line(length, TEXT_X, top + GAP_HEIGHT / 2 + 5, 'regular', 14, theme.quiet, [theme.page])];
}

function eventMarks(
  one: Laid,
  row: Extract<TimelineRow, { kind: 'event' }>,
  top: number,
  theme: Theme,
): Mark[] {
  const { accent, struck } = row;
  const paper = accent ? theme.accentPaper : theme.page;
  const marks: Mark[] = [];
  if (accent) {
    const box = { x: CARD.x, y: top, w: CARD_WIDTH, h: one.height - CARD.gap };
    marks.push({ kind: 'rect', box, fill: theme.accentPaper, radius: 10 });
  }
  const dot = accent ? theme.accent : theme.dot;
  marks.push({
    kind: 'circle',
    x: AXIS,
    y: top + DOT_AT,
    r: 7.5,
    fill: accent ? dot : theme.page,
    stroke: dot,
    width: 3.2,
  });
  one.date.forEach((text, at) => {
    const y = top + DOT_AT + 6 + at * DATE.leading;
    const fill = accent ? theme.accent : theme.ink;
    marks.push({ ...line(text, DATE_WIDTH, y, DATE.face, DATE.size, fill, [theme.page]), anchor: 'end' });
  });
  let y = top + CARD.top - 5;
  for (const text of one.head) {
    y += HEAD.leading;
    const fill = struck ? theme.quiet : theme.ink;
    marks.push({ ...line(text, TEXT_X, y, HEAD.face, HEAD.size, fill, [paper]), struck });
  }
  for (const text of one.body) {
    y += BODY.leading;
    marks.push({ ...line(text, TEXT_X, y, BODY.face, BODY.size, theme.quiet, [paper]), struck });
  }
  return marks;
}

function line(
  text: string,
  x: number,
  y: number,
  face: Face,
  size: number,
  fill: string,
  on: readonly string[],
): TextMark {
  return { kind: 'text', x, y, text, face, size, fill, on };
}
