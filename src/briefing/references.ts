/** Whether every id that an item names is that of an item of the right kind. */

import { nearest } from '../text/nearest.ts';
import { FILE_OF } from './content.ts';
import { type Draft, everyItem, type Finding, type Lists, type Spot, within } from './draft.ts';

type Reference = { readonly at: Spot; readonly id: string; readonly to: readonly Kind[] };
type Kind = Exclude<keyof Lists, 'sources' | 'skipped' | 'revisions'>;

const SPEAKERS: readonly Kind[] = ['people', 'organisations', 'sides'];
const SINGULAR: Record<Kind, string> = {
  people: 'person',
  organisations: 'organisation',
  sides: 'side',
  places: 'place',
  statements: 'statement',
  events: 'event',
  deals: 'deal',
  figures: 'figure',
  positions: 'position',
  background: 'background',
  keyPoints: 'key point',
  notes: 'note',
  issues: 'issue',
  topics: 'topic',
};
const KINDS = Object.keys(SINGULAR) as Kind[];
/** Whatever can answer a question. */
const ANSWERS = KINDS.filter((kind) => kind !== 'issues' && kind !== 'topics');

/** Pure. What a broken piece may have held is given the benefit of the doubt. */
export function strayReferences(draft: Draft): Finding[] {
  const ids = new Map(
    KINDS.map((kind) => [kind, new Set(draft.lists[kind].map(({ item }) => item.id))] as const),
  );
  return references(draft).flatMap(({ at, id, to }): Finding[] => {
    const unsure = draft.lost.ids.has(id) || to.some((kind) => draft.lost.files.has(FILE_OF[kind]));
    if (unsure || to.some((kind) => ids.get(kind)!.has(id))) return [];
    const known = to.flatMap((kind) => [...ids.get(kind)!]);
    const meant = nearest(id, known);
    if (to === ANSWERS) {
      const expected = meant ? `did you mean '${meant}'?` : 'the id of an item of this briefing';
      return [{ at, found: `no item has the id '${id}'`, expected }];
    }
    const kinds = to
      .map((kind) => SINGULAR[kind])
      .join(', ')
      .replace(/, (\w+)$/, ' or $1');
    return [
      {
        at,
        found: `no ${kinds} has the id '${id}'`,
        expected: meant ? `did you mean '${meant}'?` : `one of ${known.join(', ') || 'none yet'}`,
      },
    ];
  });
}

function references({ lists }: Draft): Reference[] {
  const found: Reference[] = [];
  const add = (at: Spot, id: string | undefined, to: readonly Kind[]) => {
    if (id !== undefined) found.push({ at, id, to });
  };
  const addAll = (at: Spot, ids: readonly string[], to: readonly Kind[]) => {
    for (const [index, id] of ids.entries()) add(within(at, index), id, to);
  };
  for (const { item, at } of everyItem({ lists })) {
    if ('topics' in item) addAll(within(at, 'topics'), item.topics, ['topics']);
  }
  for (const { item, at } of lists.people) {
    add(within(at, 'organisation'), item.organisation, ['organisations']);
    add(within(at, 'side'), item.side, ['sides']);
    for (const [index, post] of item.former.entries())
      add(within(at, 'former', index, 'organisation'), post.organisation, ['organisations']);
  }
  for (const { item, at } of lists.organisations) add(within(at, 'side'), item.side, ['sides']);
  for (const { item, at } of lists.places) {
    for (const [index, { side }] of item.called.entries())
      add(within(at, 'called', index, 'side'), side, ['sides']);
  }
  for (const { item, at } of lists.statements) {
    addAll(within(at, 'speakers'), item.speakers, SPEAKERS);
    add(within(at, 'via'), item.via, SPEAKERS);
  }
  for (const { item, at } of lists.events) add(within(at, 'place'), item.place, ['places']);
  for (const { item, at } of lists.deals) addAll(within(at, 'parties'), item.parties, SPEAKERS);
  for (const { item, at } of lists.positions) {
    add(within(at, 'side'), item.side, ['sides']);
    add(within(at, 'issue'), item.issue, ['issues']);
    add(within(at, 'according'), item.according, SPEAKERS);
  }
  for (const { item, at } of lists.topics) addAll(within(at, 'related'), item.related, ['topics']);
  for (const { item, at } of lists.sources) add(within(at, 'reporter'), item.reporter, ['people']);
  for (const { item, at } of everyItem({ lists })) {
    if (!('supersedes' in item)) continue;
    addAll(within(at, 'supersedes'), item.supersedes, ANSWERS);
    add(within(at, 'corrects', 'item'), item.corrects?.item, ANSWERS);
  }
  return found;
}
