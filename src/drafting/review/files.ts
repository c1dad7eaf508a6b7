/** A briefing's files while an edit is made in them. Nothing is written to the disk here. */
import type { ReadPieces } from '../../briefing/pieces.ts';
import type { Cite } from '../../ports/review.ts';
import type { Applied } from './apply.ts';
import { citesOf, citing, type ItemInFile, itemsIn } from './items.ts';
import { FILE_OF_KIND, type Kind, orderOf, UNCITED } from './kinds.ts';
import { type Change, spliced, type Values } from './splice.ts';

export type Context = {
  /** Whose edit it is. */
  readonly by: string;
  /** On top of what somebody else has done to the item meanwhile. */
  readonly anyway: boolean;
  /** The ids of the briefing's sources. */
  readonly sources: readonly string[];
  /** The values of the items that were read before. */
  readonly read?: ReadPieces;
};

/** A file that cannot be edited without touching what else stands in it. */
export class Unwritable extends Error {
  readonly file: string;
  constructor(file: string) {
    super(file);
    this.file = file;
  }
}

/** The files while an edit is made in them. */
export class Desk {
  readonly by: string;
  readonly anyway: boolean;
  readonly sources: readonly string[];
  readonly #yaml: Map<string, string>;
  readonly #read: ReadPieces;

  constructor(yaml: ReadonlyMap<string, string>, { by, anyway, sources, read = new Map() }: Context) {
    this.#yaml = new Map(yaml);
    this.#read = read;
    this.by = by;
    this.anyway = anyway;
    this.sources = sources;
  }

  items(): ItemInFile[] {
    return itemsIn(this.#yaml, this.#read);
  }

  find(id: string): ItemInFile | undefined {
    return this.items().find((item) => item.id === id);
  }

  text(file: string): string | undefined {
    return this.#yaml.get(file);
  }

  change(file: string, change: Change): void {
    const text = spliced(this.#yaml.get(file), change, this.#read);
    if (text === undefined) throw new Unwritable(file);
    this.#yaml.set(file, text);
  }

  /** Fields of an item, taken out where they are undefined. */
  set({ id, kind, file }: Pick<ItemInFile, 'id' | 'kind' | 'file'>, fields: Values): void {
    this.change(file, { kind: 'set', at: this.find(id)?.at, fields, order: orderOf(kind) });
  }

  drop({ id, file }: Pick<ItemInFile, 'id' | 'file'>): void {
    this.change(file, { kind: 'drop', at: this.find(id)!.at! });
  }

  add(kind: Kind, item: Values): void {
    const order = orderOf(kind);
    const fields = Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
    this.change(FILE_OF_KIND[kind], {
      kind: 'add',
      item: Object.fromEntries(fields),
      comment: 'Written on the desk.',
    });
  }

  cites(fields: Values): Cite[] {
    return citesOf(fields, this.sources[0] ?? '');
  }

  citing(cites: readonly Cite[]): Values {
    return citing(cites, this.sources.length > 1);
  }

  /** Somebody has looked at it: a draft by the rules no more. */
  signed(kind: Kind): Values {
    return UNCITED.includes(kind) ? {} : { by: this.by, doubt: undefined };
  }

  done(item?: string): Applied {
    return { kind: 'edited', yaml: this.#yaml, ...(item === undefined ? {} : { item }) };
  }
}
