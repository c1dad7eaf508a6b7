/** The world's land, read once; and as much of it as a map needs, on the map. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { type GeoProjection, geoStream } from 'd3-geo';
import grid from '../data/land.json' with { type: 'json' };
import { isClockwise, isNear, partsOf, type Ring, thinned } from './thin.ts';
import { DEGREE, type LonLat, type View } from './view.ts';

/** A ring on the map, in pixels; `of` is the ring's place in the list, so that an island can be told from the others. */
export type Shape = { readonly of: number; readonly points: readonly (readonly [number, number])[] };

let world: readonly Ring[] | undefined;

function rings(): readonly Ring[] {
  world ??= read();
  return world;
}

/** The file that data/make/land.cli.ts writes: numbers in groups of seven bits, each point as a step from the last. */
function read(): Ring[] {
  const bytes = brotliDecompressSync(readFileSync(new URL('../data/land.bin', import.meta.url)));
  const [scaleX = 0, scaleY = 0] = grid.scale;
  const [moveX = 0, moveY = 0] = grid.translate;
  let at = 0;
  const next = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const step = () => {
    const value = next();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  return Array.from({ length: next() }, () => {
    const points = new Float32Array(next() * 2);
    let [x, y, west, east, south, north] = [0, 0, 1e9, -1e9, 1e9, -1e9];
    for (let i = 0; i < points.length; i += 2) {
      x += step();
      y += step();
      const [lon, lat] = [x * scaleX + moveX, y * scaleY + moveY];
      points[i] = lon;
      points[i + 1] = lat;
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    return { points, west, east, south, north, parts: partsOf(points) };
  });
}

/** The land of a view, projected and cut at its edge. */
export function landIn(view: View): Shape[] {
  return rings().flatMap((ring, of) => {
    const near = isNear(ring, view, view.radius) ? thinned(ring, view) : [];
    return near.length < 3 || !isClockwise(near)
      ? []
      : projected(near, view.projection).map((points) => ({ of, points }));
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

export function kmBetween([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const [a, b] = [latA * DEGREE, latB * DEGREE];
  const sine =
    Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((lonB - lonA) * DEGREE) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(sine)));
}

const EARTH_KM = 6371;
const KM_PER_DEGREE = 111.2;
/** The longest an island may be to be accented as a whole because a disputed place is a point on it. */
const LARGEST_KM = 250;
function projected(ring: readonly LonLat[], projection: GeoProjection): (readonly [number, number])[][] {
  const found: [number, number][][] = [];
  let line: [number, number][] = [];
  const sink = {
    point: (x: number, y: number) => void line.push([x, y]),
    lineStart: () => {
      line = [];
    },
    lineEnd: () => void found.push(line),
    polygonStart: () => undefined,
    polygonEnd: () => undefined,
  };
  const [first] = ring;
  const closed = first === undefined ? [] : [...ring, first];
  geoStream({ type: 'Polygon', coordinates: [closed] as never }, projection.stream(sink));
  return found.filter((one) => one.length > 2);
}

function couldHold(ring: Ring, [lon, lat]: LonLat, km: number): boolean {
  const margin = km / KM_PER_DEGREE + 0.01;
  const across = margin / Math.max(0.02, Math.cos(lat * DEGREE));
  if (km > 0) {
    if (ring.south < lat - margin || ring.north > lat + margin) return false;
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

function holds({ points, west }: Ring, [lonGiven, lat]: LonLat): boolean {
  const lon = lonGiven < west ? lonGiven + 360 : lonGiven;
  let inside = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const [x, y, u, v] = [points[i] ?? 0, points[i + 1] ?? 0, points[j] ?? 0, points[j + 1] ?? 0];
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside;
  }
  return inside;
}
