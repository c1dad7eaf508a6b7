/** Places that lie beyond the map: an arrow at its edge that points there, with the distance. */
import { geoInterpolate } from 'd3-geo';
import type { Face } from '../fonts.ts';
import type { PictureMessages } from '../messages.ts';
import { ABOVE, BELOW, type Box, type Mark } from '../scene.ts';
import { widthOf, wrapped } from '../text.ts';
import type { Theme } from '../theme.ts';
import type { Spot, Wanted } from './labels.ts';
import { kmBetween } from './land.ts';
import type { Sited } from './sited.ts';
import { toPixels, type View } from './view.ts';

export type Pointer = Wanted & {
  readonly place: Sited;
  readonly lines: readonly { readonly text: string; readonly face: Face }[];
  /** On the screen, 1 long. */
  readonly direction: readonly [number, number];
};

const SIZE = 13.5;
const LEADING = 1.2;
const WRAPS = 190;
const ARROW = 16;
/** More than this at the edges would crowd the map; the others are told below it. */
const MOST_POINTERS = 4;
const ALONG = [0, 25, 50, 75, 105, 140, 180, 225, 275, 330];

export function pointers(
  beyond: readonly Sited[],
  from: Sited | undefined,
  view: View,
  frame: Box,
  say: PictureMessages,
): Pointer[] {
  const dated = beyond.toSorted((a, b) => Number(a.dates === undefined) - Number(b.dates === undefined));
  return dated.slice(0, MOST_POINTERS).map((place) => {
    const lines = linesOf(place, from, say);
    const w = ARROW + Math.max(...lines.map(({ text, face }) => widthOf(text, face, SIZE)));
    const h = (lines.length - 1) * SIZE * LEADING + SIZE * (ABOVE + BELOW);
    const direction = towards(place, view);
    return {
      id: `to ${place.id}`,
      place,
      lines,
      direction,
      w,
      h,
      weight: 0.5,
      spots: spotsAtEdge(direction, { w, h }, frame),
    };
  });
}

/** 'Moscow, 7,480 km from Tokyo', from the event's place where it has one. */
export function awayText(place: Sited, from: Sited | undefined, say: PictureMessages): string {
  const distance = distanceText(place, from, say);
  return [place.names.join(' / '), ...distance].join(', ');
}

function distanceText(place: Sited, from: Sited | undefined, say: PictureMessages): string[] {
  if (from === undefined || from.id === place.id) return [];
  const km = kmBetween(place.at, from.at);
  const step = km > 1_000 ? 10 : km > 100 ? 5 : 1;
  return [say.map.away(Math.round(km / step) * step, from.names.join(' / '))];
}

function linesOf(place: Sited, from: Sited | undefined, say: PictureMessages) {
  const lines = (text: string, face: Face) =>
    wrapped(text, face, SIZE, WRAPS).map((line) => ({ text: line, face }));
  return [
    ...lines(place.names.join(' / '), 'semibold'),
    ...distanceText(place, from, say).flatMap((text) => lines(text, 'regular')),
  ];
}

export function pointerMarks({ lines, direction }: Pointer, spot: Spot, halo: string, theme: Theme): Mark[] {
  const [x, y] = [spot.x + 6, spot.y + spot.h / 2];
  const [dx, dy] = direction;
  const at = (along: number, across: number) =>
    `${round(x + dx * along - dy * across)} ${round(y + dy * along + dx * across)}`;
  const arrow: Mark = {
    kind: 'path',
    d: `M${at(8, 0)}L${at(-5.5, 5)}L${at(-2.5, 0)}L${at(-5.5, -5)}Z`,
    fill: theme.quiet,
  };
  const texts = lines.map(({ text, face }, row): Mark => {
    const base = spot.y + ABOVE * SIZE + row * SIZE * LEADING;
    return {
      kind: 'text',
      x: spot.x + ARROW,
      y: base,
      text,
      face,
      size: SIZE,
      fill: theme.quiet,
      on: [theme.land, theme.sea],
      halo,
    };
  });
  return [arrow, ...texts];
}

/** The way that leads there on the globe, as it begins on the map. */
function towards({ at }: Sited, view: View): readonly [number, number] {
  const near = geoInterpolate([...view.center], [...at])(0.02) as [number, number];
  const [[x, y], [u, v]] = [toPixels(view, view.center), toPixels(view, near)];
  const length = Math.hypot(u - x, v - y) || 1;
  return [(u - x) / length, (v - y) / length];
}

/** Spots along the edge to which the arrow points, the nearest to its way first; then along the others. */
function spotsAtEdge([dx, dy]: readonly [number, number], { w, h }: { w: number; h: number }, frame: Box) {
  const [cx, cy] = [frame.x + frame.w / 2, frame.y + frame.h / 2];
  const [halfW, halfH] = [(frame.w - w) / 2, (frame.h - h) / 2];
  const reach = Math.min(halfW / Math.max(1e-6, Math.abs(dx)), halfH / Math.max(1e-6, Math.abs(dy)));
  const [x, y] = [cx + dx * reach - w / 2, cy + dy * reach - h / 2];
  const sideways = halfW * Math.abs(dy) > halfH * Math.abs(dx);
  return ALONG.flatMap((by) =>
    [1, -1].map((sign) => {
      const [left, top] = sideways ? [x + sign * by, y] : [x, y + sign * by];
      const kept = {
        x: Math.max(frame.x, Math.min(frame.x + frame.w - w, left)),
        y: Math.max(frame.y, Math.min(frame.y + frame.h - h, top)),
      };
      return { ...kept, w, h, align: 'start' as const, cost: by * 0.03 };
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
