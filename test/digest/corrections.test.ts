import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { type Corrector, createCorrector } from '../../src/digest/corrections/corrector.ts';
import { recordRevisions } from '../../src/digest/delivery/at-start.ts';
import { makeEdition } from '../../src/digest/edition/edition.ts';
import type { PostedMessage } from '../../src/ports/corrections.ts';
import { StoreDown } from '../../src/ports/store.ts';
import { itemsIn } from '../../src/reply/items.ts';
import { en } from '../../src/show/messages/en.ts';
import { reply } from '../commands/kuril.ts';
import { until } from '../kit/until.ts';
import { install } from '../servers/slack/world.ts';
import { story } from '../story/kit.ts';
import { correctorParts } from './corrections-stage.ts';
import {
  discord,
  discordChannels,
  onStage,
  slack,
  slackChannels,
  start,
  store,
  subscribed,
} from './deliver-stage.ts';

onStage();

let first: Briefing;
let second: Briefing;
let now: Briefing;
let correctors: Corrector[];

beforeEach(() => {
  const { release, remove } = story();
  onTestFinished(remove);
  first = release(0);
  second = release(1);
  now = first;
  correctors = [];
  onTestFinished(async () => void (await Promise.all(correctors.map((one) => one.stop(500)))));
});

/** A corrector of a process of its own, whose briefing is `now` or its own. */
function corrector(own?: Briefing): Corrector {
  const made = createCorrector(correctorParts(store, [discord, slack], () => [own ?? now]));
  made.start();
  correctors.push(made);
  return made;
}

describe('a release that corrects an item', () => {
  test('brings one correction under each edition that showed it, on both platforms', async () => {
    const channels = [
      ...(await subscribed('discord', discordChannels(2), 'wells')),
      ...(await subscribed('slack', slackChannels(2), 'wells')),
    ];
    start({ editions: editionsOf(), ledger: store.ledger }).start();
    await until(() => messages() === channels.length, 'all editions are there');
    now = second;
    await recordRevisions([second], store);
    const one = corrector();
    await until(async () => {
      await one.tick();
      return messages() === 2 * channels.length;
    }, 'each is corrected');
    await one.tick();
    await corrector().tick();
    for (const message of inDiscord().filter(isReply)) {
      expect(JSON.stringify(message.body.components)).toMatch(/2009.*2011.*misstated/u);
      const original = discord.world.messages.get(referenceOf(message)!)!;
      expect(original.edits).toBe(1);
      expect(JSON.stringify(original.body.components)).toMatch(/Corrected.*2011/u);
    }
    for (const message of slack.posts.filter(({ thread_ts: thread }) => thread !== undefined)) {
      expect(JSON.stringify(message.blocks)).toMatch(/2009.*2011.*misstated/u);
      const original = slack.posts.find(({ ts }) => ts === message.thread_ts)!;
      expect(original.edits).toBe(1);
      expect(original.text).toMatch(/^Corrected: .*2011/u);
    }
    expect(messages()).toBe(2 * channels.length);
    expect(discord.world.faults).toEqual([]);
    expect(slack.traffic.faults).toEqual([]);
  });

  test('brings none under a message that did not show it, or that showed what is right beside it', async () => {
    const [channel = ''] = discordChannels(1);
    await store.posted.shown(posted('discord', channel, 'another'), ['ruling']);
    await store.posted.shown(
      posted('discord', channel, 'answered later'),
      itemsIn(reply('timeline', second).blocks).concat(['plant-closed-2009', 'plant-closed-2011']),
    );
    now = second;
    expect(await store.corrections.plan(correctedBy(second), 10)).toBe(0);
  });

  test('is followed by an answer that was shared, and one that was never released by nothing', async () => {
    const [channel = ''] = discordChannels(1);
    const message = await discordMessage(channel);
    await store.posted.shown(posted('discord', channel, message), ['plant-closed-2009']);
    const { revisions: _, ...rest } = second;
    now = { ...rest, revisions: first.revisions } as Briefing;
    await corrector().tick();
    expect(inDiscord().length).toBe(1);
    now = second;
    await corrector().tick();
    await until(() => inDiscord().length === 2, 'it is corrected');
  });

  test('is left to the others by a replica whose briefing is behind', async () => {
    const [channel = ''] = discordChannels(1);
    const message = await discordMessage(channel);
    await store.posted.shown(posted('discord', channel, message), ['plant-closed-2009']);
    await recordRevisions([{ ...second, revision: { ...second.revision, number: 3 } }], store);
    await corrector(second).tick();
    expect(inDiscord().length).toBe(1);
  });

  test('says nothing where the message was deleted', async () => {
    const [channel = ''] = discordChannels(1);
    await store.posted.shown(posted('discord', channel, '1234567890123456789'), ['plant-closed-2009']);
    now = second;
    await corrector().tick();
    await until(async () => (await states(channel))[0] === 'skipped', 'it is settled');
    expect(inDiscord()).toEqual([]);
  });

  test('says it in the thread alone where Slack does not let the bot read its own message', async () => {
    install(slack.home, ['chat:write', 'channels:read']);
    const [channel = ''] = slackChannels(1);
    slack.home.channels.get(channel)!.members.add(slack.home.install!.botUser);
    await subscribed('slack', [channel], 'wells');
    start({ editions: editionsOf(), ledger: store.ledger }).start();
    await until(() => slack.posts.length === 1, 'the edition is there');
    now = second;
    const one = corrector();
    await until(async () => {
      await one.tick();
      return slack.posts.length === 2;
    }, 'it is corrected');
    expect(slack.posts[0]?.edits).toBeUndefined();
    expect(slack.posts[1]?.thread_ts).toBe(slack.posts[0]?.ts);
  });

  test('is one message where Discord’s answer is lost', async () => {
    const [channel = ''] = discordChannels(1);
    const message = await discordMessage(channel);
    await store.posted.shown(posted('discord', channel, message), ['plant-closed-2009']);
    now = second;
    const on = new RegExp(`^POST .*/channels/${channel}/messages`, 'u');
    discord.mischief.order({ trick: { kind: 'done-then-cut' }, on, times: 2 });
    await corrector().tick();
    await until(async () => (await states(channel))[0] === 'sent', 'it is settled');
    expect(inDiscord().length).toBe(2);
  });

  test('is written down once the store is back, and neither looked for nor sent again', async () => {
    const [channel = ''] = slackChannels(1);
    slack.home.channels.get(channel)!.members.add(slack.home.install!.botUser);
    await subscribed('slack', [channel], 'wells');
    start({ editions: editionsOf(), ledger: store.ledger }).start();
    await until(() => slack.posts.length === 1, 'the edition is there');
    now = second;
    const asked: string[] = [];
    const tries: string[] = [];
    const parts = correctorParts(store, [discord, slack], () => [now]);
    const corrections: typeof parts.corrections = {
      ...parts.corrections,
      async settle(errand, settlement) {
        tries.push(settlement.kind);
        if (tries.length <= 3)
          throw new StoreDown('The disk that holds the database is full.', 'Free some space on it.');
        return parts.corrections.settle(errand, settlement);
      },
    };
    const couriers = parts.couriers.map((one) => ({
      ...one,
      find: (...look: Parameters<typeof one.find>) => {
        asked.push('looked');
        return one.find(...look);
      },
    }));
    const one = createCorrector({ ...parts, corrections, couriers, sleep: async () => undefined });
    one.start();
    correctors.push(one);
    const place = { platform: 'slack', workspace: slack.home.id, channel } as const;
    await until(async () => {
      await one.tick();
      return (await store.corrections.ofChannel(place, 10))[0]?.state.kind === 'sent';
    }, 'it is settled');
    expect(tries).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect([slack.posts.length, asked]).toEqual([2, []]);
  });
});

/** The first edition tells the key points; the item that is corrected stands in the background of the next. */
function editionsOf() {
  return async () => {
    const edition = makeEdition(
      {
        briefing: now,
        date: '2024-03-12',
        had: { spotlights: ['x'], revision: 1 },
        whenAllShown: 'start-over',
      },
      en,
    );
    if (edition.kind === 'quiet') throw new Error('nothing to say');
    const { blocks } = edition.reply;
    const told = reply('ask When did Tarrow close the plant?', now).blocks;
    return {
      ...edition,
      words: 'digest',
      reply: { ...edition.reply, blocks: [...told, ...blocks.slice(0, 2)] },
    };
  };
}

function correctedBy({ id }: Briefing) {
  return [{ briefing: id, item: 'plant-closed-2009', right: 'plant-closed-2011' }];
}

function posted(platform: PostedMessage['platform'], channel: string, message: string): PostedMessage {
  return { platform, workspace: discord.guild.id, channel, message, briefing: first.id, locale: 'en' };
}

async function discordMessage(channel: string): Promise<string> {
  const { place, ...rest } = {
    id: `seed-${channel}`.slice(0, 25),
    place: { platform: 'discord', workspace: discord.guild.id, channel, kind: 'channel' } as const,
    briefing: first.id,
    words: '',
    locale: 'en',
    reply: reply('ask When did Tarrow close the plant?', first),
  };
  const { couriers } = correctorParts(store, [discord, slack], () => [first]);
  const sent = await couriers
    .find(({ platform }) => platform === 'discord')!
    .send({ place, ...rest }, AbortSignal.timeout(5_000));
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
  return sent.message;
}

async function states(channel: string): Promise<string[]> {
  const place = { platform: 'discord', workspace: discord.guild.id, channel } as const;
  return (await store.corrections.ofChannel(place, 10)).map(({ state }) => state.kind);
}

function inDiscord() {
  return [...discord.world.messages.values()];
}

function messages(): number {
  return inDiscord().length + slack.posts.length;
}

type Kept = ReturnType<typeof inDiscord>[number];

function referenceOf(message: Kept): string | undefined {
  return (message.body.message_reference as { message_id?: string } | undefined)?.message_id;
}

function isReply(message: Kept): boolean {
  return referenceOf(message) !== undefined;
}
