/** What could be understood of a briefing's files, each piece with the place where it stands. */
import type { Content } from './content.ts';
import type { Head } from './schema.ts';

/** A place in the files: `people.yaml`, third item, its role. */
export type Spot = { readonly file: string; readonly path: readonly (string | number)[] };

/** A fault before its line is known. */
export type Finding = {
  readonly at: Spot;
  readonly found: string;
  readonly expected: string;
  /** A second place that belongs to it, named by file and line after `found`. */
  readonly other?: Spot;
};

export type Placed<Item> = { readonly item: Item; readonly at: Spot };

export type Lists = Omit<Content, 'head'>;

export type Draft = {
  readonly head?: Placed<Head>;
  readonly lists: { readonly [Key in keyof Lists]: readonly Placed<Lists[Key][number]>[] };
  /** What stands in pieces that could not be understood, so that nothing is called missing because of them. */
  readonly lost: {
    /** Files of which nothing could be read, or which are not there. */
    readonly files: ReadonlySet<string>;
    readonly ids: ReadonlySet<string>;
    /** References, as `keyOf` writes them. */
    readonly refs: ReadonlySet<string>;
  };
};

/** The spot of a field inside a piece. */
export function within(at: Spot, ...path: (string | number)[]): Spot {
  return { file: at.file, path: [...at.path, ...path] };
}

/** The content of a draft in which everything was understood; `undefined` where its head was not. */
export function contentOf(draft: Draft): Content | undefined {
  if (!draft.head) return undefined;
  const lists = Object.fromEntries(
    Object.entries(draft.lists).map(([key, placed]) => [key, placed.map(({ item }) => item)]),
  );
  return { head: draft.head.item, ...(lists as unknown as Lists) };
}

/** The items of all lists, in the order of the files. */
export function everyItem({ lists }: Pick<Draft, 'lists'>): Placed<AnyItem>[] {
  return (Object.values(lists) as (readonly Placed<AnyItem>[])[]).flat();
}

type AnyItem = Draft['lists'][keyof Draft['lists']][number]['item'];
