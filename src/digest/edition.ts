/** An edition: what one channel reads on one day. Pure: the briefing, what this channel has had, and the date. */
import type { Briefing } from '../../briefings/briefing.ts';
import type { Subscription } from '../ports/store.ts';
import type { Reply } from '../reply/reply.ts';

/** What goes into an edition. */
export type EditionOf = {
  readonly briefing: Briefing;
  /** The slot's local date, 'YYYY-MM-DD'. */
  readonly date: string;
  /** What the channel has had: `HistoryStore.had`. */
  readonly had: { readonly spotlights: readonly string[]; readonly revision?: number };
  /** What the briefing said at `had.revision`: `RevisionStore.items`; left out where that is not known. */
  readonly previousItems?: Readonly<Record<string, string>>;
  readonly whenAllShown: Subscription['whenAllShown'];
};

export type Edition =
  | {
      readonly kind: 'edition';
      readonly reply: Reply;
      /** The id of the item that the spotlight fell on; for the ledger. */
      readonly spotlight?: string;
      /** The briefing's revision that this edition shows; for the ledger. */
      readonly revision: number;
      /** True when this edition shows the last item that the channel had not had. */
      readonly allShown: boolean;
    }
  /** Everything has been shown, nothing has changed, and the channel asked for quiet then: the slot is skipped. */
  | { readonly kind: 'quiet'; readonly why: string };

export function makeEdition(_: EditionOf): Edition {
  throw new Error('the edition is not written yet');
}

/** What a revision of the briefing says, item by item, as `RevisionStore.record` keeps it. */
export function itemsOfRevision(_: Briefing): Record<string, string> {
  throw new Error('the edition is not written yet');
}
