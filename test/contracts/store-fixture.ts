/** What the store's contracts are written with. */
import type { Planned, Waiting } from '../../src/ports/ledger.ts';
import type { Reason } from '../../src/ports/reasons.ts';
import type { Slot, Subscription, SubscriptionKey } from '../../src/ports/store.ts';
import type { FullStore } from '../../src/store/create.ts';

export const DAY = 86_400_000;
export const MONDAY = Date.UTC(2026, 10, 23, 9);

/** A store with a clock that the test sets. */
export type StoreAtHand = { readonly store: FullStore; clock: { now: number } };

/** A subscription whose next slot is Monday's. */
export function subscription(changes: Partial<SubscriptionKey & { next: Slot }>): Subscription {
  const key = { platform: 'slack', workspace: 'T1', channel: 'C1', briefing: 'kuril', ...changes } as const;
  return {
    id: `${key.platform}-${key.workspace}-${key.channel}-${key.briefing}`,
    timetable: { time: '09:00', days: [1, 2, 3, 4, 5, 6, 7], zone: 'Etc/UTC' },
    whenAllShown: 'start-over',
    locale: 'en',
    state: { kind: 'active' },
    changedBy: 'U1',
    changedAt: 1,
    next: { date: '2026-11-23', at: MONDAY },
    ...key,
  };
}

/** A reason in words alone. */
export function words(words: string): Reason {
  return { code: 'words', words };
}

/** Each due slot is to be sent, and the next is a day later. */
export function sendIt({ next }: Subscription): Planned {
  if (next === undefined) throw new Error('a subscription was claimed that is not due');
  return { kind: 'slots', record: [{ slot: next, as: { kind: 'pending' } }], next: nextDay(next) };
}

export function nextDay({ at }: Slot): Slot {
  return { date: new Date(at + DAY).toISOString().slice(0, 10), at: at + DAY };
}

export async function pendingOne(store: FullStore, clock: { now: number }): Promise<Waiting> {
  await store.subscriptions.put(subscription({}));
  clock.now = MONDAY;
  const { pending } = await store.ledger.claim(1, sendIt);
  return pending[0]!;
}

export async function take(
  store: FullStore,
  waiting: Pick<Waiting, 'id' | 'turn'>,
  shows: { spotlights?: readonly string[]; revision?: number } = {},
) {
  const errand = await store.ledger.errand(waiting);
  const held = await store.ledger.take(errand!, { owner: 'me', ms: 60_000, ...shows });
  return held!;
}

export async function deliver(
  store: FullStore,
  clock: { now: number },
  one: Subscription,
  ...spotlights: readonly string[]
) {
  clock.now = one.next!.at;
  const { pending } = await store.ledger.claim(1, sendIt);
  const held = await take(store, pending[0]!, { spotlights, revision: 1 });
  await store.ledger.settle(held, { kind: 'sent', message: 'm' });
}
