/** In which order things come to an editor: what is wrong, what is doubtful, what is marked, what nobody used, the rest. */
import type { ItemKind, ReviewItem, Sheet } from './connection.ts';

export type View = 'look' | 'said' | 'names' | 'topics' | 'all';

export const VIEWS: readonly { readonly id: View; readonly label: string }[] = [
  { id: 'look', label: 'To look at' },
  { id: 'said', label: 'What is told' },
  { id: 'names', label: 'Names' },
  { id: 'topics', label: 'Head and topics' },
  { id: 'all', label: 'All' },
];

/** An item, or a paragraph on which nothing rests. */
export type Entry =
  | { readonly kind: 'item'; readonly key: string; readonly item: ReviewItem }
  | { readonly kind: 'paragraph'; readonly key: string; readonly source: string; readonly paragraph: number };

const NAMES: readonly ItemKind[] = ['person', 'organisation', 'place', 'side'];
const TOPICS: readonly ItemKind[] = ['head', 'topic', 'issue'];

export function entriesOf(sheet: Sheet, view: View): readonly Entry[] {
  const unused = sheet.sources.flatMap(({ id, paragraphs }) =>
    paragraphs
      .filter(({ state }) => state === 'unused')
      .map(
        ({ number }): Entry => ({ kind: 'paragraph', key: `${id}:${number}`, source: id, paragraph: number }),
      ),
  );
  const items = sheet.items.map((item): Entry => ({ kind: 'item', key: item.id, item }));
  const isIn = (entry: Entry) => entry.kind === 'item' && belongs(entry.item, view);
  const all = [...items.filter(isIn), ...(view === 'look' || view === 'all' ? unused : [])];
  const places = new Map(all.map((entry) => [entry, placeOf(entry, sheet)]));
  return view === 'topics'
    ? all
    : all.toSorted((one, other) => weightOf(one) - weightOf(other) || places.get(one)! - places.get(other)!);
}

function belongs(item: ReviewItem, view: View): boolean {
  switch (view) {
    case 'look':
      return needsLook(item);
    case 'names':
      return NAMES.includes(item.kind);
    case 'topics':
      return TOPICS.includes(item.kind);
    case 'said':
      return !NAMES.includes(item.kind) && !TOPICS.includes(item.kind);
    case 'all':
      return true;
  }
}

/** Whether anything is left to do with it. */
export function needsLook({ by, marks, faults, fields }: ReviewItem): boolean {
  return by === 'rules' || marks.length > 0 || faults.length > 0 || fields.text === '';
}

function weightOf(entry: Entry): number {
  if (entry.kind === 'paragraph') return 2;
  const { faults, doubt, marks } = entry.item;
  if (faults.length > 0) return 0;
  if (doubt === 'guess' || marks.length > 0) return 1;
  if (doubt === 'likely') return 3;
  return needsLook(entry.item) ? 4 : 5;
}

/** In the order of the sources and their paragraphs. */
function placeOf(entry: Entry, { sources }: Sheet): number {
  const cite = entry.kind === 'paragraph' ? entry : (entry.item.from ?? entry.item.cites[0]);
  if (cite === undefined) return 0;
  const start = entry.kind === 'item' ? (entry.item.from?.start ?? 0) : 0;
  return (sources.findIndex(({ id }) => id === cite.source) * 100_000 + cite.paragraph) * 100_000 + start;
}
