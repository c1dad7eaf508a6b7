/** Who holds what: sides beside each other, issue below issue. */
import { inSentence } from '../words/names.ts';
import type { MatrixFacts } from './facts/positions.ts';
import type { PictureMessages } from './messages.ts';
import { PAGE_MARGIN, PAGE_WIDTH, type Sheet, sheetScenes } from './page.ts';
import { paged } from './paging.ts';
import { type Mark, type Scene, textAt } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

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
  const sheets = pages.map(({ columns, silent, page }): Sheet => {
    const nameOf = (column: number) => facts.sides[column] ?? '';
    const sidesHere = columns.map(nameOf);
    const issues = page.map(({ issue }) => issue.join(' '));
    const small = [
      ...(silent.length === 0 ? [] : [say.positions.silentHere(silent.map(nameOf).map(inSentence))]),
      ...(page.some(({ cells }) => cells.some(({ length }) => length === 0)) ? [say.positions.footer] : []),
    ];
    return {
      alt: say.positions.alt(facts.title, sidesHere, issues),
      body: (top) => {
        const sides = sideMarks(sidesHere, top, theme);
        const tops = page.map((_, at) =>
          page.slice(0, at).reduce((sum, { height }) => sum + height, sides.bottom),
        );
        const rows = page.flatMap((row, at) => rowMarks(row, tops[at] ?? 0, theme, say));
        const bottom = page.reduce((sum, { height }) => sum + height, sides.bottom);
        return { marks: [...sides.marks, ...rows], bottom: bottom - BAND / 2 };
      },
      ...(small.length > 0 && { small: small.join(' ') }),
    };
  });
  return sheetScenes(facts, sheets, theme, say);
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
      textAt(text, columnX(column, sides.length), top + 26 + at * SIDE.leading, SIDE, theme.ink, theme.page),
    ),
  );
  return { marks, bottom: top + 16 + Math.max(...lines.map(({ length }) => length)) * SIDE.leading };
}

function rowMarks({ issue, cells }: Row, top: number, theme: Theme, say: PictureMessages): Mark[] {
  const band = issue.length * ISSUE.leading + 2 * BAND - 4;
  const marks: Mark[] = [{ kind: 'rect', box: { x: 0, y: top, w: PAGE_WIDTH, h: band }, fill: theme.band }];
  issue.forEach((text, at) => {
    marks.push(textAt(text, PAGE_MARGIN, top + BAND + 13 + at * ISSUE.leading, ISSUE, theme.ink, theme.band));
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
        marks.push(textAt(text, columnX(column, cells.length), y - 4, { ...CELL, face }, fill, theme.page));
      }
    });
  });
  return marks;
}
