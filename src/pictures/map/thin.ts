/** Which rings of land a view may show, and which of their points it needs. */
import { DEGREE, type View } from './view.ts';

export type Bounds = {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
};

/** A ring's points, longitude and latitude in turn, and what they span. Longitudes run on beyond 180. */
export type Ring = Bounds & {
  readonly points: Float32Array;
  /** West, east, south and north of each stretch of it: most of a continent's coast is far from what a map shows. */
  readonly stretches: Float32Array;
};

/** Points in a stretch. */
const STRETCH = 64;
/** Beyond the edge a coast is only kept so that it can be cut: in parts of what is shown. */
const COARSE = 0.05;

export function ringOf(points: Float32Array): Ring {
  const stretches = new Float32Array(Math.ceil(points.length / 2 / STRETCH) * 4);
  let [westmost, eastmost, southmost, northmost] = [1e9, -1e9, 1e9, -1e9];
  for (let part = 0; part * 4 < stretches.length; part += 1) {
    let [west, east, south, north] = [1e9, -1e9, 1e9, -1e9];
    const end = Math.min(points.length, (part + 1) * STRETCH * 2);
    for (let i = part * STRETCH * 2; i < end; i += 2) {
      const lon = points[i] ?? 0;
      const lat = points[i + 1] ?? 0;
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
    stretches.set([west, east, south, north], part * 4);
    if (west < westmost) westmost = west;
    if (east > eastmost) eastmost = east;
    if (south < southmost) southmost = south;
    if (north > northmost) northmost = north;
  }
  return { points, stretches, west: westmost, east: eastmost, south: southmost, north: northmost };
}

/** Whether what spans so much may lie within a radius of the view's centre, given in degrees. */
export function nearTo({ center }: View, radius: number) {
  const [lon, lat] = center;
  const highest = Math.abs(lat) + radius;
  const reach = highest >= 89 ? 360 : radius / Math.max(0.02, Math.cos(highest * DEGREE));
  return (west: number, east: number, south: number, north: number): boolean => {
    if (radius >= 90) return true;
    if (north < lat - radius || south > lat + radius) return false;
    // As it is, or a turn to the east or to the west.
    if (west <= lon + reach && east >= lon - reach) return true;
    if (west <= lon - 360 + reach && east >= lon - 360 - reach) return true;
    return west <= lon + 360 + reach && east >= lon + 360 - reach;
  };
}

/** An island of a few points may turn over when some are left out: it would then bound the rest of the world. */
export function isClockwise(ring: readonly number[]): boolean {
  let area = 0;
  for (let i = 0, last = ring.length - 2; i < ring.length; last = i, i += 2) {
    area += (ring[last] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[last + 1] ?? 0);
  }
  return area < 0;
}

/** Without the points that nobody could tell apart, and with few beyond the edge: longitudes and latitudes in turn. */
export function thinned({ points, stretches }: Ring, view: View): number[] {
  const { center, radius, degreePerPixel } = view;
  const fine = degreePerPixel * 0.45;
  const coarse = Math.max(fine, radius * COARSE);
  const reach = Math.min(180, radius * (1 + 2 * COARSE));
  const [lon0, lat0] = center;
  const [sin0, cos0] = [Math.sin(lat0 * DEGREE), Math.cos(lat0 * DEGREE)];
  const bound = Math.cos(reach * DEGREE);
  const isNear = nearTo(view, reach);
  const kept: number[] = [];
  // No function of its own looks at a point: what functions share and change is kept anew at each change, for millions.
  let lastLon = 1e9;
  let lastLat = 1e9;
  let pendingLon = Number.NaN;
  let pendingLat = 0;
  let wasIn = false;
  for (let at = 0; at < stretches.length; at += 4) {
    const from = (at / 4) * STRETCH * 2;
    const end = Math.min(points.length, from + STRETCH * 2);
    const [west, east] = [stretches[at] ?? 0, stretches[at + 1] ?? 0];
    const near = isNear(west, east, stretches[at + 2] ?? 0, stretches[at + 3] ?? 0);
    // A stretch that is far off is its ends.
    const step = near ? 2 : Math.max(2, end - from - 2);
    for (let i = from; i < end; i += step) {
      const lon = points[i] ?? 0;
      const lat = points[i + 1] ?? 0;
      const squeeze = SQUEEZE[Math.min(90, Math.round(Math.abs(lat)))] ?? 0;
      const far = Math.abs(lon - lastLon) * squeeze + Math.abs(lat - lastLat);
      let keeps = false;
      // Most points are closer: where they lie need not be known.
      if (far > fine) {
        const isIn = radius >= 90 || (near && cosineTo(lon, lat, lon0, sin0, cos0) > bound);
        if (isIn && !wasIn && !Number.isNaN(pendingLon)) kept.push(pendingLon, pendingLat);
        keeps = isIn || isIn !== wasIn || far > coarse;
        wasIn = isIn;
      }
      if (keeps) {
        kept.push(lon, lat);
        lastLon = lon;
        lastLat = lat;
      }
      pendingLon = keeps ? Number.NaN : lon;
      pendingLat = lat;
    }
  }
  return kept;
}

/** Of the angle between a point and the view's centre. */
function cosineTo(lon: number, lat: number, lon0: number, sin0: number, cos0: number): number {
  const along = Math.cos(lat * DEGREE) * cos0 * Math.cos((lon - lon0) * DEGREE);
  return Math.sin(lat * DEGREE) * sin0 + along;
}

/** How much shorter a degree of longitude is at each degree of latitude. */
const SQUEEZE = Array.from({ length: 91 }, (_, lat) => Math.cos(lat * DEGREE));
