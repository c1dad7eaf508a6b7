import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/digest/deliver.ts';
import type { Courier } from '../../src/ports/courier.ts';
import type { Subscription } from '../../src/ports/store.ts';
import { createStore, type FullStore } from '../../src/store/create.ts';
import { subscription } from '../contracts/store.ts';
import type { Trick } from '../servers/discord/mischief.ts';
import { LocalDiscord } from '../servers/discord/server.ts';
import type { Mischief } from '../servers/slack/misbehave.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';
import { addChannel, addTeam } from '../servers/slack/world.ts';
import { type EngineParts, engine, eventually, QUICK, slotDate, toDiscord, toSlack } from './engine.ts';

const DAY = 86_400_000;

let folder: string;
let store: FullStore;
let discord: LocalDiscord;
let slack: LocalSlack;
let engines: Delivery[];
/** How far the store's clock is ahead of the real one. */
let ahead: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attache-deliver-'));
  ahead = 0;
  engines = [];
  discord = await new LocalDiscord().listen();
  slack = await startSlack();
  const created = await createStore({ kind: 'sqlite', dataDir: folder }, { now: () => Date.now() + ahead });
  if (created.kind === 'refused') throw new Error(created.why);
  store = created.store;
});

afterEach(async () => {
  for (const one of engines) await one.stop(500);
  await store.close();
  await discord.close();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(parts: Partial<EngineParts> = {}): Delivery {
  const couriers = [toDiscord(discord.api, discord.token), toSlack(slack.apiUrl, tokenOf)];
  const made = engine({ ledger: store.ledger, couriers, ...parts });
  engines.push(made);
  return made;
}

function tokenOf(workspace: string): string {
  return slack.world.teams.get(workspace)?.install?.botToken ?? '';
}

async function subscribed(
  platform: 'discord' | 'slack',
  channels: readonly string[],
): Promise<Subscription[]> {
  const workspace = platform === 'discord' ? discord.guild.id : slack.home.id;
  const now = Date.now() + ahead;
  const next = { date: slotDate(Math.floor(now / DAY)), at: now - 5 };
  const all = channels.map((channel) => subscription({ platform, workspace, channel, next }));
  for (const one of all) await store.subscriptions.put(one);
  return all;
}

function discordChannels(count: number): string[] {
  return Array.from({ length: count }, (_, at) => discord.world.addChannel(discord.guild.id, `c${at}`).id);
}

function slackChannels(count: number): string[] {
  const members = [...slack.home.users.keys()];
  return Array.from(
    { length: count },
    (_, at) => addChannel(slack.home, `CDIGEST${at}`, `digest-${at}`, { members }).id,
  );
}

const inDiscord = (channel: string) =>
  [...discord.world.messages.values()].filter((message) => message.channel === channel).length;
const inSlack = (channel: string) => slack.posts.filter((message) => message.channel === channel).length;

async function stateOf(one: Subscription) {
  return (await store.history.deliveries(one.id, 1))[0]?.state;
}

async function settles(one: Subscription, kind: string, ms?: number): Promise<void> {
  await eventually(`${one.id} is ${kind}`, async () => (await stateOf(one))?.kind === kind, ms);
}

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
    const state = { kind: 'paused', by: 'person', why: 'x', since: 1 } as const;
    await store.subscriptions.put({ ...paused!, state });
    await start().start();
    await settles(ended!, 'skipped');
    await settles(paused!, 'skipped');
    expect(discord.world.messages.size).toBe(0);
  });
});

describe('on a bad day of Discord', () => {
  const tricks: readonly Trick[] = [
    { kind: 'status', status: 500 },
    { kind: 'status', status: 502, body: '<html>bad gateway' },
    { kind: 'limit', retryAfter: 0.4, scope: 'user' },
    { kind: 'limit', retryAfter: 0.4, scope: 'shared' },
    { kind: 'garbage' },
    { kind: 'half' },
    { kind: 'done-then-cut' },
    { kind: 'cut' },
    { kind: 'hang' },
  ];
  for (const trick of tricks) {
    test(`${JSON.stringify(trick)}: the channel it happens to waits, the others do not, and nobody gets two`, async () => {
      const all = await subscribed('discord', discordChannels(6));
      const [hit, ...others] = all;
      discord.mischief.order({ trick, on: new RegExp(`POST /channels/${hit!.channel}/messages`), times: 2 });
      const began = performance.now();
      await start().start();
      for (const one of others) await settles(one, 'sent', 2_000);
      expect(performance.now() - began).toBeLessThan(2_000);
      await settles(hit!, 'sent');
      expect(all.map(({ channel }) => inDiscord(channel))).toEqual([1, 1, 1, 1, 1, 1]);
    });
  }

  test('when all of Discord is limited, Slack is not, and Discord is left alone until it said', async () => {
    const there = await subscribed('discord', discordChannels(3));
    const here = await subscribed('slack', slackChannels(3));
    discord.mischief.order({ trick: { kind: 'limit', retryAfter: 1, scope: 'global' } });
    await start({ settings: { ...QUICK, perPlatform: 1 } }).start();
    for (const one of here) await settles(one, 'sent', 900);
    expect(discord.rest.seen.length).toBe(1);
    for (const one of there) await settles(one, 'sent');
    expect(discord.rest.seen.length).toBe(4);
  });

  test('a channel that refuses again and again pauses its digest, keeps its settings, and says why', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    discord.world.channels.delete(one!.channel);
    const delivery = start({ settings: { ...QUICK, graceMs: 2 * DAY } });
    await delivery.start();
    for (let day = 1; day <= 3; day += 1) {
      await eventually('a refusal', async () => (await store.history.deliveries(one!.id, 9)).length === day);
      await settles(one!, 'gone');
      ahead += DAY;
      await delivery.tick();
    }
    const after = await store.subscriptions.get(one!);
    expect(after).toMatchObject({ timetable: one!.timetable, state: { kind: 'paused', by: 'refusals' } });
    expect(after?.state).toMatchObject({ why: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(discord.rest.seen.length).toBe(3);
  });
});

describe('on a bad day of Slack', () => {
  const mischiefs: readonly { mischief: Mischief; after?: boolean }[] = [
    { mischief: { kind: 'rate-limit', seconds: 1 } },
    { mischief: { kind: 'status', status: 500 } },
    { mischief: { kind: 'status', status: 503 }, after: true },
    { mischief: { kind: 'garbage' } },
    { mischief: { kind: 'garbage' }, after: true },
    { mischief: { kind: 'half' } },
    { mischief: { kind: 'reset' } },
    { mischief: { kind: 'reset' }, after: true },
    { mischief: { kind: 'hang' } },
    { mischief: { kind: 'hang' }, after: true },
  ];
  for (const { mischief, after } of mischiefs) {
    const done = after === true ? ', though Slack took the message' : '';
    test(`${JSON.stringify(mischief)}${done}: the message comes once all the same`, async () => {
      const [one] = await subscribed('slack', slackChannels(1));
      const there = await subscribed('discord', discordChannels(2));
      slack.misbehave({
        of: 'chat.postMessage',
        mischief,
        times: 1,
        ...(after === undefined ? {} : { after }),
      });
      await start().start();
      for (const other of there) await settles(other, 'sent', 900);
      await settles(one!, 'sent');
      expect(inSlack(one!.channel)).toBe(1);
    });
  }

  test('where the bot may not look, a lost answer is shown as unknown and never repeated', async () => {
    const [one] = await subscribed('slack', slackChannels(1));
    slack.home.install?.scopes.delete('channels:history');
    slack.misbehave({ of: 'chat.postMessage', mischief: { kind: 'reset' }, times: 1, after: true });
    await start().start();
    await settles(one!, 'unknown');
    expect(await stateOf(one!)).toMatchObject({ why: expect.stringMatching(/^[A-Z].*\.$/) });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await stateOf(one!)).toMatchObject({ kind: 'unknown' });
    expect(inSlack(one!.channel)).toBe(1);
    expect(await store.ledger.nextTurn()).toBeUndefined();
  });

  test('one workspace that never answers does not delay another', async () => {
    const [quick] = await subscribed('slack', slackChannels(1));
    const asleep = addTeam(slack.world, 'T0000SLEEPY', 'Asleep');
    for (let at = 0; at < 300; at += 1) {
      await store.subscriptions.put({ ...quick!, id: `slow-${at}`, workspace: asleep.id, channel: `C${at}` });
    }
    const real = toSlack(slack.apiUrl, tokenOf);
    const never = new Promise<never>(() => undefined);
    const send: Courier['send'] = (parcel, signal) =>
      parcel.place.workspace === asleep.id ? never : real.send(parcel, signal);
    await start({ couriers: [{ ...real, send }] }).start();
    await settles(quick!, 'sent', 900);
  });
});

describe('coming and going', () => {
  test('what fell due while the bot was down goes out once if it is in time, else it is recorded as skipped', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    ahead = QUICK.graceMs - 1_000;
    await start().start();
    await settles(one!, 'sent');
    const [late] = await subscribed('discord', discordChannels(1));
    ahead += QUICK.graceMs + 1_000;
    await start().start();
    await settles(late!, 'skipped');
    expect(discord.world.messages.size).toBe(1);
  });

  test('stopping waits for what is under way', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    discord.mischief.order({ trick: { kind: 'late', ms: 300 } });
    const delivery = start();
    await delivery.start();
    await eventually('it is under way', () => discord.rest.seen.length === 1);
    await delivery.stop(5_000);
    expect(await stateOf(one!)).toMatchObject({ kind: 'sent' });
    expect(delivery.underWay()).toBe(0);
  });

  test('stopping gives up in time what hangs, and the next start brings it to its end, once', async () => {
    const channels = discordChannels(3);
    const all = await subscribed('discord', channels);
    discord.mischief.order({ trick: { kind: 'hang' }, on: /POST/, times: 3 });
    const delivery = start({ settings: { ...QUICK, sendTimeoutMs: 60_000, leaseMs: 90_000 } });
    await delivery.start();
    await eventually('all are under way', () => discord.rest.seen.length === 3);
    const began = performance.now();
    await delivery.stop(1_000);
    expect(performance.now() - began).toBeLessThan(1_100);
    expect((await stateOf(all[0]!))?.kind).toBe('retry');
    await start().start();
    for (const one of all) await settles(one, 'sent');
    expect(channels.map(inDiscord)).toEqual([1, 1, 1]);
  });

  test('a process that froze between its lease and the send does not send', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    let frozenFor = 0;
    const ledger = {
      ...store.ledger,
      take: async (...asked: Parameters<typeof store.ledger.take>) => {
        const held = await store.ledger.take(...asked);
        frozenFor = QUICK.leaseMs;
        return held;
      },
    };
    await start({ ledger, elapsed: () => performance.now() + frozenFor }).start();
    await settles(one!, 'sending');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(discord.rest.seen).toEqual([]);
    await engines[0]?.stop(500);
    await start().start();
    await settles(one!, 'sent');
    expect(inDiscord(one!.channel)).toBe(1);
  });

  test('a second that takes over a running send repeats it under the same nonce, and the channel sees one', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    discord.mischief.order({ trick: { kind: 'late', ms: 900 } });
    const slow = { ...QUICK, sendTimeoutMs: 5_000, leaseMs: 5_100 };
    await start({ settings: slow }).start();
    await eventually('it is under way', () => discord.rest.seen.length === 1);
    ahead = 6_000;
    await start().start();
    await settles(one!, 'sent');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(discord.rest.seen.length).toBe(2);
    expect(inDiscord(one!.channel)).toBe(1);
  });

  test('an edition that cannot be made costs its own channel only', async () => {
    const [broken, well] = await subscribed('discord', discordChannels(2));
    const { shortEdition } = await import('./engine.ts');
    await start({
      editions: async (wanted) => {
        if (wanted.subscription.id === broken?.id) throw new Error('a bug');
        return shortEdition(wanted);
      },
    }).start();
    await settles(well!, 'sent');
    await settles(broken!, 'retry');
    expect(await stateOf(broken!)).toMatchObject({ why: 'The edition could not be made.' });
  });
});
