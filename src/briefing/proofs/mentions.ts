/** Who is named where in a paragraph, quotations aside. */
import type { Line } from '../witness.ts';
import type { NamedThing } from './names.ts';

export type Mention = {
  /** The place of its first word, and the place after its last. */
  readonly from: number;
  readonly to: number;
  /** Whose name it is: several where they go by the same. */
  readonly ids: ReadonlySet<string>;
};

/** Pure. The longest name at each place, in order; none stands within another. */
export function mentionsIn(line: Line, things: readonly NamedThing[]): Mention[] {
  const spoken = spokenIn(line);
  const mentions: Mention[] = [];
  for (let from = 0; from < line.length; from += 1) {
    if (spoken.has(from)) continue;
    let length = 0;
    let ids = new Set<string>();
    for (const { id, theirs } of things) {
      for (const row of theirs) {
        if (row.length < length || !line.standsAt(from, row, true)) continue;
        if (row.length > length) ids = new Set();
        length = row.length;
        ids.add(id);
      }
    }
    if (length === 0) continue;
    mentions.push({ from, to: from + length, ids });
    from += length - 1;
  }
  return mentions;
}

/** The places of what is between quotation marks, the marks included. */
export function spokenIn(line: Line): Set<number> {
  const spoken = new Set<number>();
  let inside = false;
  for (let place = 0; place < line.length; place += 1) {
    if (line.isMark(place)) {
      spoken.add(place);
      inside = !inside;
    } else if (inside) spoken.add(place);
  }
  return spoken;
}
