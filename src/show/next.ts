/** What a reader may want next after some items: who spoke, the topics, the facet. */

import { entryOf, type Item } from '../ask/decision.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { Choice } from '../reply/reply.ts';
import { mapChoice, personChoice, thingChoice, topicsOf } from './choices.ts';
import type { Messages } from './messages/messages.ts';

const PEOPLE_OFFERED = 2;
const TOPICS_OFFERED = 2;

export function afterItems(items: readonly Item[], briefing: Briefing, say: Messages): Choice[] {
  const people = items.flatMap((item) => speakersOf(item, briefing));
  const topics = items.flatMap((item) => topicsOf(entryOf(item), briefing));
  const facet = items.map((item) => facetOf(item.kind, say)).find((choice) => choice !== undefined);
  return [
    ...once(people).slice(0, PEOPLE_OFFERED),
    ...once(topics).slice(0, TOPICS_OFFERED),
    ...(facet === undefined ? [] : [facet]),
  ];
}

export function afterOverview(briefing: Briefing, say: Messages): (Choice | undefined)[] {
  const { people, positions, deals, timeline } = say.views;
  return [people, positions, deals, timeline, mapChoice(briefing, say)];
}

function speakersOf(item: Item, briefing: Briefing): Choice[] {
  if (item.kind === 'card') return [thingChoice(item.named)];
  if (item.kind !== 'statement') return [];
  return item.item.speakers.flatMap((id) => {
    const named = briefing.named(id);
    return named?.kind === 'person' ? [personChoice(named.item)] : [];
  });
}

function once(choices: readonly Choice[]): Choice[] {
  return choices.filter((choice, at) => choices.findIndex(({ says }) => says === choice.says) === at);
}

function facetOf(kind: Item['kind'], { views }: Messages): Choice | undefined {
  switch (kind) {
    case 'event':
      return views.timeline;
    case 'deal':
      return views.deals;
    case 'figure':
      return views.figures;
    case 'position':
      return views.positions;
    default:
      return undefined;
  }
}
