/** Reading what is to be delivered, and taking the lease on it: of several deliveries at once. */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Errand, Lease, Ledger } from '../ports/ledger.ts';
import type { Database } from './database.ts';
import { hadOf } from './history.ts';
import { showingOf } from './posted.ts';
import { deliveryOf, subscriptionOf } from './rows.ts';
import type { Tables } from './tables.ts';
import { together } from './together.ts';

export function reading(database: Database): Ledger['errand'] {
  const { db, clock } = database;
  type Asked = Parameters<Ledger['errand']>[0];
  return together<Asked, Errand>(
    ({ id, turn }) => `${id} ${turn}`,
    async (group) => {
      const found = await db
        .selectFrom('delivery')
        .selectAll()
        .select(clock().as('now'))
        .where('id', 'in', [...new Set(group.map(({ id }) => id))])
        .execute();
      const rows = new Map(found.map((row) => [row.id, row]));
      const ids = [...new Set(found.map(({ subscription }) => subscription))];
      const owners = new Map(
        (ids.length === 0
          ? []
          : await db.selectFrom('subscription').selectAll().where('id', 'in', ids).execute()
        ).map((owner) => [owner.id, owner]),
      );
      const had = await hadOf(database, ids);
      const errands = new Map<string, Errand>();
      for (const { id, turn } of group) {
        const row = rows.get(id);
        const owner = row && owners.get(row.subscription);
        if (row === undefined || owner === undefined || row.turn !== turn) continue;
        errands.set(`${id} ${turn}`, {
          delivery: deliveryOf(row),
          turn,
          subscription: subscriptionOf(owner),
          ended: owner.ended_at !== null,
          had: had(owner.id, row.slot_date),
          refusals: owner.refusals,
          readAt: row.now,
          ...maybeSent(row.maybe_sent_since),
        });
      }
      return errands;
    },
  );
}

type Taking = { readonly errand: Errand; readonly lease: Lease };

/** `attempts` grows with every lease, and guards each write. */
export function taking(database: Database): Ledger['take'] {
  const { db, clock } = database;
  const take = together<Taking, Errand>(
    ({ errand }) => errand.delivery.id,
    (group) =>
      db.transaction().execute(async (transaction) => {
        const wanted = await valuesOf(transaction, group);
        const { rows } = await sql<{ id: string; turn: number; maybe_sent_since: number }>`
          with wanted (id, attempts, turn, owner, until, since, spotlight, revision, showing, shows)
            as (values ${sql.join(wanted)})
          update delivery set
            state = 'sending', owner = wanted.owner, since = ${clock()}, turn = ${clock()} + wanted.until,
            attempts = wanted.attempts + 1, maybe_sent_since = coalesce(wanted.since, ${clock()}),
            spotlight = wanted.spotlight, revision = wanted.revision,
            showing = case when wanted.shows = 1 then wanted.showing else delivery.showing end
          from wanted
          where delivery.id = wanted.id and delivery.attempts = wanted.attempts and delivery.turn = wanted.turn
          returning delivery.id, delivery.turn, delivery.maybe_sent_since`.execute(transaction);
        const taken = new Map(rows.map((row) => [row.id, row]));
        return new Map(
          group.flatMap(({ errand, lease }) => {
            const row = taken.get(errand.delivery.id);
            return row === undefined ? [] : [[errand.delivery.id, heldAs(errand, lease, row)] as const];
          }),
        );
      }),
  );
  return (errand, lease) => take({ errand, lease });
}

/** Most show the same, and each set of items is kept once. */
async function valuesOf(
  transaction: Transaction<Tables>,
  group: readonly Taking[],
): Promise<RawBuilder<unknown>[]> {
  const kept = new Map<string, string>();
  const rows: RawBuilder<unknown>[] = [];
  for (const { errand, lease } of group) {
    const { delivery, subscription, maybeSentSince } = errand;
    const items = lease.items ?? [];
    const key = [subscription.briefing, ...items].join('\n');
    if (items.length > 0 && !kept.has(key))
      kept.set(key, await showingOf(transaction, subscription.briefing, items));
    // What may have gone out before shows what it did then, and a repeat brings back that very message.
    const shows = maybeSentSince === undefined || delivery.attempts === 0;
    rows.push(
      sql`(${text(delivery.id)}, ${whole(delivery.attempts)}, ${whole(errand.turn)}, ${text(lease.owner)},
        ${whole(lease.ms)}, ${whole(maybeSentSince)}, ${text(lease.spotlights?.join(' ') || undefined)},
        ${whole(lease.revision)}, ${text(kept.get(key))}, ${whole(shows ? 1 : 0)})`,
    );
  }
  return rows;
}

/** Postgres does not know of which type a row of values is. */
function text(value: string | undefined): RawBuilder<unknown> {
  return sql`cast(${value ?? null} as text)`;
}

function whole(value: number | undefined): RawBuilder<unknown> {
  return sql`cast(${value ?? null} as bigint)`;
}

function heldAs(
  errand: Errand,
  { owner, spotlights = [], revision }: Lease,
  { turn, maybe_sent_since }: { readonly turn: number; readonly maybe_sent_since: number },
): Errand {
  const { id, subscription, slot, attempts } = errand.delivery;
  return {
    ...errand,
    delivery: {
      ...{ id, subscription, slot },
      state: { kind: 'sending', owner, leaseUntil: turn },
      attempts: attempts + 1,
      ...(spotlights.length === 0 ? {} : { spotlights }),
      ...(revision === undefined ? {} : { revision }),
    },
    turn,
    maybeSentSince: maybe_sent_since,
  };
}

function maybeSent(since: number | null): Pick<Errand, 'maybeSentSince'> {
  return since === null ? {} : { maybeSentSince: since };
}
