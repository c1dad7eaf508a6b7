import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../../kit/until.ts';
import { type LocalSlack, startSlack } from './server.ts';
import { addChannel, addUser } from './world.ts';

let slack: LocalSlack;
beforeEach(async () => {
  slack = await startSlack();
  addChannel(slack.home, 'D0000OTHERS', '', { kind: 'im', members: ['U0000HOMEANN', 'U0000HOMEBEN'] });
});
afterEach(async () => {
  await slack.close();
});

const GENERAL = 'C0000HOMEGENERAL';
const MANNERS = { text: 'x', unfurl_links: false, unfurl_media: false };
const look = (channel: string) => client().conversations.history({ channel });
const faults = () => slack.traffic.faults.map(({ what }) => what);

function client(token = slack.home.install?.botToken) {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
  });
}

/** A socket by hand, that can do what Bolt never does. */
async function socket(): Promise<{
  readonly frames: { envelope_id: string; type: string }[];
  send(text: string): void;
}> {
  const { url } = await client(slack.world.app.appToken).apps.connections.open({});
  const made = new WebSocket(url ?? '');
  const frames: { envelope_id: string; type: string }[] = [];
  made.on('message', (data) => frames.push(JSON.parse(String(data))));
  made.on('error', () => {});
  await until(() => frames[0], 'a hello');
  return { frames, send: (text) => made.send(text) };
}

describe('the local Slack refuses', () => {
  it.each([
    ['a wrong token', () => client('xoxb-wrong').auth.test(), 'invalid_auth'],
    ['no token', () => client('').auth.test(), 'not_authed'],
    [
      'an app token for the Web API',
      () => client(slack.world.app.appToken).auth.test(),
      'not_allowed_token_type',
    ],
    ['a bot token for a socket', () => client().apps.connections.open({}), 'not_allowed_token_type'],
    ['a method that nobody needs', () => client().apiCall('chat.delete', {}), 'unknown_method'],
    ['an unknown argument', () => client().apiCall('auth.test', { colour: 'red' }), 'invalid_arguments'],
    ['a missing argument', () => client().apiCall('users.info', {}), 'invalid_arguments'],
    ['a channel without the bot', () => post('C0000HOMERANDOM'), 'not_in_channel'],
    ['a private channel without the bot', () => post('G0000HOMESECRET'), 'channel_not_found'],
    ['a look into direct messages of others', () => look('D0000OTHERS'), 'channel_not_found'],
    ['a message of nothing', () => post(GENERAL, { text: '' }), 'no_text'],
    ['a message of wrong blocks', () => post(GENERAL, { blocks: [{ type: 'heading' }] }), 'invalid_blocks'],
  ])('%s', async (_what, call, error) => {
    await expect(call()).rejects.toMatchObject({ data: { error } });
  });

  it('what the scopes do not cover, and names the scope', async () => {
    slack.home.install?.scopes.delete('chat:write');
    await expect(post(GENERAL)).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write' },
    });
  });

  it('a token that was given back, and tells the app so', async () => {
    expect(await client().auth.revoke({ test: true })).toMatchObject({ ok: true, revoked: false });
    expect(await client().auth.revoke()).toMatchObject({ ok: true, revoked: true });
    await expect(client().auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } });
    const told = await until(() => slack.deliveries.all.at(-1), 'an event');
    expect(told.envelope.payload).toMatchObject({ event: { type: 'tokens_revoked' } });
  });

  it('a command of somebody who is there by a shared channel alone', () => {
    addUser(slack.home, 'U0000STRANGER', { from: 'T0000AWAY', isAdmin: true });
    expect(() => slack.people.types('/kuril', '', { user: 'U0000STRANGER' })).toThrow('not theirs');
  });

  it('a second post within a second, where it holds to that', async () => {
    const strict = await startSlack({ postEveryMs: 1000 });
    const { botToken } = strict.home.install ?? { botToken: '' };
    const poster = new webApi.WebClient(botToken, {
      slackApiUrl: strict.apiUrl,
      rejectRateLimitedCalls: true,
    });
    await poster.chat.postMessage({ channel: GENERAL, ...MANNERS });
    await expect(poster.chat.postMessage({ channel: GENERAL, ...MANNERS })).rejects.toMatchObject({
      retryAfter: 1,
    });
    await strict.close();
  });

  it('the sixth use of a response URL, and unknown fields in it', async () => {
    const { url } = slack.people.types('/kuril', '');
    const use = async (body: object) =>
      (
        await fetch(`${slack.apiUrl.replace('/api/', '')}${url?.path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).status;
    expect(await use({ text: 'x', colour: 'red' })).toBe(400);
    for (let uses = 2; uses <= 5; uses += 1) expect(await use({ text: 'x' })).toBe(200);
    expect(await use({ text: 'x' })).toBe(404);
    expect(url?.responses).toHaveLength(4);
    expect(url?.responses[0]?.visible).toBe('ephemeral');
  });

  it('a socket’s ticket that was used', async () => {
    const { url } = await client(slack.world.app.appToken).apps.connections.open({});
    const first = new WebSocket(url ?? '');
    await new Promise((resolve) => first.once('open', resolve));
    const second = new WebSocket(url ?? '');
    const error = await new Promise<Error>((resolve) => second.once('error', resolve));
    expect(error.message).toContain('401');
  });
});

describe('the local Slack notes as a fault', () => {
  it('a second acknowledgement, one of nothing, one that is no JSON and one with more fields', async () => {
    const { frames, send } = await socket();
    slack.people.types('/kuril', '');
    const { envelope_id } = await until(() => frames[1], 'an envelope');
    send(JSON.stringify({ envelope_id }));
    send(JSON.stringify({ envelope_id }));
    send(JSON.stringify({ envelope_id: 'none' }));
    send('yes');
    send(JSON.stringify({ envelope_id: 'none', colour: 'red' }));
    await until(() => slack.traffic.faults.length >= 5, 'faults');
    expect(faults()).toEqual([
      'a second acknowledgement',
      'an acknowledgement of nothing',
      'a frame that is not JSON',
      'an acknowledgement with the unknown field colour',
      'an acknowledgement of nothing',
    ]);
  });

  it('an acknowledgement that is late', async () => {
    await slack.close();
    slack = await startSlack({ ackWithinMs: 100 });
    const { frames, send } = await socket();
    slack.people.types('/kuril', '');
    const { envelope_id } = await until(() => frames[1], 'an envelope');
    await new Promise((resolve) => setTimeout(resolve, 150));
    send(JSON.stringify({ envelope_id }));
    await until(() => slack.traffic.faults.length > 0, 'a fault');
    expect(faults()).toEqual(['a late acknowledgement']);
  });

  it('a payload in the acknowledgement of an event', async () => {
    const { frames, send } = await socket();
    slack.people.opensHome();
    const { envelope_id } = await until(() => frames[1], 'an envelope');
    send(JSON.stringify({ envelope_id, payload: { text: 'x' } }));
    await until(() => slack.traffic.faults.length > 0, 'a fault');
    expect(faults()).toEqual(['an acknowledgement with a body']);
  });

  it('a message that unfurls, makes mentions of names, or has no words', async () => {
    await client().chat.postMessage({ channel: GENERAL, text: 'x', link_names: true } as never);
    expect(faults()).toEqual([
      'unfurl_links is not switched off',
      'unfurl_media is not switched off',
      'link_names makes names into mentions',
    ]);
  });
});

function post(channel: string, more: object = {}) {
  return client().chat.postMessage({ channel, ...MANNERS, ...more });
}
