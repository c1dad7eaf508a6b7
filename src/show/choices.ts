/** The words that stand for each thing one can press: what is on the control, and what pressing it types. */
import type { Briefing, Thing } from '../briefing/briefing.ts';
import type { Ref } from '../briefing/refs.ts';
import type { Issue, Person, Topic } from '../briefing/schema.ts';
import type { Choice } from '../reply/reply.ts';
import { atStart, nameOf } from '../words/names.ts';
import type { Messages } from './messages/messages.ts';

/** Ids are unique among people, sides, organisations and places, so that `person ID` and `about ID` always means one. */
export function thingChoice(thing: Thing): Choice {
  switch (thing.kind) {
    case 'person':
      return personChoice(thing.item);
    case 'side':
      return { label: nameOf(thing), says: `about ${spoken(thing.item.id)}` };
    case 'organisation':
      return choice(nameOf(thing), `about ${spoken(thing.item.id)}`, thing.item.what);
    case 'place':
      return choice(atStart(nameOf(thing)), `about ${spoken(thing.item.id)}`, thing.item.what);
    case 'topic':
      return topicChoice(thing.item);
  }
}

export function personChoice(person: Person): Choice {
  return choice(person.name, `person ${spoken(person.id)}`, person.role);
}

export function topicChoice(topic: Topic): Choice {
  return choice(topic.name, `topic ${spoken(topic.id)}`, topic.about);
}

export function issueChoice(issue: Issue): Choice {
  return { label: issue.name, says: `positions ${spoken(issue.id)}` };
}

export function quotesOf(person: Person, say: Messages): Choice {
  return { label: say.views.quotesOf(person.name), says: `quotes ${spoken(person.id)}` };
}

export function quotesAbout(topic: Topic, say: Messages): Choice {
  return { label: say.views.quotesAbout(topic.name), says: `quotes about ${spoken(topic.id)}` };
}

/** With an 'of', since an issue may bear the name of a side. */
export function positionsOf(id: string, name: string, say: Messages): Choice {
  return { label: say.views.positionsOf(name), says: `positions of ${spoken(id)}` };
}

/** The control knows the paragraph by what it says, so that it opens the same one when the source comes anew. */
export function paragraphChoice(ref: Ref, briefing: Briefing): Choice {
  const { source, paragraph, name } = ref;
  const types = name === undefined ? `source ${paragraph}` : `source ${spoken(source)} ${paragraph}`;
  const tag = briefing.source(source)?.tagOf(paragraph);
  return {
    label: name === undefined ? `¶ ${paragraph}` : `${name} ¶ ${paragraph}`,
    says: tag ? `${types} ~${tag}` : types,
    types,
  };
}

export function topicsOf(item: { readonly topics: readonly string[] }, briefing: Briefing): Choice[] {
  return item.topics.flatMap((id) => {
    const topic = briefing.topic(id);
    return topic === undefined ? [] : [topicChoice(topic)];
  });
}

function choice(label: string, says: string, description: string): Choice {
  return { label, says, description };
}

function spoken(id: string): string {
  return id.replaceAll('-', ' ');
}

/** The map, where the briefing has places that can be put on one. */
export function mapChoice(briefing: Briefing, say: Messages): Choice | undefined {
  return hasMap(briefing) ? say.views.map : undefined;
}

export function hasMap({ places }: Briefing): boolean {
  return places.some(({ at }) => at !== undefined);
}
