/** Which kinds of items there are on the desk, which file each lies in, and in which order a person writes their fields. */
import type { FILES } from '../../briefing/schema.ts';
import { ITEM_KINDS, type ItemKind } from '../../ports/review.ts';

/** Every list of items; the head is a map of its own. */
export const FILE_OF_KIND = {
  head: 'briefing.yaml',
  person: 'people.yaml',
  organisation: 'organisations.yaml',
  place: 'places.yaml',
  side: 'sides.yaml',
  statement: 'statements.yaml',
  event: 'events.yaml',
  deal: 'deals.yaml',
  figure: 'figures.yaml',
  position: 'positions.yaml',
  background: 'background.yaml',
  'key-point': 'key-points.yaml',
  note: 'notes.yaml',
  topic: 'topics.yaml',
  issue: 'issues.yaml',
} as const satisfies Record<ItemKind, keyof typeof FILES>;

export type Kind = ItemKind;

/** Kinds that make a paragraph used: the others tell these again. */
export const USING: readonly Kind[] = ['statement', 'event', 'deal', 'figure', 'background'];

/** Kinds that have no paragraphs of their own. */
export const UNCITED: readonly Kind[] = ['head', 'topic', 'issue'];

/** What the kind itself holds, in the order in which it is written, before what all have. */
export const OWN_FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  head: ['title', 'command', 'about', 'event', 'summary', 'dates', 'examples'],
  person: ['name', 'unnamed', 'kind', 'names', 'role', 'organisation', 'side', 'former'],
  organisation: ['name', 'names', 'what', 'side'],
  place: ['name', 'names', 'what', 'at', 'reaches', 'disputed', 'called'],
  side: ['name', 'names', 'kind'],
  statement: ['speakers', 'via', 'mode', 'text', 'about', 'setting', 'when'],
  event: ['title', 'text', 'when', 'state', 'place', 'main'],
  deal: ['title', 'text', 'parties', 'subject', 'sum', 'when', 'state'],
  figure: ['value', 'unit', 'shown', 'of', 'text', 'when'],
  position: ['side', 'issue', 'text', 'according'],
  background: ['title', 'text'],
  'key-point': ['text'],
  note: ['kind', 'text'],
  topic: ['name', 'about', 'words', 'related'],
  issue: ['name', 'words'],
};

const IN_TIME = ['since', 'supersedes', 'corrects'];
const SHARED = ['paragraphs', 'source', 'topics', 'words', 'inferred', 'by', 'from', 'doubt', 'seen'];

/** Every field of a kind in its order. */
export function orderOf(kind: Kind): readonly string[] {
  const own = ['id', ...OWN_FIELDS[kind]];
  return UNCITED.includes(kind) ? own : [...own, ...IN_TIME, ...SHARED];
}

export function kindOfFile(file: string): Kind | undefined {
  return ITEM_KINDS.find((kind) => FILE_OF_KIND[kind] === file);
}
