import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Courier } from '../../src/ports/courier.ts';
import { StoreDown } from '../../src/ports/store.ts';
import { createStore } from '../../src/store/create.ts';
import { silent } from '../kit/log.ts';
import { until } from '../kit/until.ts';
import {
  clock,
  DAY,
  discord,
  discordChannels,
  engines,
  inDiscord,
  inSlack,
  onStage,
  settles,
  slack,
  slackChannels,
  start,
  stateOf,
  store,
  subscribed,
  tokenOf,
} from './deliver-stage.ts';
import { engine, everyFew, HASTY, QUICK, shortEdition, toSlack } from './engine.ts';

onStage();

describe('on a good day', () => {
  test('each channel gets its edition once, however often the clock ticks', async () => {
    const there = await subscribed('discord', discordChannels(5));
    const here = await subscribed('slack', slackChannels(5));
    const delivery = start();
    await Promise.all([delivery.start(), delivery.tick(), delivery.tick()]);
    for (const one of [...there, ...here]) await settles(one, 'sent');
    await delivery.tick();
    expect(there.map(({ channel }) => inDiscord(channel))).toEqual([1, 1, 1, 1, 1]);
    expect(here.map(({ channel }) => inSlack(channel))).toEqual([1, 1, 1, 1, 1]);
    expect(discord.world.faults).toEqual([]);
    expect(slack.traffic.faults).toEqual([]);
    expect(await store.history.had(there[0]!)).toEqual({ spotlights: ['spot-1'], revision: 1 });
  });

  test('a digest that was paused or ended after it fell due is not sent', async () => {
    const [ended, paused] = await subscribed('discord', discordChannels(2));
    await engine({ ledger: store.ledger, couriers: [] }).tick();
    await store.subscriptions.remove(ended!);
    const state = { kind: 'paused', by: 'person', why: { code: 'words', words: 'x' }, since: 1 } as const;
    await store.subscriptions.put({ ...paused!, state });
    await start().start();
    await settles(ended!, 'skipped');
    await settles(paused!, 'skipped');
    expect(discord.world.messages.size).toBe(0);
  });
});

describe('coming and going', () => {
  test('what fell due while the bot was down goes out once if it is in time, else it is recorded as skipped', async () => {
    // No other slot falls due in between, whatever the hour is.
    const seldom = everyFew(1_000 * DAY);
    const [one] = await subscribed('discord', discordChannels(1));
    clock.ahead = QUICK.graceMs - 60_000;
    await start({ calendar: seldom }).start();
    await settles(one!, 'sent');
    const [late] = await subscribed('discord', discordChannels(1));
    clock.ahead += QUICK.graceMs + 1_000;
    await start({ calendar: seldom }).start();
    await settles(late!, 'skipped');
    expect(discord.world.messages.size).toBe(1);
  });

  test('stopping waits for what is under way', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    discord.mischief.order({ trick: { kind: 'late', ms: 300 } });
    const delivery = start();
    await delivery.start();
    await until(() => discord.rest.seen.length === 1, 'it is under way');
    await delivery.stop(20_000);
    expect(await stateOf(one!)).toMatchObject({ kind: 'sent' });
    expect(delivery.underWay()).toBe(0);
  });

  test('stopping gives up in time what hangs, and the next start brings it to its end, once', async () => {
    const channels = discordChannels(3);
    const all = await subscribed('discord', channels);
    discord.mischief.order({ trick: { kind: 'hang' }, on: /POST/, times: 3 });
    const delivery = start({ settings: { ...QUICK, sendTimeoutMs: 60_000, leaseMs: 90_000 } });
    await delivery.start();
    await until(() => discord.rest.seen.length === 3, 'all are under way');
    // The requests hang longer than this test may take: that it goes on at all is what is wanted.
    await delivery.stop(1_000);
    expect((await stateOf(all[0]!))?.kind).toBe('retry');
    await start().start();
    for (const one of all) await settles(one, 'sent');
    expect(channels.map(inDiscord)).toEqual([1, 1, 1]);
  });

  test('somebody who cannot be told just now holds up no plan and no stop', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    const delivery = start({ after: () => new Promise(() => undefined) });
    await delivery.start();
    await settles(one!, 'sent');
    const [next] = await subscribed('slack', slackChannels(1));
    await delivery.tick();
    await settles(next!, 'sent');
    await delivery.stop(200);
  });

  test('a process that froze between its lease and the send does not send, and gives it back', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    let frozenFor = 0;
    const ledger = {
      ...store.ledger,
      take: async (...asked: Parameters<typeof store.ledger.take>) => {
        const held = await store.ledger.take(...asked);
        frozenFor += QUICK.leaseMs;
        return held;
      },
    };
    await start({ ledger, elapsed: () => performance.now() + frozenFor }).start();
    await until(() => frozenFor >= 2 * QUICK.leaseMs, 'it has frozen twice');
    await engines[0]?.stop(500);
    expect(discord.rest.seen).toEqual([]);
    expect(await stateOf(one!)).toEqual({ kind: 'retry', at: expect.any(Number), why: { code: 'stopped' } });
    await start().start();
    await settles(one!, 'sent');
    expect(inDiscord(one!.channel)).toBe(1);
  });

  test('a second that takes over a running send repeats it under the same nonce, and the channel sees one', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    discord.mischief.order({ trick: { kind: 'late', ms: 900 } });
    const slow = { ...QUICK, sendTimeoutMs: 5_000, leaseMs: 5_100 };
    await start({ settings: slow }).start();
    await until(() => discord.rest.seen.length === 1, 'it is under way');
    clock.ahead = 6_000;
    await start().start();
    await settles(one!, 'sent');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(discord.rest.seen.length).toBe(2);
    expect(inDiscord(one!.channel)).toBe(1);
  });

  test('two processes that know nothing of each other send one message on Discord', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    const other = mkdtempSync(join(tmpdir(), 'attache-other-'));
    const created = await createStore({ kind: 'sqlite', dataDir: other }, { now: Date.now });
    if (created.kind !== 'open') throw new Error(created.kind);
    try {
      await created.store.subscriptions.put({ ...one!, id: 'of-the-other' });
      await start().start();
      const alone = start({ ledger: created.store.ledger });
      await alone.start();
      await settles(one!, 'sent');
      const [theirs] = await until(async () => {
        const found = await created.store.history.deliveries('of-the-other', 1);
        return found[0]?.state.kind === 'sent' && found;
      }, 'the other has sent');
      await alone.stop(500);
      expect(theirs?.state).toEqual({ ...(await stateOf(one!)), at: expect.any(Number) });
      expect(inDiscord(one!.channel)).toBe(1);
    } finally {
      await created.store.close();
      rmSync(other, { recursive: true, force: true });
    }
  });

  test('a channel that takes longer to look through than a lease lasts gets its edition all the same, once', async () => {
    const [one] = await subscribed('slack', slackChannels(1));
    slack.misbehave({ of: 'chat.postMessage', mischief: { kind: 'reset' }, times: 1 });
    const real = toSlack(slack.apiUrl, tokenOf);
    const slow: Courier = {
      ...real,
      async find(...asked) {
        const seen = await real.find(...asked);
        await new Promise((resolve) => setTimeout(resolve, HASTY.leaseMs + 200));
        return seen;
      },
    };
    await start({ couriers: [slow], settings: HASTY }).start();
    await settles(one!, 'sent');
    expect(inSlack(one!.channel)).toBe(1);
  });

  test('an edition that cannot be made costs its own channel only', async () => {
    const [broken, well] = await subscribed('discord', discordChannels(2));
    await start({
      editions: async (wanted) => {
        if (wanted.subscription.id === broken?.id) throw new Error('a bug');
        return shortEdition(wanted);
      },
    }).start();
    await settles(well!, 'sent');
    await settles(broken!, 'retry');
    expect(await stateOf(broken!)).toMatchObject({ why: { code: 'edition-failed' } });
  });

  test('a store that fails for a while is said so once, and everything goes out when it is back', async () => {
    const all = await subscribed('discord', discordChannels(20));
    const said: string[] = [];
    let down = true;
    const take: typeof store.ledger.take = async (...asked) => {
      if (down) throw new StoreDown('The disk that holds the database is full.', 'Free some space on it.');
      return store.ledger.take(...asked);
    };
    const log = { ...silent, warn: (_: object, sentence: string) => void said.push(sentence) };
    // What was seized while the store was away is handed out again only after a lease's time.
    await start({ ledger: { ...store.ledger, take }, log, settings: HASTY }).start();
    await until(() => said.length > 0, 'it is said');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(said).toEqual(['a delivery waits for the store']);
    down = false;
    for (const one of all) await settles(one, 'sent');
    expect(all.map(({ channel }) => inDiscord(channel))).toEqual(all.map(() => 1));
  });
});
