import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Place } from '../briefing/schema.ts';
import type { Block, Fact, Reply } from '../reply/reply.ts';
import { isNamedIn } from '../words/named.ts';
import { atStart, placeName } from '../words/names.ts';
import { otherScripts } from './about-person.ts';
import { answered, heading, listed, next, text } from './blocks.ts';
import { mapChoice, topicsOf } from './choices.ts';
import { cite, claimText } from './claims.ts';
import { inferredNotes } from './inferred.ts';
import type { Messages } from './messages/messages.ts';

/** What and where it is, how each side calls it, and what is told of it. */
export function aboutPlace(place: Place, briefing: Briefing, say: Messages): Reply {
  const told = toldOf(place, briefing);
  return answered(
    heading(atStart(placeName(place))),
    text(`${place.what}${place.disputed ? ` (${say.reading.disputed})` : ''}. `, cite(place)),
    namesOf(place, briefing, say),
    listed(
      say.reading.whatIsSaidOfIt,
      told.map((claim) => claimText(claim, briefing, say)),
    ),
    inferredNotes([place, ...told.map((claim) => claim.item)], say),
    next(
      mapChoice(briefing, say),
      ...topicsOf(place, briefing).slice(0, 2),
      place.disputed ? say.views.positions : say.views.timeline,
      say.views.overview,
    ),
  );
}

/** How each side calls it: 'Etorofu by Japan', 'Iturup by Russia'. */
export function callings(place: Place, briefing: Briefing, say: Messages): string[] {
  return place.called.map(({ side, name }) => say.reading.calledBy(briefing.nameOf(side), name));
}

function namesOf(place: Place, briefing: Briefing, say: Messages): Block[] {
  const facts: Fact[] = [
    ...(place.called.length === 0
      ? []
      : [{ label: say.reading.called, value: [callings(place, briefing, say).join(', ')] }]),
    ...otherScripts(place, say),
  ];
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

/** Events there first, then what else is told of it in the article's own voice: a paragraph tells of other matters too. */
function toldOf(place: Place, briefing: Briefing): Claim[] {
  const there = briefing.claims.filter((claim) => claim.kind === 'event' && claim.item.place === place.id);
  const told = place.refs
    .flatMap((ref) => briefing.onParagraph(ref))
    .filter((claim) => claim.kind === 'event' || claim.kind === 'background')
    .filter((claim) => isNamedIn(claim.item.text, { kind: 'place', item: place }));
  return [...new Set([...there, ...told])];
}
