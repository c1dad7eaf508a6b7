import { afterEach, expect, it } from 'vitest';
import { MODES } from './stage.ts';
import { type Whole, wholeStage } from './whole.ts';

const [ANN, GENERAL, MOVED] = ['U0000HOMEANN', 'C0000HOMEGENERAL', 'C0000MOVED'];

let on: Whole;
afterEach(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

it.each(MODES)('a channel that gets another id keeps its digest in %s mode', async (mode) => {
  on = await wholeStage(mode);
  const words = 'subscribe 09:00 every day Asia/Tokyo';
  await on.slack.people.types('/kuril', words, { user: ANN, channel: GENERAL }).response();
  const channels = async () =>
    (await on.store.subscriptions.ofWorkspace('slack', 'T0000HOME')).map(({ channel }) => channel);
  expect(await channels()).toEqual([GENERAL]);
  await on.slack.people.channelMoves(GENERAL, MOVED).acked();
  await expect.poll(channels).toEqual([MOVED]);
  const status = await on.slack.people.types('/kuril', 'status', { user: ANN, channel: MOVED }).response();
  expect(status.text).toContain('09:00');
});
