/** An edit of the desk as new texts of a briefing's files. Nothing is read or written here. */
import { HEAD_ID } from '../../ports/review.ts';
import { titleOf } from '../facts/titles.ts';
import { idOf } from '../names/entities.ts';
import type { Edit } from './edit.ts';
import { type Context, Desk, Unwritable } from './files.ts';
import { type ItemInFile, stampOf } from './items.ts';
import { type Kind, orderOf, UNCITED, USING } from './kinds.ts';
import { merge } from './merge.ts';
import { naming } from './references.ts';
import { skipped, unskipped } from './skips.ts';
import { type Change, type Values, valueIn } from './splice.ts';

export type Applied =
  /** `item`: the id of what was edited, where it is still there. */
  | { readonly kind: 'edited'; readonly yaml: ReadonlyMap<string, string>; readonly item?: string }
  /** The item is another than the one that the edit was made on, or is gone. */
  | { readonly kind: 'conflict'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };

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
