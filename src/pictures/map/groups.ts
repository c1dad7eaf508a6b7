/** Places that share a point on a view, and the numbers of those whose label finds no room. */
import type { Box } from '../scene.ts';
import type { Sited } from './sited.ts';
import { toPixels, type View } from './view.ts';

export type Point = readonly [number, number];

/** Places at one spot share a point. */
export type Group = {
  readonly id: string;
  readonly at: Point;
  readonly places: readonly Sited[];
  readonly number?: number;
};

const SAME_SPOT = 7;
export const NUMBER_RADIUS = 9;

export function grouped(places: readonly Sited[], view: View): Group[] {
  const groups: Group[] = [];
  for (const place of places) {
    const at = toPixels(view, place.at);
    const near = groups.findIndex(
      (group) => place.area === undefined && !isArea(group) && apart(group.at, at) < SAME_SPOT,
    );
    const group = groups[near];
    if (group === undefined) groups.push({ id: place.id, at, places: [place] });
    else groups[near] = { ...group, places: [...group.places, place] };
  }
  return groups;
}

/** Numbers in reading order; points that a numbered one would cover join it. */
export function withNumbers(groups: readonly Group[], numbered: Set<string>, first: number): Group[] {
  const plain: Group[] = groups.filter(({ id }) => !numbered.has(id));
  const merged: Group[] = [];
  const waiting = groups
    .filter(({ id }) => numbered.has(id))
    .sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
  for (const group of waiting) {
    const near = merged.findIndex((other) => apart(other.at, group.at) < 2 * NUMBER_RADIUS + 2);
    const other = merged[near];
    if (other === undefined) merged.push(group);
    else merged[near] = { ...other, places: [...other.places, ...group.places] };
  }
  const covered = plain.filter(
    (group) => !isArea(group) && merged.some((other) => apart(other.at, group.at) < NUMBER_RADIUS + 8),
  );
  for (const group of covered) {
    const near = merged.findIndex((other) => apart(other.at, group.at) < NUMBER_RADIUS + 8);
    const other = merged[near];
    if (other !== undefined) merged[near] = { ...other, places: [...other.places, ...group.places] };
  }
  const rest = plain.filter((group) => !covered.includes(group)).map(({ number: _, ...group }) => group);
  return [...rest, ...merged.map((group, at) => ({ ...group, number: first + at }))];
}

export function isArea({ places }: Group): boolean {
  return places.every(({ area }) => area !== undefined);
}

export function radiusOf({ places }: Group): number {
  return places.some(({ event }) => event > 0) ? 5.2 : 4.2;
}

export function weightOf({ places }: Group): number {
  return places.some(({ event }) => event > 0) ? 3 : places.some(({ disputed }) => disputed) ? 2 : 1;
}

export function dotBox(group: Group): Box {
  const [x, y] = group.at;
  const radius = group.number === undefined ? radiusOf(group) + 1 : NUMBER_RADIUS + 1;
  return { x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius };
}

function apart([a, b]: Point, [c, d]: Point): number {
  return Math.hypot(a - c, b - d);
}
