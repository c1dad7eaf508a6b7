/** What a map is drawn from: the briefing's places, as far as they have coordinates. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Event, Place } from '../../briefing/schema.ts';
import { atStart, placeName } from '../../words/names.ts';
import type { LonLat } from '../map/view.ts';
import type { PictureMessages } from '../messages.ts';
import { datesOf, isOfTheEvent, isPresent } from './briefing.ts';

export type MapPlace = {
  readonly id: string;
  readonly at: LonLat;
  /** One, or that of each side, in the order of the alphabet. */
  readonly names: readonly string[];
  /** When something happened there, as exact as it is known. */
  readonly dates?: string;
  readonly disputed: boolean;
  /** How many of the event's own happenings took place there. */
  readonly event: number;
  /** How far it stretches, where the briefing says so. */
  readonly reachKm?: number;
};

export type MapFacts = {
  readonly title: string;
  readonly dates: string;
  readonly places: readonly MapPlace[];
};

/** Undefined where no place has coordinates: there is no map then. */
export function mapFacts(briefing: Briefing, say: PictureMessages): MapFacts | undefined {
  const located = briefing.places.filter((place) => place.at !== undefined);
  if (located.length === 0) return undefined;
  return {
    title: briefing.title,
    dates: datesOf(briefing.dates, say),
    places: located.map((place) => placeOf(place, briefing, say)),
  };
}

function placeOf(place: Place, briefing: Briefing, say: PictureMessages): MapPlace {
  const events = briefing.events.filter((event) => event.place === place.id && isPresent(event.id, briefing));
  const main = events.filter((event) => isOfTheEvent(event, briefing));
  const dates = datesThere(main.length > 0 ? main : events, say);
  const reach = place.reaches;
  return {
    id: place.id,
    at: place.at ?? [0, 0],
    names: namesOf(place),
    ...(dates !== undefined && { dates }),
    disputed: place.disputed,
    event: main.length,
    ...(reach !== undefined && { reachKm: reach }),
  };
}

/** Each side's where they differ; one that another has word for word ('Habomai', 'Habomai Islands') is no other name. */
function namesOf(place: Place): string[] {
  const called = [...new Set(place.called.map(({ name }) => name))];
  const other = called.filter(
    (name) => !called.some((longer) => longer !== name && ` ${longer} `.includes(` ${name} `)),
  );
  if (other.length > 1) return other.map(atStart).sort((a, b) => (a < b ? -1 : 1));
  return [atStart(place.disputed && other.length === 1 ? (other[0] ?? place.name) : placeName(place))];
}

function datesThere(events: readonly Event[], say: PictureMessages): string | undefined {
  const dated = events
    .flatMap(({ when }) => (when === undefined ? [] : [when]))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const [first] = dated;
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return say.when(first.on === last.on ? first : { on: first.on, until: last.until ?? last.on });
}
