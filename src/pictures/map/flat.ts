/** A ring of the globe as it lies on a map, cut at the map's edge. */
import { type GeoProjection, geoStream } from 'd3-geo';
import { DEGREE } from './view.ts';

export type Flat = readonly (readonly [number, number])[];

/** In any projection: d3 cuts it at the antimeridian too, which takes five times as long as `flatRing`. */
export function flatParts(ring: readonly number[], projection: GeoProjection): Flat[] {
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
  const closed = Array.from({ length: ring.length / 2 + 1 }, (_, at) => {
    const from = (at * 2) % ring.length;
    return [ring[from] ?? 0, ring[from + 1] ?? 0];
  });
  geoStream({ type: 'Polygon', coordinates: [closed] }, projection.stream(sink));
  return found.filter((one) => one.length > 2);
}

/**
 * In a stereographic projection, which has no edge: only the point opposite to its middle lies nowhere, so that a ring
 * around that one must not come here.
 */
export function flatRing(ring: readonly number[], projection: GeoProjection): Flat {
  const [turn, tilt] = projection.rotate();
  const [tx, ty] = projection.translate();
  const scale = projection.scale();
  const [sin0, cos0] = [Math.sin(-tilt * DEGREE), Math.cos(-tilt * DEGREE)];
  const points: [number, number][] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const [lon, lat] = [((ring[i] ?? 0) + turn) * DEGREE, (ring[i + 1] ?? 0) * DEGREE];
    const [sin, cos] = [Math.sin(lat), Math.cos(lat)];
    const along = cos * Math.cos(lon);
    const size = scale / (1 + sin0 * sin + cos0 * along);
    points.push([tx + size * cos * Math.sin(lon), ty - size * (cos0 * sin - sin0 * along)]);
  }
  const [[west, north], [east, south]] = projection.clipExtent() ?? [
    [-1e9, -1e9],
    [1e9, 1e9],
  ];
  return [
    [0, west, 1],
    [0, east, -1],
    [1, north, 1],
    [1, south, -1],
  ].reduce<Flat>((left, [axis, at, side]) => cutAt(left, axis as 0 | 1, at ?? 0, side ?? 1), points);
}

/** What lies on one side of a line, which runs along an axis. */
function cutAt(points: Flat, axis: 0 | 1, at: number, side: number): Flat {
  const beyond = (point: Flat[number]) => (point[axis] - at) * side < 0;
  if (!points.some(beyond)) return points;
  const kept: Flat[number][] = [];
  let last = points.at(-1);
  for (const point of points) {
    if (last !== undefined && beyond(point) !== beyond(last)) {
      const part = (at - last[axis]) / (point[axis] - last[axis]);
      const across = last[1 - axis] ?? 0;
      const other = across + part * ((point[1 - axis] ?? 0) - across);
      kept.push(axis === 0 ? [at, other] : [other, at]);
    }
    if (!beyond(point)) kept.push(point);
    last = point;
  }
  return kept;
}
