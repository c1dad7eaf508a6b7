import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../src/ports/store.ts';
import { DAY, deliver, MONDAY, type StoreAtHand, sendIt, subscription, words } from './store-fixture.ts';

/** What every store keeps to; `open` hands over an empty one. */
export function storeContract(name: string, open: () => Promise<StoreAtHand>): void {
  describe(`${name}: what is counted for whoever watches`, () => {
    const never = () => undefined;

    test('nothing at all in an empty store', async () => {
      const { store, clock } = await open();
      const { at, ...counted } = await store.census(never);
      expect(Math.abs(at - clock.now)).toBeLessThan(5_000);
      expect(counted).toEqual({ subscriptions: [], due: [], pauses: [], refused: [], nextTooLate: 0 });
    });

    test('subscriptions by state, what is due and since when, and pauses', async () => {
      const { store, clock } = await open();
      const paused = { kind: 'paused', by: 'refusals', why: words('gone'), since: 1 } as const;
      await store.subscriptions.put(subscription({}));
      await store.subscriptions.put(subscription({ channel: 'C2' }));
      await store.subscriptions.put({ ...subscription({ channel: 'C3' }), state: paused });
      await store.subscriptions.put(subscription({ channel: 'C4' }));
      await store.subscriptions.remove(subscription({ channel: 'C4' }));
      clock.now = MONDAY + 1_000;
      const { pending } = await store.ledger.claim(1, sendIt);
      await store.ledger.hold({ platform: 'slack' }, 60_000, words('away'));
      await store.ledger.hold({ platform: 'slack', workspace: 'T1' }, 60_000, words('limited'));
      expect(pending).toHaveLength(1);
      const counted = await store.census(never);
      expect(new Set(counted.subscriptions)).toEqual(
        new Set([
          { platform: 'slack', state: 'active', count: 2 },
          { platform: 'slack', state: 'paused_by_refusals', count: 1 },
        ]),
      );
      expect(counted.due).toEqual([{ platform: 'slack', state: 'pending', count: 1, oldest: MONDAY }]);
      expect(counted.nextSlot).toBe(MONDAY);
      expect(new Set(counted.pauses.map(({ scope, count }) => `${scope} ${count}`))).toEqual(
        new Set(['platform 1', 'workspace 1']),
      );
    });

    test('a next slot that lies later than its timetable has it', async () => {
      const { store } = await open();
      await store.subscriptions.put(subscription({ channel: 'C1' }));
      await store.subscriptions.put(
        subscription({ channel: 'C2', next: { date: '2027-11-23', at: MONDAY + 365 * DAY } }),
      );
      const { nextTooLate } = await store.census(() => ({ date: '2026-11-23', at: MONDAY }));
      expect(nextTooLate).toBe(1);
    });
  });

  describe(`${name}: subscriptions`, () => {
    test('what was put is what is found, word for word', async () => {
      const { store } = await open();
      const hostile = subscription({ channel: "C'); drop table subscription; --", workspace: 'T\u{1F600}' });
      await store.subscriptions.put(hostile);
      expect(await store.subscriptions.get(hostile)).toEqual(hostile);
      const paused: Subscription = {
        ...hostile,
        state: { kind: 'paused', by: 'person', why: words('Paused by U2.'), since: 5 },
      };
      await store.subscriptions.put(paused);
      const { next: _, ...withoutNext } = paused;
      expect(await store.subscriptions.get(hostile)).toEqual(withoutNext);
    });

    test('what a channel chose of its digest is found as it was chosen, and gone when it is taken back', async () => {
      const { store } = await open();
      const plain = subscription({});
      const chosen: Subscription = {
        ...plain,
        timetable: { ...plain.timetable, rhythm: { kind: 'weeks', every: 2, from: '2026-11-23' } },
        off: { spans: [{ from: '12-24', to: '01-01' }], holidays: ['JP', 'DE-BY'] },
        gets: { kinds: ['quotes'], topics: ['security'] },
        goes: { thread: '1.2', published: true, mention: 'R1', picture: true },
      };
      await store.subscriptions.put(chosen);
      expect(await store.subscriptions.get(plain)).toEqual(chosen);
      await store.subscriptions.put(plain);
      expect(await store.subscriptions.get(plain)).toEqual(plain);
    });

    test('an edition that told several things is remembered with each of them', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      await store.subscriptions.put(one);
      await deliver(store, clock, one, 'person:abe', 'deal:fund');
      expect(await store.history.had(one)).toEqual({ spotlights: ['person:abe', 'deal:fund'], revision: 1 });
    });

    test('a channel, a workspace, a briefing and a platform each tell subscriptions apart', async () => {
      const { store } = await open();
      const all = [
        subscription({}),
        subscription({ channel: 'C2' }),
        subscription({ workspace: 'T2' }),
        subscription({ briefing: 'other' }),
        subscription({ platform: 'discord' }),
      ];
      for (const one of all) await store.subscriptions.put(one);
      for (const one of all) expect(await store.subscriptions.get(one)).toEqual(one);
      const theirs = await store.subscriptions.ofWorkspace('slack', 'T1');
      expect(theirs.map(({ id }) => id).sort()).toEqual(
        [all[0], all[1], all[3]].map((one) => one?.id).sort(),
      );
    });

    test('subscribing again after unsubscribing keeps the history and the id', async () => {
      const { store, clock } = await open();
      const first = subscription({});
      await store.subscriptions.put(first);
      await deliver(store, clock, first, 'spot-1');
      expect(await store.subscriptions.remove(first)).toBe(true);
      expect(await store.subscriptions.remove(first)).toBe(false);
      expect(await store.subscriptions.get(first)).toBeUndefined();
      expect(await store.subscriptions.ofWorkspace('slack', 'T1')).toEqual([]);
      await store.subscriptions.put({ ...first, id: 'another' });
      expect((await store.subscriptions.get(first))?.id).toBe(first.id);
      expect(await store.history.had(first)).toEqual({ spotlights: ['spot-1'], revision: 1 });
    });
  });

  describe(`${name}: the rest`, () => {
    test('an event is new the first time, and again when it need not be remembered any more', async () => {
      const { store } = await open();
      const tries = await Promise.all([1, 2, 3].map(() => store.seen.firstTime('Ev1', 10, 20)));
      expect(tries.filter(Boolean).length).toBe(1);
      expect(await store.seen.firstTime('Ev2', 10, 20)).toBe(true);
      expect(await store.seen.firstTime('Ev1', 21, 30)).toBe(true);
      expect(await store.seen.firstTime('Ev1', 22, 30)).toBe(false);
    });

    test('what is seen under an id is new again when it is another than the last', async () => {
      const { store } = await open();
      const said = (what: string) => store.seen.firstTime('C1', 10, 20, what);
      expect([await said('set'), await said('set'), await said('ended'), await said('set')]).toEqual([
        true,
        false,
        true,
        true,
      ]);
    });

    test('a lease has one owner, until it is given back or not kept', async () => {
      const { store, clock } = await open();
      const { take, give, isTaken } = store.leases;
      clock.now = MONDAY;
      const taken = await Promise.all(['a', 'b', 'c'].map((owner) => take('shard', owner, 1_000)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      const [first = ''] = ['a', 'b', 'c'].filter((_, at) => taken[at]);
      clock.now += 900;
      expect(await take('shard', first, 1_000)).toBe(true);
      clock.now += 900;
      expect(await take('shard', 'd', 1_000)).toBe(false);
      await give('shard', 'd');
      expect(await isTaken('shard')).toBe(true);
      clock.now += 101;
      expect(await isTaken('shard')).toBe(false);
      expect(await take('shard', 'd', 1_000)).toBe(true);
      expect(await take('shard', first, 1_000)).toBe(false);
      await give('shard', 'd');
      expect(await take('shard', first, 1_000)).toBe(true);
    });

    test('a span counts from its first on, whoever counts, and begins anew when it is over', async () => {
      const { store, clock } = await open();
      clock.now = MONDAY;
      const count = (key: string) => store.tallies.count(key, 1_000);
      const counted = await Promise.all([1, 2, 3].map(() => count('U1')));
      expect(counted.map(({ count }) => count).sort()).toEqual([1, 2, 3]);
      expect(await count('U2')).toEqual({ count: 1, leftMs: 1_000, until: MONDAY + 1_000 });
      clock.now = MONDAY + 400;
      await store.tallies.takeBack('U1', MONDAY + 1_000);
      expect(await count('U1')).toEqual({ count: 3, leftMs: 600, until: MONDAY + 1_000 });
      clock.now = MONDAY + 1_000;
      expect(await count('U1')).toEqual({ count: 1, leftMs: 1_000, until: MONDAY + 2_000 });
      // A clock that was a year ahead for a moment holds nobody up for a year.
      clock.now = MONDAY + 365 * DAY;
      await count('U3');
      clock.now = MONDAY;
      expect(await count('U3')).toEqual({ count: 1, leftMs: 1_000, until: MONDAY + 1_000 });
    });

    test('what is taken back from a span that is over makes no room in the one after it', async () => {
      const { store, clock } = await open();
      clock.now = MONDAY;
      const { until } = await store.tallies.count('U1', 1_000);
      clock.now = MONDAY + 1_000;
      await store.tallies.count('U1', 1_000);
      await store.tallies.takeBack('U1', until);
      await store.tallies.takeBack('U2', until);
      expect(await store.tallies.count('U1', 1_000)).toMatchObject({ count: 2 });
      expect(await store.tallies.count('U2', 1_000)).toMatchObject({ count: 1 });
    });

    test('revisions and installations are kept, changed and removed', async () => {
      const { store } = await open();
      await store.revisions.record('kuril', 1, { a: 'said', 安倍: 'Shinzo Abe' });
      await store.revisions.record('kuril', 1, { a: 'said better' });
      expect(await store.revisions.items('kuril', 1)).toEqual({ a: 'said better' });
      expect(await store.revisions.items('kuril', 2)).toBeUndefined();
      await store.installations.put('T1', 'one');
      await store.installations.put('T1', 'two');
      expect(await store.installations.get('T1')).toBe('two');
      await store.installations.remove('T1');
      await store.installations.remove('T1');
      expect(await store.installations.get('T1')).toBeUndefined();
    });

    test('forgetting a workspace leaves nothing of it, and everything of the others', async () => {
      const { store, clock } = await open();
      const theirs = subscription({});
      const others = subscription({ workspace: 'T2' });
      for (const one of [theirs, others]) {
        await store.subscriptions.put(one);
        await deliver(store, clock, one, 'spot');
        await store.installations.put(one.workspace, 'secret');
      }
      expect(await store.forget('slack', 'T1')).toEqual({
        subscriptions: 1,
        deliveries: 1,
        messages: 0,
        installations: 1,
      });
      expect(await store.forget('slack', 'T1')).toEqual({
        subscriptions: 0,
        deliveries: 0,
        messages: 0,
        installations: 0,
      });
      expect(await store.subscriptions.get(theirs)).toBeUndefined();
      expect(await store.history.had(theirs)).toEqual({ spotlights: [] });
      expect(await store.installations.get('T1')).toBeUndefined();
      expect(await store.history.had(others)).toEqual({ spotlights: ['spot'], revision: 1 });
      expect(await store.installations.get('T2')).toBe('secret');
    });

    test('a workspace that the bot is removed from keeps its settings for 30 days, and finds them when it is back', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      const paused = subscription({ channel: 'C2' });
      const state = { kind: 'paused', by: 'person', why: words('x'), since: 1 } as const;
      await store.subscriptions.put(one);
      await store.subscriptions.put({ ...paused, state });
      clock.now = MONDAY;
      expect(await store.leave('slack', 'T1')).toBe(2);
      expect(await store.subscriptions.get(one)).toBeUndefined();
      expect((await store.ledger.claim(5, sendIt)).subscriptions).toBe(0);
      clock.now += 29 * DAY;
      expect(await store.forgetRemoved()).toBe(0);
      const next = { date: '2026-12-23', at: clock.now + DAY };
      expect(await store.rejoin('slack', 'T1', () => next)).toBe(2);
      expect(await store.subscriptions.get(one)).toMatchObject({ timetable: one.timetable, next });
      expect((await store.subscriptions.get(paused))?.state).toEqual(state);
      await store.leave('slack', 'T1');
      clock.now += 31 * DAY;
      expect(await store.rejoin('slack', 'T1', () => next)).toBe(0);
      expect(await store.forgetRemoved()).toBe(2);
      expect(await store.history.deliveries(one.id, 5)).toEqual([]);
    });

    test('a channel that gets another id keeps its digest, what is under way, and what it had', async () => {
      const { store, clock } = await open();
      const one = subscription({});
      await store.subscriptions.put(one);
      await deliver(store, clock, one, 'spot-1');
      clock.now += DAY;
      const { pending } = await store.ledger.claim(5, sendIt);
      expect(await store.moved('slack', 'T1', 'C1', 'C9')).toBe(1);
      expect(await store.subscriptions.get(one)).toBeUndefined();
      const moved = { ...one, channel: 'C9' };
      expect(await store.subscriptions.get(moved)).toMatchObject({ id: one.id, timetable: one.timetable });
      expect((await store.history.had(moved)).spotlights).toEqual(['spot-1']);
      const errand = await store.ledger.errand(pending[0]!);
      expect(errand?.subscription.channel).toBe('C9');
      const other = subscription({ channel: 'C2' });
      await store.subscriptions.put(other);
      expect(await store.moved('slack', 'T1', 'C2', 'C9')).toBe(1);
      expect(await store.subscriptions.ofWorkspace('slack', 'T1')).toMatchObject([
        { channel: 'C9', id: one.id },
      ]);
      expect(await store.moved('slack', 'T1', 'C404', 'C1')).toBe(0);
    });

    test('forgetting some channels leaves the others, and the installation', async () => {
      const { store, clock } = await open();
      const theirs = subscription({});
      const others = subscription({ channel: 'C2' });
      for (const one of [theirs, others]) {
        await store.subscriptions.put(one);
        await deliver(store, clock, one, 'spot');
      }
      await store.installations.put('T1', 'secret');
      expect(await store.forget('slack', 'T1', ['C1', 'C9'])).toEqual({
        subscriptions: 1,
        deliveries: 1,
        messages: 0,
        installations: 0,
      });
      expect(await store.subscriptions.get(theirs)).toBeUndefined();
      expect(await store.history.had(theirs)).toEqual({ spotlights: [] });
      expect(await store.history.had(others)).toEqual({ spotlights: ['spot'], revision: 1 });
      expect(await store.installations.get('T1')).toBe('secret');
    });

    test('a well store says so', async () => {
      const { store } = await open();
      expect(await store.examine()).toEqual({ kind: 'well' });
      expect(await store.examine()).toEqual({ kind: 'well' });
    });
  });
}
