import type { Briefing } from '../src/briefing/briefing.ts';
import type { Place } from '../src/briefing/schema.ts';
import type { Text } from '../src/reply/reply.ts';
import { callings } from '../src/show/about-place.ts';
import { answered, heading, listed, menu, next, note, picture } from '../src/show/blocks.ts';
import { hasMap, thingChoice, topicsOf } from '../src/show/choices.ts';
import { cite } from '../src/show/claims.ts';
import { inferredNotes } from '../src/show/inferred.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { find } from '../src/words/find.ts';
import { atStart, placeName } from '../src/words/names.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';

export const map: ReadingCommand = {
  kind: 'reading',
  name: 'map',
  aliases: ['places'],
  takes: (rest, briefing) =>
    !isSentence(rest) && find(rest.replace(/^of\s+/iu, ''), briefing, ['place']).kind !== 'none',
  read: (_rest, briefing, say) => {
    const disputed = briefing.places.filter((place) => place.disputed);
    const others = briefing.places.filter((place) => !place.disputed);
    return answered(
      heading(say.reading.map),
      hasMap(briefing) ? picture('map', briefing.id, say.pictures.map.below) : [],
      disputed.length > 0 ? note(say.reading.mapFair) : [],
      briefing.places.length === 0 ? note(say.reading.noPlaces) : [],
      listed(
        say.reading.disputedPlaces,
        disputed.map((place) => placeLine(place, briefing, say)),
      ),
      listed(
        disputed.length === 0 ? undefined : say.reading.otherPlaces,
        others.map((place) => placeLine(place, briefing, say)),
      ),
      hasMap(briefing) ? note(say.reading.coordinates) : [],
      inferredNotes(briefing.places.map(asShownHere), say),
      menu(
        say.reading.choosePlace,
        briefing.places.map((item) => thingChoice({ kind: 'place', item })),
        'map all',
      ),
      next(
        say.views.positions,
        ...disputed.flatMap((place) => topicsOf(place, briefing)).slice(0, 2),
        say.views.timeline,
        say.views.overview,
      ),
    );
  },
};

function placeLine(place: Place, briefing: Briefing, say: Messages): Text {
  const called = place.called.length === 0 ? '' : say.reading.calledByEach(callings(place, briefing, say));
  const what = place.what === '' ? '' : `: ${place.what}.`;
  return [{ bold: atStart(placeName(place)) }, `${what}${called} `, cite(place)];
}

/** Names in other scripts are not shown here, and one line tells of all coordinates together. */
function asShownHere({ at, inferred }: Place): Pick<Place, 'inferred'> {
  const isCoordinate = (says: string) => at !== undefined && says.startsWith(String(at[0]));
  return { inferred: inferred.filter(({ says }) => LATIN.test(says) && !isCoordinate(says)) };
}

const LATIN = /\p{Script=Latin}/u;
