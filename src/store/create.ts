import type { TakeCensus } from '../ports/census.ts';
import type { CorrectionLedger } from '../ports/corrections.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Store } from '../ports/store.ts';
import { askedStore } from './asked.ts';
import { takingCensus } from './census.ts';
import { correctionLedger } from './corrections.ts';
import type { Database } from './database.ts';
import { examining } from './examine.ts';
import { forgetting } from './forget.ts';
import { historyStore } from './history.ts';
import { installationStore } from './installations.ts';
import { leases } from './leases.ts';
import { leaving } from './leaving.ts';
import { ledger } from './ledger.ts';
import { postedStore } from './posted.ts';
import { revisionStore } from './revisions.ts';
import { seenStore } from './seen.ts';
import { subscriptionStore } from './subscriptions.ts';
import { tallies } from './tallies.ts';

/** The store, and the ledger that planning and delivery write. */
export type FullStore = Store & {
  readonly ledger: Ledger;
  readonly corrections: CorrectionLedger;
  readonly census: TakeCensus;
};

/** A folder for one process alone, or a server for several. */
export type StoreChoice =
  | { readonly kind: 'sqlite'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string };

export type Created =
  | { readonly kind: 'open'; readonly store: FullStore }
  /** It comes up by itself; until then its calls throw `StoreDown`. */
  | { readonly kind: 'down'; readonly store: FullStore; readonly why: string; readonly mend: string }
  | { readonly kind: 'refused'; readonly why: string; readonly mend: string };

/**
 * Opens the store, with the code of that kind alone, and brings its tables up to date. `now` (epoch ms) is the clock of a store in a file; Postgres has
 * one of its own, which all replicas share.
 */
export async function createStore(choice: StoreChoice, { now }: { now: () => number }): Promise<Created> {
  const opened =
    choice.kind === 'sqlite'
      ? await (await import('./sqlite.ts')).openSqlite({ dataDir: choice.dataDir, now })
      : await (await import('./postgres.ts')).openPostgres({ url: choice.url });
  if (opened.kind === 'refused') return opened;
  const { database, ...rest } = opened;
  return { ...rest, store: storeOver(database) };
}

/** The same store over either database. */
export function storeOver(database: Database): FullStore {
  return {
    subscriptions: subscriptionStore(database),
    history: historyStore(database),
    revisions: revisionStore(database),
    installations: installationStore(database),
    seen: seenStore(database),
    asked: askedStore(database),
    tallies: tallies(database),
    leases: leases(database),
    posted: postedStore(database),
    ledger: ledger(database),
    corrections: correctionLedger(database),
    census: takingCensus(database),
    forget: forgetting(database),
    ...leaving(database),
    examine: examining(database),
    close: () => database.close(),
  };
}
