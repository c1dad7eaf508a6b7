/** From what is open on the desk to an edit, and which words show an item in the chat. */

import { sentenceOf } from './card.tsx';
import type { Cite, Edit, Fields, ItemKind, ReviewItem, Sheet } from './connection.ts';

/** The form that is open for the item or the paragraph in hand. */
export type Open =
  | { readonly kind: 'edit'; readonly to: ItemKind; readonly begun?: Fields; readonly was?: string }
  | { readonly kind: 'speaker' | 'kind' | 'merge' }
  | { readonly kind: 'move'; readonly to: ItemKind; readonly begun?: Fields; readonly was?: string }
  | { readonly kind: 'skip'; readonly cite: Cite }
  | { readonly kind: 'add'; readonly cite: Cite; readonly to?: ItemKind; readonly begun?: Fields }
  /** A topic or an issue: of no paragraph. */
  | { readonly kind: 'new'; readonly to: 'topic' | 'issue'; readonly begun?: Fields };

/** Those that are a form of all fields. */
export type Whole =
  | Extract<Open, { kind: 'edit' | 'move' | 'new' }>
  | (Extract<Open, { kind: 'add' }> & { readonly to: ItemKind });

/** The edit that a form's fields come to; undefined where nothing differs. */
export function editOf(open: Open, item: ReviewItem | undefined, fields: Fields): Edit | undefined {
  if (open.kind === 'new') return { kind: 'add', to: open.to, fields };
  if (open.kind === 'add' && open.to) return { kind: 'add', to: open.to, fields, cite: bare(open.cite) };
  if (item === undefined) return undefined;
  const { id, was } = item;
  if (open.kind === 'move') return { kind: 'move', item: id, was, to: open.to, fields };
  if (open.kind !== 'edit' || Object.keys(fields).length === 0) return undefined;
  return { kind: 'change', item: id, was, fields };
}

/** An entry or a span names its paragraph among other things. */
export function bare({ source, paragraph }: Cite): Cite {
  return { source, paragraph };
}

/** What the form of another kind begins with: what the item says already, in the fields of that kind. */
export function begunFor(to: ItemKind, item: ReviewItem | undefined, text: string | undefined): Fields {
  const own = item?.fields ?? {};
  const words = String(own.text || text || '');
  const title = words
    .split(/\s+/)
    .slice(0, 8)
    .join(' ')
    .replace(/[.,;:]$/, '');
  const number = /\d[\d,.]*\d|\d/.exec(words)?.[0] ?? '';
  const speakers = own.speakers ?? own.parties;
  return {
    title,
    name: '',
    text: words,
    mode: 'reported',
    ...(number === '' ? {} : { value: Number(number.replaceAll(',', '')), shown: number }),
    ...(to === 'deal' && speakers ? { parties: speakers } : {}),
    ...(to === 'statement' && speakers ? { speakers } : {}),
    ...(to === 'note' ? { kind: 'gap' } : {}),
    ...own,
    ...(to === 'note' || to === 'side' ? { kind: undefined } : {}),
  };
}

/** The words of the source that a new item would rest on. */
export function sourceText(item: ReviewItem | undefined, cite: Cite, sheet: Sheet): string | undefined {
  const source = sheet.sources.find(({ id }) => id === cite.source);
  if (source === undefined || source.rights === 'restricted') return undefined;
  return (item && sentenceOf(item, sheet)) ?? source.paragraphs[cite.paragraph - 1]?.text;
}

/** What to ask for an item to be in the answer. */
export function wordsFor(item: ReviewItem | undefined, sheet: Sheet): string {
  if (item === undefined) return '';
  const { kind, fields, cites } = item;
  const [speaker] = (fields.speakers ?? []) as readonly string[];
  const named = sheet.items.find(({ id }) => id === speaker)?.fields.name;
  switch (kind) {
    case 'person':
      return `person ${fields.name}`;
    case 'organisation':
    case 'place':
    case 'side':
      return `about ${fields.name}`;
    case 'statement':
      return named === undefined ? 'people' : String(named);
    case 'event':
      return 'timeline';
    case 'deal':
      return 'deals';
    case 'figure':
      return 'figures';
    case 'position':
    case 'issue':
      return 'positions';
    case 'topic':
      return `topic ${fields.name}`;
    case 'background':
    case 'note':
      return `source ${cites[0]?.paragraph ?? ''}`;
    case 'head':
    case 'key-point':
      return '';
  }
}
