import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** An open database, as the parts of the store see it: the same for both kinds, but for these differences. */
export type Database = {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  /** The store's clock as SQL, in epoch ms. */
  clock(): RawBuilder<number>;
  /**
   * A transaction that the store may lose with the machine's power, and with nothing less: of what is worked out again
   * where it is missing. A file does not wait for the disk then, which holds up the whole process.
   */
  lightly<T>(act: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type Opened =
  | { readonly kind: 'open'; readonly database: Database }
  /** Its calls throw `StoreDown` for now. */
  | { readonly kind: 'down'; readonly database: Database; readonly why: string; readonly mend: string }
  | { readonly kind: 'refused'; readonly why: string; readonly mend: string };
