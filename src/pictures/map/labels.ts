/**
 * Where labels stand: around their points, or led to them by a line, never over one another, over a point or beyond the
 * frame. Pure, and the same each time. What finds no room is left out of the result: the map gives it a number then.
 */
import { type Box, isWithin, overlap } from '../scene.ts';

export type Spot = Box & {
  readonly align: 'start' | 'middle' | 'end';
  /** From the point to the label, where they stand apart. */
  readonly leader?: Line;
};

export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

export type Wanted = {
  readonly id: string;
  readonly w: number;
  readonly h: number;
  /** The higher the earlier. */
  readonly weight: number;
  /** In no order; the cheapest that is free is taken. */
  readonly spots: readonly (Spot & { readonly cost: number })[];
};

/** What is taken already. */
export type Field = {
  readonly frame: Box;
  readonly taken: readonly Box[];
};

const GAP = 4;
const REPAIRS = 2;
const PASSES = 2;

export function placed(wanted: readonly Wanted[], field: Field): Map<string, Spot> {
  const chosen = new Map<string, Spot & { cost: number }>();
  const free = new Map(
    wanted.map(({ id, spots }) => [
      id,
      spots.filter((spot) => isFree(spot, field)).sort((a, b) => a.cost - b.cost),
    ]),
  );
  const roomFor = (id: string) => free.get(id)?.length ?? 0;
  const order = [...wanted].sort(
    (a, b) => b.weight - a.weight || roomFor(a.id) - roomFor(b.id) || (a.id < b.id ? -1 : 1),
  );
  for (const { id } of order) {
    const spot = best(id) ?? repaired(id);
    if (spot !== undefined) chosen.set(id, spot);
  }
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const { id } of order) {
      const spot = best(id);
      if (spot !== undefined) chosen.set(id, spot);
    }
  }
  return chosen;

  function best(id: string, without?: ReadonlySet<string>) {
    return free.get(id)?.find((spot) => conflicts(spot, id, without).length === 0);
  }

  function conflicts(spot: Spot, id: string, without?: ReadonlySet<string>): string[] {
    return [...chosen].flatMap(([other, theirs]) =>
      other !== id && !without?.has(other) && clash(spot, theirs) ? [other] : [],
    );
  }

  /** Takes a spot whose one or two holders can stand elsewhere as well. */
  function repaired(id: string) {
    for (const spot of free.get(id) ?? []) {
      const holders = conflicts(spot, id);
      if (holders.length > REPAIRS) continue;
      const before = new Map(chosen);
      chosen.set(id, spot);
      for (const holder of holders) chosen.delete(holder);
      const moved = holders.every((holder) => {
        const elsewhere = best(holder);
        if (elsewhere !== undefined) chosen.set(holder, elsewhere);
        return elsewhere !== undefined;
      });
      if (moved) return spot;
      chosen.clear();
      for (const [one, theirs] of before) chosen.set(one, theirs);
    }
    return undefined;
  }
}

/** Whether a box with its line leaves everything that is taken alone. */
export function isFree(spot: Spot, { frame, taken }: Field): boolean {
  if (!isWithin(spot, frame)) return false;
  if (taken.some((box) => overlap(spot, box, 3.5))) return false;
  const { leader } = spot;
  return leader === undefined || !taken.some((box) => !touches(box, leader) && crosses(leader, box));
}

function clash(one: Spot, other: Spot): boolean {
  if (overlap(one, other, GAP)) return true;
  if (one.leader !== undefined && crosses(one.leader, other)) return true;
  if (other.leader !== undefined && crosses(other.leader, one)) return true;
  return one.leader !== undefined && other.leader !== undefined && meet(one.leader, other.leader);
}

/** A line's own point is no obstacle to it. */
function touches(box: Box, [x, y]: Line): boolean {
  return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}

export function crosses(line: Line, { x, y, w, h }: Box): boolean {
  const [left, top, right, bottom] = [x - 2, y - 2, x + w + 2, y + h + 2];
  const [x1, y1, x2, y2] = line;
  // Most lines pass at a distance.
  if (Math.max(x1, x2) < left || Math.min(x1, x2) > right) return false;
  if (Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) return false;
  const inside = (a: number, b: number) => a > left && a < right && b > top && b < bottom;
  if (inside(x1, y1) || inside(x2, y2)) return true;
  return (
    meet(line, [left, top, right, top]) ||
    meet(line, [left, bottom, right, bottom]) ||
    meet(line, [left, top, left, bottom]) ||
    meet(line, [right, top, right, bottom])
  );
}

function meet([ax, ay, bx, by]: Line, [cx, cy, dx, dy]: Line): boolean {
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
}

/** On which side of a line from the first point to the second the third lies. */
function side(px: number, py: number, qx: number, qy: number, rx: number, ry: number): number {
  return (qx - px) * (ry - py) - (qy - py) * (rx - px);
}

/** Directions around a point, the best to read first: right, then above and below it, then left. */
const AROUND: readonly (readonly [dx: number, dy: number, cost: number])[] = [
  [1, 0, 0],
  [1, -0.7, 0.6],
  [1, 0.7, 0.8],
  [-1, 0, 1],
  [-1, -0.7, 1.4],
  [-1, 0.7, 1.6],
  [0, -1, 1.2],
  [0, 1, 1.4],
];
const DISTANCES = [20, 34, 52, 76, 106, 140];
const DIRECTIONS = 16;
const LEADER_COST = 5;
const COST_PER_PIXEL = 0.09;

/** Spots for a label of a point; `price` adds what the ground under a label costs. */
export function spotsAround(
  [x, y]: readonly [number, number],
  radius: number,
  { w, h }: { readonly w: number; readonly h: number },
  price: (box: Box) => number,
): (Spot & { cost: number })[] {
  const near = AROUND.map(([dx, dy, cost]) => {
    const box = boxTowards(x, y, dx, dy, radius + 5, w, h);
    return { ...box, cost: cost + price(box) };
  });
  const far = DISTANCES.flatMap((distance) =>
    Array.from({ length: DIRECTIONS }, (_, at) => {
      const angle = (at * 2 * Math.PI) / DIRECTIONS;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const box = boxTowards(x, y, dx, dy, radius + distance, w, h);
      const leader: Line = [x, y, ...nearestOf(box, x, y)];
      return { ...box, leader, cost: LEADER_COST + distance * COST_PER_PIXEL + price(box) };
    }),
  );
  return [...near, ...far];
}

/** Spots for a name that stands on its place rather than beside a point. */
export function spotsOn(
  [x, y]: readonly [number, number],
  { w, h }: { readonly w: number; readonly h: number },
  price: (box: Box) => number,
): (Spot & { cost: number })[] {
  return [0, 12, 24, 40, 60, 84, 110].flatMap((distance) =>
    Array.from({ length: distance === 0 ? 1 : 8 }, (_, at) => {
      const angle = (at * Math.PI) / 4;
      const [cx, cy] = [x + Math.cos(angle) * distance, y + Math.sin(angle) * distance];
      const box = { x: cx - w / 2, y: cy - h / 2, w, h, align: 'middle' as const };
      return { ...box, cost: distance * 0.06 + price(box) };
    }),
  );
}

function boxTowards(
  x: number,
  y: number,
  dx: number,
  dy: number,
  distance: number,
  w: number,
  h: number,
): Spot {
  const align = dx > 0.35 ? 'start' : dx < -0.35 ? 'end' : 'middle';
  const left =
    align === 'start'
      ? x + dx * distance
      : align === 'end'
        ? x + dx * distance - w
        : x + dx * distance - w / 2;
  return {
    x: left,
    y: y + dy * distance * (align === 'middle' ? 1 : 0.8) - h / 2 + (dy * h) / 2,
    w,
    h,
    align,
  };
}

function nearestOf({ x, y, w, h }: Box, px: number, py: number): [number, number] {
  return [Math.max(x, Math.min(px, x + w)), Math.max(y, Math.min(py, y + h))];
}
