/**
 * Puts a draft into a briefing that is there: an editor's words, comments and order stay; what the new source says
 * already is joined to it by its paragraphs, and the rest is added.
 */
import { Document, isCollection, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Item, Lists } from './items.ts';
import { differsOnly, sameMatter, sameNamed } from './same.ts';
import { yamlOf } from './yaml.ts';

export type Merged = {
  readonly files: ReadonlyMap<string, string>;
  readonly added: number;
  readonly joined: number;
  /** Items that say something else than what is there, of the same matter: both stand, for an editor to look at. */
  readonly differing: number;
};

/** Lists whose items go by a name, in the order in which others refer to them. */
const NAMED = ['sides.yaml', 'people.yaml', 'organisations.yaml', 'places.yaml', 'topics.yaml'] as const;

/**
 * Pure. `yaml` are the briefing's files, `lists` the draft's, `only` the id of the briefing's source where it has one:
 * its items need not name it until now.
 */
export function mergedInto(
  yaml: ReadonlyMap<string, string>,
  lists: Lists,
  source: string,
  only: string | undefined,
): Merged {
  const documents = new Map<string, Document>();
  const touched = new Set<string>();
  const open = (file: string): Document => {
    const document = documents.get(file) ?? parseDocument(yaml.get(file) ?? '[]\n');
    documents.set(file, document);
    return document;
  };
  if (only !== undefined)
    for (const file of [...yaml.keys()].filter(isListOfItems))
      for (const item of itemsOf(open(file))) if (named(item, only)) touched.add(file);
  const ids = new Map<string, string>();
  const taken = new Set(
    [...yaml.keys()]
      .filter(isListOfItems)
      .flatMap((file) => itemsOf(open(file)).map((item) => String(item.get('id') ?? ''))),
  );
  const counts = { added: 0, joined: 0, differing: 0 };
  const fresh = new Map<string, Item[]>();
  for (const file of [
    ...NAMED,
    ...Object.keys(lists).filter((name) => !(NAMED as readonly string[]).includes(name)),
  ]) {
    for (const item of lists[file] ?? []) {
      const own = referring(item, ids);
      const there = itemsOf(open(file));
      const plain = there.map((it) => it.toJSON() as Item);
      const same = plain.findIndex((it) =>
        (NAMED as readonly string[]).includes(file) ? sameNamed(it, own) : sameMatter(file, it, own),
      );
      if (same >= 0) {
        if (own.id) ids.set(own.id, String(plain[same]!.id));
        if (join(there[same]!, own, source)) touched.add(file);
        counts.joined += 1;
        continue;
      }
      const differs = plain.some((it) => differsOnly(file, it, own));
      const id = own.id && unique(own.id, taken);
      if (own.id && id) ids.set(own.id, id);
      counts.added += 1;
      if (differs) counts.differing += 1;
      fresh.set(file, [
        ...(fresh.get(file) ?? []),
        { ...own, ...(id ? { id } : {}), ...(differs ? { doubt: 'guess' } : {}) },
      ]);
    }
  }
  const files = new Map<string, string>();
  for (const file of new Set([...touched, ...fresh.keys()])) {
    const document = open(file);
    const isEmpty = itemsOf(document).length === 0;
    // What nothing was joined to stays letter by letter.
    const before = touched.has(file)
      ? document.toString({ lineWidth: 0, flowCollectionPadding: true })
      : (yaml.get(file) ?? '');
    const added = fresh.get(file) ?? [];
    const more = added.length > 0 ? yamlOf(added, `Drafted from ${source}.`) : '';
    files.set(file, isEmpty ? more || before : `${before.trimEnd()}\n${more}`);
  }
  return { files, ...counts };
}

function isListOfItems(file: string): boolean {
  return ![
    'briefing.yaml',
    'sources.yaml',
    'revisions.yaml',
    'asks.yaml',
    'unsaid.yaml',
    'issues.yaml',
  ].includes(file);
}

function itemsOf(document: Document): YAMLMap[] {
  return isSeq(document.contents)
    ? document.contents.items.filter((item): item is YAMLMap => isMap(item))
    : [];
}

/** From one source to several: an item names its own. Whether it did not. */
function named(item: YAMLMap, source: string): boolean {
  if (!isSeq(item.get('paragraphs')) || item.has('source')) return false;
  item.set('source', source);
  return true;
}

/** Whether the item rests on more than before. */
function join(item: YAMLMap, own: Item, source: string): boolean {
  const known = (item.get('paragraphs', true) as { toJSON?: () => unknown } | undefined)?.toJSON?.();
  if (known === undefined || own.paragraphs === undefined) return false;
  const bySource: Record<string, readonly number[]> = Array.isArray(known)
    ? { [String(item.get('source') ?? source)]: known }
    : { ...(known as Record<string, readonly number[]>) };
  const before = bySource[source] ?? [];
  const all = [...new Set([...before, ...(own.paragraphs as readonly number[])])];
  if (all.length === before.length) return false;
  bySource[source] = all;
  const node = new Document(bySource).contents;
  if (isCollection(node)) node.flow = true;
  item.set('paragraphs', node);
  item.delete('source');
  return true;
}

/** The draft's references by the ids of those whom the briefing knows already. */
function referring(item: Item, ids: ReadonlyMap<string, string>): Item {
  const known = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    return Array.isArray(value) ? value.map(known) : value;
  };
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, REFERENCES.has(key) ? known(value) : value]),
  );
}

const REFERENCES = new Set([
  'speakers',
  'via',
  'organisation',
  'side',
  'place',
  'parties',
  'according',
  'topics',
  'issue',
]);

function unique(id: string, taken: Set<string>): string {
  let own = id;
  for (let number = 2; taken.has(own); number++) own = `${id}-${number}`;
  taken.add(own);
  return own;
}
