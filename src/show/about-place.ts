import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Place } from '../briefing/schema.ts';
import type { Block, Fact, Reply } from '../reply/reply.ts';
import { atStart, placeName } from '../words/names.ts';
import { otherScripts } from './about-person.ts';
import { answered, heading, listed, next, text } from './blocks.ts';
import { MAP, OVERVIEW, POSITIONS, TIMELINE, topicsOf } from './choices.ts';
import { cite, claimText, inferredNotes } from './claims.ts';
import { CALLED, calledBy, DISPUTED, WHAT_IS_SAID_OF_IT } from './messages/en/reading.ts';

/** What and where it is, how each side calls it, and what is told of it. */
export function aboutPlace(place: Place, briefing: Briefing): Reply {
  const told = toldOf(place, briefing);
  return answered(
    heading(atStart(placeName(place))),
    text(`${place.what}${place.disputed ? ` (${DISPUTED})` : ''}. `, cite(place)),
    namesOf(place, briefing),
    listed(
      WHAT_IS_SAID_OF_IT,
      told.map((claim) => claimText(claim, briefing)),
    ),
    inferredNotes([place, ...told.map((claim) => claim.item)]),
    next(MAP, ...topicsOf(place, briefing).slice(0, 2), place.disputed ? POSITIONS : TIMELINE, OVERVIEW),
  );
}

/** How each side calls it: 'Etorofu by Japan', 'Iturup by Russia'. */
export function callings(place: Place, briefing: Briefing): string[] {
  return place.called.map(({ side, name }) => calledBy(briefing.nameOf(side), name));
}

function namesOf(place: Place, briefing: Briefing): Block[] {
  const facts: Fact[] = [
    ...(place.called.length === 0 ? [] : [{ label: CALLED, value: [callings(place, briefing).join(', ')] }]),
    ...otherScripts(place.names),
  ];
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

/** Events there first, then what else its paragraphs tell in the article's own voice. */
function toldOf(place: Place, briefing: Briefing): Claim[] {
  const there = briefing.claims.filter((claim) => claim.kind === 'event' && claim.item.place === place.id);
  const told = place.refs
    .flatMap((ref) => briefing.onParagraph(ref))
    .filter((claim) => claim.kind === 'event' || claim.kind === 'background');
  return [...new Set([...there, ...told])];
}
