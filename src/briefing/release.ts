/** A release: which items came, changed, went, became history or were put right since the one before. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Briefing, Claim } from './briefing.ts';
import type { Revision } from './schema.ts';

/** What each item said at the last release: released.json. */
const stored = z.strictObject({
  revision: z.int().min(0),
  /** By the item's id, a hash of what it says. */
  items: z.record(z.string(), z.string()),
  superseded: z.array(z.string()),
  corrected: z.array(z.string()),
});
export type Released = z.infer<typeof stored>;

/** What the summary goes by among the items. */
export const SUMMARY = 'summary';

/** Not what an item says: where it rests, how it is found, who looked at it. */
const NOT_SAID = new Set([
  'refs',
  'topics',
  'inferred',
  'words',
  'names',
  'by',
  'from',
  'doubt',
  'seen',
  'supersedes',
  'corrects',
]);

/** Pure. By each item's id, what it says as a hash: another number of its paragraph is no change. */
export function saidIn(briefing: Briefing): Record<string, string> {
  const items = [
    { ...briefing.summary, id: SUMMARY },
    ...briefing.everyNamed.map(({ item }) => item),
    ...briefing.claims.map(({ item }) => item),
  ];
  return Object.fromEntries(items.map((item) => [item.id, hashOf(item)]));
}

/** Eight hexadecimal digits of what an item says. */
export function hashOf(item: object): string {
  return hash('sha256', canonical(item), 'hex').slice(0, 8);
}

function canonical(item: object): string {
  const said = Object.entries(item)
    .filter(([key, value]) => !NOT_SAID.has(key) && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(said);
}

/** Reads released.json; nothing was ever released where there is none. */
export function readReleased(text: string | undefined): Released {
  if (text === undefined) return { revision: 0, items: {}, superseded: [], corrected: [] };
  return stored.parse(JSON.parse(text));
}

export function writeReleased(released: Released): string {
  return `${JSON.stringify(released, null, 2)}\n`;
}

/** What a briefing would release now. */
export function toRelease(briefing: Briefing): Omit<Released, 'revision'> {
  const ids = (replaced: (claim: Claim) => readonly string[]) =>
    [...new Set(briefing.claims.flatMap(replaced))].toSorted();
  return {
    items: saidIn(briefing),
    superseded: ids(({ item }) => item.supersedes),
    corrected: ids(({ item }) => (item.corrects ? [item.corrects.item] : [])),
  };
}

/** Pure. The next revision; `undefined` where nothing has changed. `date` is the day of the release. */
export function nextRevision(before: Released, briefing: Briefing, date: string): Revision | undefined {
  const now = toRelease(briefing);
  const had = (id: string) => Object.hasOwn(before.items, id);
  const ids = Object.keys(now.items);
  const revision: Revision = {
    number: briefing.revision.number + 1,
    date,
    added: ids.filter((id) => !had(id)),
    changed: ids.filter((id) => had(id) && before.items[id] !== now.items[id]),
    removed: Object.keys(before.items).filter((id) => !Object.hasOwn(now.items, id)),
    superseded: now.superseded.filter((id) => !before.superseded.includes(id)),
    corrected: now.corrected.filter((id) => !before.corrected.includes(id)),
  };
  const changes = [
    revision.added,
    revision.changed,
    revision.removed,
    revision.superseded,
    revision.corrected,
  ];
  return changes.every((list) => list.length === 0) ? undefined : revision;
}

/** As it is appended to revisions.yaml: lists that are empty are left out. */
export function revisionYaml({ number, date, ...changes }: Revision): string {
  const lists = Object.entries(changes)
    .filter(([, ids]) => ids.length > 0)
    .map(([key, ids]) => `  ${key}: [${ids.join(', ')}]\n`);
  return `- number: ${number}\n  date: ${date}\n${lists.join('')}`;
}
