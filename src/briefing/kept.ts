/** What was understood and proven of a briefing's items, for whoever proves it again after each edit. */
import type { Draft, Finding } from './draft.ts';
import type { Evidence } from './evidence.ts';
import type { Texts } from './files.ts';
import type { LocatedTexts } from './lines.ts';
import type { Marked } from './marks/marks.ts';
import type { ReadPieces } from './pieces.ts';
import type { Understood } from './understood.ts';

/** What the proofs found in an item, without the place of the item in its list. */
export type ProvenItem = {
  readonly findings: readonly Finding[];
  readonly marks: readonly Marked[];
  /** Of which cast it was proven. */
  cast: number;
};

/** Of one briefing. */
export type Kept = {
  readonly pieces: ReadPieces;
  readonly located: LocatedTexts;
  readonly understood: WeakMap<Texts, Understood>;
  /** What the schema made of an item's value, by the value. */
  readonly parsed: WeakMap<
    object,
    { readonly element: object; readonly sources: string; readonly result: unknown }
  >;
  evidence: { readonly key: readonly unknown[]; readonly made: Evidence } | undefined;
  /** By the items themselves. */
  proven: WeakMap<object, ProvenItem>;
  /** Whom the last proof knew by name, and how often that has changed. */
  cast: { readonly draft: Draft; readonly evidence: Evidence; readonly number: number } | undefined;
};

export function createKept(): Kept {
  return {
    pieces: new Map(),
    located: new Map(),
    understood: new WeakMap(),
    parsed: new WeakMap(),
    evidence: undefined,
    proven: new WeakMap(),
    cast: undefined,
  };
}
