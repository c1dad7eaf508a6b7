/**
 * Holds a draft against its own article before it is written: what cannot be proven is mended where the proof says
 * how, else left out, so that the briefing is whole from the first minute.
 */
import { faultsIn } from '../../briefing/check.ts';
import type { Fault } from '../../briefing/fault.ts';
import type { Texts } from '../../briefing/files.ts';
import type { Item, Lists } from './items.ts';

const MOST_ROUNDS = 4;
/** What is longer is proven by npm run check alone; so is what has more items, each held against each name. */
const MOST = { paragraphs: 400, characters: 150_000, pairs: 150_000 };

/** Lists that nothing refers to: an item of them can be left out. */
const LOOSE = new Set([
  'statements.yaml',
  'events.yaml',
  'deals.yaml',
  'figures.yaml',
  'positions.yaml',
  'background.yaml',
  'key-points.yaml',
  'notes.yaml',
]);

/** Pure. `textsOf` makes the briefing's files of lists. */
export function proven(
  lists: Lists,
  article: string,
  paragraphs: number,
  textsOf: (lists: Lists) => Texts,
): Lists {
  let own = lists;
  if (paragraphs > MOST.paragraphs || article.length > MOST.characters || pairsIn(lists) > MOST.pairs)
    return own;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const texts = textsOf(own);
    const faults = faultsIn(texts);
    if (faults.length === 0) return own;
    own = mended(own, faults, texts, paragraphs);
  }
  return own;
}

/** What the proof of a draft costs: its items times the names that could stand in them. */
function pairsIn(lists: Lists): number {
  const count = (...files: readonly string[]) =>
    files.reduce((sum, file) => sum + (lists[file] ?? []).length, 0);
  return count(...LOOSE) * (1 + count('people.yaml', 'organisations.yaml', 'places.yaml', 'sides.yaml'));
}

function mended(lists: Lists, faults: readonly Fault[], texts: Texts, paragraphs: number): Lists {
  const byFile = Map.groupBy(faults, ({ file }) => file.split('/').at(-1)!);
  const next: Record<string, readonly Item[]> = { ...lists };
  for (const [file, own] of byFile) {
    // A fault of the head or of a source is told by the check; there is no item to leave out.
    if (lists[file] === undefined) continue;
    const places = placesOf(texts.yaml.get(file) ?? '');
    const items = [...(lists[file] ?? [])] as (Item | undefined)[];
    for (const { line, expected } of own) {
      // That a list lacks something is no fault of the item at its beginning.
      if (expected.startsWith('add ')) continue;
      const at = places.findLastIndex((place) => place <= line);
      const item = at < 0 ? undefined : items[at];
      if (!item) continue;
      const speakers = /^speakers: \[(.+)\]$/.exec(expected)?.[1];
      if (speakers && item.mode === 'direct')
        items[at] = { ...item, speakers: speakers.split(', ').slice(0, 1), doubt: 'guess' };
      else if (LOOSE.has(file)) items[at] = undefined;
      else
        items[at] = {
          ...item,
          ...(typeof item.role === 'string' ? { role: '' } : {}),
          ...(typeof item.what === 'string' ? { what: '' } : {}),
        };
    }
    next[file] = items.filter((item) => item !== undefined);
  }
  return { ...next, 'skipped.yaml': skippedIn(next, paragraphs) };
}

/** The lines, counted from 1, on which the items of a list begin. */
function placesOf(yaml: string): number[] {
  return yaml.split('\n').flatMap((line, at) => (line.startsWith('- ') ? [at + 1] : []));
}

/** A paragraph that lost its only item is skipped from now on. */
function skippedIn(lists: Readonly<Record<string, readonly Item[]>>, count: number): Item[] {
  const used = new Set(
    ['statements.yaml', 'events.yaml', 'deals.yaml', 'figures.yaml', 'background.yaml'].flatMap((file) =>
      (lists[file] ?? []).flatMap(({ paragraphs }) => paragraphs as readonly number[]),
    ),
  );
  const before = (lists['skipped.yaml'] ?? []).filter(
    ({ paragraphs }) => !(paragraphs as readonly number[]).some((paragraph) => used.has(paragraph)),
  );
  const known = new Set(before.flatMap(({ paragraphs }) => paragraphs as readonly number[]));
  const rest = Array.from({ length: count }, (_, at) => at + 1).filter(
    (paragraph) => !used.has(paragraph) && !known.has(paragraph),
  );
  const source = [...Object.values(lists)].flat()[0]?.source;
  return rest.length > 0
    ? [
        ...before,
        {
          paragraphs: rest,
          ...(source === undefined ? {} : { source }),
          why: 'What the rules found in it could not be proven.',
        },
      ]
    : before;
}
