/**
 * From what people call a place to its IANA time zone. The zones and their main cities and countries come from
 * the zone database (@vvo/tzdb) and from Intl; names that both lack stand in zone-names.ts.
 */
import { rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import { farness } from './nearness.ts';
import { ABBREVIATIONS, CITIES, COUNTRIES } from './zone-names.ts';

/** What a name may mean. */
export type FoundZone =
  | { readonly kind: 'one'; readonly zone: string }
  /** Several, the likeliest first. */
  | { readonly kind: 'several'; readonly zones: readonly string[] }
  | { readonly kind: 'none' };

/** The most words that a zone's name has: 'united states minor outlying islands'. */
export const LONGEST_NAME = 6;

/** A name as it is compared: no case, no accents, no punctuation. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’‘`]/gu, '')
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}

/** The zone that a name, an abbreviation or an offset means. */
export function findZone(name: string): FoundZone {
  const offset = offsetZone(name);
  if (offset !== undefined) return { kind: 'one', zone: offset };
  const plain = plainName(name);
  const zones = ZONES.get(plain) ?? ZONES.get(plain.replace(/ time$/u, '')) ?? ianaAlias(plain);
  const [first, ...more] = zones;
  if (first === undefined) return { kind: 'none' };
  return more.length === 0 ? { kind: 'one', zone: first } : { kind: 'several', zones };
}

/** The one zone that a name means; undefined where it means none, or several of which none is the likeliest. */
export function zoneOf(name: string): string | undefined {
  const found = findZone(name);
  if (found.kind === 'none') return undefined;
  if (found.kind === 'one') return found.zone;
  // An abbreviation's first is the likeliest by far: 'PST' is Los Angeles, however many others there are.
  return /^[A-Za-z]{2,5}$/u.test(name.trim()) ? found.zones[0] : undefined;
}

/** The zones whose names come nearest to a misspelt one, the nearest first; none where nothing is near. */
export function nearestZones(name: string, most: number): string[] {
  const plain = plainName(name);
  if (plain.length < 3) return [];
  const allowed = Math.max(1, Math.floor(plain.length / 3));
  const near = [...ZONES]
    .filter(([key]) => key.length > 3)
    .map(([key, zones]) => ({ zones, key, far: farness(plain, key, allowed) }))
    .filter(({ far }) => far <= allowed)
    .sort((a, b) => a.far - b.far || a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
  return [...new Set(near.flatMap(({ zones }) => zones))].slice(0, most);
}

/** How a zone is shown: 'Tokyo, Japan', 'UTC+9'. */
export function zoneLabel(zone: string): string {
  if (/^[+-]/u.test(zone)) return `UTC${zone.replace(/^([+-])0/u, '$1').replace(/:00$/u, '')}`;
  const country = COUNTRY_OF.get(zone);
  const city = cityOf(zone);
  return country === undefined || country === city ? city : `${city}, ${country}`;
}

/** The shortest words that mean this zone and no other: a control has room for few. */
export function zoneWord(zone: string): string {
  const parts = zone.split('/');
  const words = parts.map((_, i) =>
    parts
      .slice(parts.length - 1 - i)
      .join('/')
      .replaceAll('_', ' '),
  );
  const shortest = words.find((word) => {
    const found = findZone(word);
    return found.kind === 'one' && found.zone === zone;
  });
  return shortest ?? zone;
}

/** 'UTC+9', '+05:30', 'gmt-3' as Temporal's fixed-offset zone, '+09:00'; from -12:00 to +14:00, as on Earth. */
function offsetZone(name: string): string | undefined {
  const found = /^(?:utc|gmt|z)?\s*([+\u2212\u2013-])\s*(\d{1,2})(?::?([0-5]\d))?$/iu.exec(name.trim());
  if (found === null) return /^(utc|gmt|z|zulu)$/iu.test(name.trim()) ? 'UTC' : undefined;
  const [, sign, hours, minutes = '00'] = found;
  const signed = (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  if (signed === 0) return 'UTC';
  if (signed < -12 * 60 || signed > 14 * 60) return undefined;
  return `${sign === '+' ? '+' : '-'}${String(hours).padStart(2, '0')}:${minutes}`;
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  rawTimeZones.flatMap((raw) => [raw.name, ...raw.group].map((zone) => [zone, raw.countryName] as const)),
);

/** Every name that is known, as `plainName` makes it, with the zones that it may mean. */
const ZONES: ReadonlyMap<string, readonly string[]> = allNames();

function allNames(): Map<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  const add = (name: string, zone: string): void => {
    const plain = plainName(name);
    names.set(plain, (names.get(plain) ?? new Set()).add(zone));
  };
  for (const raw of rawTimeZones) {
    add(raw.countryName, raw.name);
    for (const cities of raw.mainCities) for (const city of cities.split(' / ')) add(city, raw.name);
  }
  for (const raw of rawTimeZones) {
    const time = raw.alternativeName.replace(/ Time$/u, '');
    // 'Israel Time' is Israel; 'Pacific Time' has its zones of the same name.
    if (!names.has(plainName(time)) || names.get(plainName(time))?.has(raw.name))
      add(`${time} Time`, raw.name);
  }
  const known = new Map<string, readonly string[]>([...names].map(([name, zones]) => [name, [...zones]]));
  // A zone's own city means that zone, whatever other cities share its name, unless zone-names.ts says otherwise.
  for (const zone of timeZonesNames) known.set(plainName(cityOf(zone)), [zone]);
  for (const [name, zones] of Object.entries({ ...ABBREVIATIONS, ...COUNTRIES, ...CITIES }))
    known.set(plainName(name), zones);
  for (const zone of timeZonesNames) {
    const [, state, city] = zone.split('/');
    if (city !== undefined) known.set(plainName(`${state}/${city}`), [zone]);
    known.set(plainName(zone), [zone]);
  }
  return known;
}

/** The IANA database's own other names ('US/Eastern', 'Asia/Calcutta'), as Intl resolves them. */
function ianaAlias(plain: string): readonly string[] {
  if (!/^[a-z]+(\/[a-z0-9+ -]+)+$/u.test(plain)) return [];
  for (const name of [plain.replaceAll(' ', '_'), plain.replaceAll(' ', '-')]) {
    const resolved = resolve(name);
    if (resolved !== undefined) return [MODERN.get(resolved) ?? resolved];
  }
  return [];
}

function resolve(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Intl answers with some names of old ('Asia/Calcutta'); these are today's. */
const MODERN: ReadonlyMap<string, string> = new Map(
  timeZonesNames.filter((zone) => resolve(zone) !== zone).map((zone) => [resolve(zone) ?? zone, zone]),
);
