/** Places where a command can be typed and no digest can ever come. */
import { afterEach, describe, expect, it } from 'vitest';
import { addChannel } from '../../servers/slack/world.ts';
import { type Whole, wholeStage } from './whole.ts';

const ANN = 'U0000HOMEANN';

let on: Whole;
afterEach(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

describe('subscribing', () => {
  it('in the direct messages of two others is refused, with where it works, and nothing is kept', async () => {
    on = await wholeStage('socket');
    addChannel(on.slack.home, 'D0000OTHERS', '', { kind: 'im', members: [ANN, 'U0000HOMEBEN'] });
    const text = await subscribes('D0000OTHERS');
    expect(text).not.toMatch(/subscribed|next/iu);
    expect(text).toContain('Type it in a channel, or in a direct message to me.');
    expect(await on.store.subscriptions.ofWorkspace('slack', 'T0000HOME')).toEqual([]);
    expect(on.slack.posts).toEqual([]);
  });

  it('in a group’s direct messages without the bot says that nothing comes until it is invited', async () => {
    on = await wholeStage('socket');
    addChannel(on.slack.home, 'G0000GROUP', 'mpdm-ann--ben-1', { kind: 'mpim', members: [ANN] });
    const text = await subscribes('G0000GROUP');
    expect(text).toContain('nothing can be posted in this channel yet');
    expect(text).toContain('/invite');
  });

  it('in one’s own direct messages with the bot is not', async () => {
    on = await wholeStage('socket');
    expect(await subscribes('D0000HOMEANN')).toMatch(/next/iu);
    expect(await on.store.subscriptions.ofWorkspace('slack', 'T0000HOME')).toHaveLength(1);
  });

  async function subscribes(channel: string): Promise<string> {
    const typed = on.slack.people.types('/kuril', 'subscribe 09:00 Asia/Tokyo', { user: ANN, channel });
    return (await typed.response()).text;
  }
});
