/** What a briefing's texts say, and whether it hangs together: what loading and proving both begin with. */
import { inconsistencies } from './consistency.ts';
import type { Draft, Finding } from './draft.ts';
import type { Texts } from './files.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Kept } from './kept.ts';
import { parseTexts } from './parse.ts';
import { printsOf } from './prints.ts';

export type Understood = {
  readonly draft: Draft;
  readonly prints: { readonly read: ReadonlyMap<string, Fingerprint>; readonly findings: readonly Finding[] };
  /** Of the files, one by one. */
  readonly misshapen: readonly Finding[];
  /** Of all together. */
  readonly loose: readonly Finding[];
};

/** Pure but for `kept`. */
export function understood(texts: Texts, kept?: Kept): Understood {
  const known = kept?.understood.get(texts);
  if (known !== undefined) return known;
  const { draft, findings: misshapen } = parseTexts(texts, kept);
  const prints = printsOf(texts);
  const counts = new Map([...prints.read].map(([id, print]) => [id, print.paragraphs.length]));
  const made = { draft, prints, misshapen, loose: inconsistencies(draft, counts) };
  kept?.understood.set(texts, made);
  return made;
}
