import { type Kysely, sql } from 'kysely';
import type { Census, TakeCensus } from '../ports/census.ts';
import type { Database } from './database.ts';
import { lastDate } from './realign.ts';
import { subscriptionOf } from './rows.ts';
import type { Tables } from './tables.ts';

/** How many of the next slots that lie furthest ahead are held against their timetables at a time. */
const LOOKED_AT = 200;
/** What a timetable's next slot may differ by. */
const TOLERANCE_MS = 180_000;

/** Counts by indexes where there are any; the subscriptions themselves are read once. */
export function takingCensus({ db, clock }: Database): TakeCensus {
  return async (next) => {
    const { now } = await db.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow();
    const first = await db
      .selectFrom('subscription')
      .select((of) => of.fn.min('next_at').as('at'))
      .where('next_at', 'is not', null)
      .executeTakeFirst();
    return {
      at: now,
      subscriptions: await subscriptionsIn(db),
      due: await dueIn(db, now),
      pauses: await pausesIn(db, now),
      refused: await refusedIn(db, now),
      ...(first?.at != null && { nextSlot: Number(first.at) }),
      nextTooLate: await tooLateIn(db, now, next),
    };
  };
}

async function subscriptionsIn(db: Kysely<Tables>): Promise<Census['subscriptions']> {
  const rows = await db
    .selectFrom('subscription')
    .select(['platform', 'paused_by', (of) => of.fn.countAll().as('count')])
    .where('ended_at', 'is', null)
    .groupBy(['platform', 'paused_by'])
    .execute();
  return rows.map(({ platform, paused_by, count }) => ({
    platform: platform as Census['due'][number]['platform'],
    state: paused_by === null ? 'active' : paused_by === 'person' ? 'paused_by_person' : 'paused_by_refusals',
    count: Number(count),
  }));
}

async function dueIn(db: Kysely<Tables>, now: number): Promise<Census['due']> {
  const rows = await db
    .selectFrom('delivery')
    .select([
      'platform',
      'state',
      (of) => of.fn.countAll().as('count'),
      (of) => of.fn.min('slot_at').as('oldest'),
    ])
    .where('turn', 'is not', null)
    .where('slot_at', '<=', now)
    .groupBy(['platform', 'state'])
    .execute();
  return rows.map(({ platform, state, count, oldest }) => ({
    platform: platform as Census['due'][number]['platform'],
    state: state as Census['due'][number]['state'],
    count: Number(count),
    oldest: Number(oldest),
  }));
}

const DAY_MS = 86_400_000;

async function refusedIn(db: Kysely<Tables>, now: number): Promise<Census['refused']> {
  const rows = await db
    .selectFrom('notice')
    .innerJoin('subscription', 'subscription.id', 'notice.subscription')
    .select(['platform', (of) => of.fn.count('subscription.id').distinct().as('count')])
    .where((of) =>
      of.or([
        of('told_at', '>', now - DAY_MS),
        of.and([of('told_at', 'is', null), of('turn', '>', now - DAY_MS)]),
      ]),
    )
    .groupBy('platform')
    .execute();
  return rows.map(({ platform, count }) => ({
    platform: platform as Census['due'][number]['platform'],
    channels: Number(count),
  }));
}

async function pausesIn(db: Kysely<Tables>, now: number): Promise<Census['pauses']> {
  const whole = sql<number>`case when workspace = '' then 1 else 0 end`;
  const rows = await db
    .selectFrom('pause')
    .select(['platform', whole.as('whole'), (of) => of.fn.countAll().as('count')])
    .where('until', '>', now)
    .groupBy(['platform', whole])
    .execute();
  return rows.map(({ platform, whole: all, count }) => ({
    platform: platform as Census['due'][number]['platform'],
    scope: Number(all) === 1 ? 'platform' : 'workspace',
    count: Number(count),
  }));
}

/** A clock that was wrong writes next slots too far ahead: so the furthest are looked at. */
async function tooLateIn(db: Kysely<Tables>, now: number, next: Parameters<TakeCensus>[0]): Promise<number> {
  const furthest = await db
    .selectFrom('subscription')
    .selectAll()
    .where('next_at', 'is not', null)
    .orderBy('next_at', 'desc')
    .limit(LOOKED_AT)
    .execute();
  let count = 0;
  for (const row of furthest) {
    const subscription = subscriptionOf(row);
    const isLater = (slot: { readonly at: number } | undefined) =>
      slot !== undefined && (row.next_at ?? 0) > slot.at + TOLERANCE_MS;
    // Most are right, whatever they had last.
    if (
      isLater(next(subscription, now, '')) &&
      isLater(next(subscription, now, await lastDate(db, row.id, now)))
    )
      count += 1;
  }
  return count;
}
