import type { Kysely, RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** An open database, as the parts of the store see it: the same for both kinds, but for these three differences. */
export type Database = {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  /** The store's clock as SQL, in epoch ms. */
  clock(): RawBuilder<number>;
  close(): Promise<void>;
};

export type Opened =
  | { readonly kind: 'open'; readonly database: Database }
  /** Its calls throw `StoreDown` for now. */
  | { readonly kind: 'down'; readonly database: Database; readonly why: string; readonly mend: string }
  | { readonly kind: 'refused'; readonly why: string; readonly mend: string };
