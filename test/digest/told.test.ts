import { describe, expect, test } from 'vitest';
import { tellAll } from '../../src/digest/delivery/tell.ts';
import { createPostNow } from '../../src/digest/desk/post-now.ts';
import type { Subscription } from '../../src/ports/store.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { silent } from '../kit/log.ts';
import { until } from '../kit/until.ts';
import {
  clock,
  DAY,
  discord,
  discordChannels,
  fromTheMorning,
  inDiscord,
  onStage,
  settles,
  slack,
  slackChannels,
  start,
  store,
  subscribed,
  tokenOf,
} from './deliver-stage.ts';
import { deliveryParts, QUICK, toDiscord, toSlack } from './engine.ts';

onStage();

const couriers = () => [toDiscord(discord.api, discord.token), toSlack(slack.apiUrl, tokenOf)];
const tell = () => tellAll({ ledger: store.ledger, couriers: couriers(), messagesFor, log: silent });
const postNow = () => createPostNow(store, deliveryParts({ ledger: store.ledger, couriers: couriers() }));

async function setBy(person: string, one: Subscription): Promise<Subscription> {
  const mine = { ...one, changedBy: person };
  await store.subscriptions.put(mine);
  return mine;
}

describe('whoever set a digest', () => {
  test('hears once that it was refused for a day, and once that it was paused, with the mend', async () => {
    fromTheMorning();
    const [one] = await subscribed('discord', discordChannels(1));
    await setBy(discord.user.id, one!);
    discord.world.channels.delete(one!.channel);
    const delivery = start({ settings: { ...QUICK, graceMs: 2 * DAY }, after: tell });
    await delivery.start();
    for (let day = 1; day <= 3; day += 1) {
      await until(async () => (await store.history.deliveries(one!.id, 9)).length === day, 'a refusal');
      await settles(one!, 'gone');
      clock.ahead += DAY;
      await delivery.tick();
    }
    await delivery.tick();
    const direct = discord.world.directChannel(discord.user.id).id;
    const found = () => [...discord.world.messages.values()].filter(({ channel }) => channel === direct);
    await until(() => found().length === 2, 'two messages');
    await delivery.tick();
    const told = found();
    expect(told.map(({ body }) => JSON.stringify(body))).toEqual([
      expect.stringContaining('was refused today'),
      expect.stringContaining('is paused now'),
    ]);
    expect(JSON.stringify(told[0]?.body)).toContain('Subscribe in another channel');
    expect(discord.world.faults).toEqual([]);
  });

  test('hears it on Slack too', async () => {
    const [one] = await subscribed('slack', slackChannels(1));
    const person = [...slack.home.users.values()].find(({ isBot }) => !isBot)!;
    await setBy(person.id, one!);
    slack.home.channels.get(one!.channel)!.archived = true;
    const delivery = start({ after: tell });
    await delivery.start();
    await settles(one!, 'gone');
    await delivery.tick();
    await until(() => slack.posts.length === 1, 'a message');
    await delivery.tick();
    expect(slack.posts.map(({ text }) => text)).toEqual([
      expect.stringContaining('This channel is archived'),
    ]);
    expect(slack.traffic.faults).toEqual([]);
  });
});

describe('whoever set a digest that is kept back all day by what may pass', () => {
  const nextYears = {
    kind: 'status',
    status: 400,
    body: { code: 999_001, message: 'New next year' },
  } as const;

  test('hears it once', async () => {
    const [one, other] = await subscribed('discord', discordChannels(2));
    await setBy(discord.user.id, one!);
    const on = new RegExp(`POST /channels/${one!.channel}/`, 'u');
    discord.mischief.order({ trick: nextYears, on, times: Number.POSITIVE_INFINITY });
    await start({ settings: { ...QUICK, graceMs: 1_500 } }).start();
    await settles(one!, 'skipped');
    await settles(other!, 'sent');
    await tell();
    await tell();
    const direct = discord.world.directChannel(discord.user.id).id;
    const told = [...discord.world.messages.values()].filter(({ channel }) => channel === direct);
    expect(told.map(({ body }) => JSON.stringify(body))).toEqual([
      expect.stringContaining('was refused today'),
    ]);
    expect((await store.subscriptions.get(one!))?.state).toEqual({ kind: 'active' });
  });

  test('and who takes no direct messages, is told of to whoever runs the bot', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    await setBy(discord.user.id, one!);
    discord.world.channels.delete(one!.channel);
    await start().start();
    await settles(one!, 'gone');
    const shut = { kind: 'status', status: 403, body: { code: 50_007, message: 'Cannot send' } } as const;
    discord.mischief.order({ trick: shut, on: /POST/u, times: Number.POSITIVE_INFINITY });
    const heard: string[] = [];
    const operators = async (says: string, about: string) => void heard.push(`${about} ${says}`);
    const parts = { ledger: store.ledger, couriers: couriers(), messagesFor, log: silent, operators };
    await tellAll(parts);
    await tellAll(parts);
    expect(heard).toEqual([expect.stringContaining(`${one!.channel} `)]);
  });

  test('waits while the platform is away, and hears it then', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    await setBy(discord.user.id, one!);
    discord.world.channels.delete(one!.channel);
    await start().start();
    await settles(one!, 'gone');
    await store.ledger.hold({ platform: 'discord' }, 60_000, { code: 'not-known-yet' });
    const asked = discord.rest.seen.length;
    await tell();
    expect(discord.rest.seen.length).toBe(asked);
    await store.ledger.resume('discord');
    clock.ahead += 300_000;
    await tell();
    expect(inDiscord(discord.world.directChannel(discord.user.id).id)).toBe(1);
  });
});

describe('an edition that is asked for at once', () => {
  test('and whose answer was lost is one message, and said to be there', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    discord.mischief.order({ trick: { kind: 'done-then-cut' }, on: /POST/, times: 2 });
    expect(await postNow()(one!, Date.now())).toMatchObject({ kind: 'sent' });
    expect(inDiscord(one!.channel)).toBe(1);
  });

  test('and refused three times in a minute pauses nothing: refused days count', async () => {
    const [one] = await subscribed('discord', discordChannels(1));
    discord.world.channels.delete(one!.channel);
    for (let tries = 0; tries < 4; tries += 1)
      expect(await postNow()(one!, Date.now() + tries)).toMatchObject({ kind: 'refused' });
    expect((await store.subscriptions.get(one!))?.state).toEqual({ kind: 'active' });
    expect(await store.ledger.notices(9, 1)).toEqual([]);
  });
});

describe('while a platform is away', () => {
  for (const [what, trick] of [
    ['HTML and 503', { kind: 'status', status: 503, body: '<html>' }],
    [
      'a ban by Cloudflare',
      { kind: 'status', status: 429, body: 'error code: 1015', headers: { 'retry-after': '2' } },
    ],
  ] as const) {
    test(`${what}: it is left alone, and afterwards each of 60 channels gets its edition once`, async () => {
      const all = await subscribed('discord', discordChannels(60));
      discord.mischief.order({ trick, times: Number.POSITIVE_INFINITY });
      const settings = { ...QUICK, perPlatform: 12 };
      await start({ settings }).start();
      await new Promise((resolve) => setTimeout(resolve, 1_800));
      const asked = discord.rest.seen.length;
      expect(asked).toBeLessThan(30);
      discord.mischief.clear();
      for (const one of all) await settles(one, 'sent');
      expect(all.map(({ channel }) => inDiscord(channel))).toEqual(all.map(() => 1));
    });
  }
});
