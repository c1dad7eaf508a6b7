import { afterEach, describe, expect, it } from 'vitest';
import type { Parcel } from '../../../src/ports/courier.ts';
import type { Mischief } from '../../servers/slack/misbehave.ts';
import { type Stage, stage } from './stage.ts';

let on: Stage;
afterEach(async () => {
  await on.close();
});

const GENERAL = 'C0000HOMEGENERAL';
const never = new AbortController().signal;

function parcel(channel = GENERAL, id = 'delivery-0000000000000001'): Parcel {
  return {
    id,
    place: { platform: 'slack', workspace: 'T0000HOME', channel, kind: 'channel' },
    briefing: 'kuril',
    words: 'digest',
    locale: 'en',
    reply: {
      outcome: 'answered',
      shareable: false,
      blocks: [
        { kind: 'heading', text: 'The day’s edition' },
        { kind: 'text', text: ['Words of it'] },
      ],
    },
  };
}

const send = (sent = parcel()) => on.platform.courier.send(sent, never);

describe('a digest on Slack', () => {
  it('is posted once, names nobody, unfurls nothing, and carries the delivery’s id', async () => {
    on = await stage();
    const handed = await send();
    expect(on.slack.posts).toHaveLength(1);
    expect(handed).toEqual({ kind: 'sent', message: on.slack.posts[0]?.ts });
    expect(on.slack.posts[0]?.metadata?.event_payload).toEqual({ delivery: 'delivery-0000000000000001' });
    expect(on.slack.traffic.faults).toEqual([]);
  });

  it('that may have been posted is found again by its id', async () => {
    on = await stage();
    const since = Date.now();
    on.slack.misbehave({ of: 'chat.postMessage', mischief: { kind: 'reset' }, times: 1, after: true });
    expect(await send()).toMatchObject({ kind: 'unknown' });
    const message = on.slack.posts[0]?.ts;
    expect(await on.platform.courier.find(parcel(), since)).toEqual({ kind: 'found', message });
    expect(await on.platform.courier.find(parcel(GENERAL, 'another'), since)).toEqual({ kind: 'absent' });
  });

  it('is looked for on every page of the channel', async () => {
    on = await stage();
    await send();
    const channel = on.slack.home.channels.get(GENERAL);
    const ts = on.slack.posts[0]?.ts ?? '';
    for (let at = 1; at <= 450; at += 1) {
      channel?.messages.push({
        ts: `${Number(ts.split('.')[0]) + at}.000000`,
        channel: GENERAL,
        user: 'U',
        text: '',
      });
    }
    expect(await on.platform.courier.find(parcel(), Date.now())).toEqual({ kind: 'found', message: ts });
  });

  it('cannot be looked for without the scope, and that is said', async () => {
    on = await stage();
    on.slack.home.install?.scopes.delete('channels:history');
    expect(await on.platform.courier.find(parcel(), 0)).toEqual({
      kind: 'cannot_tell',
      why: {
        code: 'refused',
        by: 'slack',
        mend: 'missingScope',
        scope: 'channels:history',
        answer: 'missing_scope',
        bot: 'attache',
      },
      lasts: 'for-good',
      away: false,
    });
  });

  it('is not sent once the sender was told to stop', async () => {
    on = await stage();
    const handed = await on.platform.courier.send(parcel(), AbortSignal.abort());
    expect(handed).toMatchObject({ kind: 'retry' });
    expect(on.slack.traffic.callsOf('chat.postMessage')).toEqual([]);
  });

  it('waits for no answer longer than the sender does', async () => {
    on = await stage();
    on.slack.misbehave({ of: 'chat.postMessage', mischief: { kind: 'hang' } });
    const handed = await on.platform.courier.send(parcel(), AbortSignal.timeout(300));
    expect(handed).toMatchObject({ kind: 'unknown' });
  });

  it('goes as plain text where its blocks are refused, under the same id', async () => {
    on = await stage();
    on.slack.misbehave({
      of: 'chat.postMessage',
      mischief: { kind: 'error', error: 'invalid_blocks' },
      times: 1,
    });
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(on.slack.posts[0]?.blocks).toBeUndefined();
    expect(on.slack.posts[0]?.metadata?.event_payload).toEqual({ delivery: 'delivery-0000000000000001' });
  });

  const DAYS: readonly (readonly [string, Mischief, object])[] = [
    ['429', { kind: 'rate-limit', seconds: 7 }, { kind: 'retry', afterMs: 7000, pauses: 'workspace' }],
    ['429 in the body', error('ratelimited'), { kind: 'retry', pauses: 'workspace' }],
    ['500', { kind: 'status', status: 500 }, { kind: 'unknown', away: true }],
    ['503', { kind: 'status', status: 503 }, { kind: 'unknown' }],
    [
      '403 of a proxy',
      { kind: 'status', status: 403 },
      { kind: 'retry', afterMs: 600_000, pauses: 'platform' },
    ],
    ['400 of a proxy', { kind: 'status', status: 400 }, { kind: 'retry', pauses: 'platform' }],
    ['404 of a proxy', { kind: 'status', status: 404 }, { kind: 'retry', pauses: 'platform' }],
    ['407 of a proxy', { kind: 'status', status: 407 }, { kind: 'retry', pauses: 'platform' }],
    ['408 of a proxy', { kind: 'status', status: 408 }, { kind: 'unknown', away: true }],
    [
      'a ban by Cloudflare',
      { kind: 'status', status: 429, body: 'error code: 1015' },
      { kind: 'retry', afterMs: 600_000, pauses: 'platform' },
    ],
    ['garbage', { kind: 'garbage' }, { kind: 'unknown' }],
    ['half an answer', { kind: 'half' }, { kind: 'unknown' }],
    ['a closed connection', { kind: 'reset' }, { kind: 'unknown' }],
    ['internal_error', error('internal_error'), { kind: 'unknown' }],
    ['service_unavailable', error('service_unavailable'), { kind: 'retry', pauses: 'platform' }],
    ['team_added_to_org', error('team_added_to_org'), { kind: 'retry', pauses: 'workspace' }],
    ['channel_not_found', error('channel_not_found'), gone('channelNotFound')],
    ['not_in_channel', error('not_in_channel'), gone('notAMember')],
    ['is_archived', error('is_archived'), gone('archived')],
    ['token_revoked', error('token_revoked'), gone('tokenRevoked')],
    ['account_inactive', error('account_inactive'), gone('tokenRevoked')],
    ['invalid_auth', error('invalid_auth'), gone('tokenRevoked')],
    ['missing_scope', error('missing_scope', { needed: 'chat:write' }), gone('missingScope')],
    ['restricted_action', error('restricted_action'), gone('restricted')],
    ['posting_to_general_channel_denied', error('posting_to_general_channel_denied'), gone('generalDenied')],
    ['msg_too_long', error('msg_too_long'), { kind: 'retry', pauses: 'channel' }],
    ['a code that nobody knows', error('new_in_2030'), { kind: 'retry', pauses: 'channel' }],
  ];
  it.each(DAYS)('met by %s is neither sent again nor lost', async (_name, mischief, expected) => {
    on = await stage();
    on.slack.misbehave({ of: 'chat.postMessage', mischief });
    expect(await send()).toMatchObject(expected);
    // Half an answer is an answer to a post.
    expect(on.slack.posts).toHaveLength(mischief.kind === 'half' ? 1 : 0);
  });

  it('that found nobody listening may go again, for it never left', async () => {
    on = await stage();
    await on.slack.close();
    expect(await send()).toMatchObject({ kind: 'retry', pauses: 'platform', away: true });
  });
});

describe('what hinders a digest on Slack', () => {
  it('is nothing in a channel that the bot is in', async () => {
    on = await stage();
    expect(await on.platform.courier.examine(parcel().place)).toEqual([]);
    expect(await on.platform.courier.examine(parcel('G0000HOMEPRIVATE').place)).toEqual([]);
  });

  it('is said with the exact mend', async () => {
    on = await stage();
    const examine = (channel: string) => on.platform.courier.examine(parcel(channel).place);
    expect(await examine('C0000HOMERANDOM')).toEqual([
      {
        kind: 'not_a_member',
        says: 'I am not a member of this channel.',
        mend: 'Type /invite @attache in it.',
      },
    ]);
    expect(await examine('G0000HOMESECRET')).toMatchObject([{ kind: 'channel_gone' }]);
    const general = on.slack.home.channels.get(GENERAL);
    if (general !== undefined) general.archived = true;
    expect(await examine(GENERAL)).toMatchObject([{ kind: 'archived' }]);
    on.slack.home.install?.scopes.delete('chat:write');
    expect(await examine(GENERAL)).toMatchObject([{ kind: 'missing_scope' }]);
    if (on.slack.home.install !== undefined) on.slack.home.install.state = 'revoked';
    expect(await examine(GENERAL)).toMatchObject([{ kind: 'token_revoked' }]);
  });
});

function error(code: string, extra: Record<string, unknown> = {}): Mischief {
  return { kind: 'error', error: code, extra };
}

function gone(mend: string) {
  return { kind: 'gone', why: { code: 'refused', by: 'slack', mend } };
}
