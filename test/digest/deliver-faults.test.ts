import { describe, expect, test } from 'vitest';
import type { Courier } from '../../src/ports/courier.ts';
import { until } from '../kit/until.ts';
import type { Trick } from '../servers/discord/mischief.ts';
import type { Mischief } from '../servers/slack/misbehave.ts';
import { addTeam } from '../servers/slack/world.ts';
import {
  clock,
  DAY,
  discord,
  discordChannels,
  fromTheMorning,
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
import { HASTY, QUICK, toSlack } from './engine.ts';

onStage();

const settingsFor = ({ kind }: Trick | Mischief) => (kind === 'hang' ? HASTY : QUICK);
const posts = () => discord.rest.seen.filter(({ method }) => method === 'POST').length;

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
      discord.mischief.order({
        trick,
        on: new RegExp(`POST /channels/${hit!.channel}/messages`),
        times: Number.POSITIVE_INFINITY,
      });
      await start({ settings: settingsFor(trick) }).start();
      for (const one of others) await settles(one, 'sent');
      discord.mischief.clear();
      await settles(hit!, 'sent');
      expect(all.map(({ channel }) => inDiscord(channel))).toEqual([1, 1, 1, 1, 1, 1]);
    });
  }

  test('when all of Discord is limited, Slack is not, and Discord is left alone until it said', async () => {
    const there = await subscribed('discord', discordChannels(3));
    const here = await subscribed('slack', slackChannels(3));
    discord.mischief.order({ trick: { kind: 'limit', retryAfter: 2, scope: 'global' } });
    await start({ settings: { ...QUICK, perPlatform: 1 } }).start();
    for (const one of [...here, ...there]) await settles(one, 'sent');
    const [refused, again] = discord.rest.seen.filter(({ method }) => method === 'POST').map(({ at }) => at);
    expect(again! - refused!).toBeGreaterThanOrEqual(2_000);
    expect(slack.traffic.callsOf('chat.postMessage')[0]?.at).toBeLessThan(again!);
    expect(posts()).toBe(4);
  });

  test('a channel that refuses again and again pauses its digest, keeps its settings, and says why', async () => {
    fromTheMorning();
    const [one] = await subscribed('discord', discordChannels(1));
    discord.world.channels.delete(one!.channel);
    const delivery = start({ settings: { ...QUICK, graceMs: 2 * DAY } });
    await delivery.start();
    for (let day = 1; day <= 3; day += 1) {
      await until(async () => (await store.history.deliveries(one!.id, 9)).length === day, 'a refusal');
      await settles(one!, 'gone');
      clock.ahead += DAY;
      await delivery.tick();
    }
    const after = await store.subscriptions.get(one!);
    expect(after).toMatchObject({ timetable: one!.timetable, state: { kind: 'paused', by: 'refusals' } });
    expect(after?.state).toMatchObject({ why: { code: expect.any(String) } });
    expect(posts()).toBe(3);
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
      slack.misbehave({ of: 'chat.postMessage', mischief, ...(after === undefined ? {} : { after }) });
      await start({ settings: settingsFor(mischief) }).start();
      for (const other of there) await settles(other, 'sent');
      slack.behave();
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
    expect(await stateOf(one!)).toMatchObject({ why: { code: expect.any(String) } });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await stateOf(one!)).toMatchObject({ kind: 'unknown' });
    expect(inSlack(one!.channel)).toBe(1);
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
    await start({ couriers: [{ ...real, send }], settings: HASTY }).start();
    await settles(quick!, 'sent');
  });
});
