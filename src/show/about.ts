/** What there is to tell of anything that has a name. */
import type { Briefing } from '../briefing/briefing.ts';
import type { Reply } from '../reply/reply.ts';
import type { Thing } from '../words/find.ts';
import { aboutParty } from './about-party.ts';
import { aboutPerson } from './about-person.ts';
import { aboutPlace } from './about-place.ts';
import { aboutTopic } from './about-topic.ts';

export function about(thing: Thing, briefing: Briefing): Reply {
  switch (thing.kind) {
    case 'person':
      return aboutPerson(thing.person, briefing);
    case 'side':
      return aboutParty({ kind: 'side', item: thing.side }, briefing);
    case 'organisation':
      return aboutParty({ kind: 'organisation', item: thing.organisation }, briefing);
    case 'place':
      return aboutPlace(thing.place, briefing);
    case 'topic':
      return aboutTopic(thing.topic, briefing);
  }
}
