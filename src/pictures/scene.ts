/** What a picture is made of: marks at places in CSS pixels, worked out without drawing anything. */
import type { Face } from './fonts.ts';
import { widthOf } from './text.ts';

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** A line of text. `y` is its baseline, `on` every colour that may lie behind it. */
export type TextMark = {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly fill: string;
  readonly on: readonly string[];
  readonly anchor?: 'start' | 'middle' | 'end';
  /** A rim around the letters, so that a coast behind them does not disturb. */
  readonly halo?: string;
  /** Pixels between letters. */
  readonly tracking?: number;
  readonly struck?: boolean;
};

export type Mark =
  | TextMark
  | {
      readonly kind: 'rect';
      readonly box: Box;
      readonly fill?: string;
      readonly opacity?: number;
      readonly radius?: number;
      readonly stroke?: string;
      readonly width?: number;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: string;
      readonly stroke?: string;
      readonly width?: number;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill?: string;
      readonly stroke?: string;
      readonly width?: number;
      readonly dash?: string;
      readonly opacity?: number;
    }
  /** Marks that end at the edge of a box, on a ground of its own. */
  | {
      readonly kind: 'clip';
      readonly box: Box;
      readonly fill: string;
      readonly radius?: number;
      readonly marks: readonly Mark[];
    };

export type Scene = {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  readonly marks: readonly Mark[];
};

/** How far a line's letters reach above and below its baseline, as parts of the type size. */
export const ABOVE = 0.8;
export const BELOW = 0.24;

/** The room that a line of text takes, its rim left out. */
/** A line of text that begins at `x` on the base `y`; `on` is what may lie behind it. */
export function textAt(
  text: string,
  x: number,
  y: number,
  { face, size }: { readonly face: Face; readonly size: number },
  fill: string,
  on: string,
): TextMark {
  return { kind: 'text', x, y, text, face, size, fill, on: [on] };
}

export function boxOf({ x, y, text, face, size, anchor = 'start', tracking = 0 }: TextMark): Box {
  const w = widthOf(text, face, size, tracking);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2;
  return { x: left, y: y - ABOVE * size, w, h: (ABOVE + BELOW) * size };
}

export function shrunk({ x, y, w, h }: Box, by: number): Box {
  return { x: x + by, y: y + by, w: w - 2 * by, h: h - 2 * by };
}

export function grown(box: Box, by: number): Box {
  return shrunk(box, -by);
}

export function overlap(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

/** Every line of text of a scene, those in clips too. */
export function textsIn(marks: readonly Mark[]): TextMark[] {
  return marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark] : mark.kind === 'clip' ? textsIn(mark.marks) : [],
  );
}
