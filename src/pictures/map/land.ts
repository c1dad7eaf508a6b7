/** The world's land, read once; and as much of it as a map needs, on the map. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import lakeGrid from '../data/lakes.json' with { type: 'json' };
import landGrid from '../data/land.json' with { type: 'json' };
import { flatParts, flatRing } from './flat.ts';
import { type Bounds, isClockwise, nearTo, type Ring, ringOf, thinned } from './thin.ts';
import { DEGREE, type LonLat, type View } from './view.ts';

/** A ring on the map, in pixels; `of` is the ring's place in the list, so that an island can be told from the others. */
export type Shape = { readonly of: number; readonly points: readonly (readonly [number, number])[] };

let world: readonly Ring[] | undefined;
let lakes: readonly Ring[] | undefined;

function rings(): readonly Ring[] {
  world ??= read('land', landGrid);
  return world;
}

/** A lake is a ring within the land's: by the even-odd rule it is water. */
function ringsIn({ widthKm, degreePerPixel }: View): readonly Ring[] {
  if (widthKm < LAKES_FROM_KM) return rings();
  lakes ??= read('lakes', lakeGrid);
  const least = LEAST_LAKE * degreePerPixel;
  return [
    ...rings(),
    ...lakes.filter(({ north, south, east, west }) => north - south + (east - west) > least),
  ];
}

/** In pixels, its height and its width together: less is a speck. */
const LEAST_LAKE = 16;

/** The lakes' shores are known to a few kilometres: closer, a town by the water would stand in it. */
const LAKES_FROM_KM = 250;

/** A file that data/make/land.cli.ts writes: numbers in groups of seven bits, each point as a step from the last. */
function read(layer: 'land' | 'lakes', { scale, translate }: typeof landGrid): Ring[] {
  const bytes = brotliDecompressSync(readFileSync(new URL(`../data/${layer}.bin`, import.meta.url)));
  const [scaleX = 0, scaleY = 0] = scale;
  const [moveX = 0, moveY = 0] = translate;
  let at = 0;
  const next = () => {
    let byte = bytes[at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    return value;
  };
  const step = () => {
    const value = next();
    return (value >> 1) ^ -(value & 1);
  };
  return Array.from({ length: next() }, () => {
    const points = new Float32Array(next() * 2);
    let [x, y] = [0, 0];
    for (let i = 0; i < points.length; i += 2) {
      x += step();
      y += step();
      points[i] = x * scaleX + moveX;
      points[i + 1] = y * scaleY + moveY;
    }
    return ringOf(points);
  });
}

/** The land of a view, projected and cut at its edge. */
export function landIn(view: View): Shape[] {
  const [lon, lat] = view.center;
  const opposite: LonLat = [lon > 0 ? lon - 180 : lon + 180, -lat];
  const isNear = nearTo(view, view.radius);
  return ringsIn(view).flatMap((ring, of) => {
    const near = isNear(ring.west, ring.east, ring.south, ring.north) ? thinned(ring, view) : [];
    if (near.length < 6 || !isClockwise(near)) return [];
    const whole =
      view.radius >= 90 || (couldHold(ring, opposite, 0) && holds({ ...ring, points: near }, opposite));
    const parts = whole ? flatParts(near, view.projection) : [flatRing(near, view.projection)];
    return parts.filter(({ length }) => length > 2).map((points) => ({ of, points }));
  });
}

/**
 * The islands that a place is on or reaches to: those that lie wholly within `reachKm` of it; or, where it reaches
 * nowhere, the small island that it stands on. The rest of a coast is never an island of its own.
 */
export function islandsAt(place: LonLat, reachKm: number | undefined): number[] {
  return rings().flatMap((ring, of) => {
    if (!couldHold(ring, place, reachKm ?? 0)) return [];
    if (reachKm === undefined) return spanKm(ring) <= LARGEST_KM && holds(ring, place) ? [of] : [];
    for (let i = 0; i < ring.points.length; i += 2) {
      if (kmBetween(place, [ring.points[i] ?? 0, ring.points[i + 1] ?? 0]) > reachKm) return [];
    }
    return [of];
  });
}

/** A ring's extent, for framing. */
export function extentOf(of: number): LonLat[] {
  const ring = rings()[of];
  if (ring === undefined) return [];
  const { west, east, south, north } = ring;
  return [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ];
}

export function kmBetween(one: LonLat, other: LonLat): number {
  const a = one[1] * DEGREE;
  const b = other[1] * DEGREE;
  const across = Math.sin(((other[0] - one[0]) * DEGREE) / 2);
  const sine = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * across ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(sine)));
}

const EARTH_KM = 6371;
const KM_PER_DEGREE = 111.2;
/** The longest an island may be to be accented as a whole because a disputed place is a point on it. */
const LARGEST_KM = 250;
function couldHold(ring: Ring, [lon, lat]: LonLat, km: number): boolean {
  const margin = km / KM_PER_DEGREE + 0.01;
  if (km > 0) {
    // So it is with almost all rings.
    if (ring.south < lat - margin || ring.north > lat + margin) return false;
    const across = margin / Math.max(0.02, Math.cos(lat * DEGREE));
    return [-360, 0, 360].some(
      (turn) => ring.west + turn >= lon - across && ring.east + turn <= lon + across,
    );
  }
  if (lat < ring.south || lat > ring.north) return false;
  return [-360, 0, 360].some((turn) => lon + turn >= ring.west && lon + turn <= ring.east);
}

function spanKm({ west, east, south, north }: Ring): number {
  return Math.hypot(north - south, (east - west) * Math.cos(((south + north) / 2) * DEGREE)) * KM_PER_DEGREE;
}

function holds(
  { points, west, east }: Bounds & { readonly points: ArrayLike<number> },
  [lonGiven, lat]: LonLat,
): boolean {
  const turns = [0, -360, 360].map((turn) => lonGiven + turn);
  const lon = turns.find((one) => one >= west && one <= east) ?? lonGiven;
  let inside = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const [x, y, u, v] = [points[i] ?? 0, points[i + 1] ?? 0, points[j] ?? 0, points[j + 1] ?? 0];
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside;
  }
  return inside;
}
