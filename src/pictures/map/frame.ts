/** What the map shows and what it only points at; and the inset, where places lie too close together. */
import { type Box, overlap } from '../scene.ts';
import { type Ground, groundOf } from './ground.ts';
import { extentOf, kmBetween, landIn } from './land.ts';
import type { Sited } from './sited.ts';
import { boundsOf, type LonLat, middleOf, toPixels, type View, viewAround, viewOf } from './view.ts';

export type Inset = {
  readonly kind: 'close' | 'locator';
  readonly box: Box;
  readonly view: View;
  /** What it shows closer, on the map; on a locator, where the map is. */
  readonly focus: Box;
  readonly members: readonly Sited[];
  readonly title: number;
};

export type Framing = {
  readonly view: View;
  readonly shown: readonly Sited[];
  readonly beyond: readonly Sited[];
  readonly inset?: Inset;
};

/** How much wider a map may become to take in a place that is not its subject. */
const STRETCH = 1.7;
const KM_PER_DEGREE = 111.2;
const LEAST_KM = 36;
const LONE_KM = 500;
/** Around one single place the map is wide enough to show what it has to do with. */
const LONE_REACH_KM = 1_200;
/** A map of more than a city and less than this gets a smaller one that shows where it is. */
const LOCATED_BELOW_KM = 420;
const LOCATOR_ACROSS_KM = 2_600;
const CLOSE_PIXELS = 34;
const EDGE = 30;
const LEAST_ZOOM = 1.9;
const MARGIN = { x: 84, y: 54 };
const INSET_MARGIN = 14;
const INSET = { w: 296, h: 226, title: 28 };
const LOCATOR = { w: 150, h: 112 };

export function framed(places: readonly Sited[], box: Box): Framing {
  const subject = subjectOf(places);
  const fixed = withNeighbours(
    subject,
    places.filter((place) => !isNamedArea(place) || subject.includes(place)),
  );
  const points = fixed.flatMap(extent);
  const leastKm = points.length === 1 || spreadKm(points) < 1 ? LONE_KM : LEAST_KM;
  const plain = viewOf(points, box, inner(box), leastKm);
  const close = crowdedIn(fixed, plain);
  const inset = close === undefined ? undefined : closeInset(close, fixed, points, plain, leastKm);
  const { view } = inset ?? { view: plain };
  const shown = places.filter((place) => fixed.includes(place) || isIn(place, view));
  const beyond = places.filter((place) => !shown.includes(place));
  if (inset !== undefined) return { ...inset, shown, beyond };
  if (view.widthKm < LOCATED_BELOW_KM) return { view, shown, beyond, inset: locator(view, shown, box) };
  return { view, shown, beyond };
}

/** A sea or a country: it is shown where it happens to be in view, and never stretches the map. */
function isNamedArea({ area }: Sited): boolean {
  return area !== undefined && area !== 'holds';
}

function isIn({ at }: Sited, view: View): boolean {
  const [x, y] = toPixels(view, at);
  const { box } = view;
  return x > box.x + EDGE && y > box.y + EDGE && x < box.x + box.w - EDGE && y < box.y + box.h - EDGE;
}

/** The event's places and what is disputed; all where there is neither. */
function subjectOf(places: readonly Sited[]): Sited[] {
  const subject = places.filter(({ event, disputed, area }) => event > 0 || (disputed && area !== 'holds'));
  if (subject.length > 0) return subject;
  const points = places.filter(({ area }) => area === undefined);
  return points.length > 0 ? points : [...places];
}

/** As many of the other places as fit without making the map much wider, the nearest first. */
function withNeighbours(subject: readonly Sited[], places: readonly Sited[]): Sited[] {
  const middle = middleOf(subject.map(({ at }) => at));
  const needed = need(subject);
  const most = Math.max(needed * STRETCH, needed < 1 ? LONE_REACH_KM : LEAST_KM * 4);
  const others = places
    .filter((place) => !subject.includes(place))
    .sort((a, b) => kmBetween(middle, a.at) - kmBetween(middle, b.at));
  const shown = [...subject];
  for (const place of others) if (need([...shown, place]) <= most) shown.push(place);
  return places.filter((place) => shown.includes(place));
}

function need(places: readonly Sited[]): number {
  return spreadKm(places.flatMap(extent));
}

/** Twice the distance from the middle to the farthest point. */
function spreadKm(points: readonly LonLat[]): number {
  const middle = middleOf(points);
  return 2 * Math.max(0, ...points.map((point) => kmBetween(middle, point)));
}

/** A place with the whole of its islands, or of what it holds. */
function extent({ at, area, reachKm, islands }: Sited): LonLat[] {
  if (area !== 'holds' || reachKm === undefined) return [at, ...islands.flatMap(extentOf)];
  const north = reachKm / KM_PER_DEGREE;
  const east = north / Math.max(0.05, Math.cos((at[1] * Math.PI) / 180));
  const lat = (by: number): number => Math.max(-89, Math.min(89, at[1] + by));
  return [at, [at[0], lat(north)], [at[0], lat(-north)], [at[0] + east, at[1]], [at[0] - east, at[1]]];
}

function inner({ x, y, w, h }: Box): Box {
  return { x: x + MARGIN.x, y: y + MARGIN.y, w: w - 2 * MARGIN.x, h: h - 2 * MARGIN.y };
}

/** The largest group of places whose points are too close to be told apart, those that are disputed first. */
function crowdedIn(shown: readonly Sited[], view: View): Sited[] | undefined {
  const dots = shown.filter(({ area }) => area === undefined);
  const groups: Sited[][] = [];
  for (const place of dots) {
    const near = groups.filter((group) =>
      group.some((other) => pixelsApart(place, other, view) < CLOSE_PIXELS),
    );
    const rest = groups.filter((group) => !near.includes(group));
    groups.splice(0, groups.length, ...rest, [...near.flat(), place]);
  }
  const score = (group: readonly Sited[]) =>
    group.length + group.filter(({ disputed }) => disputed).length * 2;
  const [first] = groups
    .filter((group) => group.length > 2 || (group.length > 1 && group.every(({ disputed }) => disputed)))
    .sort((a, b) => score(b) - score(a));
  return first;
}

function pixelsApart(a: Sited, b: Sited, view: View): number {
  const [[ax, ay], [bx, by]] = [toPixels(view, a.at), toPixels(view, b.at)];
  return Math.hypot(ax - bx, ay - by);
}

/** The view with an inset in the corner where it hides no place, and the map as large as that allows. */
function closeInset(
  members: readonly Sited[],
  shown: readonly Sited[],
  points: readonly LonLat[],
  plain: View,
  leastKm: number,
): { view: View; inset: Inset } | undefined {
  const { box } = plain;
  const title = INSET.title;
  const trials = corners(box, INSET).flatMap((corner) => {
    const aside = corner.x > box.x + box.w / 2 ? 'left' : 'right';
    return [inner(box), beside(box, aside)].map((room) => ({
      corner,
      view: viewOf(points, box, room, leastKm),
    }));
  });
  const covered = ({ corner, view }: (typeof trials)[number]) =>
    shown.filter((place) => {
      const [x, y] = toPixels(view, place.at);
      const [w, h] = members.includes(place) ? [30, 30] : [64, 40];
      return overlap({ x: x - w, y: y - h / 2, w: 2 * w, h }, corner);
    }).length;
  // Rough land is enough to tell how much of a corner is water.
  const seen = groundOf(landIn({ ...plain, degreePerPixel: plain.degreePerPixel * 4 }), box);
  const finest = Math.min(...trials.map(({ view }) => view.degreePerPixel));
  const [best] = trials
    .filter((trial) => covered(trial) === 0)
    .map((trial) => {
      const smaller = trial.view.degreePerPixel / finest - 1;
      return { ...trial, price: smaller * SMALLER_COST + landBehind(trial.corner, trial.view, plain, seen) };
    })
    .sort((a, b) => a.price - b.price);
  if (best === undefined) return undefined;
  const { corner, view } = best;
  const inside = { x: corner.x + 58, y: corner.y + title + 30, w: corner.w - 116, h: corner.h - title - 56 };
  const body = { ...corner, y: corner.y + title, h: corner.h - title };
  const closer = viewOf(members.flatMap(extent), body, inside, 4);
  if (view.degreePerPixel / closer.degreePerPixel < LEAST_ZOOM) return undefined;
  const focus = focusOf(closer, view);
  return { view, inset: { kind: 'close', box: corner, view: closer, focus, members, title } };
}

/** An inset hides water rather than land, even if the map gets a little smaller for it. */
const SMALLER_COST = 1.6;
const SAMPLES = 6;

/** The part of a corner that is land, as far as the plain view shows it. */
function landBehind(corner: Box, view: View, plain: View, seen: Ground): number {
  let land = 0;
  for (let column = 0; column < SAMPLES; column += 1) {
    for (let row = 0; row < SAMPLES; row += 1) {
      const spot: [number, number] = [
        corner.x + ((column + 0.5) / SAMPLES) * corner.w,
        corner.y + ((row + 0.5) / SAMPLES) * corner.h,
      ];
      const [x, y] = toPixels(plain, view.projection.invert?.(spot) ?? [0, 0]);
      land += seen.landUnder({ x: x - 5, y: y - 5, w: 10, h: 10 });
    }
  }
  return land / SAMPLES ** 2;
}

function locator(view: View, shown: readonly Sited[], box: Box): Inset {
  const crowd = (corner: Box) =>
    shown.filter(({ at }) => {
      const [x, y] = toPixels(view, at);
      return overlap({ x: x - 70, y: y - 24, w: 140, h: 48 }, corner);
    }).length;
  const [corner = box] = corners(box, LOCATOR).sort((a, b) => crowd(a) - crowd(b));
  const wide = viewAround(view.center, LOCATOR_ACROSS_KM, corner);
  return { kind: 'locator', box: corner, view: wide, focus: focusOf(view, wide), members: [], title: 0 };
}

/** Bottom right first: there it disturbs least. */
function corners(box: Box, { w, h }: { readonly w: number; readonly h: number }): Box[] {
  const [left, right] = [box.x + INSET_MARGIN, box.x + box.w - w - INSET_MARGIN];
  const [top, bottom] = [box.y + INSET_MARGIN, box.y + box.h - h - INSET_MARGIN];
  return [
    { x: right, y: bottom, w, h },
    { x: right, y: top, w, h },
    { x: left, y: bottom, w, h },
    { x: left, y: top, w, h },
  ];
}

/** The part of the map that an inset leaves. */
function beside(box: Box, side: 'left' | 'right'): Box {
  const w = box.w - INSET.w - INSET_MARGIN - MARGIN.x;
  const x = side === 'left' ? box.x + MARGIN.x * 0.6 : box.x + INSET.w + INSET_MARGIN + MARGIN.x * 0.4;
  return { x, y: box.y + MARGIN.y, w, h: box.h - 2 * MARGIN.y };
}

/** One view's frame as it lies in another. */
function focusOf(closer: View, view: View): Box {
  const { x, y, w, h } = closer.box;
  const edge = [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ].map((corner) => toPixels(view, closer.projection.invert?.(corner as [number, number]) ?? [0, 0]));
  const bounds = boundsOf(edge);
  const least = 9;
  const grown = { w: Math.max(least, bounds.w), h: Math.max(least, bounds.h) };
  return { x: bounds.x - (grown.w - bounds.w) / 2, y: bounds.y - (grown.h - bounds.h) / 2, ...grown };
}
