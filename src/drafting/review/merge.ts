/** Two entries for one person, place, topic or the like become one. */
import type { Applied } from './apply.ts';
import type { Desk } from './files.ts';
import type { ItemInFile } from './items.ts';
import { type Kind, OWN_FIELDS, UNCITED } from './kinds.ts';
import { naming, renamed } from './references.ts';
import { type Values, valueIn } from './splice.ts';

/** Pure but for `desk`. Two entries for one: the other's names, paragraphs and everything that names it go over. */
export function merge(desk: Desk, item: ItemInFile, into: string): Applied {
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
    return {
      words: [...new Set([...words(other), ...words(item), String(item.fields.name)])],
      ...(other.fields.related === undefined
        ? {}
        : { related: (other.fields.related as readonly string[]).filter((id) => id !== item.id) }),
    };
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
