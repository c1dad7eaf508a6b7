/** Where a channel on Slack lets its digest go: into a thread of its own, with a group called. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Whole, wholeStage } from './whole.ts';

const ANN = 'U0000HOMEANN';
const GENERAL = 'C0000HOMEGENERAL';

let on: Whole;
afterEach(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

const typed = async (words: string) =>
  (await on.slack.people.types('/kuril', words, { user: ANN, channel: GENERAL }).response()).text;

async function kept() {
  const [one] = await on.store.subscriptions.ofWorkspace('slack', 'T0000HOME');
  return one;
}

describe('a digest in a thread of its own', () => {
  it('hangs from the message that told of it, once, and comes there from then on', async () => {
    on = await wholeStage('socket');
    expect(await typed('subscribe 9:00 Tokyo in a thread')).toContain('in a thread of its own');
    const [told] = on.slack.posts;
    expect((await kept())?.goes).toEqual({ thread: told?.ts });
    expect(await typed('digest now')).toContain('Posted');
    expect(on.slack.posts.at(-1)).toMatchObject({ thread_ts: told?.ts });

    await typed('subscribe 10:00 in a thread');
    expect((await kept())?.goes).toEqual({ thread: told?.ts });
    await typed('subscribe in the channel');
    expect((await kept())?.goes).toBeUndefined();
    await typed('digest now');
    expect(on.slack.posts.at(-1)?.thread_ts).toBeUndefined();
  });

  it('is found there again when its answer was lost', async () => {
    on = await wholeStage('socket');
    await typed('subscribe 9:00 Tokyo in a thread');
    const [told] = on.slack.posts;
    const place = { platform: 'slack', workspace: 'T0000HOME', channel: GENERAL, kind: 'channel' } as const;
    const parcel = {
      id: 'delivery-1',
      place,
      briefing: 'kuril',
      words: 'digest',
      locale: 'en',
      goes: { thread: told?.ts ?? '' },
      reply: { outcome: 'answered', blocks: [{ kind: 'text', text: ['An edition'] }], shareable: false },
    } as const;
    on.slack.misbehave({ of: 'chat.postMessage', mischief: { kind: 'reset' }, times: 1, after: true });
    const { courier } = on.platform;
    expect(await courier.send(parcel, new AbortController().signal)).toMatchObject({ kind: 'unknown' });
    const message = on.slack.posts.at(-1)?.ts;
    expect(await courier.find(parcel, 60_000)).toEqual({ kind: 'found', message, thread: told?.ts });
    expect(await courier.find({ ...parcel, id: 'another' }, 60_000)).toEqual({ kind: 'absent' });
  });

  it('comes into the channel where its thread is gone', async () => {
    on = await wholeStage('socket');
    await typed('subscribe 9:00 Tokyo in a thread');
    const channel = on.slack.home.channels.get(GENERAL);
    channel?.messages.splice(0);
    expect(await typed('digest now')).toContain('Posted');
    expect(on.slack.posts.at(-1)?.thread_ts).toBeUndefined();
    expect(on.slack.posts.at(-1)?.metadata).toBeDefined();
  });
});

describe('a digest with a mention', () => {
  it('calls the one group that the channel chose, and nobody until it is chosen', async () => {
    on = await wholeStage('socket');
    await typed('subscribe 9:00 Tokyo');
    await typed('digest now');
    expect(JSON.stringify(on.slack.posts.at(-1)?.blocks)).not.toContain('usergroup');
    expect(await typed('subscribe mention <!subteam^S0000DESK|@desk>')).toContain('with a mention of');
    await typed('digest now');
    const blocks = JSON.stringify(on.slack.posts.at(-1)?.blocks);
    expect(blocks.match(/usergroup_id/gu)).toHaveLength(1);
    expect(blocks).toContain('{"type":"usergroup","usergroup_id":"S0000DESK"}');
    await typed('subscribe mention nobody');
    await typed('digest now');
    expect(JSON.stringify(on.slack.posts.at(-1)?.blocks)).not.toContain('usergroup');
  });
});

it('what Slack does not have is refused with what is', async () => {
  on = await wholeStage('socket');
  expect(await typed('subscribe 9:00 Tokyo published')).toContain('Slack has no channels');
  expect(await kept()).toBeUndefined();
  const post = await typed('subscribe 9:00 Tokyo as a forum post');
  expect(post).toContain('Slack has no forums');
  expect((await kept())?.goes).toBeUndefined();
});
