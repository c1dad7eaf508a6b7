/** Which part of the world a map shows, and how the globe lies flat on it. */
import { type GeoProjection, geoDistance, geoEqualEarth, geoStereographic } from 'd3-geo';
import type { Box } from '../scene.ts';

/** Longitude and latitude in degrees. */
export type LonLat = readonly [number, number];

export const DEGREE = Math.PI / 180;

export type View = {
  readonly projection: GeoProjection;
  readonly box: Box;
  readonly center: LonLat;
  /** From the centre to the farthest corner, in degrees; 180 where the whole world is shown. */
  readonly radius: number;
  readonly degreePerPixel: number;
  /** How wide the view is at its middle. */
  readonly widthKm: number;
};

/** Beyond this a plane picture of a part of the globe is too bent, and the whole world is shown. */
const WIDEST_RADIUS = 62;
const KM_PER_DEGREE = 111.2;
const OVERSCAN = 3;
/** A map of the world is at most so much closer than the whole. */
const MOST_ZOOM = 2.4;

/**
 * The view that holds the points within `room`, a part of `box`; at least `leastKm` wide. North is up in the middle;
 * angles are true everywhere, so that a coast has its shape anywhere in the world, over the poles and the antimeridian.
 */
export function viewOf(points: readonly LonLat[], box: Box, room: Box, leastKm: number): View {
  let center = middleOf(points);
  const spread = Math.max(0, ...points.map((point) => geoDistance([...center], [...point]) / DEGREE));
  if (spread > WIDEST_RADIUS) return worldView(points, box, room);
  let scale = 1;
  let projection = geoStereographic();
  for (let round = 0; round < 4; round += 1) {
    projection = stereographic(center);
    const flat = points.map((point) => projection([...point]) ?? [0, 0]);
    const bounds = boundsOf(flat);
    const least = (leastKm / KM_PER_DEGREE) * DEGREE;
    scale = Math.min(
      room.w / Math.max(bounds.w, least * (room.w / box.w)),
      room.h / Math.max(bounds.h, least * (room.h / box.w)),
    );
    const inverted = projection.invert?.([bounds.x + bounds.w / 2, bounds.y + bounds.h / 2]);
    if (round < 3 && inverted) center = inverted;
    else projection = stereographic(center);
  }
  projection = stereographic(center)
    .scale(scale)
    .translate([room.x + room.w / 2, room.y + room.h / 2]);
  return finished(projection, box);
}

/** The same projection as a round number of kilometres on each side of a point. */
export function viewAround(center: LonLat, acrossKm: number, box: Box): View {
  const scale = box.w / ((acrossKm / KM_PER_DEGREE) * DEGREE);
  return finished(
    stereographic(center)
      .scale(scale)
      .translate([box.x + box.w / 2, box.y + box.h / 2]),
    box,
  );
}

export function toPixels({ projection }: View, point: LonLat): readonly [number, number] {
  const found = projection([...point]);
  return found ?? [Number.NaN, Number.NaN];
}

/** Of points on the globe. */
export function middleOf(points: readonly LonLat[]): LonLat {
  let [x, y, z] = [0, 0, 0];
  for (const [lon, lat] of points) {
    x += Math.cos(lat * DEGREE) * Math.cos(lon * DEGREE);
    y += Math.cos(lat * DEGREE) * Math.sin(lon * DEGREE);
    z += Math.sin(lat * DEGREE);
  }
  if (Math.hypot(x, y, z) < 1e-6 * Math.max(1, points.length)) return [0, 0];
  return [Math.atan2(y, x) / DEGREE, Math.atan2(z, Math.hypot(x, y)) / DEGREE];
}

function stereographic([lon, lat]: LonLat): GeoProjection {
  return geoStereographic().rotate([-lon, -lat]).scale(1).translate([0, 0]).precision(0);
}

/** The whole world, or as much closer as all the points allow: two continents fill the map then. */
function worldView(points: readonly LonLat[], box: Box, room: Box): View {
  const lon = bestMeridian(points);
  const projection = geoEqualEarth().rotate([-lon, 0]);
  const [middleX, middleY] = [box.x + box.w / 2, box.y + box.h / 2];
  projection.fitSize([box.w, box.h], { type: 'Sphere' }).translate([middleX, middleY]);
  const bounds = boundsOf(points.map((point) => projection([...point]) ?? [middleX, middleY]));
  const fits = Math.min(room.w / Math.max(1, bounds.w), room.h / Math.max(1, bounds.h));
  const zoom = Math.max(1, Math.min(MOST_ZOOM, fits));
  const [top, bottom] = [-90, 90].map((lat) => (projection([lon, lat])?.[1] ?? middleY) - middleY);
  const tall = ((top ?? 0) - (bottom ?? 0)) * zoom;
  // Moved up or down as far as the points need, and no farther than the poles.
  const off = (bounds.y + bounds.h / 2 - middleY) * zoom;
  const slack = Math.max(0, (tall - box.h) / 2);
  const up = Math.max(-slack, Math.min(slack, off - (room.y + room.h / 2 - middleY)));
  const across = zoom > 1 ? (bounds.x + bounds.w / 2 - middleX) * zoom : 0;
  projection
    .scale(projection.scale() * zoom)
    .translate([middleX - across, middleY - up])
    .precision(0.4)
    .clipExtent(overscanned(box));
  return {
    projection,
    box,
    center: [lon, 0],
    radius: 180,
    degreePerPixel: 360 / box.w / zoom,
    widthKm: 40_000 / zoom,
  };
}

/** The middle of a map of the world: opposite the widest gap between points. */
function bestMeridian(points: readonly LonLat[]): number {
  const lons = points.map(([lon]) => lon).sort((a, b) => a - b);
  let [gap, at] = [0, 180];
  lons.forEach((lon, index) => {
    const next = lons[index + 1] ?? (lons[0] ?? 0) + 360;
    if (next - lon > gap) [gap, at] = [next - lon, lon + (next - lon) / 2];
  });
  return ((at + 360) % 360) - 180;
}

function finished(projection: GeoProjection, box: Box): View {
  const corner = (x: number, y: number) => projection.invert?.([x, y]) ?? [0, 0];
  const center = corner(box.x + box.w / 2, box.y + box.h / 2);
  const corners = [
    corner(box.x, box.y),
    corner(box.x + box.w, box.y),
    corner(box.x, box.y + box.h),
    corner(box.x + box.w, box.y + box.h),
  ];
  const radius = Math.max(...corners.map((one) => geoDistance(center, one) / DEGREE)) * 1.05;
  const widthDegrees =
    geoDistance(corner(box.x, box.y + box.h / 2), corner(box.x + box.w, box.y + box.h / 2)) / DEGREE;
  projection.clipExtent(overscanned(box));
  return {
    projection,
    box,
    center,
    radius,
    degreePerPixel: widthDegrees / box.w,
    widthKm: widthDegrees * KM_PER_DEGREE,
  };
}

function overscanned({ x, y, w, h }: Box): [[number, number], [number, number]] {
  return [
    [x - OVERSCAN, y - OVERSCAN],
    [x + w + OVERSCAN, y + h + OVERSCAN],
  ];
}

export function boundsOf(points: readonly (readonly number[])[]): Box {
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}
