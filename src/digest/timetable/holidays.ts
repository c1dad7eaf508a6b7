/**
 * Public holidays, by country and region; `data/make-holidays.ts` says where they come from. Read when somebody first
 * asks for one: few channels skip any.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Place = { readonly name: string; readonly days: Readonly<Record<string, string>> };

type Holidays = {
  readonly from: number;
  readonly years: number;
  readonly places: Readonly<Record<string, Place>>;
};

let read: Holidays | undefined;

function holidays(): Holidays {
  read ??= JSON.parse(readFileSync(new URL('data/holidays.json', import.meta.url), 'utf8')) as Holidays;
  return read;
}

/** The last year that is known. */
export function lastYear(): number {
  const { from, years } = holidays();
  return from + years - 1;
}

/** The holiday of a country or region ('JP', 'DE-BY') on a date ('YYYY-MM-DD'); undefined where there is none. */
export function holidayOn(region: string, date: string): string | undefined {
  const { from, years, places } = holidays();
  const place = places[region];
  const year = Number(date.slice(0, 4)) - from;
  if (place === undefined || year < 0 || year >= years) return undefined;
  const day = date.slice(5).replace('-', '');
  const own = nameOn(place.days, year, day, () => true);
  if (own !== undefined || !region.includes('-')) return own;
  // What a region says of a holiday stands for its country's.
  return nameOn(places[region.slice(0, 2)]?.days ?? {}, year, day, (name) => !(name in place.days));
}

function nameOn(
  days: Place['days'],
  year: number,
  day: string,
  counts: (name: string) => boolean,
): string | undefined {
  for (const [name, dates] of Object.entries(days)) {
    const each = dates.split(' ');
    const ofYear = (each.length === 1 ? each[0] : each[year]) ?? '';
    if (ofYear.split('+').includes(day) && counts(name)) return name;
  }
  return undefined;
}

/** How a country or region is called: 'Japan', 'Bavaria, Germany'. */
export function placeName(region: string): string {
  const { places } = holidays();
  const name = places[region]?.name ?? region;
  return region.includes('-') ? `${name}, ${places[region.slice(0, 2)]?.name ?? region.slice(0, 2)}` : name;
}

/** The country or region that was typed: its code, or its name in any language that is read; undefined where none. */
export function placeOf(typed: string): string | undefined {
  const code = typed.trim().toUpperCase().replace(/[\s_]/gu, '-');
  if (Object.hasOwn(holidays().places, code)) return code;
  const plain = plainName(typed);
  names ??= namesIn(holidays());
  return names.get(plain) ?? names.get(plain.replace(/^the /u, ''));
}

const MORE: Readonly<Record<string, string>> = {
  uk: 'GB',
  britain: 'GB',
  'great britain': 'GB',
  england: 'GB-ENG',
  scotland: 'GB-SCT',
  wales: 'GB-WLS',
  'northern ireland': 'GB-NIR',
  bavaria: 'DE-BY',
  america: 'US',
  usa: 'US',
  korea: 'KR',
  'south korea': 'KR',
  holland: 'NL',
  turkey: 'TR',
  russia: 'RU',
  vietnam: 'VN',
};

let names: ReadonlyMap<string, string> | undefined;

function namesIn({ places }: Holidays): ReadonlyMap<string, string> {
  const list = createRequire(import.meta.url).resolve('i18n-iso-countries/langs/en.json');
  const { countries } = JSON.parse(readFileSync(list, 'utf8')) as {
    countries: Readonly<Record<string, string | readonly string[]>>;
  };
  const named = (code: string) => [countries[code] ?? []].flat();
  return new Map([
    // A region's name means it where no country is called so.
    ...Object.entries(places)
      .filter(([code]) => code.includes('-'))
      .map(([code, { name }]) => [plainName(name), code] as const),
    ...Object.entries(places)
      .filter(([code]) => !code.includes('-'))
      .flatMap(([code, { name }]) => [name, ...named(code)].map((one) => [plainName(one), code] as const)),
    ...Object.entries(MORE).filter(([, code]) => code in places),
  ]);
}

function plainName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.'’]/gu, '').trim();
}
