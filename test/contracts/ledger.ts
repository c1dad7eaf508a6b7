import { describe, expect, test } from 'vitest';
import type { Planned, Wanted } from '../../src/ports/ledger.ts';
import type { Slot, Subscription } from '../../src/ports/store.ts';
import type { FullStore } from '../../src/store/create.ts';
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
  words,
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
      expect((await seize(store, { most: 100, mostOfWorkspace: 100 })).length).toBe(20);
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
        one.channel === 'C0' ? { kind: 'broken', why: words('No such zone.') } : sendIt(one);
      expect((await store.ledger.claim(5, decide)).pending.map(({ channel }) => channel)).toEqual(['C1']);
      const { state } = (await store.subscriptions.get(broken))!;
      expect(state).toEqual({ kind: 'paused', by: 'refusals', why: words('No such zone.'), since: MONDAY });
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
    test('each delivery is handed out to one caller at a time, and again when that one has gone', async () => {
      const { store, clock } = await open();
      for (let at = 0; at < 40; at += 1) await store.subscriptions.put(subscription({ channel: `C${at}` }));
      clock.now = MONDAY;
      await store.ledger.claim(100, sendIt);
      const all = (await Promise.all(Array.from({ length: 8 }, () => seize(store, { most: 5 })))).flat();
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      while (all.length < 40) all.push(...(await seize(store, { most: 5 })));
      expect(new Set(all.map(({ id }) => id)).size).toBe(40);
      expect(await seize(store)).toEqual([]);
      await store.ledger.release(all.slice(0, 3));
      expect((await seize(store)).length).toBe(3);
      clock.now += HELD_MS;
      expect((await seize(store, { most: 100, mostOfWorkspace: 100 })).length).toBe(40);
    });

    test('every workspace gets its share of what is handed out', async () => {
      const { store, clock } = await open();
      for (let at = 0; at < 30; at += 1) await store.subscriptions.put(subscription({ channel: `C${at}` }));
      for (const workspace of ['T2', 'T3'])
        for (let at = 0; at < 3; at += 1)
          await store.subscriptions.put(subscription({ workspace, channel: `${workspace}C${at}` }));
      clock.now = MONDAY;
      await store.ledger.claim(100, sendIt);
      const first = await seize(store, { most: 6, mostOfWorkspace: 2 });
      expect(first.map(({ workspace }) => workspace).sort()).toEqual(['T1', 'T1', 'T2', 'T2', 'T3', 'T3']);
      const others = await seize(store, { most: 6, mostOfWorkspace: 2, except: ['T1'] });
      expect(others.map(({ workspace }) => workspace).sort()).toEqual(['T2', 'T3']);
    });

    test('one of many takes a delivery; the others may not send', async () => {
      const { store, clock } = await open();
      const errand = (await store.ledger.errand(await pendingOne(store, clock)))!;
      const lease = { owner: 'a', ms: 1_000, spotlights: ['s'], revision: 3 };
      const taken = await Promise.all(Array.from({ length: 5 }, () => store.ledger.take(errand, lease)));
      const mine = taken.filter((one) => one !== undefined);
      expect(mine.length).toBe(1);
      expect(mine[0]?.delivery).toMatchObject({
        attempts: 1,
        spotlights: ['s'],
        revision: 3,
        state: { kind: 'sending', owner: 'a', leaseUntil: clock.now + 1_000 },
      });
      expect(mine[0]?.maybeSentSince).toBe(clock.now);
    });

    test('what was handed out too long ago may not be sent any more', async () => {
      const { store, clock } = await open();
      await pendingOne(store, clock);
      const [one] = await seize(store);
      const late = (await store.ledger.errand(one!))!;
      clock.now += HELD_MS;
      const [other] = await seize(store);
      expect(await store.ledger.take(late, { owner: 'a', ms: 10 })).toBeUndefined();
      expect(await store.ledger.errand(one!)).toBeUndefined();
      expect(
        await store.ledger.take((await store.ledger.errand(other!))!, { owner: 'b', ms: 10 }),
      ).toBeDefined();
    });

    test('a lease that ran out passes to another, and the first may not settle it any more', async () => {
      const { store, clock } = await open();
      const one = await pendingOne(store, clock);
      const first = await store.ledger.take((await store.ledger.errand(one))!, { owner: 'a', ms: 1_000 });
      expect(await store.ledger.errand(one)).toBeUndefined();
      expect(await seize(store)).toEqual([]);
      const began = clock.now;
      clock.now += 1_000;
      const [again] = await seize(store);
      expect(again?.id).toBe(one.id);
      const second = await store.ledger.take((await store.ledger.errand(again!))!, { owner: 'b', ms: 1_000 });
      expect(second?.maybeSentSince).toBe(began);
      const retry = { kind: 'retry', afterMs: 5, why: words('x'), maybeSent: false } as const;
      expect(await store.ledger.settle(first!, retry)).toEqual({ done: false, paused: false });
      expect(await store.ledger.settle(second!, { kind: 'sent', message: 'm' })).toMatchObject({
        done: true,
      });
      expect(await store.ledger.errand(again!)).toBeUndefined();
    });

    test('that a message went out is believed whoever says it', async () => {
      const { store, clock } = await open();
      const one = await pendingOne(store, clock);
      const first = await store.ledger.take((await store.ledger.errand(one))!, { owner: 'a', ms: 10 });
      clock.now += 10;
      const [again] = await seize(store);
      await store.ledger.take((await store.ledger.errand(again!))!, { owner: 'b', ms: 10 });
      expect(await store.ledger.settle(first!, { kind: 'sent', message: 'm' })).toMatchObject({ done: true });
      expect(await store.ledger.settle(first!, { kind: 'sent', message: 'm' })).toMatchObject({
        done: false,
      });
    });
  });

  describe(`${name}: what became of a delivery`, () => {
    test('a retry waits for its moment, and forgets the earlier try only when that was not sent', async () => {
      const { store, clock } = await open();
      const held = await take(store, await pendingOne(store, clock));
      await store.ledger.settle(held, { kind: 'retry', afterMs: 500, why: words('busy'), maybeSent: true });
      expect(await seize(store)).toEqual([]);
      expect(await store.ledger.nextTurn()).toBe(clock.now + 500);
      const [shown] = await store.history.deliveries(held.subscription.id, 1);
      expect(shown?.state).toEqual({
        kind: 'retry',
        at: clock.now + 500,
        why: words('busy'),
        maybeSent: true,
      });
      const began = clock.now;
      clock.now += 500;
      const again = await take(store, (await seize(store))[0]!);
      expect(again.maybeSentSince).toBe(began);
      await store.ledger.settle(again, { kind: 'retry', afterMs: 0, why: words('busy'), maybeSent: false });
      const [last] = await seize(store);
      expect((await store.ledger.errand(last!))?.maybeSentSince).toBeUndefined();
    });

    test('unknown is shown, and looked at again only when that was asked for', async () => {
      const { store, clock } = await open();
      const held = await take(store, await pendingOne(store, clock));
      await store.ledger.settle(held, { kind: 'unknown', why: words('no answer'), lookAgainAfterMs: 100 });
      expect(await store.ledger.nextTurn()).toBe(clock.now + 100);
      clock.now += 100;
      const [again] = await seize(store);
      const errand = (await store.ledger.errand(again!))!;
      expect(errand.delivery.state).toEqual({
        kind: 'unknown',
        since: clock.now - 100,
        why: words('no answer'),
      });
      await store.ledger.settle(errand, { kind: 'unknown', why: words('cannot tell') });
      expect(await store.ledger.nextTurn()).toBeUndefined();
      expect(await store.ledger.errand(again!)).toBeUndefined();
    });

    test('refusals in a row pause a subscription, keep its settings, and a success starts the count anew', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      await store.subscriptions.put(one);
      const gone = { kind: 'gone', why: words('The channel is archived.'), pauseAfter: 2 } as const;
      const paused: boolean[] = [];
      for (const outcome of ['gone', 'sent', 'gone', 'gone']) {
        clock.now = (await store.subscriptions.get(one))!.next!.at;
        const { pending } = await store.ledger.claim(1, sendIt);
        const held = await take(store, pending[0]!);
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
      const held = await take(store, pending[0]!, { spotlights: ['spot-2'], revision: 2 });
      await store.ledger.settle(held, { kind: 'unknown', why: words('no answer'), lookAgainAfterMs: 0 });
      clock.now += 1;
      expect(await store.history.had(one)).toEqual({ spotlights: ['spot-1', 'spot-2'], revision: 2 });
      const [again] = await seize(store);
      expect((await store.ledger.errand(again!))?.had).toEqual({ spotlights: ['spot-1'], revision: 1 });
      expect((await store.history.deliveries(one.id, 5)).map(({ slot }) => slot.date)).toEqual([
        '2026-11-24',
        '2026-11-23',
      ]);
    });

    test('what is over a year old goes, but for what the next edition has to know', async () => {
      const { store, clock } = await open();
      await store.subscriptions.put(subscription({}));
      for (const [day, spotlight] of ['a', 'b', 'a', 'c'].entries()) {
        clock.now = MONDAY + day * DAY;
        const { pending } = await store.ledger.claim(1, sendIt);
        const errand = await store.ledger.errand(pending[0]!);
        const lease = { owner: 'o', ms: 1_000, spotlights: [spotlight], revision: 1 };
        const held = await store.ledger.take(errand!, lease);
        await store.ledger.settle(held!, { kind: 'sent', message: `m${day}` });
      }
      expect(await store.ledger.prune(MONDAY)).toBe(0);
      // Shown again since, the first 'a' tells nothing any more; 'b' was shown then and never after.
      expect(await store.ledger.prune(MONDAY + 3 * DAY)).toBe(1);
      expect((await store.history.had(subscription({}))).spotlights).toEqual(['b', 'a', 'c']);
    });

    test('a pause reaches as far as was said and no farther, for every caller, and ends by itself', async () => {
      const { store, clock } = await open();
      for (const key of [{}, { channel: 'C2' }, { workspace: 'T2' }, { platform: 'discord' as const }]) {
        await store.subscriptions.put(subscription(key));
      }
      clock.now = MONDAY;
      await store.ledger.claim(9, sendIt);
      await store.ledger.hold({ platform: 'slack', workspace: 'T1' }, 10, words('busy'));
      const some = await seize(store);
      expect(some.map(({ workspace }) => workspace)).toEqual(['T2']);
      expect((await seize(store, { platform: 'discord' })).length).toBe(1);
      expect(await store.ledger.pause('slack')).toBeUndefined();
      clock.now += 10;
      expect((await seize(store)).length).toBe(2);
    });

    test('of all who wait for a platform one asks whether it is back, less and less often', async () => {
      const { store, clock } = await open();
      clock.now = MONDAY;
      const { ledger } = store;
      await ledger.hold({ platform: 'slack' }, 100, words('HTTP 503'));
      await ledger.hold({ platform: 'slack' }, 50, words('HTTP 502'));
      const waits = (tries: number) => 100 * 2 ** tries;
      expect(await ledger.pause('slack')).toMatchObject({
        until: MONDAY + 100,
        now: MONDAY,
        why: words('HTTP 502'),
      });
      expect(await ledger.probe('slack', waits)).toBe(false);
      for (const wait of [100, 200, 400]) {
        clock.now = (await ledger.pause('slack'))!.until;
        const asked = await Promise.all(Array.from({ length: 5 }, () => ledger.probe('slack', waits)));
        expect(asked.filter((one) => one)).toEqual([true]);
        expect((await ledger.pause('slack'))?.until).toBe(clock.now + wait);
      }
      await ledger.resume('slack');
      expect(await ledger.pause('slack')).toBeUndefined();
      expect(await ledger.probe('slack', waits)).toBe(false);
    });
  });

  describe(`${name}: a clock that was wrong`, () => {
    test('for a moment a year ahead leaves nothing behind once it is right', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      await store.subscriptions.put(one);
      await deliver(store, clock, one, 'spot-1');
      const right = MONDAY + 3_600_000;
      clock.now = MONDAY + 365 * DAY;
      const days = Array.from({ length: 365 }, (_, at) => nextDay({ date: '', at: MONDAY + at * DAY }));
      await store.ledger.claim(1, () => ({
        kind: 'slots',
        record: days.map((slot, at) => ({
          slot,
          as: at === 364 ? { kind: 'pending' as const } : { kind: 'skipped' as const, why: words('late') },
        })),
        next: nextDay(days.at(-1)!),
      }));
      const held = await take(store, (await seize(store))[0]!, { spotlights: ['spot-2'], revision: 1 });
      await store.ledger.settle(held, { kind: 'sent', message: 'm' });
      clock.now = right;
      const tuesday = { date: '2026-11-24', at: MONDAY + DAY };
      expect(await store.ledger.realign((_, __, last) => (last === '2026-11-23' ? tuesday : undefined))).toBe(
        1,
      );
      expect((await store.subscriptions.get(one))?.next).toEqual(tuesday);
      const kept = await store.history.deliveries(one.id, 500);
      expect(kept.map(({ slot, state }) => [slot.date.slice(0, 10), state.kind])).toEqual([
        ['2026-11-23', 'sent'],
        ['2026-11-23', 'sent'],
      ]);
      clock.now = tuesday.at;
      expect((await store.ledger.claim(1, sendIt)).pending.length).toBe(1);
      expect(await store.ledger.realign(() => tuesday)).toBe(0);
    });

    test('that went back leaves what may have gone out in doubt, also once it has caught up', async () => {
      const { store, clock } = await open();
      await store.subscriptions.put(subscription({}));
      clock.now = MONDAY;
      const { pending } = await store.ledger.claim(9, sendIt);
      const errand = await store.ledger.errand(pending[0]!);
      const held = (await store.ledger.take(errand!, { owner: 'a', ms: 1_000 }))!;
      await store.ledger.settle(held, { kind: 'retry', afterMs: 5, why: words('x'), maybeSent: true });
      expect(await store.ledger.doubt()).toBe(0);
      clock.now = MONDAY - 3_600_000;
      expect([await store.ledger.doubt(), await store.ledger.doubt()]).toEqual([1, 0]);
      expect(await store.ledger.nextTurn()).toBe(clock.now + 60_000);
      clock.now = MONDAY + 60_000;
      const [again] = await seize(store);
      expect((await store.ledger.errand(again!))?.maybeSentSince).toBeGreaterThan(clock.now);
    });

    test('and a turn that lies beyond every wait comes at once', async () => {
      const { store, clock } = await open();
      clock.now = MONDAY + 365 * DAY;
      const held = await take(store, await pendingOne(store, clock));
      clock.now = MONDAY + 365 * DAY;
      await store.ledger.settle(held, {
        kind: 'retry',
        afterMs: 300 * DAY,
        why: words('x'),
        maybeSent: true,
      });
      clock.now = MONDAY;
      await store.ledger.realign(() => undefined);
      expect((await seize(store)).length).toBe(1);
    });
  });
}

const HELD_MS = 60_000;

function seize({ ledger }: FullStore, wanted: Partial<Wanted> = {}) {
  return ledger.seize({ platform: 'slack', most: 9, mostOfWorkspace: 9, forMs: HELD_MS, ...wanted });
}
