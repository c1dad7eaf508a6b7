/** What every picture has: a title above, small print below, and a width of its own; and rows in as many as it takes. */
import type { PictureMessages } from './messages.ts';
import type { Mark, Scene, TextMark } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

/** In CSS pixels; drawn at twice that. */
export const PAGE_WIDTH = 720;
export const PAGE_MARGIN = 22;

const TITLE = { size: 25, leading: 31 };
const LINE = { size: 15, leading: 20 };
const FOOT = { size: 12.5, leading: 17 };
const LEAST_TITLE = 19;

/** A title with its lines, and the rule under them. `aside` stands at the right: the part of a picture in several. */
export function header(
  {
    title,
    lines,
    aside,
  }: { readonly title: string; readonly lines: readonly string[]; readonly aside?: string },
  theme: Theme,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const room = PAGE_WIDTH - 2 * PAGE_MARGIN - (aside === undefined ? 0 : 70);
  const size = wrapped(title, 'bold', TITLE.size, room).length > 2 ? LEAST_TITLE : TITLE.size;
  const leading = (TITLE.leading * size) / TITLE.size;
  const marks: Mark[] = [];
  let y = 10;
  for (const text of wrapped(title, 'bold', size, room)) {
    y += leading;
    marks.push(line(text, 'bold', size, theme.ink, y - 6));
  }
  if (aside !== undefined) {
    const x = PAGE_WIDTH - PAGE_MARGIN;
    marks.push({ ...line(aside, 'semibold', LINE.size, theme.quiet, 10 + leading - 6), x, anchor: 'end' });
  }
  for (const text of lines.flatMap((one) =>
    wrapped(one, 'regular', LINE.size, PAGE_WIDTH - 2 * PAGE_MARGIN),
  )) {
    y += LINE.leading;
    marks.push(line(text, 'regular', LINE.size, theme.quiet, y - 3));
  }
  const height = Math.round(y + 10);
  marks.push(rule(height - 1, theme));
  return { marks, height };

  function line(text: string, face: TextMark['face'], type: number, fill: string, at: number): TextMark {
    return { kind: 'text', x: PAGE_MARGIN, y: at, text, face, size: type, fill, on: [theme.page] };
  }
}

/** Small print under a rule. */
export function footer(
  text: string,
  top: number,
  theme: Theme,
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const lines = wrapped(text, 'regular', FOOT.size, PAGE_WIDTH - 2 * PAGE_MARGIN);
  const marks: Mark[] = [rule(top, theme)];
  lines.forEach((one, at) => {
    const y = top + 19 + at * FOOT.leading;
    marks.push({
      kind: 'text',
      x: PAGE_MARGIN,
      y,
      text: one,
      face: 'regular',
      size: FOOT.size,
      fill: theme.quiet,
      on: [theme.page],
    });
  });
  return { marks, bottom: Math.ceil(top + 12 + lines.length * FOOT.leading + 4) };
}

function rule(y: number, theme: Theme): Mark {
  return { kind: 'rect', box: { x: 0, y, w: PAGE_WIDTH, h: 1 }, fill: theme.rule };
}

/** One of the pictures that rows are told in. */
export type Sheet = {
  readonly alt: string;
  /** What stands between title and small print, from `top` down. */
  readonly body: (top: number) => { readonly marks: readonly Mark[]; readonly bottom: number };
  /** Small print, if only this picture needs it. */
  readonly small?: string;
};

/** Under the same title each; where there are several, each says which of them it is. */
export function sheetScenes(
  { title, dates }: { readonly title: string; readonly dates: string },
  sheets: readonly Sheet[],
  theme: Theme,
  say: PictureMessages,
): Scene[] {
  const { length } = sheets;
  return sheets.map(({ alt, body, small }, at): Scene => {
    const aside = length === 1 ? {} : { aside: say.part(at + 1, length) };
    const head = header({ title, lines: [dates], ...aside }, theme);
    const { marks, bottom } = body(head.height);
    const foot =
      small === undefined ? { marks: [], bottom: bottom + AIR } : footer(small, bottom + AIR / 2, theme);
    return {
      width: PAGE_WIDTH,
      height: Math.ceil(foot.bottom),
      background: theme.page,
      alt: length === 1 ? alt : say.altPart(alt, at + 1, length),
      marks: [...head.marks, ...marks, ...foot.marks],
    };
  });
}

/** Below the last row. */
const AIR = 14;
