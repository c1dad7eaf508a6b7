/** Public holidays, by country and region; `data/make-holidays.ts` says where they come from. Pure. */
import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import data from './data/holidays.json' with { type: 'json' };

type Place = { readonly name: string; readonly days: Readonly<Record<string, string>> };

const PLACES: Readonly<Record<string, Place>> = data.places;

/** The last year that is known. */
export const LAST_YEAR = data.from + data.years - 1;

/** The holiday of a country or region ('JP', 'DE-BY') on a date ('YYYY-MM-DD'); undefined where there is none. */
export function holidayOn(region: string, date: string): string | undefined {
  const place = PLACES[region];
  const year = Number(date.slice(0, 4)) - data.from;
  if (place === undefined || year < 0 || year >= data.years) return undefined;
  const day = date.slice(5).replace('-', '');
  const own = nameOn(place.days, year, day, () => true);
  if (own !== undefined || !region.includes('-')) return own;
  // What a region says of a holiday stands for its country's.
  return nameOn(PLACES[region.slice(0, 2)]?.days ?? {}, year, day, (name) => !(name in place.days));
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
  const name = PLACES[region]?.name ?? region;
  return region.includes('-') ? `${name}, ${PLACES[region.slice(0, 2)]?.name ?? region.slice(0, 2)}` : name;
}

/** The country or region that was typed: its code, or its name in any language that is read; undefined where none. */
export function placeOf(typed: string): string | undefined {
  const code = typed.trim().toUpperCase().replace(/[\s_]/gu, '-');
  if (Object.hasOwn(PLACES, code)) return code;
  const plain = plainName(typed);
  return NAMES.get(plain) ?? NAMES.get(plain.replace(/^the /u, ''));
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

countries.registerLocale(english);

const NAMES: ReadonlyMap<string, string> = new Map([
  // A region's name means it where no country is called so.
  ...Object.entries(PLACES)
    .filter(([code]) => code.includes('-'))
    .map(([code, { name }]) => [plainName(name), code] as const),
  ...Object.entries(PLACES)
    .filter(([code]) => !code.includes('-'))
    .flatMap(([code, { name }]) => [name, ...named(code)].map((one) => [plainName(one), code] as const)),
  ...Object.entries(MORE).filter(([, code]) => code in PLACES),
]);

function named(code: string): readonly string[] {
  return countries.getName(code, 'en', { select: 'all' }) ?? [];
}

function plainName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.'’]/gu, '').trim();
}
