/** A briefing's events as a line through time. */
import type { TimelineFacts, TimelineRow } from './facts/timeline.ts';
import type { PictureMessages } from './messages.ts';
import { PAGE_MARGIN, PAGE_WIDTH, type Sheet, sheetScenes } from './page.ts';
import { paged } from './paging.ts';
import { type Mark, type Scene, textAt } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

const DATE_WIDTH = 150;
const AXIS = 174;
const CARD = { x: 202, padding: 14, gap: 6 };
/** Around an event that is told in full, and around one of many. */
const ROOMY = 10;
const CLOSE = 4;
const CARD_WIDTH = PAGE_WIDTH - CARD.x - PAGE_MARGIN + 2;
const TEXT_X = CARD.x + CARD.padding;
const DATE = { face: 'bold', size: 17, leading: 21 } as const;
const HEAD = { face: 'semibold', size: 17.5, leading: 22 } as const;
const BODY = { face: 'regular', size: 15, leading: 20.5 } as const;
const GAP_HEIGHT = 40;
const GAP = { face: 'regular', size: 14 } as const;
/** Beyond this a picture is too tall for a chat, and goes on in another. */
const MOST_HEIGHT = 1_150;

type Laid = {
  readonly row: TimelineRow;
  readonly height: number;
  /** Above its words and below them. */
  readonly air: number;
  readonly date: string[];
  readonly head: string[];
  readonly body: string[];
};

/** Nobody looks through more in a chat: beyond this only the titles are told, whose words stand in the list beside it. */
const MOST_IN_FULL = 4;

/** As many pictures as it takes. */
export function timelineScenes(facts: TimelineFacts, theme: Theme, say: PictureMessages): Scene[] {
  const pagesOf = (lay: (row: TimelineRow) => Laid) =>
    paged(facts.rows.map(lay), ({ height }) => height, MOST_HEIGHT).map(withoutLooseGaps);
  const full = pagesOf(laid);
  const inFull = full.length <= MOST_IN_FULL;
  const sheets = (inFull ? full : pagesOf(laidBriefly)).map((rows): Sheet => {
    const events = rows.flatMap(({ row }) => (row.kind === 'event' ? [row] : []));
    const small = [
      ...(inFull ? [] : [say.timeline.titlesOnly]),
      ...(events.some(({ struck }) => struck) ? [say.timeline.superseded] : []),
    ];
    const told = events.map(({ date, title }) => `${date}: ${title}`);
    return {
      alt: say.timeline.alt(facts.title, told),
      body: (top) => ({
        marks: rowMarks(rows, top + AIR, theme),
        bottom: rows.reduce((sum, { height }) => sum + height, top + AIR),
      }),
      ...(small.length > 0 && { small: small.join(' ') }),
    };
  });
  return sheetScenes(facts, sheets, theme, say);
}

/** Above the first event. */
const AIR = 14;

function withoutLooseGaps(rows: readonly Laid[]): Laid[] {
  return rows.filter(({ row }, at) => row.kind === 'event' || (at > 0 && at < rows.length - 1));
}

function laid(row: TimelineRow): Laid {
  if (row.kind === 'gap') return laidGap(row);
  if (row.text === '') return laidEvent(row, `${row.title} ${row.cites}`, '', ROOMY);
  return laidEvent(row, row.title, `${row.text} ${row.cites}`, ROOMY);
}

function laidBriefly(row: TimelineRow): Laid {
  if (row.kind === 'gap') return laidGap(row);
  return laidEvent(row, `${row.title} ${row.cites}`, '', CLOSE);
}

function laidGap(row: TimelineRow): Laid {
  return { row, height: GAP_HEIGHT, air: 0, date: [], head: [], body: [] };
}

function laidEvent(row: TimelineRow & { kind: 'event' }, title: string, text: string, air: number): Laid {
  const room = CARD_WIDTH - 2 * CARD.padding;
  const date = wrapped(row.date, DATE.face, DATE.size, DATE_WIDTH - PAGE_MARGIN + 6);
  const head = wrapped(title, HEAD.face, HEAD.size, room);
  const body = wrapped(text, BODY.face, BODY.size, room);
  const tall = head.length * HEAD.leading + body.length * BODY.leading;
  const height = Math.max(tall, date.length * DATE.leading) + 2 * air + CARD.gap;
  return { row, height, air, date, head, body };
}

function rowMarks(rows: readonly Laid[], from: number, theme: Theme): Mark[] {
  const tops = rows.map((_, at) => rows.slice(0, at).reduce((sum, { height }) => sum + height, from));
  const lines = rows.flatMap((one, at) => axisMarks(one, rows[at + 1], tops[at] ?? 0, theme));
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
function axisMarks(one: Laid, next: Laid | undefined, top: number, theme: Theme): Mark[] {
  if (next === undefined) return [];
  const [above, below] = [one.row, next.row];
  const hot = above.kind === 'event' && below.kind === 'event' && above.accent && below.accent;
  const stroke = hot ? theme.accent : theme.line;
  const end = top + one.height + (below.kind === 'gap' ? 0 : dotIn(next) - 9);
  if (above.kind === 'event') return [axis(top + dotIn(one) + 9, end, stroke)];
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

/** How far below its top an event's dot lies: beside its first line. */
function dotIn({ air }: Laid): number {
  return air + 11;
}

function gapMarks({ length }: { readonly length: string }, top: number, theme: Theme): Mark[] {
  return [textAt(length, TEXT_X, top + GAP_HEIGHT / 2 + 5, GAP, theme.quiet, theme.page)];
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
    y: top + dotIn(one),
    r: 7.5,
    fill: accent ? dot : theme.page,
    stroke: dot,
    width: 3.2,
  });
  one.date.forEach((text, at) => {
    const y = top + dotIn(one) + 6 + at * DATE.leading;
    const fill = accent ? theme.accent : theme.ink;
    marks.push({ ...textAt(text, DATE_WIDTH, y, DATE, fill, theme.page), anchor: 'end' });
  });
  let y = top + one.air - 5;
  for (const text of one.head) {
    y += HEAD.leading;
    const fill = struck ? theme.quiet : theme.ink;
    marks.push({ ...textAt(text, TEXT_X, y, HEAD, fill, paper), struck });
  }
  for (const text of one.body) {
    y += BODY.leading;
    marks.push({ ...textAt(text, TEXT_X, y, BODY, theme.quiet, paper), struck });
  }
  return marks;
}
