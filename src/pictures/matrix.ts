/** Who holds what: sides beside each other, issue below issue. */
import type { Briefing } from '../briefing/briefing.ts';
import type { Position } from '../briefing/schema.ts';
import { unbrokenCitation } from '../reply/citation.ts';
import { atStart, inSentence, namesAtStart } from '../words/names.ts';
import { datesOf, isPresent } from './briefing.ts';
import type { Face } from './fonts.ts';
import type { PictureMessages } from './messages.ts';
import { footer, header, PAGE_MARGIN, PAGE_WIDTH } from './page.ts';
import { paged } from './paging.ts';
import type { Mark, Scene, TextMark } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

export type MatrixFacts = {
  readonly title: string;
  readonly dates: string;
  readonly sides: readonly string[];
  /** For each issue what each side holds, in the order of the sides; nothing where it does not say. */
  readonly issues: readonly { readonly name: string; readonly cells: readonly (readonly string[])[] }[];
};

/** Undefined where nobody holds anything on anything. Who holds nothing on every issue has no column. */
export function matrixFacts(briefing: Briefing, say: PictureMessages): MatrixFacts | undefined {
  const present = briefing.positions.filter(({ id }) => isPresent(id, briefing));
  const sides = briefing.sides.filter(({ id }) => present.some(({ side }) => side === id));
  if (sides.length === 0) return undefined;
  const issues = briefing.issues.map(({ id, name }) => ({
    name,
    cells: sides.map((side) =>
      present
        .filter((one) => one.issue === id && one.side === side.id)
        .map((one) => cellOf(one, briefing, say)),
    ),
  }));
  return {
    title: `${briefing.title}: ${say.positions.title.charAt(0).toLowerCase()}${say.positions.title.slice(1)}`,
    dates: datesOf(briefing.dates, say),
    sides: sides.map(({ name }) => atStart(name)),
    issues: issues.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  };
}

/** Who says so for that side stands with it, and the paragraphs. */
function cellOf({ text, according, refs }: Position, briefing: Briefing, say: PictureMessages): string {
  const teller = according === undefined ? undefined : briefing.nameOf(according);
  if (teller === undefined || namesAtStart(text, teller)) return `${text} ${unbrokenCitation(refs)}`;
  const through = say.positions.accordingTo(inSentence(teller));
  return `${text.replace(/[.。]$/u, '')}${through}. ${unbrokenCitation(refs)}`;
}

const MOST_COLUMNS = 3;
const COLUMN_GAP = 20;
const SIDE = { face: 'bold', size: 16, leading: 20 } as const;
const ISSUE = { face: 'semibold', size: 15.5, leading: 20 } as const;
const CELL = { face: 'regular', size: 14.5, leading: 19.5 } as const;
const BETWEEN = 6;
const BAND = 8;
const MOST_HEIGHT = 1_050;

type Row = {
  readonly issue: string[];
  /** For each column what its side holds, in lines; nothing where it does not say. */
  readonly cells: readonly (readonly string[][])[];
  readonly height: number;
};

type Issue = MatrixFacts['issues'][number];

/** As many pictures as it takes: few sides in each, so that a column is wide enough to read. */
export function matrixScenes(facts: MatrixFacts, theme: Theme, say: PictureMessages): Scene[] {
  const groups = columnsOf(facts.sides.length);
  const pages = groups.flatMap((columns) => {
    const issues = facts.issues.filter((issue) => groups.length === 1 || columns.some(holdsOn(issue)));
    const height = (issue: Issue) => rowOf(issue, columns, say).height;
    return paged(issues, height, MOST_HEIGHT).map((page) => pageOf(page, columns, say));
  });
  return pages.map(({ columns, silent, page }, at): Scene => {
    const nameOf = (column: number) => facts.sides[column] ?? '';
    const sidesHere = columns.map(nameOf);
    const whole = say.positions.alt(
      facts.title,
      sidesHere,
      page.map(({ issue }) => issue.join(' ')),
    );
    const alt = pages.length === 1 ? whole : say.altPart(whole, at + 1, pages.length);
    const aside = pages.length === 1 ? {} : { aside: say.part(at + 1, pages.length) };
    const head = header({ title: facts.title, lines: [facts.dates], ...aside }, theme);
    const sides = sideMarks(sidesHere, head.height, theme);
    const marks: Mark[] = [...head.marks, ...sides.marks];
    let top = sides.bottom;
    for (const row of page) {
      marks.push(...rowMarks(row, top, theme, say));
      top += row.height;
    }
    const small = [
      ...(silent.length === 0 ? [] : [say.positions.silentHere(silent.map(nameOf).map(inSentence))]),
      ...(page.some(({ cells }) => cells.some(({ length }) => length === 0)) ? [say.positions.footer] : []),
    ];
    const foot =
      small.length === 0
        ? { marks: [], bottom: Math.ceil(top + 8) }
        : footer(small.join(' '), top + 4, theme);
    return {
      width: PAGE_WIDTH,
      height: foot.bottom,
      background: theme.page,
      alt,
      marks: [...marks, ...foot.marks],
    };
  });
}

/** A side that says nothing on any issue of a page has no column there, and is told of below. */
function pageOf(issues: readonly Issue[], columns: readonly number[], say: PictureMessages) {
  const speaking = columns.filter((column) => issues.some((issue) => holdsOn(issue)(column)));
  return {
    columns: speaking,
    silent: columns.filter((column) => !speaking.includes(column)),
    page: issues.map((issue) => rowOf(issue, speaking, say)),
  };
}

function holdsOn({ cells }: Issue): (column: number) => boolean {
  return (column) => (cells[column] ?? []).length > 0;
}

/** Even groups: four sides are two and two. */
function columnsOf(sides: number): number[][] {
  const groups = Math.ceil(sides / MOST_COLUMNS);
  const each = Math.ceil(sides / groups);
  return Array.from({ length: groups }, (_, group) =>
    Array.from({ length: Math.min(each, sides - group * each) }, (_, at) => group * each + at),
  ).filter((group) => group.length > 0);
}

function columnWidth(columns: number): number {
  return (PAGE_WIDTH - 2 * PAGE_MARGIN - (columns - 1) * COLUMN_GAP) / columns;
}

function columnX(column: number, columns: number): number {
  return PAGE_MARGIN + column * (columnWidth(columns) + COLUMN_GAP);
}

function rowOf({ name, cells }: Issue, columns: readonly number[], say: PictureMessages): Row {
  const width = columnWidth(columns.length);
  const issue = wrapped(name, ISSUE.face, ISSUE.size, PAGE_WIDTH - 2 * PAGE_MARGIN);
  const lines = columns.map((column) =>
    (cells[column] ?? []).map((text) => wrapped(text, CELL.face, CELL.size, width)),
  );
  const silent = [wrapped(say.positions.silent, 'italic', CELL.size, width)];
  const tallest = Math.max(...lines.map((cell) => heightOf(cell.length === 0 ? silent : cell)));
  return { issue, cells: lines, height: issue.length * ISSUE.leading + 2 * BAND + tallest + 2 * BAND };
}

function heightOf(texts: readonly (readonly string[])[]): number {
  return texts.flat().length * CELL.leading + (texts.length - 1) * BETWEEN;
}

function sideMarks(sides: readonly string[], top: number, theme: Theme) {
  const lines = sides.map((side) => wrapped(side, SIDE.face, SIDE.size, columnWidth(sides.length)));
  const marks = lines.flatMap((texts, column) =>
    texts.map((text, at) =>
      line(
        text,
        columnX(column, sides.length),
        top + 26 + at * SIDE.leading,
        SIDE.face,
        SIDE.size,
        theme.ink,
        theme.page,
      ),
    ),
  );
  return { marks, bottom: top + 16 + Math.max(...lines.map(({ length }) => length)) * SIDE.leading };
}

function rowMarks({ issue, cells }: Row, top: number, theme: Theme, say: PictureMessages): Mark[] {
  const band = issue.length * ISSUE.leading + 2 * BAND - 4;
  const marks: Mark[] = [{ kind: 'rect', box: { x: 0, y: top, w: PAGE_WIDTH, h: band }, fill: theme.band }];
  issue.forEach((text, at) => {
    marks.push(
      line(
        text,
        PAGE_MARGIN,
        top + BAND + 13 + at * ISSUE.leading,
        ISSUE.face,
        ISSUE.size,
        theme.ink,
        theme.band,
      ),
    );
  });
  cells.forEach((texts, column) => {
    let y = top + band + BAND;
    const silent = texts.length === 0;
    (silent
      ? [wrapped(say.positions.silent, 'italic', CELL.size, columnWidth(cells.length))]
      : texts
    ).forEach((lines, at) => {
      if (at > 0) y += BETWEEN;
      for (const text of lines) {
        y += CELL.leading;
        const [face, fill] = silent ? (['italic', theme.quiet] as const) : ([CELL.face, theme.ink] as const);
        marks.push(line(text, columnX(column, cells.length), y - 4, face, CELL.size, fill, theme.page));
      }
    });
  });
  return marks;
}

function line(
  text: string,
  x: number,
  y: number,
  face: Face,
  size: number,
  fill: string,
  on: string,
): TextMark {
  return { kind: 'text', x, y, text, face, size, fill, on: [on] };
}
