/** What the world's land makes of a place: the islands that it is, or an area whose name needs no dot. */
import type { MapPlace } from '../facts/map.ts';
import { islandsAt, kmBetween } from './land.ts';
import { kindOfName, type NameKind } from './names.ts';

export type Sited = MapPlace & {
  /** It holds other places, or is a sea or a country: its name stands on it. */
  readonly area?: 'holds' | NameKind;
  /** Islands that are disputed as wholes, by their place in the world's list. */
  readonly islands: readonly number[];
};

export function sited(places: readonly MapPlace[]): Sited[] {
  return places.map((place) => {
    if (holdsOthers(place, places)) return { ...place, area: 'holds', islands: [] };
    const islands = place.disputed ? islandsAt(place.at, place.reachKm) : [];
    const area = islands.length > 0 ? undefined : kindOfName(place.names[0] ?? '');
    return { ...place, islands, ...(area !== undefined && { area }) };
  });
}

/** Two or more others lie within it, with all that they reach to. */
function holdsOthers({ id, at, reachKm }: MapPlace, all: readonly MapPlace[]): boolean {
  if (reachKm === undefined) return false;
  const held = all.filter(
    (other) => other.id !== id && kmBetween(at, other.at) + (other.reachKm ?? 0) <= reachKm,
  );
  return held.length > 1;
}

/** Every name that they bear. */
export function namesOf(places: readonly Sited[]): string[] {
  return places.flatMap(({ names }) => names);
}
