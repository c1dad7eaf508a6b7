/** Sea, land and the grid of a view, and the names that stand on them for orientation. */
import { type GeoPermissibleObjects, geoGraticule, geoPath } from 'd3-geo';
import type { Face } from '../fonts.ts';
import { ABOVE, BELOW, type Box, type Mark, shrunk, type TextMark } from '../scene.ts';
import { num } from '../svg.ts';
import { widthOf, wrapped } from '../text.ts';
import type { Theme } from '../theme.ts';
import { type Ground, groundOf } from './ground.ts';
import { type Field, isFree } from './labels.ts';
import { kmBetween, landIn, type Shape } from './land.ts';
import { type Backdrop, isSameName, namesIn } from './names.ts';
import { toPixels, type View } from './view.ts';

export type Backdropped = {
  readonly marks: readonly Mark[];
  readonly ground: Ground;
  readonly accented: readonly Shape[];
};

/** `accents` are islands by their place in the world's list. */
export function backdrop(view: View, accents: ReadonlySet<number>, theme: Theme): Backdropped {
  const shapes = landIn(view);
  const accented = shapes.filter(({ of }) => accents.has(of));
  const plain = shapes.filter(({ of }) => !accents.has(of));
  const marks: Mark[] = [
    ...gridOf(view, theme),
    { kind: 'path', d: pathOf(plain), fill: theme.land, stroke: theme.coast, width: 0.9 },
  ];
  if (accented.length > 0) {
    marks.push({
      kind: 'path',
      d: pathOf(accented),
      fill: theme.accent,
      stroke: theme.accentEdge,
      width: 0.9,
    });
  }
  return { marks, ground: groundOf(shapes, view.box), accented };
}

const LEAST_GRID_KM = 700;

function gridOf(view: View, theme: Theme): Mark[] {
  if (view.widthKm < LEAST_GRID_KM) return [];
  const step = view.widthKm > 12_000 ? 30 : view.widthKm > 3_500 ? 10 : view.widthKm > 1_500 ? 5 : 2;
  const [lon, lat] = view.center;
  if (Math.abs(lat) + view.radius > POLAR) return gridMarks(POLAR_GRID, view, theme);
  const reach = Math.min(180, (view.radius * 1.4) / Math.max(0.2, Math.cos((lat * Math.PI) / 180)));
  const round = (value: number) => Math.round(value / step) * step;
  const south = Math.max(-80, round(lat - view.radius * 1.2));
  const north = Math.min(80, round(lat + view.radius * 1.2));
  const lines = geoGraticule()
    .extent([
      [round(lon - reach), south],
      [round(lon + reach), north + 0.01],
    ])
    .step([step, step])();
  return gridMarks(lines, view, theme);
}

/** Where meridians meet they would crowd. */
const POLAR = 84;
const POLAR_GRID = geoGraticule()
  .extentMajor([
    [-180, -89.9],
    [180, 89.9],
  ])
  .stepMajor([30, 10])
  .extentMinor([
    [0, 0],
    [0, 0],
  ])();

function gridMarks(lines: GeoPermissibleObjects, view: View, theme: Theme): Mark[] {
  const d = (geoPath(view.projection)(lines) ?? '').replace(/(\.\d)\d+/gu, '$1');
  return d === '' ? [] : [{ kind: 'path', d, stroke: theme.grid, width: 1 }];
}

function pathOf(shapes: readonly Shape[]): string {
  return shapes.map(({ points }) => `M${points.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}Z`).join('');
}

type Look = {
  readonly face: Face;
  readonly size: number;
  readonly tracking: number;
  readonly upper?: true;
  readonly wraps: number;
};

const LOOKS: Readonly<Record<Backdrop['kind'], Look>> = {
  water: { face: 'italic', size: 15, tracking: 0.5, wraps: 118 },
  country: { face: 'semibold', size: 15, tracking: 3, upper: true, wraps: 300 },
  region: { face: 'semibold', size: 13, tracking: 0, wraps: 140 },
  town: { face: 'regular', size: 12.5, tracking: 0, wraps: 140 },
};
/** Waters first: a country's name can stand on its land or beside it, theirs only on them. */
const ORDER: readonly Backdrop['kind'][] = ['water', 'country', 'region', 'town'];
const LEADING = 1.22;
const EDGE = 8;
/** How much of the world is shown: an inset has little room, and a locator only says where it is. */
export type Scale = 'map' | 'inset' | 'locator';
/** Names of one kind, at most so many: a map is no atlas. */
const MOST: Readonly<Record<Backdrop['kind'], number>> = { country: 12, water: 7, region: 5, town: 10 };

/** Each where it has room among what is taken; `told` holds the names that the map's own places bear. */
export function backdropNames(
  view: View,
  ground: Ground,
  field: { readonly taken: readonly Box[]; readonly told: readonly string[] },
  theme: Theme,
  scale: Scale = 'map',
): Mark[] {
  const small = scale !== 'map';
  const taken = [...field.taken];
  const frame = shrunk(view.box, EDGE);
  const marks: Mark[] = [];
  const named: string[] = [];
  const counts = { country: 0, water: 0, region: 0, town: 0 };
  const names = namesIn(view)
    .filter(({ name }) => !field.told.some((told) => isSameName(name, told)))
    .filter((name) => scale !== 'locator' || name.kind !== 'country' || isAtMiddle(name, view));
  for (const kind of ORDER) {
    if (kind === 'town' ? small : kind === 'region' && scale === 'locator') continue;
    for (const one of sortedByRoom(names.filter((name) => name.kind === kind))) {
      if (counts[kind] >= (small ? Math.ceil(MOST[kind] / 3) : MOST[kind])) break;
      const made = nameMarks(one, view, ground, { frame, taken }, theme, small);
      if (made === undefined || named.some((other) => isSameName(other, one.name))) continue;
      named.push(one.name);
      counts[kind] += 1;
      marks.push(...made.marks);
      taken.push(made.box);
    }
  }
  return marks;
}

/** A map that only says where another is names what that lies in or borders on, and no country farther off. */
function isAtMiddle({ points }: Backdrop, { center }: View): boolean {
  return points.some(({ at, km }) => kmBetween(at, center) < km + NEXT_KM);
}

const NEXT_KM = 150;

function sortedByRoom(names: readonly Backdrop[]): Backdrop[] {
  const room = ({ points }: Backdrop) => Math.max(...points.map(({ km }) => km));
  return [...names].sort((a, b) => room(b) - room(a));
}

type Made = { readonly marks: readonly Mark[]; readonly box: Box };
type Dot = { readonly x: number; readonly y: number };

function nameMarks(
  { kind, name, points }: Backdrop,
  view: View,
  ground: Ground,
  field: Field,
  theme: Theme,
  small: boolean,
): Made | undefined {
  const look = LOOKS[kind];
  const kmPerPixel = view.widthKm / view.box.w;
  const room = Math.max(...points.map(({ km }) => km)) / kmPerPixel;
  if (room < LEAST_ROOM[kind]) return undefined;
  const [size, tracking] = small ? [12, 0.5] : typeOf(kind, room);
  const text = look.upper ? name.toUpperCase() : name;
  // A second name in brackets has a line of its own.
  const lines = text.split(/ (?=\()/u).flatMap((part) => wrapped(part, look.face, size, look.wraps));
  const w = Math.max(...lines.map((line) => widthOf(line, look.face, size, tracking)));
  const h = (lines.length - 1) * size * LEADING + size * (ABOVE + BELOW);
  const wanted = kind === 'water' ? 'sea' : kind === 'town' ? 'any' : 'land';
  const best = bestSpot(points, { w, h }, kind, view, ground, field, wanted);
  if (best === undefined) return undefined;
  const { box, dot } = best;
  const anchor = dot === undefined ? 'middle' : dot.x < box.x ? 'start' : 'end';
  const x = anchor === 'middle' ? box.x + box.w / 2 : anchor === 'start' ? box.x : box.x + box.w;
  const onLand = ground.landUnder(box) > 0.5;
  const fill = kind === 'water' ? theme.seaInk : theme.quiet;
  const halo = onLand ? theme.land : theme.sea;
  const marks = lines.map((line, at): TextMark => {
    const y = box.y + ABOVE * size + at * size * LEADING;
    return {
      kind: 'text',
      x,
      y,
      text: line,
      face: look.face,
      size,
      fill,
      on: [theme.land, theme.sea],
      anchor,
      halo,
      tracking,
    };
  });
  const point: Mark[] = dot === undefined ? [] : [{ kind: 'circle', ...dot, r: 2.4, fill: theme.quiet }];
  return { marks: [...point, ...marks], box };
}

/** What is smaller on the map than this is not named; a country of islands is mostly water. */
const LEAST_ROOM: Readonly<Record<Backdrop['kind'], number>> = { water: 14, country: 6, region: 14, town: 0 };

/** The larger the thing, the larger and wider its name. */
function typeOf(kind: Backdrop['kind'], room: number): [size: number, tracking: number] {
  const { size, tracking } = LOOKS[kind];
  if (kind === 'water') return [room > 170 ? 17 : room > 60 ? size : 13.5, tracking];
  if (kind === 'country') return room > 80 ? [16, 3.5] : room > 30 ? [14, 2.2] : [12.5, 0.8];
  return [size, tracking];
}

/** Offsets tried around each point, as parts of the label's room. */
const SHIFTS = [0, 0.35, 0.7, 1.1];
/** A small country's name stands in the water beside it, and that of an island too. */
const OFFSHORE = [0.6, 1, 1.4, 1.9];
const DIRECTIONS = Array.from({ length: 8 }, (_, turn) => {
  const angle = (turn * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)] as const;
});
const SMALL = 60;
/** What is wider than this inland may have its name in the water on a side where it has no coast. */
const NARROW_KM = 160;
const CLEAR = 5;

function bestSpot(
  points: Backdrop['points'],
  { w, h }: { readonly w: number; readonly h: number },
  kind: Backdrop['kind'],
  view: View,
  ground: Ground,
  field: Field,
  wanted: 'sea' | 'land' | 'any',
): { box: Box; dot?: Dot } | undefined {
  const kmPerPixel = view.widthKm / view.box.w;
  const most = Math.max(1, ...points.map(({ km }) => km));
  let best: { box: Box; cost: number; dot?: Dot } | undefined;
  for (const { at, km } of points) {
    const [x, y] = toPixels(view, at);
    if (Number.isNaN(x)) continue;
    if (kind === 'town') {
      if (!isFree({ x: x - 3, y: y - 3, w: 6, h: 6, align: 'start' }, field)) continue;
      for (const [left, cost] of [
        [x + 7, 0],
        [x - 7 - w, 0.4],
      ] as const)
        consider({ x: left, y: y - h / 2, w, h }, cost, { x, y });
      continue;
    }
    const reach = Math.min(160, km / kmPerPixel);
    // The largest part of a country or a group of islands bears its name rather than the others.
    const roominess = Math.min(0.6, reach / 260) + km / most;
    // An island's name stays on its island: farther off on land, it would name what lies there.
    for (const part of kind === 'region' ? SHIFTS.slice(0, 2) : SHIFTS) {
      for (const [dx, dy] of part === 0 ? [[0, 0] as const] : DIRECTIONS) {
        const [cx, cy] = [x + dx * reach * part, y + dy * reach * part];
        consider({ x: cx - w / 2, y: cy - h / 2, w, h }, part * 0.8 - roominess);
      }
    }
    if (kind === 'water' || reach > SMALL || (kind === 'country' && most > NARROW_KM)) continue;
    for (const part of OFFSHORE) {
      for (const [dx, dy] of DIRECTIONS) {
        const [cx, cy] = [x + dx * (reach * part + w / 2), y + dy * (reach * part + h / 2)];
        consider({ x: cx - w / 2, y: cy - h / 2, w, h }, 0.5 + part * 0.6 - roominess, undefined, true);
      }
    }
  }
  return best;

  function consider(box: Box, cost: number, dot?: Dot, offshore = false): void {
    const roomy = { x: box.x - CLEAR, y: box.y - CLEAR, w: box.w + 2 * CLEAR, h: box.h + 2 * CLEAR };
    if (!isFree({ ...roomy, align: 'middle' }, field)) return;
    const wide = { x: box.x - 3, y: box.y - 2, w: box.w + 6, h: box.h + 4 };
    const land = ground.landUnder(wide);
    const mixed = Math.min(land, 1 - land);
    if (wanted === 'sea' && land > 0.04) return;
    // Beside it is in the water, never across a coast; on other land it would name that.
    if (offshore && land > 0.03) return;
    if (kind === 'country' && mixed > 0.12) return;
    // What is large on the map has room on its own land; in a lake it would name that.
    if (kind === 'country' && land < 0.5 && most / kmPerPixel > SMALL) return;
    if (kind === 'region' && mixed > 0.3) return;
    const price = cost + mixed * 6 + (wanted === 'land' && land < 0.5 ? 1.2 : 0) + edgeCost(box, field.frame);
    if (best === undefined || price < best.cost) best = { box, cost: price, ...(dot && { dot }) };
  }
}

/** A name close to the frame looks as if it went on beyond it. */
function edgeCost(box: Box, frame: Box): number {
  const near = Math.min(
    box.x - frame.x,
    box.y - frame.y,
    frame.x + frame.w - box.x - box.w,
    frame.y + frame.h - box.y - box.h,
  );
  return near < 24 ? (24 - near) * 0.02 : 0;
}
