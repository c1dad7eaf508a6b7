/** Who names whom by id in a briefing's files. */
import type { ItemInFile } from './items.ts';
import type { Values } from './splice.ts';

const ONE = ['via', 'organisation', 'side', 'place', 'according', 'issue'];
const SEVERAL = ['speakers', 'parties', 'topics', 'related', 'supersedes'];
/** Lists of maps, each with a field that names somebody. */
const INNER: readonly (readonly [string, string])[] = [
  ['former', 'organisation'],
  ['called', 'side'],
];

/** Pure. The fields of an item that name `id`, as they would be with `by` in its place; undefined where none does. */
export function renamed({ fields }: Pick<ItemInFile, 'fields'>, id: string, by: string): Values | undefined {
  const changed: Record<string, unknown> = {};
  for (const key of ONE) if (fields[key] === id) changed[key] = by;
  for (const key of SEVERAL) {
    const list = fields[key];
    if (Array.isArray(list) && list.includes(id))
      changed[key] = [...new Set(list.map((one) => (one === id ? by : one)))];
  }
  for (const [key, inner] of INNER) {
    const list = fields[key];
    if (Array.isArray(list) && list.some((one) => one?.[inner] === id))
      changed[key] = list.map((one) => (one?.[inner] === id ? { ...one, [inner]: by } : one));
  }
  const corrects = fields.corrects as { readonly item?: unknown } | undefined;
  if (corrects?.item === id) changed.corrects = { ...corrects, item: by };
  return Object.keys(changed).length > 0 ? changed : undefined;
}

/** Pure. The items that name it. */
export function naming(items: readonly ItemInFile[], id: string): ItemInFile[] {
  return items.filter((item) => renamed(item, id, id) !== undefined);
}
