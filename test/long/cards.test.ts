/** Digests with their card on both platforms, from the slot to the message: the real drawing, editions, store and clients. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeliveryParts } from '../../src/digest/delivery/deliver-parts.ts';
import { DELIVERY_SETTINGS } from '../../src/digest/delivery/deliver-settings.ts';
import { makeEdition } from '../../src/digest/edition/edition.ts';
import { createPictures, type WatchedPictures } from '../../src/pictures/pictures.ts';
import { renderer } from '../../src/platforms/discord/body.ts';
import { discordCourier } from '../../src/platforms/discord/courier.ts';
import { restOnce } from '../../src/platforms/discord/once.ts';
import { clientOptions } from '../../src/platforms/slack/clients.ts';
import { courier as slackCourier } from '../../src/platforms/slack/courier.ts';
import { sdkLogger } from '../../src/platforms/slack/logger.ts';
import { createNames } from '../../src/platforms/slack/names.ts';
import { createUploads } from '../../src/platforms/slack/uploads.ts';
import { theirClock } from '../../src/ports/answer.ts';
import type { Courier } from '../../src/ports/courier.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import {
  DAY,
  discord,
  discordChannels,
  inDiscord,
  inSlack,
  onStage,
  settles,
  slack,
  slackChannels,
  start,
  subscribed,
  tokenOf,
} from '../digest/deliver-stage.ts';
import { QUICK } from '../digest/engine.ts';
import { kuril } from '../kit/kuril.ts';
import { silent } from '../kit/log.ts';
import { Permission } from '../servers/discord/permissions.ts';

onStage();

const BRIEFING = kuril();
const EACH = 4;
/** As patient with one send as in earnest, and as quick as other tests to look and to try again. */
const { sendTimeoutMs, leaseMs, graceMs } = DELIVERY_SETTINGS;
const SETTINGS = { ...QUICK, sendTimeoutMs, leaseMs };

/** Drawn beforehand: how long drawing takes under other tests is not asked here. */
let pictures: WatchedPictures;
beforeAll(async () => {
  pictures = createPictures({ briefing: () => BRIEFING, log: silent });
  const edition = editionOn('2026-01-01', { spotlights: [] });
  const blocks = edition.kind === 'quiet' ? [] : edition.reply.blocks;
  for (const block of blocks) {
    if (block.kind !== 'picture') continue;
    const { picture, briefing } = block;
    for (const theme of ['light', 'dark'] as const) await pictures.draw({ picture, briefing, theme });
  }
});
afterAll(() => pictures.close());

const editions: DeliveryParts['editions'] = async ({ slot, had }) => {
  const edition = editionOn(new Date(Number(slot.date) * DAY).toISOString().slice(0, 10), had);
  return edition.kind === 'quiet' ? edition : { ...edition, words: 'digest' };
};

function editionOn(date: string, had: Parameters<DeliveryParts['editions']>[0]['had']) {
  const of = { briefing: BRIEFING, date, had, previousItems: undefined, whenAllShown: 'start-over' } as const;
  return makeEdition({ ...of, picture: true }, messagesFor('en'));
}

function couriers(): Courier[] {
  const clock = theirClock(Date.now, () => performance.now());
  const once = restOnce({ api: discord.api });
  const render = renderer(pictures);
  return [
    discordCourier({ once, token: discord.token, render, attaches: true, messagesFor }),
    slackCourier({
      tokenOf: async (workspace) => tokenOf(workspace),
      messagesFor,
      options: (signal) => clientOptions(slack.apiUrl, sdkLogger(silent), signal, clock),
      uploads: createUploads(pictures, silent, Date.now),
      clock,
      names: createNames(silent),
    }),
  ];
}

const MESSAGES = /POST .*messages/u;
const shownIn = () => ({
  slack: slack.posts.filter(({ blocks }) => JSON.stringify(blocks).includes('slack_file')).length,
  discord: [...discord.world.messages.values()].filter(({ files }) => files.length > 0).length,
});

async function allGoOutOnce(prepare: (discordChannel: string) => void = () => {}): Promise<void> {
  const there = await subscribed('discord', discordChannels(EACH));
  for (const { channel } of there) prepare(channel);
  const here = await subscribed('slack', slackChannels(EACH));
  const delivery = start({ couriers: couriers(), settings: SETTINGS, editions });
  await delivery.start();
  for (const one of [...there, ...here]) await settles(one, 'sent', graceMs);
  await delivery.tick();
  expect(there.map(({ channel }) => inDiscord(channel))).toEqual(Array(EACH).fill(1));
  expect(here.map(({ channel }) => inSlack(channel))).toEqual(Array(EACH).fill(1));
  expect([...discord.world.faults, ...slack.traffic.faults]).toEqual([]);
}

test('on a good day each channel gets its digest once, with its card', async () => {
  await allGoOutOnce();
  expect(shownIn()).toEqual({ slack: EACH, discord: EACH });
});

test('a card that takes its time to be uploaded comes with the digest', async () => {
  slack.misbehave({ of: 'upload', mischief: { kind: 'slow', ms: 800 } });
  discord.mischief.order({ on: MESSAGES, trick: { kind: 'late', ms: 800 }, times: EACH });
  await allGoOutOnce();
  expect(shownIn()).toEqual({ slack: EACH, discord: EACH });
});

test('where files are forbidden each digest goes out once, without its card', async () => {
  slack.home.install?.scopes.delete('files:write');
  await allGoOutOnce((channel) => {
    const forbidden = { type: 0, allow: 0n, deny: Permission.attachFiles } as const;
    discord.world.channels.get(channel)?.overwrites.set(discord.guild.id, forbidden);
  });
  expect(shownIn()).toEqual({ slack: 0, discord: 0 });
});

test.each([
  ['fails', { kind: 'status', status: 500 }, { kind: 'status', status: 500 }],
  ['is broken off', { kind: 'reset' }, { kind: 'cut' }],
  ['never ends', { kind: 'hang' }, { kind: 'hang' }],
  ['is answered with rubbish', { kind: 'garbage' }, { kind: 'half' }],
] as const)('where an upload %s no digest is lost or doubled', async (_what, onSlack, onDiscord) => {
  slack.misbehave({ of: 'upload', mischief: onSlack });
  discord.mischief.order({ on: MESSAGES, trick: onDiscord, times: EACH });
  await allGoOutOnce();
});
