/** Names for orientation: countries, waters, great islands, towns. They stand where there is room, or not at all. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import countries from '../data/countries.json' with { type: 'json' };
import regions from '../data/regions.json' with { type: 'json' };
import waters from '../data/waters.json' with { type: 'json' };
import { kmBetween } from './land.ts';
import type { LonLat, View } from './view.ts';

export type NameKind = 'country' | 'water' | 'region' | 'town';

/** A name and where it may stand; `km` is how far around a point it holds good. */
export type Backdrop = {
  readonly kind: NameKind;
  readonly name: string;
  readonly points: readonly { readonly at: LonLat; readonly km: number }[];
};

/** Towns that a map shows for orientation, where its own places leave room. */
const MOST_TOWNS = 14;
/** Maps of more than a continent name no towns. */
const TOWNS_UP_TO_KM = 2_500;

type Kept = readonly { readonly name: string; readonly points: readonly (readonly number[])[] }[];

const AREAS: readonly Backdrop[] = [
  ...areas('country', countries as unknown as Kept),
  ...areas('water', waters as unknown as Kept),
  ...areas('region', regions as unknown as Kept),
];

/** Those that may be in view, towns by size. */
export function namesIn(view: View): Backdrop[] {
  const reach = (view.widthKm / 2) * 1.3;
  const near = AREAS.map((area) => ({
    ...area,
    points: area.points.filter(({ at, km }) => view.radius >= 90 || kmBetween(view.center, at) < reach + km),
  })).filter(({ points }) => points.length > 0);
  return [...near, ...(view.widthKm < TOWNS_UP_TO_KM ? townsNear(view, reach) : [])];
}

/** What a place of the briefing is, where it is one of these: a sea needs no dot. */
export function kindOfName(name: string): NameKind | undefined {
  return AREAS.find((area) => isSameName(area.name, name))?.kind;
}

/** 'the Pacific' is the Pacific Ocean, 'Sea of Japan' the 'Sea of Japan (East Sea)'. */
export function isSameName(known: string, name: string): boolean {
  const plain = name.replace(/^the /iu, '').toLowerCase();
  const full = known.replace(/ \(.*\)$/u, '').toLowerCase();
  return full === plain || full === `${plain} ocean` || full === `${plain} sea`;
}

type Town = { readonly at: LonLat; readonly name: string; readonly thousands: number };
let towns: readonly Town[] | undefined;

/** The file that data/make/cities.cli.ts writes: one a line, the largest first; a capital's size is negative. */
function allTowns(): readonly Town[] {
  towns ??= brotliDecompressSync(readFileSync(new URL('../data/cities.bin', import.meta.url)))
    .toString()
    .split('\n')
    .map((line) => {
      const [lon = '', lat = '', size = '', name = ''] = line.split('\t');
      return { at: [Number(lon) / 200, Number(lat) / 200], name, thousands: Math.abs(Number(size)) };
    });
  return towns;
}

/** The largest, none too close to a larger one. */
function townsNear(view: View, reach: number): Backdrop[] {
  const apart = view.widthKm / 9;
  const chosen: Town[] = [];
  for (const town of allTowns()) {
    if (chosen.length === MOST_TOWNS) break;
    if (kmBetween(view.center, town.at) > reach) continue;
    if (chosen.every(({ at }) => kmBetween(at, town.at) > apart)) chosen.push(town);
  }
  return chosen.map(({ at, name }) => ({ kind: 'town', name, points: [{ at, km: 0 }] }));
}

function areas(kind: NameKind, kept: Kept): Backdrop[] {
  return kept.map(({ name, points }) => ({
    kind,
    name,
    points: points.map(([lon = 0, lat = 0, km = 0]) => ({ at: [lon, lat], km })),
  }));
}
