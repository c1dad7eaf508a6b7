/** Which items the rules have drafted, by source: what an editor took out afterwards stays out. */
import { z } from 'zod';
import type { Lists } from './items.ts';

/** Where it lies in a briefing's folder. */
export const DRAFTED = 'drafted.json';

const stored = z.record(z.string(), z.array(z.string()));

export type Drafted = Readonly<Record<string, readonly string[]>>;

/** Pure. An unreadable record counts as none: then what is there already is told by its words. */
export function readDrafted(text: string | undefined): Drafted {
  try {
    return stored.parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

/** Pure. As it lies in the file, with the ids of `lists` under their source. */
export function draftedOf(before: Drafted, source: string, lists: Lists): string {
  const ids = Object.values(lists).flatMap((list) => list.flatMap(({ id }) => id ?? []));
  return `${JSON.stringify({ ...before, [source]: [...new Set([...(before[source] ?? []), ...ids])].sort() }, null, 2)}\n`;
}

/** Pure. The items that the rules have not drafted before. */
export function notDrafted(lists: Lists, before: Drafted, source: string): Lists {
  const known = new Set(before[source] ?? []);
  if (known.size === 0) return lists;
  return Object.fromEntries(
    Object.entries(lists).map(([file, list]) => [
      file,
      list.filter(({ id }) => id !== undefined && !known.has(id)),
    ]),
  );
}
