import { describe, expect, test } from 'vitest';
import type { Planned, Wanted } from '../../src/ports/ledger.ts';
import type { Slot, Subscription } from '../../src/ports/store.ts';
import {
  DAY,
  deliver,
  MONDAY,
  nextDay,
  pendingOne,
  type StoreAtHand,
  sendIt,
  subscription,
  take,
} from './store-fixture.ts';

/** What every ledger keeps to; `open` hands over an empty store. */
export function ledgerContract(name: string, open: () => Promise<StoreAtHand>): void {
  describe(`${name}: planning`, () => {
    test('only what is due is claimed, oldest first, in batches, and each slot is recorded once', async () => {
      const { store, clock } = await open();
      for (let i = 0; i < 25; i += 1) {
        const at = i < 20 ? MONDAY - i : MONDAY + DAY;
        await store.subscriptions.put(subscription({ channel: `C${i}`, next: { date: '2026-11-23', at } }));
      }
      clock.now = MONDAY;
      const sizes: number[] = [];
      const pending: string[] = [];
      for (;;) {
        const claimed = await store.ledger.claim(8, sendIt);
        sizes.push(claimed.subscriptions);
        pending.push(...claimed.pending.map(({ channel }) => channel));
        if (claimed.subscriptions < 8) break;
      }
      expect(sizes).toEqual([8, 8, 4]);
      expect(new Set(pending).size).toBe(20);
      expect(await store.ledger.claim(8, sendIt)).toEqual({ subscriptions: 0, pending: [], skipped: 0 });
      expect((await store.ledger.waiting({ platform: 'slack', most: 100 })).map(({ id }) => id).length).toBe(
        20,
      );
    });

    test('a slot that is in the ledger already is neither doubled nor changed', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      await store.subscriptions.put(one);
      await deliver(store, clock, one, 'spot-1');
      await store.subscriptions.put({ ...one, timetable: { ...one.timetable, time: '18:00' } });
      expect(await store.ledger.claim(8, sendIt)).toEqual({ subscriptions: 1, pending: [], skipped: 0 });
      const [only, ...others] = await store.history.deliveries(one.id, 10);
      expect(only?.state.kind).toBe('sent');
      expect(others).toEqual([]);
      expect((await store.subscriptions.get(one))?.next).toEqual(nextDay(one.next as Slot));
    });

    test('several planners at once share the work and none takes what another has', async () => {
      const { store, clock } = await open();
      for (let i = 0; i < 60; i += 1) await store.subscriptions.put(subscription({ channel: `C${i}` }));
      clock.now = MONDAY;
      const planners = Array.from({ length: 6 }, async () => {
        const mine: string[] = [];
        for (let rounds = 0; rounds < 20; rounds += 1) {
          mine.push(...(await store.ledger.claim(7, sendIt)).pending.map(({ id }) => id));
        }
        return mine;
      });
      const all = (await Promise.all(planners)).flat();
      expect(all.length).toBe(60);
      expect(new Set(all).size).toBe(60);
    });

    test('ids fit where a platform keeps them, and follow from the slot alone', async () => {
      const { store, clock } = await open();
      await store.subscriptions.put(subscription({}));
      clock.now = MONDAY;
      const { pending } = await store.ledger.claim(1, sendIt);
      expect(pending[0]?.id).toMatch(/^[0-9a-f]{24}$/);
    });

    test('one that cannot be planned pauses with the reason, and is not in the way of the others', async () => {
      const { store, clock } = await open();
      const broken = subscription({ channel: 'C0' });
      for (const one of [broken, subscription({})]) await store.subscriptions.put(one);
      clock.now = MONDAY;
      const decide = (one: Subscription): Planned =>
        one.channel === 'C0' ? { kind: 'broken', why: 'No such zone.' } : sendIt(one);
      expect((await store.ledger.claim(5, decide)).pending.map(({ channel }) => channel)).toEqual(['C1']);
      const { state } = (await store.subscriptions.get(broken))!;
      expect(state).toEqual({ kind: 'paused', by: 'refusals', why: 'No such zone.', since: MONDAY });
      expect((await store.ledger.claim(5, decide)).subscriptions).toBe(0);
    });

    test('when deciding fails nothing is written', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      await store.subscriptions.put(one);
      clock.now = MONDAY;
      const failing = () => {
        throw new Error('a bug');
      };
      await expect(store.ledger.claim(1, failing)).rejects.toThrow('a bug');
      expect((await store.subscriptions.get(one))?.next).toEqual(one.next);
      expect(await store.history.deliveries(one.id, 1)).toEqual([]);
    });
  });

  describe(`${name}: leases`, () => {
    test('one of many takes a delivery; the others may not send', async () => {
      const { store, clock } = await open();
      const id = await pendingOne(store, clock);
      const errand = (await store.ledger.errand(id))!;
      const lease = { owner: 'a', ms: 1_000, spotlight: 's', revision: 3 };
      const taken = await Promise.all(Array.from({ length: 5 }, () => store.ledger.take(errand, lease)));
      const mine = taken.filter((one) => one !== undefined);
      expect(mine.length).toBe(1);
      expect(mine[0]?.delivery).toMatchObject({
        attempts: 1,
        spotlight: 's',
        revision: 3,
        state: { kind: 'sending', owner: 'a', leaseUntil: clock.now + 1_000 },
      });
      expect(mine[0]?.maybeSentSince).toBe(clock.now);
    });

    test('a lease that ran out passes to another, and the first may not settle it any more', async () => {
      const { store, clock } = await open();
      const id = await pendingOne(store, clock);
      const first = await store.ledger.take((await store.ledger.errand(id))!, { owner: 'a', ms: 1_000 });
      expect(await store.ledger.errand(id)).toBeUndefined();
      expect(await store.ledger.take(first!, { owner: 'b', ms: 1_000 })).toBeUndefined();
      const began = clock.now;
      clock.now += 1_000;
      expect((await store.ledger.waiting({ platform: 'slack', most: 5 })).map((one) => one.id)).toEqual([id]);
      const second = await store.ledger.take((await store.ledger.errand(id))!, { owner: 'b', ms: 1_000 });
      expect(second?.maybeSentSince).toBe(began);
      const retry = { kind: 'retry', afterMs: 5, why: 'x', maybeSent: false } as const;
      expect(await store.ledger.settle(first!, retry)).toEqual({ done: false, paused: false });
      expect(await store.ledger.settle(second!, { kind: 'sent', message: 'm' })).toMatchObject({
        done: true,
      });
      expect(await store.ledger.errand(id)).toBeUndefined();
    });

    test('that a message went out is believed whoever says it', async () => {
      const { store, clock } = await open();
      const id = await pendingOne(store, clock);
      const first = await store.ledger.take((await store.ledger.errand(id))!, { owner: 'a', ms: 10 });
      clock.now += 10;
      await store.ledger.take((await store.ledger.errand(id))!, { owner: 'b', ms: 10 });
      expect(await store.ledger.settle(first!, { kind: 'sent', message: 'm' })).toMatchObject({ done: true });
      expect(await store.ledger.settle(first!, { kind: 'sent', message: 'm' })).toMatchObject({
        done: false,
      });
    });
  });

  describe(`${name}: what became of a delivery`, () => {
    test('a retry waits for its moment, and forgets the earlier try only when that was not sent', async () => {
      const { store, clock } = await open();
      const id = await pendingOne(store, clock);
      const held = await take(store, id);
      await store.ledger.settle(held, { kind: 'retry', afterMs: 500, why: 'busy', maybeSent: true });
      expect(await store.ledger.waiting({ platform: 'slack', most: 5 })).toEqual([]);
      expect(await store.ledger.nextTurn()).toBe(clock.now + 500);
      const [shown] = await store.history.deliveries(held.subscription.id, 1);
      expect(shown?.state).toEqual({ kind: 'retry', at: clock.now + 500, why: 'busy' });
      const began = clock.now;
      clock.now += 500;
      const again = await take(store, id);
      expect(again.maybeSentSince).toBe(began);
      await store.ledger.settle(again, { kind: 'retry', afterMs: 0, why: 'busy', maybeSent: false });
      expect((await store.ledger.errand(id))?.maybeSentSince).toBeUndefined();
    });

    test('unknown is shown, and looked at again only when that was asked for', async () => {
      const { store, clock } = await open();
      const id = await pendingOne(store, clock);
      const held = await take(store, id);
      await store.ledger.settle(held, { kind: 'unknown', why: 'no answer', lookAgainAfterMs: 100 });
      expect(await store.ledger.nextTurn()).toBe(clock.now + 100);
      clock.now += 100;
      const errand = (await store.ledger.errand(id))!;
      expect(errand.delivery.state).toEqual({ kind: 'unknown', since: clock.now - 100, why: 'no answer' });
      await store.ledger.settle(errand, { kind: 'unknown', why: 'cannot tell' });
      expect(await store.ledger.nextTurn()).toBeUndefined();
      expect(await store.ledger.errand(id)).toBeUndefined();
    });

    test('refusals in a row pause a subscription, keep its settings, and a success starts the count anew', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      await store.subscriptions.put(one);
      const gone = { kind: 'gone', why: 'The channel is archived.', pauseAfter: 2 } as const;
      const paused: boolean[] = [];
      for (const outcome of ['gone', 'sent', 'gone', 'gone']) {
        clock.now = (await store.subscriptions.get(one))!.next!.at;
        const { pending } = await store.ledger.claim(1, sendIt);
        const held = await take(store, pending[0]!.id);
        const settled = await store.ledger.settle(
          held,
          outcome === 'gone' ? gone : { kind: 'sent', message: 'm' },
        );
        paused.push(settled.paused);
      }
      expect(paused).toEqual([false, false, false, true]);
      const after = (await store.subscriptions.get(one))!;
      expect(after.state).toEqual({ kind: 'paused', by: 'refusals', why: gone.why, since: clock.now });
      expect(after.timetable).toEqual(one.timetable);
      expect(after.next).toBeUndefined();
    });

    test('had holds what was sent or perhaps sent, in order, and for a slot only what came before it', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      await store.subscriptions.put(one);
      await deliver(store, clock, one, 'spot-1');
      clock.now += DAY;
      const { pending } = await store.ledger.claim(1, sendIt);
      const held = await take(store, pending[0]!.id, { spotlight: 'spot-2', revision: 2 });
      await store.ledger.settle(held, { kind: 'unknown', why: 'no answer', lookAgainAfterMs: 0 });
      clock.now += 1;
      expect(await store.history.had(one)).toEqual({ spotlights: ['spot-1', 'spot-2'], revision: 2 });
      expect((await store.ledger.errand(held.delivery.id))?.had).toEqual({
        spotlights: ['spot-1'],
        revision: 1,
      });
      expect((await store.history.deliveries(one.id, 5)).map(({ slot }) => slot.date)).toEqual([
        '2026-11-24',
        '2026-11-23',
      ]);
    });

    test('putting off reaches as far as was said and no farther', async () => {
      const { store, clock } = await open();
      for (const key of [{}, { channel: 'C2' }, { workspace: 'T2' }, { platform: 'discord' as const }]) {
        await store.subscriptions.put(subscription(key));
      }
      clock.now = MONDAY;
      await store.ledger.claim(9, sendIt);
      const waiting = (platform: 'slack' | 'discord', more: Partial<Wanted> = {}) =>
        store.ledger.waiting({ platform, most: 9, ...more });
      const left = async () => [(await waiting('slack')).length, (await waiting('discord')).length];
      await store.ledger.postpone({ platform: 'slack', workspace: 'T1', channel: 'C2' }, MONDAY + 10);
      expect(await left()).toEqual([2, 1]);
      await store.ledger.postpone({ platform: 'slack', workspace: 'T1' }, MONDAY + 10);
      expect(await left()).toEqual([1, 1]);
      await store.ledger.postpone({ platform: 'slack' }, MONDAY + 10);
      expect(await left()).toEqual([0, 1]);
      clock.now += 10;
      expect(await left()).toEqual([3, 1]);
      expect((await waiting('slack', { except: ['T1'] })).map(({ workspace }) => workspace)).toEqual(['T2']);
      const [first, second] = await waiting('slack', { most: 2 });
      const rest = await waiting('slack', { after: second! });
      expect(new Set([first, second, ...rest].map((one) => one?.id)).size).toBe(3);
      expect((await waiting('discord', { olderThanMs: 10 })).length).toBe(1);
      expect(await waiting('discord', { olderThanMs: 11 })).toEqual([]);
    });
  });
}
