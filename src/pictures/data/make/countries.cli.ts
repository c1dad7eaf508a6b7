/**
 * `node src/pictures/data/make/countries.cli.ts`: where a country's name may stand on a map, out of Natural Earth's
 * countries at 1:50m, as `countries.json`. No border is kept, only points well inside: each with how many kilometres
 * of the country lie around it. Names that would take a side are left out, and so are points in contested regions.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Ring = readonly (readonly number[])[];

/** Whose status as a state, or whose name, is contested; and what is no country. */
const UNNAMED = new Set([
  'W. Sahara', 'Taiwan', 'Palestine', 'Kosovo', 'N. Cyprus', 'Somaliland', 'Falkland Is.', 'Siachen Glacier',
  'Hong Kong', 'Macao', 'Antarctica', 'Fr. S. Antarctic Lands', 'S. Geo. and the Is.', 'Br. Indian Ocean Ter.',
  'Indian Ocean Ter.', 'Heard I. and McDonald Is.', 'Ashmore and Cartier Is.', 'Åland',
]); // biome-ignore format: a list

const FULL: Readonly<Record<string, string>> = {
  'Dem. Rep. Congo': 'DR Congo', 'Central African Rep.': 'Central African Republic',
  'Dominican Rep.': 'Dominican Republic', 'Bosnia and Herz.': 'Bosnia and Herzegovina', 'S. Sudan': 'South Sudan',
  'Eq. Guinea': 'Equatorial Guinea', Macedonia: 'North Macedonia', eSwatini: 'Eswatini', 'Solomon Is.': 'Solomon Islands',
  'Marshall Is.': 'Marshall Islands', 'Antigua and Barb.': 'Antigua and Barbuda', 'St. Vin. and Gren.': 'St Vincent and the Grenadines',
  'St. Kitts and Nevis': 'St Kitts and Nevis', 'Saint Lucia': 'St Lucia', 'Faeroe Is.': 'Faroe Islands', 'Cook Is.': 'Cook Islands',
  'Cayman Is.': 'Cayman Islands', 'N. Mariana Is.': 'Northern Mariana Islands', 'U.S. Virgin Is.': 'US Virgin Islands',
  'British Virgin Is.': 'British Virgin Islands', 'Turks and Caicos Is.': 'Turks and Caicos Islands', 'Fr. Polynesia': 'French Polynesia',
  'Wallis and Futuna Is.': 'Wallis and Futuna', 'Pitcairn Is.': 'Pitcairn Islands', 'São Tomé and Principe': 'São Tomé and Príncipe',
  'Cabo Verde': 'Cape Verde', 'United States of America': 'United States', 'St-Barthélemy': 'St Barthélemy', 'St-Martin': 'St Martin',
  'St. Pierre and Miquelon': 'St Pierre and Miquelon', Turkey: 'Türkiye',
}; // biome-ignore format: a list

/** West, south, east, north: no name of a country stands here. */
const CONTESTED = [
  [32.4, 44.3, 36.7, 46.1], [73, 32.3, 80.5, 37.2], [91.5, 26.5, 97.5, 29.6], [35.6, 32.6, 36, 33.4], [-17.2, 20.7, -8.6, 27.7],
  [145.3, 43.3, 149, 45.7], [37.5, 46.8, 40.2, 50.2], [33, 45.5, 37.5, 48.2], [39.9, 41, 44.6, 43.6], [28.2, 46.2, 30.3, 48.2],
  [20.8, 41.8, 21.8, 43.3], [32.2, 34.5, 34.7, 35.8], [42.5, 8, 49.5, 11.6], [34.2, 31.2, 35.6, 32.6], [45.5, 39.2, 47.2, 40.4],
] as const; // biome-ignore format: a list

const EARTH_KM = 6371;
const KM_PER_DEGREE = 111.2;
const AREA_PER_POINT = 160_000;
const MOST_POINTS = 70;

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const topology = JSON.parse(readFileSync(source, 'utf8')) as Topology<{
  countries: GeometryCollection<{ name: string }>;
}>;

const countries = feature(topology, topology.objects.countries).features.flatMap((country) => {
  const { name } = country.properties;
  if (UNNAMED.has(name)) return [];
  const { geometry } = country;
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const points = polygons
    .map((rings) => ({ rings, km2: geoArea({ type: 'Polygon', coordinates: rings }) * EARTH_KM ** 2 }))
    .sort((a, b) => b.km2 - a.km2)
    .slice(0, 4)
    .flatMap(({ rings, km2 }, at) => (at > 0 && km2 < 20_000 ? [] : pointsIn(rings, km2)));
  return points.length === 0 ? [] : [{ name: FULL[name] ?? name, points }];
});
const lines = countries.sort((a, b) => (a.name < b.name ? -1 : 1)).map((country) => JSON.stringify(country));
writeFileSync(new URL('../countries.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
console.log(
  `countries.json: ${countries.length} countries, ${countries.flatMap(({ points }) => points).length} points`,
);
console.log(countries.filter(({ name }) => name.includes('.')).map(({ name }) => name));

/** Points inside, the roomiest first, each [longitude, latitude, kilometres to the border or coast]. */
function pointsIn(rings: readonly Ring[], km2: number): number[][] {
  const ring = unwrapped(rings[0] ?? []);
  const [lons, lats] = [ring.map(([lon = 0]) => lon), ring.map(([, lat = 0]) => lat)];
  const [west, east, south, north] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const step = Math.max(0.02, Math.min(2.5, Math.sqrt(((east - west) * (north - south)) / 900)));
  const found: [number, number, number][] = [];
  for (let lon = west + step / 2; lon < east; lon += step) {
    for (let lat = south + step / 2; lat < north; lat += step) {
      const point: [number, number] = [((lon + 540) % 360) - 180, lat];
      if (isContested(point) || !geoContains({ type: 'Polygon', coordinates: rings as number[][][] }, point))
        continue;
      found.push([point[0], lat, roomAround(lon, lat, ring)]);
    }
  }
  found.sort((a, b) => b[2] - a[2]);
  const most = Math.min(MOST_POINTS, Math.ceil(km2 / AREA_PER_POINT) + 1);
  const chosen: [number, number, number][] = [];
  for (const one of found) {
    if (chosen.length === most) break;
    if (chosen.every((other) => apart(one, other) > Math.max(one[2] * 0.9, 40))) chosen.push(one);
  }
  return chosen.map(([lon, lat, km]) => [
    Math.round(lon * 100) / 100,
    Math.round(lat * 100) / 100,
    Math.round(km),
  ]);
}

function isContested([lon, lat]: readonly [number, number]): boolean {
  return CONTESTED.some(
    ([west, south, east, north]) => lon > west && lon < east && lat > south && lat < north,
  );
}

function roomAround(lon: number, lat: number, ring: Ring): number {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (const [x = 0, y = 0] of ring) least = Math.min(least, Math.hypot((x - lon) * squeeze, y - lat));
  return least * KM_PER_DEGREE;
}

function apart([a, b]: readonly number[], [c, d]: readonly number[]): number {
  const turn = Math.abs((a ?? 0) - (c ?? 0));
  const lon = Math.min(turn, 360 - turn) * Math.cos((((b ?? 0) + (d ?? 0)) / 360) * Math.PI);
  return Math.hypot(lon, (b ?? 0) - (d ?? 0)) * KM_PER_DEGREE;
}

function unwrapped(ring: Ring): Ring {
  const [[first = 0] = []] = ring;
  return ring.map(([lon = 0, lat = 0]) => [
    lon - first > 180 ? lon - 360 : lon - first < -180 ? lon + 360 : lon,
    lat,
  ]);
}
