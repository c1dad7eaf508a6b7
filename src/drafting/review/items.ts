/** The items of a briefing's files as they stand there, each with its place. */
import { hash } from 'node:crypto';
import type { ReadPieces } from '../../briefing/pieces.ts';
import { type Cite, HEAD_ID, ITEM_KINDS } from '../../ports/review.ts';
import { FILE_OF_KIND, type Kind } from './kinds.ts';
import { type Values, valueIn } from './splice.ts';

export type ItemInFile = {
  readonly id: string;
  readonly kind: Kind;
  readonly file: string;
  /** Its place in the list; undefined for the head. */
  readonly at: number | undefined;
  readonly fields: Values;
};

/** Pure but for `read`. In the order of the kinds and of the files; a file whose syntax is broken has none. */
export function itemsIn(yaml: ReadonlyMap<string, string>, read?: ReadPieces): ItemInFile[] {
  return ITEM_KINDS.flatMap((kind): ItemInFile[] => {
    const file = FILE_OF_KIND[kind];
    if (!yaml.has(file)) return [];
    const value = valueIn(yaml.get(file), read);
    if (kind === 'head')
      return isMap(value) ? [{ id: HEAD_ID, kind, file, at: undefined, fields: value }] : [];
    return (Array.isArray(value) ? value : []).flatMap((fields, at) =>
      isMap(fields) && typeof fields.id === 'string' ? [{ id: fields.id, kind, file, at, fields }] : [],
    );
  });
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Pure. What an item says, in a few letters: another after every change. */
export function stampOf({ fields }: Pick<ItemInFile, 'fields'>): string {
  const made = stamps.get(fields) ?? hash('sha256', JSON.stringify(fields), 'hex').slice(0, 16);
  stamps.set(fields, made);
  return made;
}

const stamps = new WeakMap<Values, string>();

/** Pure. The paragraphs that an item names; `only` is the briefing's source where it has one. */
export function citesOf(fields: Values, only: string): Cite[] {
  const { paragraphs, source } = (isMap(fields.summary) ? fields.summary : fields) as Values;
  const bySource = Array.isArray(paragraphs)
    ? [[typeof source === 'string' ? source : only, paragraphs] as const]
    : Object.entries(isMap(paragraphs) ? paragraphs : {});
  return bySource.flatMap(([id, numbers]) =>
    (Array.isArray(numbers) ? numbers : []).flatMap((paragraph) =>
      typeof paragraph === 'number' ? [{ source: id, paragraph }] : [],
    ),
  );
}

/** Pure. The fields that say the same of other paragraphs; the shorter form where they are of one source. */
export function citing(cites: readonly Cite[], named: boolean): Values {
  const bySource = Map.groupBy(cites, ({ source }) => source);
  const numbers = (its: readonly Cite[]) => [...new Set(its.map(({ paragraph }) => paragraph))];
  const [first] = bySource;
  if (first !== undefined && bySource.size === 1)
    return { paragraphs: numbers(first[1]), source: named ? first[0] : undefined };
  return {
    paragraphs: Object.fromEntries([...bySource].map(([source, its]) => [source, numbers(its)])),
    source: undefined,
  };
}
