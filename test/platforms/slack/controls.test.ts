import { afterEach, describe, expect, it } from 'vitest';
import type { PostedMessage } from '../../../src/ports/corrections.ts';
import { controlId } from '../../../src/reply/control.ts';
import { addChannel, addUser } from '../../servers/slack/world.ts';
import { controlsIn, EchoBot, MODES, type Stage, stage } from './stage.ts';

let on: Stage;
afterEach(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

const button = (value: string) => ({ kind: 'button', action_id: 'c-1', value }) as const;
const say = (words: string) => button(controlId({ briefing: 'kuril', words, action: { kind: 'say' } }));
const share = (words: string) => button(controlId({ briefing: 'kuril', words, action: { kind: 'share' } }));
const page = (words: string, at: number) =>
  button(controlId({ briefing: 'kuril', words, action: { kind: 'page', page: at } }));

describe.each(MODES)('a control in %s mode', (mode) => {
  it('answers as if its words had been typed, to who pressed it alone', async () => {
    on = await stage({ mode });
    const first = await on.slack.people.types('/kuril', '').response();
    const people = controlsIn(first.blocks).find(({ label }) => label === 'People');
    const pressed = on.slack.people.presses(people ?? say('missing'), { on: 'ephemeral' });
    const answer = await pressed.response();
    expect(answer.text).toContain('people');
    expect(answer).toMatchObject({ visible: 'ephemeral', replacesOriginal: false });
  });

  it('of a menu answers by what was chosen', async () => {
    on = await stage({ mode });
    const first = await on.slack.people.types('/kuril', '').response();
    const option = controlsIn(first.blocks).find(({ kind }) => kind === 'option');
    const answer = await on.slack.people.presses(option ?? say('missing')).response();
    expect(answer.text).toContain('person shinzo abe');
  });

  it('still works after a restart: all that it means is in its id', async () => {
    on = await stage({ mode });
    const answer = await on.slack.people.presses(say('person newsham')).response();
    expect(answer.text).toContain('person newsham');
  });

  it.each([
    ['of an older version', '0|kuril|s|people'],
    ['of a briefing that is gone', '1|falklands|s|people'],
    ['that is not ours', 'approve'],
    ['that is empty', ''],
  ])('%s gets a friendly answer', async (_what, value) => {
    on = await stage({ mode });
    const answer = await on.slack.people.presses(button(value)).response();
    expect(answer.text).toBe(
      'That control is from an earlier version of this app. Type /kuril to start again.',
    );
    expect(answer.visible).toBe('ephemeral');
  });

  it('that shares shows the answer to the channel, in place of the private one, and is kept', async () => {
    const kept: [PostedMessage, readonly string[]][] = [];
    on = await stage({ mode, shown: async (...one) => void kept.push(one) });
    const pressed = on.slack.people.presses(share('people'), { on: 'ephemeral' });
    const post = await on.slack.post(1);
    expect(post.channel).toBe('C0000HOMEGENERAL');
    expect(post.text).toMatch(/^Shared by u0000homeann · people/u);
    expect(controlsIn(post.blocks ?? []).some(({ action_id }) => action_id === 'c-share')).toBe(false);
    expect(await pressed.response()).toMatchObject({ deletesOriginal: true });
    const { channel, ts: message } = post;
    await expect
      .poll(() => kept.map(([one]) => one))
      .toMatchObject([{ channel, message, briefing: 'kuril' }]);
  });

  it.each([
    ['a channel that it is not in', 'C0000HOMERANDOM'],
    ['direct messages of two others', 'D0000OTHERS'],
  ])('that shares reaches %s too, where no correction could follow', async (_what, channel) => {
    const kept: unknown[] = [];
    on = await stage({ mode, shown: async (...one) => void kept.push(one) });
    const pressed = on.slack.people.presses(share('people'), { on: 'ephemeral', channel });
    expect(await pressed.response()).toMatchObject({ visible: 'in_channel', replacesOriginal: false });
    expect(await pressed.response(2)).toMatchObject({ deletesOriginal: true });
    expect(on.slack.posts).toEqual([]);
    expect(kept).toEqual([]);
    expect(on.log.lines.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  it('that shares posts once, however often it is pressed', async () => {
    on = await stage({ mode });
    const container = '1795469367.344000';
    const pressed = [1, 2, 3].map(() =>
      on.slack.people.presses(share('people'), { on: 'ephemeral', ts: container }),
    );
    await Promise.race(pressed.map((one) => one.response()));
    await expect.poll(() => pressed.every(({ ack }) => ack !== undefined)).toBe(true);
    await on.platform.stop(2_000);
    expect(on.slack.posts).toHaveLength(1);
  });

  it('that shares what Slack does not take says so, and works when it is pressed again', async () => {
    on = await stage({ mode });
    for (const where of ['chat.postMessage', 'response_url'] as const)
      on.slack.misbehave({ of: where, mischief: { kind: 'error', error: 'channel_not_found' }, times: 1 });
    const again = { on: 'ephemeral', ts: '1795469367.344000' } as const;
    const refused = await on.slack.people.presses(share('people'), again).response();
    expect(refused.text).toContain('could not be shown in the channel');
    on.slack.people.presses(share('people'), again);
    expect((await on.slack.post(1)).text).toContain('people');
  });

  it('that takes back does it for the sharer alone', async () => {
    on = await stage({ mode });
    on.slack.people.presses(share('people'), { on: 'ephemeral' });
    const posted = await on.slack.post(1);
    const back = controlsIn(posted.blocks ?? []).find(({ label }) => label === 'Take back');
    const others = on.slack.people.presses(back ?? say('missing'), { on: posted, user: 'U0000HOMEBEN' });
    expect(await others.response()).toMatchObject({ visible: 'ephemeral', deletesOriginal: false });
    const own = on.slack.people.presses(back ?? say('missing'), { on: posted });
    expect(await own.response()).toMatchObject({ deletesOriginal: true });
  });

  it('that shares what may not be shared shows it to who pressed it alone', async () => {
    on = await stage({ mode });
    const answer = await on.slack.people.presses(share('private matters'), { on: 'ephemeral' }).response();
    expect(answer.visible).toBe('ephemeral');
  });

  it('on a message that everybody sees leaves the message as it is', async () => {
    on = await stage({ mode });
    const posted = { ts: '1795469367.344000', channel: 'C0000HOMEGENERAL', user: 'U0000HOMEBOT', text: 'x' };
    const answer = await on.slack.people.presses(page('long', 2), { on: posted }).response();
    expect(answer).toMatchObject({ visible: 'ephemeral', replacesOriginal: false });
  });

  it('in a thread is answered in the thread', async () => {
    on = await stage({ mode });
    const posted = {
      ts: '1795469367.344000',
      channel: 'C0000HOMEGENERAL',
      user: 'U0000HOMEBOT',
      text: 'x',
      thread_ts: '1795469300.000100',
    };
    const answer = await on.slack.people.presses(say('people'), { on: posted }).response();
    expect(answer.body.thread_ts).toBe('1795469300.000100');
  });

  it('in direct messages is answered for good, and turns the page that is there', async () => {
    on = await stage({ mode });
    const posted = { ts: '1795469367.344000', channel: 'D0000HOMEANN', user: 'U0000HOMEBOT', text: 'x' };
    const doing = { on: posted, channel: 'D0000HOMEANN' };
    expect(await on.slack.people.presses(say('people'), doing).response()).toMatchObject({
      visible: 'in_channel',
      replacesOriginal: false,
    });
    const turned = await on.slack.people.presses(page('long', 2), doing).response();
    expect(turned).toMatchObject({ visible: 'in_channel', replacesOriginal: true });
  });
});

describe('what somebody is here', () => {
  const BEN = 'U0000HOMEBEN';
  const says = async (user: string, channel?: string) => {
    const doing = { user, ...(channel !== undefined && { channel }) };
    return (await on.slack.people.types('/kuril', 'may I', doing).response()).text;
  };

  it('is what Slack says of them', async () => {
    on = await stage();
    expect(await says('U0000HOMEANN')).toContain('public, admin');
    expect(await says(BEN)).toContain('public, member');
    addUser(on.slack.home, 'U0000GUEST', { isUltraRestricted: true });
    expect(await says('U0000GUEST')).toContain('public, guest');
    addUser(on.slack.home, 'U0000GONE', { isAdmin: true, deleted: true });
    expect(await says('U0000GONE')).toContain('public, outsider');
  });

  it('is not known without the scope for it, which the answer names', async () => {
    on = await stage();
    on.slack.home.install?.scopes.delete('users:read');
    expect(await says('U0000HOMEANN')).toContain('I lack Slack’s scope users:read.');
  });

  it('is not known while Slack is away', async () => {
    on = await stage();
    on.slack.misbehave({ of: 'users.info', mischief: { kind: 'status', status: 503 }, times: 1 });
    expect(await says('U0000HOMEANN')).toContain('Slack cannot be reached just now.');
  });

  it('is told apart by whose direct messages they type in', async () => {
    on = await stage();
    addChannel(on.slack.home, 'D0000OTHERS', '', { kind: 'im', members: [BEN, 'U0000HOMEANN'] });
    expect(await says(BEN, 'D0000HOMEBEN')).toContain('own, member');
    expect(await says(BEN, 'D0000OTHERS')).toContain('others, member');
    on.slack.home.install?.scopes.delete('im:history');
    expect(await says(BEN, 'D0000HOMEBEN')).toContain('I lack Slack’s scope im:history.');
  });
});

describe('a fault of ours', () => {
  it.each(MODES)('gives the person a reference that is in the log too (%s)', async (mode) => {
    on = await stage({ mode, bot: new EchoBot() });
    const answer = await on.slack.people.types('/kuril', 'break').response();
    expect(answer.text).toContain('ref-1234');
    const logged = on.log.lines.find(({ level }) => level === 'error');
    expect(logged?.fields.ref).toBe('ref-1234');
    expect(JSON.stringify(on.log.lines)).not.toContain('/commands/T0000HOME');
  });

  it('in one message does not stop the next', async () => {
    on = await stage();
    on.slack.people.mentions('<@U0000HOMEBOT> break');
    expect((await on.slack.post(1)).text).toContain('ref-1234');
    on.slack.people.mentions('<@U0000HOMEBOT> people');
    expect((await on.slack.post(2)).text).toContain('people');
  });
});

describe('an answer that Slack does not take', () => {
  it('because of its blocks goes as plain text', async () => {
    on = await stage();
    on.slack.misbehave({
      of: 'response_url',
      mischief: { kind: 'error', error: 'invalid_blocks' },
      times: 1,
    });
    const answer = await on.slack.people.types('/kuril', 'people').response();
    expect(answer.blocks).toBeUndefined();
    expect(answer.text).toContain('people');
  });

  it('because of a busy moment goes a little later', async () => {
    on = await stage();
    on.slack.misbehave({ of: 'response_url', mischief: { kind: 'rate-limit', seconds: 1 }, times: 1 });
    expect((await on.slack.people.types('/kuril', 'people').response()).text).toContain('people');
  });

  it('with a status of its own disorder goes again, to the asker alone', async () => {
    on = await stage();
    on.slack.misbehave({ of: 'response_url', mischief: { kind: 'status', status: 500 }, times: 1 });
    expect((await on.slack.people.types('/kuril', 'people').response()).text).toContain('people');
  });

  it('is not shared twice on suspicion', async () => {
    on = await stage();
    on.slack.misbehave({
      of: 'chat.postMessage',
      mischief: { kind: 'status', status: 500 },
      times: 1,
      after: true,
    });
    const pressed = on.slack.people.presses(share('people'), { on: 'ephemeral' });
    const unsure = await pressed.response();
    expect(unsure).toMatchObject({ visible: 'ephemeral' });
    expect(unsure.text).toContain('may have been shown');
    await on.slack.people.types('/kuril', 'people').response();
    expect(on.slack.posts).toHaveLength(1);
    expect(pressed.url?.responses).toHaveLength(1);
  });
});
