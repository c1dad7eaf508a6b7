/** The bot is put out of a server and invited again: its digests go on as they were set. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../../kit/until.ts';
import { answerTo } from '../../servers/discord/people.ts';
import { wordsOf } from './fixture.ts';
import { type Whole, whole } from './whole.ts';

let it: Whole;
beforeEach(async () => {
  it = await whole();
});
afterEach(async () => {
  expect(it.server.world.faults).toEqual([]);
  expect(it.log.at('error')).toEqual([]);
  await it.close();
});

const key = () => {
  const { guild, channel } = it.server;
  return { platform: 'discord', workspace: guild.id, channel: channel.id, briefing: 'kuril' } as const;
};
const kept = async () => (await it.store.subscriptions.get(key())) ?? false;
const says = async (words: string) => {
  const where = { channel: it.server.channel.id, user: it.server.user.id };
  return wordsOf((await answerTo(it.server.people.slash('kuril', words, where))).body);
};
const isGone = () => until(async () => (await kept()) === false, 'nothing goes out there any more');

test('kicked and invited again, a server has its digest as it was set, with its next send', async () => {
  expect(await says('subscribe 09:00 weekdays Asia/Tokyo')).toContain('09:00');
  const before = await kept();
  it.server.kick();
  await isGone();
  it.server.invite();
  const after = await until(kept, 'the digest is taken up again');
  expect(after).toEqual(before);
  expect(await says('status')).toMatch(/09:00 \(Tokyo/u);
});

test('invited again while nobody listened, it has it as soon as somebody does', async () => {
  await says('subscribe 09:00 weekdays Asia/Tokyo');
  const before = await kept();
  it.server.kick();
  await isGone();
  it.server.gateway.refuseResumes(1);
  it.server.invite({ unheard: true });
  it.server.gateway.cut();
  expect(await until(kept, 'the digest is taken up again')).toEqual(before);
});
