import { afterEach, describe, expect, it } from 'vitest';
import type { SeenKeeper } from '../../../src/ports/store.ts';
import { controlsIn, type EchoBot, MODES, type Stage, stage } from './stage.ts';

let on: Stage;
afterEach(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

const BOT = '<@U0000HOMEBOT>';
/** Long enough for an answer that should not be there. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));

describe.each(MODES)('a question in %s mode', (mode) => {
  it('by mention is answered in its thread', async () => {
    on = await stage({ mode });
    on.slack.people.mentions(`${BOT} people`);
    const answer = await on.slack.post(1);
    const asked = on.slack.home.channels.get('C0000HOMEGENERAL')?.messages[0];
    expect(answer).toMatchObject({ channel: 'C0000HOMEGENERAL', thread_ts: asked?.ts });
    expect(answer.text).toContain('people');
    expect(controlsIn(answer.blocks).some(({ action_id }) => action_id === 'c-share')).toBe(false);
  });

  it('by mention within a thread is answered in that thread', async () => {
    on = await stage({ mode });
    on.slack.people.mentions('first');
    const root = on.slack.home.channels.get('C0000HOMEGENERAL')?.messages[0]?.ts ?? '';
    await on.slack.post(1);
    on.slack.people.mentions(`${BOT} deals`, { thread: root });
    expect((await on.slack.post(2)).thread_ts).toBe(root);
  });

  it('keeps the mentions of others and loses only ours', async () => {
    on = await stage({ mode });
    on.slack.people.mentions(`${BOT} what did <@U0000HOMEBEN> &amp; co say <@U0000HOMEBOT|attache>?`);
    await on.slack.post(1);
    expect((on.bot as EchoBot).asks[0]?.words).toBe('what did <@U0000HOMEBEN> & co say  ?');
  });

  it('with the command in front means the same', async () => {
    on = await stage({ mode });
    on.slack.people.mentions(`${BOT} /kuril people`);
    await on.slack.post(1);
    expect((on.bot as EchoBot).asks[0]?.words).toBe('people');
  });

  it('in a direct message is answered there', async () => {
    on = await stage({ mode });
    on.slack.people.writes('who is quoted?');
    const answer = await on.slack.post(1);
    expect(answer.channel).toBe('D0000HOMEANN');
    expect(answer.thread_ts).toBeUndefined();
    expect((on.bot as EchoBot).asks[0]?.place).toEqual({
      platform: 'slack',
      workspace: 'T0000HOME',
      channel: 'D0000HOMEANN',
      kind: 'direct',
    });
  });

  it('delivered again is answered once', async () => {
    on = await stage({ mode });
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: 'D0000HOMEANN',
      user: 'U0000HOMEANN',
      text: 'people',
      ts: '1795469367.344000',
    };
    on.slack.people.types('/kuril', '', { channel: 'D0000HOMEANN' });
    for (const retry of [0, 1, 2]) {
      on.slack.people.event(event, { id: 'Ev0001', ...(retry > 0 && { retry }) });
    }
    await on.slack.post(1);
    await quiet();
    expect(on.slack.posts).toHaveLength(1);
    expect(on.slack.deliveries.all.every(({ ack }) => ack !== undefined)).toBe(true);
  });

  it('of the bot itself, of another bot, or an edit, is none', async () => {
    on = await stage({ mode });
    on.slack.people.writes('hello', { user: 'U0000HOMEBOT' });
    on.slack.people.writes('hello', { extra: { bot_id: 'B0000OTHER' } });
    on.slack.people.writes('hello', { extra: { subtype: 'bot_message' } });
    on.slack.people.writes('hello', { extra: { subtype: 'message_changed', hidden: true } });
    on.slack.people.writes('hello', { extra: { edited: { user: 'U0000HOMEANN', ts: '1.2' } } });
    on.slack.people.writes('hello', { extra: { channel_type: 'channel', channel: 'C0000HOMEGENERAL' } });
    on.slack.people.mentions(`${BOT} hello`, { user: 'U0000HOMEBOT' });
    await quiet();
    expect(on.slack.posts).toEqual([]);
    expect((on.bot as EchoBot).asks).toEqual([]);
  });

  it('pressed on or typed, the Home tab shows the overview, the people and the digest’s state', async () => {
    on = await stage({ mode });
    on.slack.people.opensHome();
    await expect.poll(() => on.slack.home.views.size).toBe(1);
    expect((on.bot as EchoBot).asks.map(({ words }) => words)).toEqual(['home', 'status']);
    const view = on.slack.home.views.get('U0000HOMEANN') as { blocks: unknown[] };
    const people = controlsIn(view.blocks).find(({ label }) => label === 'People');
    on.slack.people.presses(people ?? { kind: 'button', action_id: 'x', value: 'x' }, { on: 'home' });
    await expect.poll(() => on.slack.traffic.callsOf('views.publish').length).toBe(2);
    expect((on.bot as EchoBot).asks.map(({ words }) => words).slice(2)).toEqual(['people', 'home', 'status']);
  });
});

describe('while the store does not answer', () => {
  it('an event delivered again is still answered once', async () => {
    const full = () => Promise.reject(new Error('the disk is full'));
    const down: SeenKeeper = { firstTime: full, forget: full };
    on = await stage({ seen: down });
    const event = {
      type: 'app_mention',
      channel: 'C0000HOMEGENERAL',
      user: 'U0000HOMEANN',
      text: `${BOT} people`,
      ts: '1795469367.344000',
    };
    on.slack.home.channels.get('C0000HOMEGENERAL')?.messages.push({ ...event });
    on.slack.people.event(event, { id: 'Ev0002' });
    on.slack.people.event(event, { id: 'Ev0002', retry: 1 });
    await on.slack.post(1);
    await quiet();
    expect(on.slack.posts).toHaveLength(1);
  });
});

describe('an answer in a thread', () => {
  it('waits when Slack asks for it', async () => {
    on = await stage();
    on.slack.misbehave({ of: 'chat.postMessage', mischief: { kind: 'rate-limit', seconds: 1 }, times: 1 });
    on.slack.people.mentions(`${BOT} people`);
    expect((await on.slack.post(1)).text).toContain('people');
  });

  it('goes as plain text when its blocks are refused', async () => {
    on = await stage();
    on.slack.misbehave({
      of: 'chat.postMessage',
      mischief: { kind: 'error', error: 'invalid_blocks' },
      times: 1,
    });
    on.slack.people.mentions(`${BOT} people`);
    expect((await on.slack.post(1)).blocks).toBeUndefined();
  });
});
