/** Countries, towns and the names of their people, from tables made ahead. */
import { rowsOf } from '../data/lists.ts';

export type Spot = {
  readonly kind: 'country' | 'city' | 'region';
  readonly name: string;
  readonly country: string;
  /** Longitude and latitude; a country's are its capital's. */
  readonly at?: readonly [number, number];
  readonly thousands: number;
};

/** The countries and towns of a name, the largest first. */
export function spotsOf(name: string): readonly Spot[] {
  return gazetteer().spots.get(plain(name)) ?? [];
}

/** The country whose people or things are called so: 'Finnish' is FI. */
export function countryOfPeople(word: string): string | undefined {
  return gazetteer().peoples.get(word);
}

/** The country whose seat of government a town is. */
export function countryOfCapital(name: string): string | undefined {
  return gazetteer().capitals.get(name);
}

/** What its people are called, and what else the country goes by. */
export function wordsOfCountry(code: string): readonly string[] {
  return [...gazetteer().peoples].filter(([, its]) => its === code).map(([word]) => word);
}

/** 'Torun' is Toruń. */
function plain(name: string): string {
  if (/^[ -~]*$/.test(name)) return name;
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('’', "'");
}

type Gazetteer = {
  readonly spots: Map<string, Spot[]>;
  readonly peoples: Map<string, string>;
  readonly capitals: Map<string, string>;
};

let known: Gazetteer | undefined;

function gazetteer(): Gazetteer {
  known ??= read();
  return known;
}

function read(): Gazetteer {
  const found: Gazetteer = { spots: new Map(), peoples: new Map(), capitals: new Map() };
  const put = (spot: Spot): void => {
    const key = plain(spot.name);
    const known = found.spots.get(key);
    if (known) known.push(spot);
    else found.spots.set(key, [spot]);
  };
  const centres = new Map<string, readonly [number, number]>();
  for (const [code = '', capital = '', longitude = '', latitude = '', names = '', people = ''] of rowsOf(
    'countries.tsv',
  )) {
    if (longitude) centres.set(code, [Number(longitude), Number(latitude)]);
    if (capital) found.capitals.set(capital.replace(/, D\.C\.$/, ''), code);
    for (const name of names.split('|').filter(isPlain)) put(countryOf(name, code, centres));
    if (people && !people.includes(' - ')) found.peoples.set(people, code);
  }
  for (const [code = '', names = '', peoples = ''] of rowsOf('more-peoples.tsv')) {
    for (const name of names.split('|').filter(Boolean)) put(countryOf(name, code, centres));
    for (const people of peoples.split('|').filter(Boolean)) found.peoples.set(people, code);
  }
  for (const [name = '', country = '', longitude, latitude, thousands] of rowsOf('cities.tsv'))
    put({
      kind: 'city',
      name,
      country,
      at: [Number(longitude), Number(latitude)],
      thousands: Number(thousands),
    });
  for (const name of rowsOf('regions.txt').flat())
    put({ kind: 'region', name, country: '', thousands: 1_000 });
  return found;
}

function isPlain(name: string): boolean {
  return name !== '' && !/[,(]/.test(name);
}

function countryOf(
  name: string,
  country: string,
  centres: ReadonlyMap<string, readonly [number, number]>,
): Spot {
  const at = centres.get(country);
  return { kind: 'country', name, country, ...(at ? { at } : {}), thousands: 1_000_000 };
}
