/**
 * `node src/pictures/data/make/land.cli.ts`: Natural Earth's land at 1:10m (world-atlas) as `land.bin`, which ships with
 * the bot. Whole rings on world-atlas's own grid, each as its first point and steps, unwrapped across the antimeridian
 * (land.ts reads it). Nothing in it says whose land it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Point = readonly [number, number];

const source = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
const topology = JSON.parse(readFileSync(source, 'utf8')) as Topology<{ land: GeometryCollection }>;
const transform = topology.transform;
if (transform === undefined) throw new Error('world-atlas is expected to be on a grid');
const [stepX, stepY] = transform.scale;
const TURN = Math.round(360 / stepX);

const polygons = feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
});
// A lake as large as a sea is turned round, so that each ring by itself bounds what it encloses; even-odd filling does
// the rest.
const rings = polygons.flatMap((polygon) =>
  polygon.map((ring, at) => unwrapped((at === 0 ? ring : ring.toReversed()) as unknown as Point[])),
);

const bytes: number[] = [];
put(rings.length);
for (const ring of rings) {
  put(ring.length);
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of ring) {
    put(zigzag(nextX - x));
    put(zigzag(nextY - y));
    [x, y] = [nextX, nextY];
  }
}
const packed = brotliCompressSync(Buffer.from(bytes), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(new URL('../land.bin', import.meta.url), packed);
writeFileSync(
  new URL('../land.json', import.meta.url),
  `${JSON.stringify({ scale: transform.scale, translate: transform.translate }, null, 2)}\n`,
);
console.log(`land.bin: ${rings.length} rings, ${bytes.length} bytes, ${packed.length} packed`);

/** On the grid, with no jump at the antimeridian; one that goes round a pole is closed beyond it. */
function unwrapped(ring: readonly Point[]): Point[] {
  let turns = 0;
  let last: number | undefined;
  const result: [number, number][] = [];
  for (const [lon, lat] of ring) {
    const x = Math.round((lon + 180) / stepX);
    if (last !== undefined && x - last > TURN / 2) turns -= 1;
    if (last !== undefined && x - last < -TURN / 2) turns += 1;
    last = x;
    result.push([x + turns * TURN, Math.round((lat - (transform?.translate[1] ?? 0)) / stepY)]);
  }
  const [first] = result;
  const end = result.at(-1);
  if (first === undefined || end === undefined) return result;
  if (Math.abs(end[0] - first[0]) < TURN / 2) return result.slice(0, -1);
  const pole = Math.round((-90 - (transform?.translate[1] ?? 0)) / stepY);
  return [...result, [end[0], pole], [first[0], pole]];
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function put(value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
