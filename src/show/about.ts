/** What there is to tell of anything that has a name. */

import type { Briefing, Thing } from '../briefing/briefing.ts';
import type { Reply } from '../reply/reply.ts';
import { aboutParty } from './about-party.ts';
import { aboutPerson } from './about-person.ts';
import { aboutPlace } from './about-place.ts';
import { aboutTopic } from './about-topic.ts';
import type { Messages } from './messages/messages.ts';

export function about(thing: Thing, briefing: Briefing, say: Messages): Reply {
  switch (thing.kind) {
    case 'person':
      return aboutPerson(thing.item, briefing, say);
    case 'side':
    case 'organisation':
      return aboutParty(thing, briefing, say);
    case 'place':
      return aboutPlace(thing.item, briefing, say);
    case 'topic':
      return aboutTopic(thing.item, briefing, say);
  }
}
