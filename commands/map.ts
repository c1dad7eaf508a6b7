import type { Briefing } from '../src/briefing/briefing.ts';
import type { Place } from '../src/briefing/schema.ts';
import type { Text } from '../src/reply/reply.ts';
import { callings } from '../src/show/about-place.ts';
import { answered, heading, listed, menu, next, note } from '../src/show/blocks.ts';
import { OVERVIEW, POSITIONS, TIMELINE, thingChoice, topicsOf } from '../src/show/choices.ts';
import { cite, inferredNotes } from '../src/show/claims.ts';
import * as say from '../src/show/messages/en/reading.ts';
import { find } from '../src/words/find.ts';
import { atStart, placeName } from '../src/words/names.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';

export const map: ReadingCommand = {
  kind: 'reading',
  name: 'map',
  aliases: ['places'],
  usage: 'map',
  takes: (rest, briefing) =>
    !isSentence(rest) && find(rest.replace(/^of\s+/iu, ''), briefing, ['place']).kind !== 'none',
  does: 'The places, with the names that each side gives them.',
  read: (_rest, briefing) => {
    const disputed = briefing.places.filter((place) => place.disputed);
    const others = briefing.places.filter((place) => !place.disputed);
    return answered(
      heading(say.MAP),
      note(say.MAP_FAIR),
      listed(
        say.DISPUTED_PLACES,
        disputed.map((place) => placeLine(place, briefing)),
      ),
      listed(
        say.OTHER_PLACES,
        others.map((place) => placeLine(place, briefing)),
      ),
      note(say.COORDINATES),
      inferredNotes(briefing.places.map(asShownHere)),
      menu(
        say.CHOOSE_PLACE,
        briefing.places.map((item) => thingChoice({ kind: 'place', item })),
      ),
      next(
        POSITIONS,
        ...disputed.flatMap((place) => topicsOf(place, briefing)).slice(0, 2),
        TIMELINE,
        OVERVIEW,
      ),
    );
  },
};

function placeLine(place: Place, briefing: Briefing): Text {
  const called = place.called.length === 0 ? '' : say.calledByEach(callings(place, briefing));
  return [{ bold: atStart(placeName(place)) }, `: ${place.what}.${called} `, cite(place)];
}

/** Names in other scripts are not shown here, and one line tells of all coordinates together. */
function asShownHere({ at, inferred }: Place): Pick<Place, 'inferred'> {
  const isCoordinate = (says: string) => at !== undefined && says.startsWith(String(at[0]));
  return { inferred: inferred.filter(({ says }) => LATIN.test(says) && !isCoordinate(says)) };
}

const LATIN = /\p{Script=Latin}/u;
