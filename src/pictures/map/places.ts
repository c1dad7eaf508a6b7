/** The briefing's places on a view: their points, their labels, and a number for those whose label finds no room. */

import type { Face } from '../fonts.ts';
import { ABOVE, BELOW, type Box, grown, type Mark, type TextMark } from '../scene.ts';
import { widthOf, wrapped } from '../text.ts';
import type { Theme } from '../theme.ts';
import { type Ground, groundOf } from './ground.ts';
import {
  dotBox,
  type Group,
  grouped,
  isArea,
  NUMBER_RADIUS,
  type Point,
  radiusOf,
  weightOf,
  withNumbers,
} from './groups.ts';
import { placed, type Spot, spotsAround, spotsOn, type Wanted } from './labels.ts';
import type { Shape } from './land.ts';
import type { Sited } from './sited.ts';
import type { View } from './view.ts';

export type Labelled = {
  readonly marks: readonly Mark[];
  /** What is taken on the view now. */
  readonly taken: readonly Box[];
  /** Names to list below the map, by number. */
  readonly key: readonly { readonly number: number; readonly places: readonly Sited[] }[];
  /** Of what was wanted besides too, as far as it found room. */
  readonly spots: ReadonlyMap<string, Spot>;
};

export type LabelParts = {
  readonly view: View;
  readonly frame: Box;
  readonly places: readonly Sited[];
  readonly ground: Ground;
  readonly accented: readonly Shape[];
  readonly taken: readonly Box[];
  /** Labels of other things that compete for the same room. */
  readonly besides: readonly Wanted[];
  readonly firstNumber: number;
  readonly theme: Theme;
};

const NAME = { face: 'semibold', size: 15.5 } as const;
const DATE = { face: 'regular', size: 13.5 } as const;
const LEADING = 1.19;
const WRAPS = 176;
/** Places under one point beyond which only a number helps. */
const MOST_STACKED = 4;

export function labelled(parts: LabelParts): Labelled {
  let groups = grouped(parts.places, parts.view);
  const numbered = new Set(groups.filter(({ places }) => places.length > MOST_STACKED).map(({ id }) => id));
  for (;;) {
    groups = withNumbers(groups, numbered, parts.firstNumber);
    const result = attempt(parts, groups);
    const failed = groups.filter(({ id, number }) => number === undefined && !result.spots.has(id));
    if (failed.length === 0) return result;
    for (const { id } of failed) numbered.add(id);
  }
}

function attempt(parts: LabelParts, groups: readonly Group[]): Labelled {
  const { view, frame, ground, accented, theme, besides } = parts;
  const islands = new Map(groups.map((group) => [group.id, islandsOf(group, accented)]));
  const reds = groundOf(accented, view.box);
  const dots = groups.filter((group) => hasDot(group, islands));
  const taken = [...parts.taken, ...dots.map(dotBox)];
  const price = (box: Box) => {
    const land = ground.landUnder(box);
    return Math.min(land, 1 - land) * 2 + (reds.landUnder(grown(box, 3)) > 0 ? 30 : 0);
  };
  const wanted = groups
    .filter(({ number }) => number === undefined)
    .map((group): Wanted => {
      const size = sizeOf(linesOf(group, theme));
      const own = islands.get(group.id) ?? [];
      const spots = isArea(group)
        ? spotsOn(group.at, size, price)
        : own.length > 0
          ? [...spotsBeside(own, group.at, size, price), ...spotsAround(group.at, 3, size, price)]
          : spotsAround(group.at, radiusOf(group), size, price);
      return { id: group.id, ...size, weight: weightOf(group), spots };
    });
  const spots = placed([...wanted, ...besides], { frame, taken });
  const labels = groups.flatMap((group) => labelOf(group, spots.get(group.id), ground, theme));
  const used = [...spots.values()].flatMap((spot) => [
    spot,
    ...(spot.leader === undefined ? [] : lineBoxes(spot.leader)),
  ]);
  return {
    marks: [
      ...labels.filter(({ kind }) => kind === 'path'),
      ...dots.flatMap((group) => dotOf(group, theme)),
      ...labels.filter(({ kind }) => kind !== 'path'),
    ],
    taken: [...taken, ...used],
    key: groups.flatMap(({ number, places }) => (number === undefined ? [] : [{ number, places }])),
    spots,
  };
}

type Line = { readonly text: string; readonly face: Face; readonly size: number; readonly fill: string };

function linesOf({ places }: Group, theme: Theme): Line[] {
  if (places.length > 1) {
    const look = { ...NAME, size: DATE.size, fill: theme.ink };
    return places.flatMap(({ names, dates }) => [
      ...wrapped(names.join(' / '), look.face, look.size, WRAPS).map((text) => ({ text, ...look })),
      ...(dates === undefined ? [] : [{ text: dates, ...DATE, fill: theme.quiet }]),
    ]);
  }
  return places.flatMap(({ names, dates, area }) => [
    ...names.flatMap((name) =>
      wrapped(name, NAME.face, NAME.size, WRAPS).map((text) => ({
        text,
        ...NAME,
        ...(area === 'water' ? { face: 'italic' as const, fill: theme.seaInk } : { fill: theme.ink }),
      })),
    ),
    ...(dates === undefined ? [] : [{ text: dates, ...DATE, fill: theme.quiet }]),
  ]);
}

function sizeOf(lines: readonly Line[]): { w: number; h: number } {
  const w = Math.max(...lines.map(({ text, face, size }) => widthOf(text, face, size)));
  const last = lines.at(-1)?.size ?? 0;
  const h = lines.slice(0, -1).reduce((sum, { size }) => sum + size * LEADING, 0) + last * (ABOVE + BELOW);
  return { w, h };
}

function labelOf(group: Group, spot: Spot | undefined, ground: Ground, theme: Theme): Mark[] {
  if (spot === undefined) return [];
  const halo = ground.landUnder(spot) > 0.5 ? theme.land : theme.sea;
  const anchor = spot.align;
  const x = anchor === 'start' ? spot.x : anchor === 'end' ? spot.x + spot.w : spot.x + spot.w / 2;
  let y = spot.y;
  const marks: Mark[] = linesOf(group, theme).map(({ text, face, size, fill }): TextMark => {
    const base = y + ABOVE * size;
    y += size * LEADING;
    return { kind: 'text', x, y: base, text, face, size, fill, on: [theme.land, theme.sea], anchor, halo };
  });
  const { leader } = spot;
  if (leader === undefined) return marks;
  const [x1, y1, x2, y2] = leader;
  return [
    { kind: 'path', d: `M${r(x1)} ${r(y1)}L${r(x2)} ${r(y2)}`, stroke: theme.quiet, width: 1.1 },
    ...marks,
  ];
}

function dotOf(group: Group, theme: Theme): Mark[] {
  const [x, y] = group.at;
  const fill = group.places.some(({ disputed }) => disputed) ? theme.accent : theme.ink;
  if (group.number === undefined) {
    return [{ kind: 'circle', x, y, r: radiusOf(group), fill, stroke: theme.page, width: 1.8 }];
  }
  const on = fill === theme.accent ? theme.onAccent : theme.page;
  return [
    { kind: 'circle', x, y, r: NUMBER_RADIUS, fill, stroke: theme.page, width: 1.5 },
    {
      kind: 'text',
      x,
      y: y + 4.2,
      text: String(group.number),
      face: 'bold',
      size: 11.5,
      fill: on,
      on: [fill],
      anchor: 'middle',
    },
  ];
}

/** Spots along the shores of islands: no dot and no line is needed there. */
function spotsBeside(
  shapes: readonly Shape[],
  [cx, cy]: Point,
  { w, h }: { w: number; h: number },
  price: (box: Box) => number,
) {
  const shore = shapes.flatMap(({ points }) =>
    points.filter((_, at) => at % Math.max(1, Math.floor(points.length / 14)) === 0),
  );
  return shore.flatMap(([x, y]) =>
    (
      [
        [1, 0.2],
        [-1, 0.2],
        [1, -0.6],
        [-1, -0.6],
        [1, 0.9],
        [-1, 0.9],
        [0, -1],
        [0, 1],
      ] as const
    ).map(([dx, dy]) => {
      const align = dx > 0 ? ('start' as const) : dx < 0 ? ('end' as const) : ('middle' as const);
      const left = dx > 0 ? x + 8 : dx < 0 ? x - 8 - w : x - w / 2;
      const box = { x: left, y: y + dy * (h / 2 + 5) - h / 2, w, h, align };
      const away = Math.hypot(left + w / 2 - cx, (box.y + h / 2 - cy) * 1.6);
      return { ...box, cost: (dx < 0 ? 0.3 : 0) + away * 0.012 + price(box) };
    }),
  );
}

function islandsOf({ places }: Group, accented: readonly Shape[]): Shape[] {
  const wanted = new Set(places.flatMap(({ islands }) => islands));
  return accented.filter(({ of }) => wanted.has(of));
}

function hasDot(group: Group, islands: ReadonlyMap<string, readonly Shape[]>): boolean {
  if (group.number !== undefined) return true;
  return !isArea(group) && (islands.get(group.id) ?? []).length === 0;
}

/** A line as a row of small boxes, for what comes later to keep off. */
export function lineBoxes([x1, y1, x2, y2]: readonly [number, number, number, number]): Box[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 5));
  return Array.from({ length: steps + 1 }, (_, at) => {
    const part = at / steps;
    return { x: x1 + (x2 - x1) * part - 1, y: y1 + (y2 - y1) * part - 1, w: 2, h: 2 };
  });
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}
