/** An edit of the desk as new texts of a briefing's files. Nothing is read or written here. */
import { type Cite, HEAD_ID } from '../../ports/review.ts';
import { titleOf } from '../facts/titles.ts';
import { idOf } from '../names/entities.ts';
import type { Edit } from './edit.ts';
import { citesOf, citing, type ItemInFile, itemsIn, stampOf } from './items.ts';
import { FILE_OF_KIND, type Kind, OWN_FIELDS, orderOf, UNCITED, USING } from './kinds.ts';
import { naming, renamed } from './references.ts';
import { skipped, unskipped } from './skips.ts';
import { type Change, spliced, type Values, valueIn } from './splice.ts';

export type Applied =
  /** `item`: the id of what was edited, where it is still there. */
  | { readonly kind: 'edited'; readonly yaml: ReadonlyMap<string, string>; readonly item?: string }
  /** The item is another than the one that the edit was made on, or is gone. */
  | { readonly kind: 'conflict'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };

export type Context = {
  /** Whose edit it is. */
  readonly by: string;
  /** On top of what somebody else has done to the item meanwhile. */
  readonly anyway: boolean;
  /** The ids of the briefing's sources. */
  readonly sources: readonly string[];
};

/** Pure. `yaml` are the briefing's files by their names. */
export function apply(yaml: ReadonlyMap<string, string>, edit: Edit, context: Context): Applied {
  const desk = new Desk(yaml, context);
  try {
    return edit.kind === 'add' || edit.kind === 'skip' || edit.kind === 'unskip'
      ? onParagraph(desk, edit)
      : onItem(desk, edit);
  } catch (error) {
    if (error instanceof Unwritable)
      return {
        kind: 'refused',
        why: `${error.file} is written in a way that only an editor of text can change: do it there.`,
      };
    throw error;
  }
}

class Unwritable extends Error {
  readonly file: string;
  constructor(file: string) {
    super(file);
    this.file = file;
  }
}

/** The files while an edit is made in them. */
class Desk {
  readonly by: string;
  readonly anyway: boolean;
  readonly sources: readonly string[];
  readonly #yaml: Map<string, string>;

  constructor(yaml: ReadonlyMap<string, string>, { by, anyway, sources }: Context) {
    this.#yaml = new Map(yaml);
    this.by = by;
    this.anyway = anyway;
    this.sources = sources;
  }

  items(): ItemInFile[] {
    return itemsIn(this.#yaml);
  }

  find(id: string): ItemInFile | undefined {
    return this.items().find((item) => item.id === id);
  }

  text(file: string): string | undefined {
    return this.#yaml.get(file);
  }

  change(file: string, change: Change): void {
    const text = spliced(this.#yaml.get(file), change);
    if (text === undefined) throw new Unwritable(file);
    this.#yaml.set(file, text);
  }

  /** Fields of an item, taken out where they are undefined. */
  set({ id, kind, file }: Pick<ItemInFile, 'id' | 'kind' | 'file'>, fields: Values): void {
    this.change(file, { kind: 'set', at: this.find(id)?.at, fields, order: orderOf(kind) });
  }

  drop({ id, file }: Pick<ItemInFile, 'id' | 'file'>): void {
    this.change(file, { kind: 'drop', at: this.find(id)!.at! });
  }

  add(kind: Kind, item: Values): void {
    const order = orderOf(kind);
    const fields = Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
    this.change(FILE_OF_KIND[kind], {
      kind: 'add',
      item: Object.fromEntries(fields),
      comment: 'Written on the desk.',
    });
  }

  cites(fields: Values): Cite[] {
    return citesOf(fields, this.sources[0] ?? '');
  }

  citing(cites: readonly Cite[]): Values {
    return citing(cites, this.sources.length > 1);
  }

  /** Somebody has looked at it: a draft by the rules no more. */
  signed(kind: Kind): Values {
    return UNCITED.includes(kind) ? {} : { by: this.by, doubt: undefined };
  }

  done(item?: string): Applied {
    return { kind: 'edited', yaml: this.#yaml, ...(item === undefined ? {} : { item }) };
  }
}

type OnItem = Extract<Edit, { readonly item: string }>;

function onItem(desk: Desk, edit: OnItem): Applied {
  const item = desk.find(edit.item);
  if (item === undefined)
    return {
      kind: 'conflict',
      why: `'${edit.item}' is not there any more: somebody took it out or renamed it.`,
    };
  if (!desk.anyway && stampOf(item) !== edit.was)
    return {
      kind: 'conflict',
      why: `'${edit.item}' was changed meanwhile, in another window or in the file.`,
    };
  switch (edit.kind) {
    case 'accept':
      desk.set(item, desk.signed(item.kind));
      return desk.done(item.id);
    case 'change':
      desk.set(item, { ...taken(edit.fields, ['id', 'seen']), ...desk.signed(item.kind) });
      return desk.done(item.id);
    case 'drop':
      return drop(desk, item);
    case 'move':
      return move(desk, item, edit.to, edit.fields);
    case 'merge':
      return merge(desk, item, edit.into);
  }
}

/** What the page gave, without the fields that are not its to give; null takes a field out. */
function taken(fields: Values, not: readonly string[]): Values {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => !not.includes(key))
      .map(([key, value]) => [key, value ?? undefined]),
  );
}

function drop(desk: Desk, item: ItemInFile): Applied {
  if (item.id === HEAD_ID) return { kind: 'refused', why: 'A briefing has its head: change it instead.' };
  if (item.kind === 'topic') withoutTopic(desk, item.id);
  const named = [
    ...naming(desk.items(), item.id).map(({ id }) => id),
    ...sourcesReportedBy(desk, item.id).map(({ id }) => String(id)),
  ];
  if (named.length > 0)
    return {
      kind: 'refused',
      why: `${named.slice(0, 5).join(', ')}${named.length > 5 ? ` and ${named.length - 5} more` : ''} name it. Merge it with another, or change those first.`,
    };
  desk.drop(item);
  return desk.done();
}

/** A topic that goes is taken off the items that have it. */
function withoutTopic(desk: Desk, id: string): void {
  for (const other of naming(desk.items(), id)) {
    const without = (key: string) => {
      const list = (other.fields[key] as readonly string[] | undefined)?.filter((one) => one !== id);
      return list === undefined || list.length === 0 ? undefined : list;
    };
    desk.set(other, { topics: without('topics'), related: without('related') });
  }
}

function sourcesReportedBy(desk: Desk, id: string): Values[] {
  const sources = valueIn(desk.text('sources.yaml'));
  return (Array.isArray(sources) ? sources : []).filter((source) => source?.reporter === id);
}

/** The same matter as an item of another kind, under its own id. */
function move(desk: Desk, item: ItemInFile, to: Kind, given: Values): Applied {
  if (UNCITED.includes(to) || UNCITED.includes(item.kind))
    return { kind: 'refused', why: 'A heading, a topic or an issue cannot become something else.' };
  const known = new Set(orderOf(to));
  const kept = Object.entries(item.fields).filter(
    ([key]) => known.has(key) && key !== 'kind' && key !== 'seen',
  );
  const named = USING.includes(to) || to === 'key-point' || to === 'note' || to === 'position';
  const users = naming(desk.items(), item.id);
  if (users.length > 0 && named !== 'text' in item.fields)
    return {
      kind: 'refused',
      why: `${users.map(({ id }) => id).join(', ')} name it as what it is now. Change those first.`,
    };
  desk.drop(item);
  desk.add(to, {
    ...Object.fromEntries(kept),
    ...taken(given, ['id', 'seen']),
    id: item.id,
    ...desk.signed(to),
  });
  return desk.done(item.id);
}

/** Two entries for one: the other's names, paragraphs and everything that names it go over. */
function merge(desk: Desk, item: ItemInFile, into: string): Applied {
  const other = desk.find(into);
  if (other === undefined || other.kind !== item.kind || other.id === item.id || !MERGED.includes(item.kind))
    return {
      kind: 'refused',
      why: 'Only two entries of one list can be merged: two people, two places, two topics.',
    };
  for (const user of naming(desk.items(), item.id)) {
    if (user.id === item.id || user.id === into) continue;
    desk.set(user, renamed(user, item.id, into)!);
  }
  const sources = valueIn(desk.text('sources.yaml'));
  for (const [at, source] of (Array.isArray(sources) ? sources : []).entries())
    if (source?.reporter === item.id)
      desk.change('sources.yaml', { kind: 'set', at, fields: { reporter: into }, order: [] });
  desk.set(other, { ...together(desk, item, other), ...desk.signed(item.kind) });
  desk.drop(item);
  return desk.done(into);
}

const MERGED: readonly Kind[] = ['person', 'organisation', 'place', 'side', 'topic', 'issue'];

function together(desk: Desk, item: ItemInFile, other: ItemInFile): Values {
  const words = (it: ItemInFile) => (it.fields.words ?? []) as readonly string[];
  if (UNCITED.includes(item.kind))
    return { words: [...new Set([...words(other), ...words(item), String(item.fields.name)])] };
  const also = (it: ItemInFile) =>
    ((it.fields.names as { also?: readonly string[] })?.also ?? []) as readonly string[];
  const isNamed = (it: ItemInFile) => it.fields.unnamed !== true;
  const names = [
    ...new Set([...also(other), ...(isNamed(item) ? [String(item.fields.name)] : []), ...also(item)]),
  ];
  const own = Object.entries(item.fields).filter(
    ([key, value]) =>
      OWN_FIELDS[item.kind].includes(key) &&
      key !== 'name' &&
      key !== 'names' &&
      (other.fields[key] ?? '') === '' &&
      value !== item.id,
  );
  return {
    ...Object.fromEntries(own.filter(([key]) => key !== 'unnamed')),
    names: {
      ...(item.fields.names as object),
      ...(other.fields.names as object),
      also: names.filter((name) => name !== other.fields.name),
    },
    ...desk.citing([...desk.cites(other.fields), ...desk.cites(item.fields)]),
  };
}

type OnParagraph = Extract<Edit, { readonly kind: 'add' | 'skip' | 'unskip' }>;

function onParagraph(desk: Desk, edit: OnParagraph): Applied {
  const skips = () => valueIn(desk.text('skipped.yaml'));
  const changeSkips = (changes: readonly Change[]) => {
    for (const change of changes) desk.change('skipped.yaml', change);
  };
  if (edit.kind === 'add') {
    const kind = edit.to;
    if (kind === 'head') return { kind: 'refused', why: 'A briefing has one head.' };
    if (edit.cite === undefined && !UNCITED.includes(kind))
      return { kind: 'refused', why: 'An item rests on a paragraph: say on which.' };
    const given = taken(edit.fields, ['id', 'seen', 'by', 'doubt']);
    const ids = new Set(desk.items().map(({ id }) => id));
    const words = String(given.name ?? given.title ?? given.text ?? kind);
    const id = idOf(titleOf(words).split(' ').slice(0, 5).join(' '), ids);
    if (edit.cite && USING.includes(kind)) changeSkips(unskipped(skips(), edit.cite, desk.sources));
    desk.add(kind, { ...(edit.cite ? desk.citing([edit.cite]) : {}), ...given, id, ...desk.signed(kind) });
    return desk.done(id);
  }
  const cite = { source: edit.source, paragraph: edit.paragraph };
  if (edit.kind === 'unskip') {
    changeSkips(unskipped(skips(), cite, desk.sources));
    return desk.done();
  }
  for (const item of desk.items().filter(({ kind }) => USING.includes(kind))) {
    const cites = desk.cites(item.fields);
    const rest = cites.filter((one) => one.source !== cite.source || one.paragraph !== cite.paragraph);
    if (rest.length === cites.length) continue;
    if (rest.length > 0) desk.set(item, desk.citing(rest));
    else {
      const dropped = drop(desk, item);
      if (dropped.kind === 'refused') return dropped;
    }
  }
  changeSkips(skipped(skips(), cite, edit.why, desk.sources));
  return desk.done();
}
